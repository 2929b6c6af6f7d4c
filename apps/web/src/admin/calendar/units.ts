import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, result } from '../../api/client';
import { useSession } from '../../shell/session';

const communesQuery = queryOptions({ queryKey: ['communes'], queryFn: () => result(client.GET('/api/communes')), staleTime: 3_600_000 });

/** The unit whose rules hold in the whole country. */
export const NATION = 'vn';

export interface UnitOption {
  value: string;
  label: string;
}

/** The calendars a person may look at: the nation's, those of their own units, those of the communes that receive here. */
export function useCalendarUnits(): UnitOption[] {
  const { t } = useTranslation('calendar');
  const session = useSession();
  const { data: communes = [] } = useQuery(communesQuery);
  const own = (session.posts ?? []).map(({ unitId, unitName }) => ({ value: unitId, label: unitName }));
  const options = [{ value: NATION, label: t('nation') }, ...own, ...communes.map(({ id, name }) => ({ value: id, label: name }))];
  return options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index);
}
