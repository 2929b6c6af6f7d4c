import { useTranslation } from 'react-i18next';
import type { Revision, Stop, Withdrawal } from '../api/types';
import { PaperCounts } from '../components/paper-counts';
import { ReasonLine } from '../components/reason-line';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** The person's wish to withdraw, and its answer. */
export function Withdrawals({ withdrawals }: { withdrawals: readonly Withdrawal[] }) {
  const { t } = useTranslation('dossiers');
  return withdrawals.map((withdrawal, index) => (
    <div key={index} className="supplement">
      <strong>{t('withdrawal.asked', { at: dateTime(withdrawal.askedAt) })}</strong>
      {withdrawal.wish && <blockquote lang="vi">{withdrawal.wish}</blockquote>}
      <div>
        {withdrawal.outcome === undefined && t('withdrawal.waiting')}
        {withdrawal.outcome === 'confirmed' && t('withdrawal.confirmed', { at: dateTime(withdrawal.decidedAt ?? '') })}
        {withdrawal.outcome === 'declined' && t('withdrawal.declined', { at: dateTime(withdrawal.decidedAt ?? '') })}
        {withdrawal.outcome === 'closed' && t('withdrawal.closed')} {withdrawal.decidedBy && <span lang="vi">{withdrawal.decidedBy}</span>}
      </div>
      {withdrawal.reason && (
        <div>
          <ReasonLine reason={withdrawal.reason} />
        </div>
      )}
      {withdrawal.answer && <blockquote lang="vi">{withdrawal.answer}</blockquote>}
    </div>
  ));
}

/** How it ended without a decision, and what went back. */
export function StopLines({ stop, paid }: { stop: Stop; paid: boolean }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  return (
    <div className="supplement">
      <div>
        <strong>{pick(stop.causeText)}</strong> · <span className="number">{dateTime(stop.at)}</span> {stop.by && <span lang="vi">{stop.by}</span>}
      </div>
      {stop.reason && (
        <div>
          <ReasonLine reason={stop.reason} />
        </div>
      )}
      {stop.note && <blockquote lang="vi">{stop.note}</blockquote>}
      {stop.papersReturned.length > 0 && (
        <>
          <div>{t('stop.papers')}</div>
          <PaperCounts papers={stop.papersReturned} />
        </>
      )}
      {paid && <div>{t(stop.feeRefunded ? 'stop.refunded' : 'stop.notRefunded')}</div>}
    </div>
  );
}

/** The issues of the result: one that a corrected one has taken the place of stays and says so. */
export function Revisions({ revisions }: { revisions: readonly Revision[] }) {
  const { t } = useTranslation('dossiers');
  return (
    <ol className="plain-list findings">
      {revisions.map((revision) => (
        <li key={revision.revision}>
          <strong>{revision.number ? t('revision.number', { number: revision.number }) : t('revision.working')}</strong>{' '}
          {revision.superseded && <span className="token token-failed">{t('revision.superseded')}</span>}
          {revision.numberedAt && <span className="under number">{dateTime(revision.numberedAt)}</span>}
          {revision.reason && (
            <div>
              {t('revision.why')}: <ReasonLine reason={revision.reason} /> {revision.openedAt && <span className="number">{dateTime(revision.openedAt)}</span>}
            </div>
          )}
          {revision.note && <blockquote lang="vi">{revision.note}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
