import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listForReview } from '../api/calls';

/** The province's queue: what is held by or addressed to my unit, the earliest due first; on demand only what was late while one unit had it. */
export function useReviewList(lateBy?: string) {
  return useQuery({
    queryKey: ['review', 'open', lateBy],
    queryFn: () => listForReview({ state: 'open', limit: 100, ...(lateBy ? { lateBy } : {}) }),
    placeholderData: keepPreviousData,
  });
}
