import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { DueChanges } from '../components/due-changes';
import { TimeToken } from '../components/time-token';
import { WhyDate } from '../components/why-date';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** Answers without a click: where it is, who holds it, how much time is left, what comes next and by whom. */
export function NowPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation(['dossiers', 'common']);
  const pick = useLocalized();
  const { clock, holder, addressee, where } = dossier;
  const next = dossier.steps[dossier.steps.findLastIndex((step) => step.state === 'now') + 1];
  // Refused or stopped: nothing comes next, and no date is kept.
  const over = dossier.status === 3 || dossier.status === 8;
  const upcoming = over ? undefined : next?.state === 'next' ? next : dossier.steps.find((step) => step.state === 'next');
  return (
    <section className="now" aria-label={t('dossiers:now.title')}>
      <div>
        <h2>{t('dossiers:now.where')}</h2>
        <strong>{pick(dossier.stepName)}</strong>
        <div className="under">{pick(dossier.statusName)}</div>
        {dossier.stepTime && (
          <div className="step-time">
            {t('dossiers:now.stepTime')} <TimeToken token={dossier.stepTime.timeToken} text={dossier.stepTime.timeText} />
          </div>
        )}
      </div>
      <div>
        <h2>{t('dossiers:now.holder')}</h2>
        <strong lang="vi">{holder.name}</strong>
        {where.since && <div className="under number">{t('dossiers:now.since', { at: dateTime(where.since) })}</div>}
        {where.until && <div className="under number">{t('dossiers:now.until', { at: dateTime(where.until) })}</div>}
        {holder.phone && <div className="under number">{t('dossiers:now.phone', { phone: holder.phone })}</div>}
        {dossier.people.lead && <div className="under">{t('dossiers:now.lead', { name: dossier.people.lead.name })}</div>}
        {addressee && (
          <div className="under">
            {t('dossiers:now.onItsWay')} <span lang="vi">{addressee.name}</span>
          </div>
        )}
      </div>
      <div>
        <h2>{t('dossiers:now.time')}</h2>
        <TimeToken token={clock.timeToken} text={clock.timeText} />
        {clock.dueAt && !over && <div className="number">{t('common:time.due', { at: dateTime(clock.dueAt) })}</div>}
        {clock.extended && <div className="under number">{t('dossiers:now.extended', { from: dateTime(clock.extended.from), to: dateTime(clock.extended.to) })}</div>}
        {clock.pausedSince && <div className="under number">{t('dossiers:now.pausedSince', { at: dateTime(clock.pausedSince) })}</div>}
        <WhyDate trace={clock.trace} />
        {clock.changes.length > 0 && (
          <details className="why">
            <summary>{t('dossiers:now.changes', { count: clock.changes.length })}</summary>
            <DueChanges changes={clock.changes} />
          </details>
        )}
      </div>
      <div>
        <h2>{t('dossiers:now.next')}</h2>
        {upcoming ? (
          <>
            <strong>{pick(upcoming.name)}</strong>
            <div className="under" lang="vi">
              {upcoming.unit}
            </div>
          </>
        ) : (
          <strong>{t('dossiers:now.nothing')}</strong>
        )}
      </div>
    </section>
  );
}
