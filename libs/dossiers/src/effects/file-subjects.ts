import type { Address, FactOrigin, HouseholdRelation } from '@app/persons';
import { HOUSEHOLD_RELATIONS } from '@app/persons';
import type { PaperFacts } from '../papers/facts.js';
import { committeeOf, ownerOf } from '../papers/shared.js';
import type { Filed, Filing } from './filing.js';

/** The owner where it is a person: nobody for an organisation's dossier. */
export function ownerIds(facts: PaperFacts): string[] {
  const { person_id: id } = ownerOf(facts);
  return id === null ? [] : [id];
}

/** Where facts of a result come from: the agency that issued it, that day, with this dossier. */
export function originOf({ dossier }: PaperFacts, authority: string, issuedOn: string): FactOrigin {
  return { source: 'dossier', authority, asOf: issuedOn, dossierId: dossier.id };
}

/** An address declared as one line, in the commune that decided. */
function addressHere(facts: PaperFacts, text: unknown): Address | undefined {
  const commune = committeeOf(facts, Infinity);
  if (typeof text !== 'string' || commune.placeCode === null) return undefined;
  return { provinceCode: (commune.parentId ?? '').replace(/^p/, ''), communeCode: commune.placeCode, detail: text, text };
}

/**
 * A permanent residence registered by the police: from now on the address on file of whoever it was registered for, and that person belongs to
 * the household of the head it names, or begins one (Law on Residence 2020, Art. 20).
 */
export async function fileResidence({ tx, persons, subjects, facts, moment: { declaration }, issuedOn, authority }: Filing, personId: string): Promise<void> {
  const address = addressHere(facts, declaration['homeAddress']);
  if (address === undefined) return;
  const origin = originOf(facts, authority, issuedOn);
  await persons.recordAddress(tx, { personId, address, origin });
  const { headPersonalId: head, relationToHead: relation } = declaration;
  await subjects.joinHousehold(tx, {
    personId, relation: isRelation(relation) ? relation : 'other', address, since: issuedOn, origin,
    ...(typeof head === 'string' ? { withPersonalId: head } : {}),
  });
}

const isRelation = (value: unknown): value is HouseholdRelation => typeof value === 'string' && Object.hasOwn(HOUSEHOLD_RELATIONS, value);

/** A permanent residence removed by the police: whoever it was belongs to the household no longer, and lives nowhere that is known unless they died. */
export async function fileRemoval({ tx, persons, subjects, facts, moment: { declaration }, issuedOn, authority }: Filing, personId: string): Promise<void> {
  const origin = originOf(facts, authority, issuedOn);
  const { reason, diedOn } = declaration;
  if (reason === 'died') {
    await subjects.leaveHousehold(tx, personId, { until: typeof diedOn === 'string' ? diedOn : issuedOn, endedBy: 'death' }, origin);
    return;
  }
  await subjects.leaveHousehold(tx, personId, { until: issuedOn, endedBy: 'removed' }, origin);
  await persons.recordAddress(tx, { personId, address: null, origin });
}

/** A registered household business is on file with its owner, who may act for it from now on; the certificate is on the file of both. */
export async function fileHouseholdBusiness({ tx, subjects, facts, moment, model, issuedOn, authority }: Filing): Promise<Filed> {
  const business = model['business'] as { name: string; code: string; address: string; phone?: string; line?: string; capital?: number };
  const [ownerId] = ownerIds(facts);
  const address = addressHere(facts, business.address);
  if (ownerId === undefined || address === undefined) throw new Error(`dossier ${facts.dossier.id} registers a household business without owner or place`);
  const id = await subjects.recordHouseholdBusiness(tx, {
    ownerId, code: business.code, name: business.name, address, since: issuedOn, origin: originOf(facts, authority, issuedOn),
    ...(business.phone === undefined ? {} : { phone: business.phone }),
  });
  return {
    personIds: [ownerId], organisationIds: [id],
    content: { businessName: business.name, businessCode: business.code, businessAddress: business.address, businessLine: business.line, registerNumber: moment.result?.number },
  };
}
