import type { PaperOnFile, PaperState } from './person.js';

/**
 * How a paper stands on a day (`YYYY-MM-DD`): revoked by a decision, expired by its date alone, else in force. The last day
 * it is good for still counts.
 */
export function paperStateOn({ state, validUntil }: Pick<PaperOnFile, 'state' | 'validUntil'>, on: string): PaperState {
  if (state === 'revoked') return 'revoked';
  return validUntil !== null && validUntil < on ? 'expired' : 'in-force';
}
