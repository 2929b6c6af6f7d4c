import { useTranslation } from 'react-i18next';
import type { Consultation } from '../api/types';
import { ReasonLine } from '../components/reason-line';
import { oneOf } from '../components/words';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

const STATES = ['open', 'overdue', 'answered', 'declined', 'deemed-agreed', 'waived', 'closed'] as const;

/** Whose opinion was asked on what, by when, and what came of it; who is late is named. */
export function Consultations({ consultations }: { consultations: readonly Consultation[] }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <ol className="plain-list findings">
      {consultations.map((consultation) => (
        <li key={consultation.id}>
          <div>
            <strong lang="vi">{consultation.unit.name}</strong> <span className={`token ${tokenOf(consultation)}`}>{stateOf(consultation)}</span>
          </div>
          <div>{pick(consultation.question)}</div>
          <div className="under">
            {t('consult.askedAt', { at: dateTime(consultation.askedAt) })} {consultation.askedBy && <span lang="vi">{consultation.askedBy}</span>} · {t('consult.answersBy', { at: dateTime(consultation.dueAt) })} ·{' '}
            <span lang="vi">{consultation.basis}</span>
          </div>
          {consultation.state === 'deemed-agreed' && <div>{t('consult.deemed')}</div>}
          {consultation.silenceAgrees && consultation.state === 'open' && <div className="under">{t('consult.silence')}</div>}
          {consultation.reason && (
            <div>
              <ReasonLine reason={consultation.reason} />
            </div>
          )}
          {consultation.answer && <blockquote lang="vi">{consultation.answer}</blockquote>}
          {consultation.answeredAt && consultation.state !== 'closed' && (
            <div className="under">
              <span className="number">{dateTime(consultation.answeredAt)}</span> <span lang="vi">{consultation.answeredBy}</span>
            </div>
          )}
        </li>
      ))}
    </ol>
  );

  function stateOf({ state, agrees }: Consultation): string {
    if (state === 'answered') return t(agrees ? 'opinion.agrees' : 'opinion.disagrees');
    return t(`consult.state.${oneOf(STATES, state, 'open')}`);
  }
}

function tokenOf({ state, agrees }: Consultation): string {
  if (state === 'overdue' || state === 'declined' || (state === 'answered' && !agrees)) return 'token-failed';
  return state === 'answered' || state === 'deemed-agreed' ? 'token-passed' : 'token-none';
}
