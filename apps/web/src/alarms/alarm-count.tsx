import { useQuery } from '@tanstack/react-query';
import { listAlarms } from './calls';

const EVERY_MINUTE = 60_000;

/** How many alarms are open in my units, for the menu. Where it cannot be told, nothing is said. */
export function AlarmCount() {
  const { data } = useQuery({ queryKey: ['alarms', 'count'], queryFn: () => listAlarms({ limit: 0 }), refetchInterval: EVERY_MINUTE, staleTime: EVERY_MINUTE });
  return data && data.total > 0 ? <span className="alarm-count number">{data.total}</span> : null;
}
