import { useQuery } from '@tanstack/react-query';
import { getReasons } from '../api/calls';
import type { Reason } from '../api/types';

/** The reasons of one kind; the catalogue does not change while a page is open. */
export function useReasons(kind: string): readonly Reason[] {
  return useQuery({ queryKey: ['reasons', kind], queryFn: () => getReasons(kind), staleTime: Infinity }).data ?? [];
}
