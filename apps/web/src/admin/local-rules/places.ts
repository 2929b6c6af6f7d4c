import { queryOptions, useQuery } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import { useSession } from '../../shell/session';

const communesQuery = queryOptions({ queryKey: ['communes'], queryFn: () => result(client.GET('/api/communes')), staleTime: 3_600_000 });

export interface PlaceOption {
  value: string;
  label: string;
}

/** The communes that receive here. */
export function useCommunes(): PlaceOption[] {
  const { data = [] } = useQuery(communesQuery);
  return data.map(({ id, name }) => ({ value: id, label: name }));
}

/** The provinces and communes a person may look after: those of their posts, and the communes that receive here. */
export function usePlaces(): PlaceOption[] {
  const session = useSession();
  const communes = useCommunes();
  const own = (session.posts ?? []).filter(({ unitId }) => /^[pc]\d{2,5}$/.test(unitId)).map(({ unitId, unitName }) => ({ value: unitId, label: unitName }));
  const options = [...own, ...communes];
  return options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index);
}
