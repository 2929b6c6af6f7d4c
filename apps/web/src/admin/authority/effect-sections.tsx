import { useTranslation } from 'react-i18next';
import { Quoting } from '../../components/quoting';
import { shortDate } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CardsTable } from '../cards-table';
import type { Effect } from './calls';
import { DecidingWords } from './words';
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
              {unitName && <span lang="vi">, {unitName}</span>}
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
  return (
    <CardsTable
      caption={t('effect.open', { count: open.length })}
      rows={open}
      rowKey={({ dossierId }) => dossierId}
      columns={[
        { title: t('effect.number'), number: true, cell: ({ filingNumber }) => filingNumber },
        { title: t('effect.procedure'), cell: ({ procedureName }) => pick(procedureName) },
        { title: t('effect.place'), quoted: true, cell: ({ unitName }) => unitName },
        { title: t('effect.from'), cell: ({ from }) => <DecidingWords by={from} /> },
        { title: t('effect.to'), cell: ({ to }) => <DecidingWords by={to} /> },
      ]}
    />
  );
}

function Future({ future }: Pick<Effect, 'future'>) {
  const { t } = useTranslation('authority');
  const pick = useLocalized();
  const named = (places: readonly string[]): string =>
    places.length > NAMED ? t('effect.more', { places: places.slice(0, NAMED).join(', '), count: places.length - NAMED }) : places.join(', ');
  return (
    <CardsTable
      caption={t('effect.futureCaption')}
      rows={future}
      rowKey={({ procedureCode, from, to }) => `${procedureCode} ${JSON.stringify([from, to])}`}
      columns={[
        {
          title: t('effect.procedure'),
          cell: ({ procedureCode, procedureName }) => (
            <>
              <span className="number">{procedureCode}</span> {pick(procedureName)}
            </>
          ),
        },
        { title: t('effect.from'), cell: ({ from }) => <DecidingWords by={from} /> },
        { title: t('effect.to'), cell: ({ to }) => <DecidingWords by={to} /> },
        { title: t('effect.places'), cell: ({ places }) => <Quoting text={named(places)} quotes={places.slice(0, NAMED)} /> },
      ]}
    />
  );
}
