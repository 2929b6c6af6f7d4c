import type { Transaction } from '@app/database';

/** A death as a dossier has registered it. Days are `YYYY-MM-DD`. */
export interface RegisteredDeath {
  readonly personalId: string;
  readonly diedOn: string;
  readonly registeredOn: string;
}

/**
 * Marks a person on file as deceased and ends their marriages by it (Law on Marriage and Family 2014, Art. 65). A correction
 * of the entry brings another day and changes it. Answers the person's id; nothing for somebody who is not on file.
 */
export async function recordDeath(tx: Transaction, { personalId, diedOn, registeredOn }: RegisteredDeath): Promise<string | undefined> {
  const person = await tx.maybeOne<{ id: string; died_on: string | null }>('SELECT id, died_on::text AS died_on FROM person WHERE personal_id = $1 FOR UPDATE', [personalId]);
  if (person === undefined) return undefined;
  await tx.execute('UPDATE person SET alive = false, died_on = $2, as_of = greatest(as_of, $3::date) WHERE id = $1', [person.id, diedOn, registeredOn]);
  await tx.execute(
    `UPDATE relation SET until = $2, ended_by = 'death'
      WHERE kind = 'spouse' AND (person_id = $1 OR other_id = $1) AND (until IS NULL OR (ended_by = 'death' AND until = $3::date))`,
    [person.id, diedOn, person.died_on]);
  return person.id;
}
