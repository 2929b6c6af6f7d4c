import { SYSTEM } from '@app/database';
import { withDatabase } from '../with-database.js';

interface WaitingRow {
  readonly kind: 'lane' | 'deadline';
  readonly dossier: string;
  /** Parked or failed: nothing happens until an operator says so. */
  readonly parked: boolean;
  readonly tries: number;
  readonly lastError: string | null;
  /** Effects that wait, or the event of the deadline. */
  readonly what: string;
}

const WAITING = `
  select 'lane' as kind, l.dossier_id as dossier, parked, tries, last_error as "lastError",
         (select count(*) from effect e where e.dossier_id = l.dossier_id and done_at is null) || ' effects' as what
    from lane l
  union all
  select 'deadline', dossier_id, true, 1, last_error, event from deadline where state = 'failed'
  order by parked desc, kind`;

/** Lists what waits: lanes with effects, how often tried, what failed; and deadlines that failed. Answers false when an operator must act. */
export async function showLanes(args: readonly string[]): Promise<boolean> {
  const rows = await withDatabase('application', (database) => database.transaction(SYSTEM, (tx) => tx.rows<WaitingRow>(WAITING)));
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else for (const row of rows) process.stdout.write(`${row.parked ? 'PARKED' : 'waits '} ${row.kind} ${row.dossier}  ${row.what}, ${row.tries} tries ${row.lastError ?? ''}\n`);
  return rows.every((row) => !row.parked);
}

/** Lets parked lanes go on from their first waiting effect, and failed deadlines fall again. */
export async function unparkLanes(): Promise<boolean> {
  const [lanes, deadlines] = await withDatabase('application', (database) => database.transaction(SYSTEM, (tx) => Promise.all([
    tx.execute('update lane set parked = false, tries = 0, ready_at = now() where parked'),
    tx.execute(`update deadline set state = 'armed', last_error = null where state = 'failed'`),
  ])));
  process.stdout.write(`${lanes} lanes and ${deadlines} deadlines try again.\n`);
  return true;
}
