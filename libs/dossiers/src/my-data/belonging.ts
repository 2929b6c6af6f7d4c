import type { Localized } from '@app/kernel';
import { DATA_SOURCES, HOUSEHOLD_RELATIONS, ORGANISATION_ROLES, type Belonging } from '@app/persons';
import { linkOf, type DossierCodes, type DossierLink } from './values.js';

/** The household a person belongs to: what they are in it, where it is, of how many. Nobody else in it is named. */
export interface HouseholdView {
  readonly relation: Localized;
  readonly address?: string;
  readonly size: number;
  readonly since?: string;
  readonly source: Localized;
  readonly asOf: string;
  readonly dossier?: DossierLink;
}

/** What a person is recorded to be in an organisation. */
export interface RoleView {
  readonly organisation: string;
  readonly role: Localized;
  readonly position?: string;
  readonly since?: string;
  readonly until?: string;
  readonly source: Localized;
  readonly asOf: string;
  readonly dossier?: DossierLink;
}

export function belongingView({ household, roles }: Belonging, codes: DossierCodes): { readonly household?: HouseholdView; readonly roles: RoleView[] } {
  return {
    ...(household && {
      household: {
        relation: HOUSEHOLD_RELATIONS[household.relation], size: household.size, source: DATA_SOURCES[household.source], asOf: household.asOf,
        ...given('address', household.address), ...given('since', household.since), ...given('dossier', linkOf(household.dossierId, codes)),
      },
    }),
    roles: roles.map(({ organisation, role, position, since, until, source, asOf, dossierId }) => ({
      organisation, role: ORGANISATION_ROLES[role], source: DATA_SOURCES[source], asOf,
      ...given('position', position), ...given('since', since), ...given('until', until), ...given('dossier', linkOf(dossierId, codes)),
    })),
  };
}

/** A property that is there, or nothing. */
function given<Key extends string, Value>(key: Key, value: Value | null | undefined): { readonly [Name in Key]?: Value } {
  return (value === null || value === undefined ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };
}
