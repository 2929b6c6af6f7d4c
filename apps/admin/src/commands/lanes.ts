import { SYSTEM } from '@app/database';
import { withDatabase } from '../with-database.js';

interface LaneRow {
  readonly dossier: string;
  readonly parked: boolean;
  readonly tries: number;
  readonly lastError: string | null;
  readonly waiting: number;
}

/** Lists lanes with effects that wait: how many, how often tried, what failed. */
export async function showLanes(args: readonly string[]): Promise<boolean> {
  const lanes = await withDatabase('application', (database) => database.transaction(SYSTEM, (tx) => tx.rows<LaneRow>(
    `select l.dossier_id as dossier, parked, tries, last_error as "lastError",
            (select count(*)::int from effect e where e.dossier_id = l.dossier_id and done_at is null) as waiting
       from lane l order by parked desc, ready_at`)));
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(lanes)}\n`);
  else for (const lane of lanes) process.stdout.write(`${lane.parked ? 'PARKED' : 'waits '} ${lane.dossier}  ${lane.waiting} effects, ${lane.tries} tries ${lane.lastError ?? ''}\n`);
  return lanes.every((lane) => !lane.parked);
}

/** Lets parked lanes try again from their first waiting effect. */
export async function unparkLanes(): Promise<boolean> {
  const count = await withDatabase('application', (database) => database.transaction(SYSTEM, (tx) =>
    tx.execute('update lane set parked = false, tries = 0, ready_at = now() where parked')));
  process.stdout.write(`${count} lanes try again.\n`);
  return true;
}
