import type { Transaction } from '@app/database';
import type { Origin, RelationValue } from './fact.js';
import { holderOfNumber } from './person-store.js';
import { recordFacts } from './record-facts.js';

/** A death as a dossier has registered it. Days are `YYYY-MM-DD`. */
export interface RegisteredDeath {
  readonly dossierId: string;
  /** The agency that registered it. */
  readonly authority: string;
  readonly personalId: string;
  readonly diedOn: string;
  readonly registeredOn: string;
}

/**
 * Says of a person on file that they died, and that their marriages ended by it (Law on Marriage and Family 2014, Art. 65). A
 * correction of the entry brings another day and corrects both. Answers the person's id; nothing for somebody who is not on file.
 */
export async function recordDeath(tx: Transaction, { personalId, diedOn, registeredOn, dossierId, authority }: RegisteredDeath): Promise<string | undefined> {
  const person = await tx.maybeOne<{ id: string }>(`SELECT id FROM person WHERE id = ${holderOfNumber('$1')}`, [personalId]);
  if (person === undefined) return undefined;
  const origin: Origin = { source: 'dossier', authority, asOf: registeredOn, dossierId };
  const marriages = await tx.rows<{ person_id: string; other_id: string; since: string | null }>(
    `SELECT person_id, other_id, since::text AS since FROM relation
      WHERE kind = 'spouse' AND (person_id = ANY (ARRAY(SELECT person_members($1))) OR other_id = ANY (ARRAY(SELECT person_members($1)))) AND (until IS NULL OR (ended_by = 'death' AND dossier_id = $2))`,
    [person.id, dossierId]);
  await recordFacts(tx, person.id, [{ attribute: 'death', value: diedOn }], origin);
  for (const { person_id, other_id, since } of marriages) {
    const value: RelationValue = { ...(since === null ? {} : { since }), until: diedOn, endedBy: 'death' };
    await recordFacts(tx, person_id, [{ attribute: 'spouse', otherId: other_id, value }], origin);
  }
  return person.id;
}
