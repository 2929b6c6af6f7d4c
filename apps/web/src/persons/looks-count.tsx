import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countWaitingLooks } from './calls';

const EVERY_MINUTE = 60_000;

/** How many looks outside dossiers wait for the head, for the menu. Acknowledging one counts anew; where it cannot be told, nothing is said. */
export function LooksCount() {
  const { t } = useTranslation('shell');
  const { data } = useQuery({ queryKey: ['outside-looks', 'waiting'], queryFn: countWaitingLooks, refetchInterval: EVERY_MINUTE, staleTime: EVERY_MINUTE });
  if (!data || data.count === 0) return null;
  return (
    <span className="alarm-count number">
      {data.count}
      <span className="visually-hidden"> {t('looksWaiting', { count: data.count })}</span>
    </span>
  );
}
