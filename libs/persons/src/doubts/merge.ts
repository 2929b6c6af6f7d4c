import { DomainError, newId } from '@app/kernel';
import type { Transaction } from '@app/database';

/** That two records are one person, found by one officer and approved by another. */
export interface Merger {
  readonly personIds: readonly [string, string];
  readonly proposedBy: string;
  readonly approvedBy: string;
  /** The office that decided. */
  readonly authority: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

interface MergedRecord {
  readonly id: string;
  readonly personal_id: string | null;
  readonly source: string;
  readonly began: string;
}

/**
 * Has one record stand for both: the one with a number, else the register's, else the older. The other keeps its facts, papers and dossiers,
 * and is found through the first from now on. Throws `doubt.settled` when they are one already. Answers the record that stands, and the fact that says so.
 */
export async function merge(tx: Transaction, { personIds, proposedBy, approvedBy, authority, on }: Merger): Promise<{ standing: string; factId: string }> {
  // Mergers are rare and wait for each other: two at once could have two records stand for one another.
  await tx.execute(`SELECT pg_advisory_xact_lock(hashtext('person-merger'))`);
  const records = await tx.rows<MergedRecord>(
    `SELECT id, personal_id, source, (SELECT min(recorded_at)::text FROM person_fact f WHERE f.person_id = person.id) AS began
       FROM person WHERE id IN (SELECT coalesce(merged_into, id) FROM person WHERE id = ANY ($1::uuid[])) ORDER BY id`, [personIds]);
  const [standing, merged] = records.toSorted((one, other) => rank(other) - rank(one) || one.began.localeCompare(other.began) || one.id.localeCompare(other.id));
  if (standing === undefined || merged === undefined) throw new DomainError('doubt.settled');
  const factId = newId();
  await tx.execute(
    `INSERT INTO person_fact (id, person_id, attribute, other_id, value, source, authority, as_of, recorded_by, approved_by)
     VALUES ($1, $2, 'sameAs', $3, '{}', 'civil-status-register', $4, $5, $6, $7)`,
    [factId, merged.id, standing.id, authority, on, proposedBy, approvedBy]);
  return { standing: standing.id, factId };
}

const rank = ({ personal_id, source }: MergedRecord): number => (personal_id === null ? 0 : 2) + (source === 'population-register' ? 1 : 0);

/** Why two records are two people after all. */
export interface Separation {
  /** The fact that made them one. */
  readonly factId: string;
  readonly officerId: string;
  readonly authority: string;
  readonly reason: string;
}

/** Takes a merger back by a further fact; each record shows again what its own facts say. Throws `doubt.settled` when that was done already. */
export async function separate(tx: Transaction, { factId, officerId, authority, reason }: Separation): Promise<void> {
  const held = await tx.execute(
    `INSERT INTO person_fact (id, person_id, attribute, other_id, value, source, authority, as_of, recorded_by, corrects, reason)
     SELECT $1, person_id, attribute, other_id, NULL, source, $2, as_of, $3, id, $4 FROM person_fact f
      WHERE id = $5 AND attribute = 'sameAs' AND NOT EXISTS (SELECT FROM person_fact c WHERE c.corrects = f.id)`,
    [newId(), authority, officerId, reason, factId]);
  if (held === 0) throw new DomainError('doubt.settled');
}
