import { useTranslation } from 'react-i18next';
import type { Dossier } from '../api/types';
import { TimeToken } from '../components/time-token';
import { WhyDate } from '../components/why-date';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';

/** Answers without a click: where it is, who holds it, how much time is left, what comes next and by whom. */
export function NowPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation(['dossiers', 'common']);
  const pick = useLocalized();
  const { clock, holder, addressee } = dossier;
  const next = dossier.steps[dossier.steps.findLastIndex((step) => step.state === 'now') + 1];
  const upcoming = next?.state === 'next' ? next : dossier.steps.find((step) => step.state === 'next');
  return (
    <section className="now" aria-label={t('dossiers:now.title')}>
      <div>
        <h2>{t('dossiers:now.where')}</h2>
        <strong>{pick(dossier.stepName)}</strong>
        <div className="under">{pick(dossier.statusName)}</div>
      </div>
      <div lang="vi">
        <h2>{t('dossiers:now.holder')}</h2>
        <strong>{holder.name}</strong>
        {holder.phone && <div className="under number">{t('dossiers:now.phone', { phone: holder.phone })}</div>}
        {addressee && <div className="under">{t('dossiers:now.onItsWay', { unit: addressee.name })}</div>}
      </div>
      <div>
        <h2>{t('dossiers:now.time')}</h2>
        <TimeToken token={clock.timeToken} text={clock.timeText} />
        {clock.dueAt && <div className="number">{t('common:time.due', { at: dateTime(clock.dueAt) })}</div>}
        <WhyDate trace={clock.trace} />
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
