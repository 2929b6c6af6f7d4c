import { newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Address, Origin } from '../fact.js';
import { recordSubjectFacts } from './record-subject-facts.js';

/** A household business as a dossier has registered it. */
export interface RegisteredBusiness {
  readonly ownerId: string;
  /** The owner's personal ID: it is the code of the business. */
  readonly code: string;
  readonly name: string;
  readonly address: Address;
  readonly phone?: string;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly origin: Origin;
}

/** Puts a household business on file with its owner, who may act for it from then on. A person has one; registering it again changes it. Answers its id. */
export async function recordHouseholdBusiness(tx: Transaction, { ownerId, code, name, address, phone, since, origin }: RegisteredBusiness): Promise<string> {
  const known = await tx.maybeOne<{ id: string }>('SELECT id FROM organisation WHERE code = $1', [code]);
  const organisationId = known?.id ?? newId();
  await recordSubjectFacts(tx, { organisationId }, [
    { attribute: 'code', value: code }, { attribute: 'name', value: name }, { attribute: 'kind', value: 'household-business' }, { attribute: 'address', value: address },
    ...(phone === undefined ? [] : [{ attribute: 'phone', value: phone } as const]),
    { attribute: 'owner', personId: ownerId, value: { since } },
  ], origin);
  return organisationId;
}
