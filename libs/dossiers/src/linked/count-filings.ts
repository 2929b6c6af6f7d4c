import type { Transaction } from '@app/database';

/** What is counted: filings of a commune in a stretch of time, both ends as instants; the last one does not belong to it. */
export interface CountedPeriod {
  readonly commune: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** How many matters people brought; a linked group is one of them, however many dossiers it has (form II.06a). */
export interface CountedFilings {
  readonly filed: number;
  readonly open: number;
  /** Ended, all dossiers of a group together. */
  readonly resolved: number;
  /** Of the resolved, those of which no dossier was ended after its date. */
  readonly onTime: number;
}

/** Counts what the caller sees; a group counts once, from the filing until its last dossier has ended. */
export async function countFilings(tx: Transaction, { commune, from, until }: CountedPeriod): Promise<CountedFilings> {
  return tx.one<CountedFilings>(
    `select count(*)::int as filed, count(*) filter (where open)::int as open, count(*) filter (where not open)::int as resolved,
        count(*) filter (where not open and not late)::int as "onTime"
       from (
         select coalesce(d.linked_group, d.id) as matter, min(coalesce(g.filed_at, d.filed_at)) as filed_at,
            bool_or(d.is_open) or bool_or(exists (select 1 from linked_member m where m.group_id = d.linked_group and m.state = 'waiting')) as open,
            bool_or(coalesce((select max(c.at) from clock_entry c where c.dossier_id = d.id and c.kind = 'stop') > d.due_at, false)) as late
           from dossier d left join linked_group g on g.id = d.linked_group
          where d.commune = $1 group by 1) matters
      where filed_at >= $2 and filed_at < $3`, [commune, from.toString(), until.toString()]);
}
