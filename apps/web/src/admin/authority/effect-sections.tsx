import { useTranslation } from 'react-i18next';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import type { Effect } from './calls';
import { useDeciding } from './words';
import './messages';

/** So many places are named; of more their number says enough. */
const NAMED = 6;

/** What a change would do: the filings it touches, what is to come, and what nobody could decide. */
export function EffectSections({ effect }: { effect: Effect }) {
  const { t } = useTranslation('authority');
  return (
    <>
      {effect.refused.length > 0 && <Refused refused={effect.refused} />}
      <section className="panel" aria-labelledby="effect-open">
        <h2 id="effect-open">{t('effect.open', { count: effect.open.length })}</h2>
        <p>{t('effect.openHelp', { day: shortDate(effect.day) })}</p>
        <p>{t('effect.kept', { count: effect.kept })}</p>
        {effect.open.length > 0 && <Open open={effect.open} />}
      </section>
      <section className="panel" aria-labelledby="effect-future">
        <h2 id="effect-future">{t('effect.future', { day: shortDate(effect.day) })}</h2>
        {effect.future.length === 0 ? <p>{t('effect.futureNone')}</p> : <Future future={effect.future} />}
      </section>
    </>
  );
}

function Refused({ refused }: Pick<Effect, 'refused'>) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  return (
    <section className="panel" aria-labelledby="effect-refused">
      <h2 id="effect-refused">{t('effect.refused', { count: refused.length })}</h2>
      <ul>
        {refused.map(({ procedureCode, procedureName, unitName, reason }) => (
          <li key={`${procedureCode} ${unitName ?? ''}`}>
            <strong>
              {procedureCode} – {pick(procedureName)}
              {unitName && `, ${unitName}`}
            </strong>
            : {pick(reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Open({ open }: Pick<Effect, 'open'>) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const deciding = useDeciding();
  return (
    <table className="cards-table">
      <caption className="visually-hidden">{t('effect.open', { count: open.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('effect.number')}</th>
          <th scope="col">{t('effect.procedure')}</th>
          <th scope="col">{t('effect.place')}</th>
          <th scope="col">{t('effect.from')}</th>
          <th scope="col">{t('effect.to')}</th>
        </tr>
      </thead>
      <tbody>
        {open.map((dossier) => (
          <tr key={dossier.dossierId}>
            <th scope="row" className="number">
              {dossier.filingNumber}
            </th>
            <td data-label={t('effect.procedure')}>{pick(dossier.procedureName)}</td>
            <td data-label={t('effect.place')}>{dossier.unitName}</td>
            <td data-label={t('effect.from')}>{deciding(dossier.from)}</td>
            <td data-label={t('effect.to')}>{deciding(dossier.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Future({ future }: Pick<Effect, 'future'>) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const deciding = useDeciding();
  const named = (places: readonly string[]): string =>
    places.length > NAMED ? t('effect.more', { places: places.slice(0, NAMED).join(', '), count: places.length - NAMED }) : places.join(', ');
  return (
    <table className="cards-table">
      <caption className="visually-hidden">{t('effect.futureCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('effect.procedure')}</th>
          <th scope="col">{t('effect.from')}</th>
          <th scope="col">{t('effect.to')}</th>
          <th scope="col">{t('effect.places')}</th>
        </tr>
      </thead>
      <tbody>
        {future.map(({ procedureCode, procedureName, from, to, places }) => (
          <tr key={`${procedureCode} ${JSON.stringify([from, to])}`}>
            <th scope="row">
              <span className="number">{procedureCode}</span> {pick(procedureName)}
            </th>
            <td data-label={t('effect.from')}>{deciding(from)}</td>
            <td data-label={t('effect.to')}>{deciding(to)}</td>
            <td data-label={t('effect.places')}>{named(places)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
