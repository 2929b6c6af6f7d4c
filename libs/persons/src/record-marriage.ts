import type { Transaction } from '@app/database';
import type { Origin, RelationValue } from './fact.js';
import { recordFacts } from './record-facts.js';

/** A marriage as a source has registered it, or its end. Days are `YYYY-MM-DD`. */
export interface RegisteredMarriage {
  readonly personIds: readonly [string, string];
  readonly since?: string;
  readonly until?: string;
  readonly endedBy?: 'divorce' | 'annulment';
  readonly origin: Origin;
}

/** Says on both files that two people are married, or were: marital status follows from it. */
export async function recordMarriage(tx: Transaction, { personIds: [one, other], since, until, endedBy, origin }: RegisteredMarriage): Promise<void> {
  const value: RelationValue = { ...(since && { since }), ...(until && { until }), ...(endedBy && { endedBy }) };
  await recordFacts(tx, one, [{ attribute: 'spouse', otherId: other, value }], origin);
  await recordFacts(tx, other, [{ attribute: 'spouse', otherId: one, value }], origin);
}
