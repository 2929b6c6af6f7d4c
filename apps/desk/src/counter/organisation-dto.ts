import { ACTING_ROLES, ORGANISATION_KINDS, ORGANISATION_ROLES, maskOrganisationCode, type ActsFor, type OrganisationHit, type OrganisationOnFile, type OrganisationRoleKind } from '@app/persons';
import type { ActsForDto, OrganisationDto, OrganisationRowDto } from './counter.dto.js';

export function organisationRowDto({ id, name, maskedCode, kind, address }: OrganisationHit): OrganisationRowDto {
  return { id, name, maskedCode, kindName: ORGANISATION_KINDS[kind], address: address ?? '' };
}

/** An organisation with those who hold a role in it today. */
export function organisationDto({ organisation, roles }: OrganisationOnFile): OrganisationDto {
  const { id, name, code, kind, address } = organisation;
  const acting: readonly OrganisationRoleKind[] = ACTING_ROLES;
  return {
    id, name, maskedCode: maskOrganisationCode(code), kindName: ORGANISATION_KINDS[kind], address: address?.text ?? '',
    people: roles.map(({ person, role, position, until }) => ({
      personId: person.id, fullName: person.fullName, roleName: ORGANISATION_ROLES[role], acts: acting.includes(role),
      ...(position === null ? {} : { position }), ...(until === null ? {} : { until }),
    })),
  };
}

/** An organisation somebody may act for today. */
export function actsForDto({ organisationId, name, code, kind, role, position }: ActsFor): ActsForDto {
  return { organisationId, name, maskedCode: maskOrganisationCode(code), kindName: ORGANISATION_KINDS[kind], roleName: ORGANISATION_ROLES[role], ...(position === null ? {} : { position }) };
}
