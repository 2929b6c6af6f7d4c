import { DATA_SOURCES, type DataSourceKey } from '../data-sources.js';
import type { FoundValue } from '../offer.js';
import type { HouseholdAttribute, MemberAttribute, OrganisationAttribute } from '../source-path.js';
import type { Household } from './household.js';
import type { OrganisationOnFile } from './subject.js';

/** What a household offers as a whole; `relation` is what the person it was read for is to the head. */
export function householdValues(household: Household | undefined, personId: string, attribute: HouseholdAttribute): FoundValue[] {
  const own = household?.members.find(({ person }) => person.id === personId);
  if (household === undefined || own === undefined) return [];
  switch (attribute) {
    case 'code': return found(household.code, own);
    case 'size': return found(household.members.length, own);
    case 'relation': return found(own.relation, own);
    case 'address.text': return found(household.address?.text, own);
    case 'address.detail': return found(household.address?.detail, own);
  }
}

/** What is offered of one member; the head is the first, and where there is none nobody is. */
export function memberValues(household: Household | undefined, place: number, attribute: MemberAttribute): FoundValue[] {
  const hasHead = household?.members[0]?.relation === 'head';
  const member = hasHead ? household.members[place - 1] : undefined;
  if (member === undefined) return [];
  return found(attribute === 'relation' ? member.relation : member.person[attribute], member);
}

/** What an organisation offers of itself and of whoever represents it: by law, or as the owner of a household business. */
export function organisationValues({ organisation, roles }: OrganisationOnFile, attribute: OrganisationAttribute): FoundValue[] {
  const representative = roles.find(({ role }) => role === 'representative' || role === 'owner');
  const said = (fact: string, value: string | null | undefined): FoundValue[] => {
    const { source, asOf } = organisation.provenance[fact] ?? { source: 'business-register', asOf: '' };
    return asOf === '' ? [] : found(value, { source, asOf });
  };
  switch (attribute) {
    case 'code': return said('code', organisation.code);
    case 'name': return said('name', organisation.name);
    case 'kind': return said('kind', organisation.kind);
    case 'phone': return said('phone', organisation.phone);
    case 'address.text': return said('address', organisation.address?.text);
    case 'address.detail': return said('address', organisation.address?.detail);
    case 'representative.fullName': return representative === undefined ? [] : found(representative.person.fullName, representative);
    case 'representative.personalId': return representative === undefined ? [] : found(representative.person.personalId, representative);
    case 'representative.position': return representative === undefined ? [] : found(representative.position, representative);
  }
}

function found(value: string | number | null | undefined, { source, asOf }: { readonly source: DataSourceKey; readonly asOf: string }): FoundValue[] {
  return value === null || value === undefined ? [] : [{ value, source: DATA_SOURCES[source], asOf, assurance: 'register' }];
}
