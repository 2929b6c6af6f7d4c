import type { Transaction } from '@app/database';
import { contradict } from './find-doubts.js';
import { raiseDoubt } from './raise-doubt.js';

/** What a declaration says in the same words as the file; an address is put right by the police, with its commune. */
const IN_THE_SAME_WORDS: ReadonlySet<string> = new Set(['personalId', 'fullName', 'sex', 'birthDate', 'ethnicity', 'nationality', 'birthPlace', 'homeTown']);

/** A value somebody declared of themselves, which an officer accepted against the file. */
export interface DeclaredOtherwise {
  readonly personId: string;
  readonly attribute: string;
  readonly value: string;
  readonly dossierId: string;
  /** The officer who accepted it. */
  readonly raisedBy?: string;
}

/**
 * Raises a conflict between the file and what was accepted against it, once: a declaration writes nothing back, but if it is right the file is wrong, and
 * somebody must say which. Answers whether a doubt is new; false too where the two do not contradict each other.
 */
export async function doubtDeclared(tx: Transaction, { personId, attribute, value, dossierId, raisedBy }: DeclaredOtherwise): Promise<boolean> {
  if (!IN_THE_SAME_WORDS.has(attribute)) return false;
  const shown = await tx.maybeOne<{ factId: string; value: unknown; personId: string }>(
    `SELECT f.id AS "factId", f.value, coalesce(p.merged_into, p.id) AS "personId" FROM person p JOIN person_fact_shown f ON f.person_id IN (SELECT person_members(p.id))
      WHERE p.id = $1 AND f.attribute = $2 ORDER BY f.as_of DESC, f.recorded_at DESC, f.id DESC LIMIT 1`, [personId, attribute]);
  if (shown === undefined || !contradict(attribute, shown.value, value)) return false;
  return raiseDoubt(tx, {
    kind: 'conflict', personId: shown.personId, detail: { attribute, shown: { factId: shown.factId, value: shown.value }, other: { value }, dossierId }, ...(raisedBy !== undefined && { raisedBy }),
  });
}
