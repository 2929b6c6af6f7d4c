import type { Transaction } from '@app/database';
import type { Address, Origin } from './fact.js';
import { recordFacts } from './record-facts.js';

/** A permanent address as a source has registered it. */
export interface RegisteredAddress {
  readonly personId: string;
  /** Null: the registration was removed, and no new one is known. */
  readonly address: Address | null;
  readonly origin: Origin;
}

/** Says where a person lives from now on. The addresses before stay readable, each with its source. */
export async function recordAddress(tx: Transaction, { personId, address, origin }: RegisteredAddress): Promise<void> {
  await recordFacts(tx, personId, [{ attribute: 'permanentAddress', value: address }], origin);
}
