import type { Transaction } from '@app/database';
import type { Fact } from './fact.js';

const FACT = `f.id, f.attribute, f.other_id AS "otherId", f.value, f.source, f.authority, f.as_of::text AS "asOf", f.dossier_id AS "dossierId",
  to_char(f.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt", f.recorded_by AS "recordedBy", f.corrects, f.reason,
  EXISTS (SELECT FROM person_fact_shown s WHERE s.id = f.id AND s.person_id = f.person_id) AS "isShown",
  EXISTS (SELECT FROM person_fact c WHERE c.corrects = f.id) AS "isCorrected"`;

/** All that was ever said of a person, attribute by attribute, the newest first. */
export function readFacts(tx: Transaction, personId: string): Promise<Fact[]> {
  return tx.rows<Fact>(
    `SELECT ${FACT} FROM person_fact f WHERE f.person_id = $1
      ORDER BY f.attribute, f.other_id, f.as_of DESC, f.recorded_at DESC, f.id DESC`, [personId]);
}

/** One fact and whose it is. */
export function findFact(tx: Transaction, id: string): Promise<(Fact & { personId: string }) | undefined> {
  return tx.maybeOne(`SELECT f.person_id AS "personId", ${FACT} FROM person_fact f WHERE f.id = $1`, [id]);
}
