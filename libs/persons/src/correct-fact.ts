import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Origin, Statement } from './fact.js';
import { findFact } from './read-facts.js';
import { factRow, insertFacts } from './record-facts.js';

/** What takes the place of a fact, on whose authority and why. */
export interface FactCorrection {
  readonly factId: string;
  readonly value: Statement['value'];
  readonly reason: string;
  /** Its `asOf` is not asked: the corrected fact keeps its place in the history. */
  readonly origin: Omit<Origin, 'asOf'> & { readonly authority: string };
}

/**
 * Corrects one fact by another that takes its place in the history; the wrong one stays readable with the reason.
 * Throws `not-found`, `reason.required` without a reason, `fact.corrected` when it has been corrected already.
 */
export async function correctFact(tx: Transaction, { factId, value, reason, origin }: FactCorrection): Promise<void> {
  if (reason.trim() === '') throw new DomainError('reason.required');
  const wrong = await findFact(tx, factId);
  if (wrong === undefined) throw new DomainError('not-found');
  if (wrong.isCorrected) throw new DomainError('fact.corrected');
  // The pair fits: the value is judged by the constraints of the table, as every other fact's.
  const statement = { attribute: wrong.attribute, value, ...(wrong.otherId === null ? {} : { otherId: wrong.otherId }) } as Statement;
  await insertFacts(tx, wrong.personId, [factRow(statement, { corrects: factId, reason: reason.trim() })], { ...origin, asOf: wrong.asOf });
}
