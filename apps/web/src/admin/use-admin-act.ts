import { useMutation, useQueryClient } from '@tanstack/react-query';

/** What of the administration is read under one key. */
export type Area =
  | 'authority'
  | 'calendar'
  | 'cover'
  | 'local-rules'
  | 'non-boundary'
  | 'outages'
  | 'procedures'
  | 'units';

/**
 * One act of the administration, sent by a button; afterwards all that its area showed is read anew.
 * @param area the first part of the keys under which the area is read
 */
export function useAdminAct<Given = void, Answer = unknown>(area: Area, send: (given: Given) => Promise<Answer>, onDone?: (answer: Answer) => Promise<void> | void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: [area] });
      await onDone?.(answer);
    },
  });
}
