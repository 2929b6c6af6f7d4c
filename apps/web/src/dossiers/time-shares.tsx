import { useTranslation } from 'react-i18next';
import type { TimeShares as Shares } from '../api/types';
import { oneOf } from '../components/words';
import { useLocalized } from '../shell/localized';

const OUTCOMES = ['early', 'on-time', 'late'] as const;

/** Where the time went: each holder's share of the working time, and what was not counted; together they are the whole. */
export function TimeShares({ shares }: { shares: Shares }) {
  const { t } = useTranslation('dossiers');
  const pick = useLocalized();
  const time = (minutes: number): string => t('shares.time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return (
    <table className="shares">
      <caption className="visually-hidden">{t('section.shares')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('shares.who')}</th>
          <th scope="col">{t('shares.used')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.holders.map((share) => (
          <tr key={share.unit.id + (share.officer ?? '')}>
            <th scope="row" lang="vi">
              {share.unit.name}
              {share.officer && <span className="under">{share.officer}</span>}
            </th>
            <td className="number">
              {time(share.minutes)}
              {share.late > 0 && <span className="under">{t('shares.late', { time: time(share.late) })}</span>}
            </td>
          </tr>
        ))}
        {shares.pauses.map((pause) => (
          <tr key={pause.cause}>
            <th scope="row">
              {pick(pause.causeText)}
              <span className="under">{t('shares.notCounted')}</span>
            </th>
            <td className="number">{time(pause.minutes)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t('shares.total')}
            {shares.outcome && <span className="under">{t(`shares.outcome.${oneOf(OUTCOMES, shares.outcome, 'on-time')}`)}</span>}
          </th>
          <td className="number">{time(shares.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
