import type { Transaction } from '@app/database';
import { findDoubts } from './find-doubts.js';

/** A transaction may write a fact and commit it a while after; what is younger is left for the next time. */
const SETTLED = '30 seconds';

/**
 * Compares the people of whom something was said since the last time, so many facts at once. Call it until `seen` is 0. Only the system may.
 * @param again also goes back so many hours, for facts whose transaction was long; what was raised is not raised twice
 */
export async function sweepDoubts(tx: Transaction, most: number, again = 0): Promise<{ seen: number; raised: number }> {
  const facts = await tx.rows<{ id: string; personId: string }>(
    `WITH sweep AS (SELECT CASE WHEN $2 > 0 THEN seen_at - make_interval(hours => $2) ELSE seen_at END AS at, CASE WHEN $2 > 0 THEN '00000000-0000-0000-0000-000000000000' ELSE seen_id END AS id FROM doubt_sweep FOR UPDATE),
     fresh AS (SELECT f.id, f.person_id, f.recorded_at FROM person_fact f, sweep WHERE (f.recorded_at, f.id) > (sweep.at, sweep.id) AND f.recorded_at < clock_timestamp() - interval '${SETTLED}' ORDER BY f.recorded_at, f.id LIMIT $1),
     moved AS (UPDATE doubt_sweep SET seen_at = last.recorded_at, seen_id = last.id FROM (SELECT recorded_at, id FROM fresh ORDER BY recorded_at DESC, id DESC LIMIT 1) last)
     SELECT id, person_id AS "personId" FROM fresh`, [most, again]);
  const raised = facts.length === 0 ? 0 : await findDoubts(tx, [...new Set(facts.map(({ personId }) => personId))]);
  return { seen: facts.length, raised };
}
