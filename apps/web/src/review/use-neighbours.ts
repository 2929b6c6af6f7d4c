import { useState } from 'react';
import type { DossierRow } from '../api/types';
import { useReviewList } from './use-review-list';

/**
 * The rows of the review list and the cases before and after this one. The order is the one in which the case was
 * opened: a decided case leaves the queue, but "next" must still be the one that followed it.
 */
export function useNeighbours(id: string): { rows: readonly DossierRow[]; next: string | undefined; previous: string | undefined } {
  const rows = useReviewList().data?.rows ?? [];
  const [opened, setOpened] = useState<readonly string[]>([]);
  const order = rows.some((row) => row.id === id) ? rows.map((row) => row.id) : opened;
  if (opened.length === 0 && order.length > 0) setOpened(order);
  const place = opened.indexOf(id);
  const open = new Set(rows.map((row) => row.id));
  return {
    rows,
    next: opened.find((other, index) => index > place && other !== id && open.has(other)),
    previous: place > 0 ? opened.findLast((other, index) => index < place && open.has(other)) : undefined,
  };
}
