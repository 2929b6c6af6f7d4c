import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listForReview } from '../api/calls';

/** The province's queue: what is held by or addressed to my unit, the earliest due first. */
export function useReviewList() {
  return useQuery({ queryKey: ['review', 'open'], queryFn: () => listForReview({ state: 'open', limit: 100 }), placeholderData: keepPreviousData });
}
