import { SYSTEM, type Database } from '@app/database';
import { verifyJournal, type JournalFault } from '@app/dossiers';
import { findActsBeyondRight, findHolderFaults, findOwnDecisions, type HolderFault } from '../support/one-holder.js';

/** What must hold after the month; each list names what does not. */
export interface Verdict {
  readonly dossiers: number;
  readonly journalRows: number;
  readonly deadlines: Readonly<Record<string, number>>;
  /** Deadlines due that nobody let fall. */
  readonly missed: number;
  /** Deadlines that fell without, or with more than, one line in a journal; lines of the system without a deadline that fell. */
  readonly notOnce: ReadonlyArray<{ readonly id: string; readonly event: string; readonly state: string; readonly lines: number }>;
  /** Dossiers that were late without being told so once, or told so without being late. */
  readonly wronglyLate: ReadonlyArray<{ readonly id: string; readonly due: string; readonly stopped: string | null; readonly told: readonly string[] }>;
  /** Dossiers of which not everything names the same holder at every instant. */
  readonly notOneHolder: readonly HolderFault[];
  /** Acts for somebody else that nothing in force then covers. */
  readonly beyondTheirRight: ReadonlyArray<{ readonly id: string; readonly seq: number }>;
  /** Decisions by the author, or for whom the author stood in. */
  readonly ownDecisions: ReadonlyArray<{ readonly id: string; readonly seq: number }>;
  readonly actsForOthers: number;
  readonly failed: number;
  /** Journals that do not replay to the stored state, ledgers that do not give the due date, broken chains. */
  readonly faults: readonly JournalFault[];
}

/** Judges a month by what stands in the database, not by what the program remembers. */
export async function judgeMonth(database: Database, now: Temporal.Instant): Promise<Verdict> {
  const one = <T>(sql: string, params: readonly unknown[] = []): Promise<T> => database.transaction(SYSTEM, (tx) => tx.one<T>(sql, params));
  const count = async (sql: string, params: readonly unknown[] = []): Promise<number> => (await one<{ n: number }>(`select count(*)::int as n from ${sql}`, params)).n;
  const states = await database.transaction(SYSTEM, (tx) => tx.rows<{ state: string; n: number }>('select state, count(*)::int as n from deadline group by state order by state'));
  const { dossiers, rows, faults } = await verifyJournal(database);
  return {
    dossiers, journalRows: rows, faults,
    deadlines: Object.fromEntries(states.map(({ state, n }) => [state, n])),
    missed: await count(`deadline where state = 'armed' and due_at <= $1`, [now.toString()]),
    notOneHolder: await findHolderFaults(database),
    beyondTheirRight: await findActsBeyondRight(database),
    ownDecisions: await findOwnDecisions(database),
    actsForOthers: await count(`journal where body::jsonb -> 'actor' ? 'for'`),
    failed: await count(`deadline where state = 'failed'`),
    // The command of a system act is the deadline's id, so each line can be matched with its row.
    notOnce: await database.transaction(SYSTEM, (tx) => tx.rows(
      `select d.dossier_id as id, d.event, d.state, count(j.seq)::int as lines
         from deadline d left join journal j on j.dossier_id = d.dossier_id and j.body::jsonb ->> 'command' = d.id::text
        group by d.id having count(j.seq) <> case d.state when 'fired' then 1 else 0 end
       union all
       select j.dossier_id, j.event, 'none', 1 from journal j
        where j.body::jsonb -> 'actor' ->> 'kind' = 'system' and not exists (select 1 from deadline d where d.id::text = j.body::jsonb ->> 'command')`)),
    // Late: the clock stopped on a later day than the promise, or runs on beyond it; on the day itself whoever finished may
    // have been quicker than the sweep. Not late: stopped in time, or not due yet.
    wronglyLate: await database.transaction(SYSTEM, (tx) => tx.rows(
      `select id, due_at as due, stopped, told from (
         select d.id, d.due_at, c.at as stopped,
          case when c.at is null then d.clock_state = 'running' and $1::timestamptz > d.due_at + interval '1 minute'
               else (c.at at time zone 'Asia/Ho_Chi_Minh')::date > (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date end as late,
          coalesce(c.at, $1::timestamptz) <= d.due_at as in_time,
          (select coalesce(array_agg(j.at::text), '{}') from journal j where j.dossier_id = d.id and j.event = 'overdue' and j.at > d.due_at) as told
         from dossier d left join clock_entry c on c.dossier_id = d.id and c.kind = 'stop'
        where d.due_at is not null and d.clock_state in ('running', 'stopped')) s
       where (late and cardinality(told) <> 1) or (in_time and cardinality(told) <> 0)`, [now.toString()])),
  };
}
