import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';

/** The age from which nobody but oneself opens one's file (Civil Code 91/2015/QH13, Art. 20). */
export const MAJORITY = 18;

/** Whose file somebody wants to open, and when. */
export interface Reach {
  readonly readerId: string;
  /** Oneself when left out. */
  readonly of?: string;
  /** The program's time, and its local day `YYYY-MM-DD`. */
  readonly now: Temporal.Instant;
  readonly today: string;
}

export interface Reached {
  readonly personId: string;
  readonly as: 'self' | 'parent';
}

/** Whether somebody born then is a minor on a day. Of a birth known by its year or month alone the first day counts; without one nobody is. */
export function isMinorOn(birthDate: string | null, today: string): boolean {
  return birthDate !== null && isYoungerOn(birthDate, MAJORITY, today);
}

/** Whether somebody born then is younger than so many years on a day. Of a birth known by its year or month alone the first day counts. */
export function isYoungerOn(birthDate: string, years: number, today: string): boolean {
  const born = Temporal.PlainDate.from(`${birthDate}-01-01`.slice(0, 10));
  return Temporal.PlainDate.compare(born.add({ years }), Temporal.PlainDate.from(today)) > 0;
}

/**
 * Opens one's own file, or that of one's minor child, for the rest of the transaction: the walls of the database let nothing else
 * through. Whoever is somebody else's child, of age, or unknown answers alike.
 * @throws DomainError person.unknown
 */
export async function reachFile(tx: Transaction, { readerId, of, now, today }: Reach): Promise<Reached> {
  await tx.execute(`SELECT set_config('app.moment', $1, true)`, [now.toString()]);
  if (of === undefined || of === readerId) return { personId: readerId, as: 'self' };
  const child = await tx.maybeOne<{ birthDate: string | null }>(
    `SELECT birth_date AS "birthDate" FROM person WHERE id = $1 AND alive
        AND EXISTS (SELECT FROM relation WHERE person_id = $1 AND kind IN ('father', 'mother') AND other_id = $2)`, [of, readerId]);
  if (child === undefined || !isMinorOn(child.birthDate, today)) throw new DomainError('person.unknown');
  await tx.execute(`SELECT set_config('app.ward', $1, true)`, [of]);
  return { personId: of, as: 'parent' };
}
