import type { Transaction } from '@app/database';

/** A series whose numbers are not what its counter says. */
export interface NumberFault {
  readonly series: string;
  readonly unitId: string;
  readonly period: string;
  /** The last number the counter gave. */
  readonly last: number;
  /** How many are on record from the first one on; fewer than the distance means a gap. */
  readonly given: number;
  readonly first: number;
}

/** Looks through all series for numbers that are missing between the first and the counter's last. No number can be there twice: a constraint holds that. */
export function findNumberFaults(tx: Transaction): Promise<NumberFault[]> {
  return tx.rows<NumberFault>(
    `select c.series, c.unit_id as "unitId", c.period, c.value as last, count(n.value)::int as given, coalesce(min(n.value), 0)::int as first
       from counter c left join issued_number n using (series, unit_id, period)
      group by c.series, c.unit_id, c.period, c.value
     having count(n.value) > 0 and (max(n.value) <> c.value or count(n.value) <> c.value - min(n.value) + 1)
      order by c.series, c.unit_id, c.period`);
}
