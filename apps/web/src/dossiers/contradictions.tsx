import { useTranslation } from 'react-i18next';
import type { Dossier, PossibleAct } from '../api/types';
import { shortDate, timeOfDay } from '../shell/format';
import { keep, kept } from '../shell/kept';
import { useLocalized } from '../shell/localized';
import '../sources/messages';
import '../sources/sources.css';
import { actKey, type ActInput, startingInput } from './act-input';
import { ContradictionActs } from './contradiction-acts';
import { type Contradiction, contradictionsOf } from './contradictions-of';

interface ContradictionsProps {
  dossier: Dossier;
  /** Opens the panel of an act whose input was prepared. */
  onPrepared: (possible: PossibleAct) => void;
  /** The dossier after a source was asked again. */
  onAsked: (after: Dossier) => void;
}

/** Declared values that contradict what was on file when they were declared, each with both, and what whoever decides can do about it. */
export function Contradictions({ dossier, onPrepared, onAsked }: ContradictionsProps) {
  const { t } = useTranslation('sources');
  const found = contradictionsOf(dossier);
  if (found.length === 0) return null;
  const actOf = (...events: string[]) => dossier.acts.find(({ event }) => events.includes(event));
  const accept = actOf('acceptDeclared');
  const ask = actOf('requestSupplement', 'proposeSupplement');
  const prepare = (possible: PossibleAct, input: ActInput) => {
    keep(actKey(dossier.id, possible.event), input);
    onPrepared(possible);
  };
  const mark = (possible: PossibleAct, { pointer }: Contradiction) => {
    const before = kept<ActInput>(actKey(dossier.id, possible.event), startingInput(possible, dossier));
    const others = (before.items ?? []).filter(({ key }) => key !== pointer);
    prepare(possible, { ...before, items: [...others, { target: 'field', key: pointer, reason: 'wrong-information' }] });
  };
  return (
    <section className="contradictions" aria-labelledby="contradictions-title">
      <h2 id="contradictions-title">{t('contradictions.title')}</h2>
      <p>{t('contradictions.help')}</p>
      <ul className="plain-list">
        {found.map((each) => (
          <li key={each.pointer}>
            <Values contradiction={each} dossier={dossier} />
            {each.onFile.acceptedSeq === undefined && accept && (
              <ContradictionActs
                dossierId={dossier.id}
                contradiction={each}
                onAccept={() => prepare(accept, { pointer: each.pointer })}
                onMark={ask && (() => mark(ask, each))}
                onAsked={onAsked}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was declared, what was on file, what sources said when they were asked again, and why it was accepted. */
function Values({ contradiction: { label, value, onFile, marked }, dossier }: { contradiction: Contradiction; dossier: Dossier }) {
  const { t } = useTranslation('sources');
  const pick = useLocalized();
  const accepted = dossier.history.find(({ seq }) => seq === onFile.acceptedSeq);
  return (
    <>
      <h3>{pick(label)}</h3>
      <dl>
        <div>
          <dt>{t('contradictions.declared')}</dt>
          <dd lang="vi">{value}</dd>
        </div>
        <div>
          <dt>{t('contradictions.onFile')}</dt>
          <dd>
            <span lang="vi">{onFile.value}</span>
            <span className="under">{t('onFile', { source: pick(onFile.source), date: shortDate(onFile.asOf) })}</span>
          </dd>
        </div>
        {onFile.asked.map((asked, place) => (
          <div key={`${place} ${asked.at}`}>
            <dt>{t('contradictions.asked')}</dt>
            <dd>
              {asked.value === undefined ? t(`outcome.${asked.outcome}.title`) : <span lang="vi">{asked.value}</span>}
              <span className="under">
                {t('contradictions.askedAt', { source: pick(asked.source), date: shortDate(asked.at), time: timeOfDay(asked.at) })}
                {asked.agrees !== undefined && ` ${t(asked.agrees ? 'contradictions.agrees' : 'contradictions.stillDiffers')}`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {marked && <p>{t('contradictions.marked')}</p>}
      {accepted && (
        <p>
          <strong>{t('contradictions.accepted', { who: accepted.who, date: shortDate(accepted.at) })}</strong> <span lang="vi">{accepted.note}</span>
        </p>
      )}
    </>
  );
}
