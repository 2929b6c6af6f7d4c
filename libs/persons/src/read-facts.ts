import type { Transaction } from '@app/database';
import type { Fact } from './fact.js';

/** The facts of all records of a person; that two records are one is no value of the person, and is read with the merger. */
const FACTS = `SELECT f.person_id AS "personId", f.id, f.attribute, f.other_id AS "otherId", f.value, f.source, f.authority, f.as_of::text AS "asOf", f.dossier_id AS "dossierId",
    to_char(f.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt", f.recorded_by AS "recordedBy", f.corrects, f.reason, c.id IS NOT NULL AS "isCorrected",
    c.id IS NULL AND f.id = first_value(f.id) OVER (PARTITION BY f.attribute, f.other_id ORDER BY c.id IS NOT NULL, f.as_of DESC, f.recorded_at DESC, f.id DESC) AS "isShown"
   FROM person_fact f LEFT JOIN person_fact c ON c.corrects = f.id
  WHERE f.person_id = ANY (ARRAY(SELECT person_members($1))) AND f.attribute <> 'sameAs'
  ORDER BY f.attribute, f.other_id, f.as_of DESC, f.recorded_at DESC, f.id DESC`;

/** All that was ever said of a person, attribute by attribute, the newest first. */
export async function readFacts(tx: Transaction, personId: string): Promise<Fact[]> {
  return (await tx.rows<Fact & { personId: string }>(FACTS, [personId])).map(({ personId: _record, ...fact }) => fact);
}

/** One fact and whose it is: the record it was said of. */
export async function findFact(tx: Transaction, id: string): Promise<(Fact & { personId: string }) | undefined> {
  const of = await tx.maybeOne<{ person_id: string }>('SELECT person_id FROM person_fact WHERE id = $1', [id]);
  return of && (await tx.rows<Fact & { personId: string }>(FACTS, [of.person_id])).find((fact) => fact.id === id);
}
