import type { Localized } from '@app/kernel';
import type { DataSourceKey } from '../data-sources.js';
import type { Address } from '../fact.js';
import type { Membership } from './household.js';
import type { PaperOnFile, Person, Provenance } from '../person.js';

export const ORGANISATION_KINDS = {
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  branch: { vi: 'Chi nhánh, đơn vị phụ thuộc', en: 'Branch' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  'household-business': { vi: 'Hộ kinh doanh', en: 'Household business' },
  other: { vi: 'Tổ chức khác', en: 'Other organisation' },
} as const satisfies Record<string, Localized>;

export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** What somebody is recorded to be in an organisation. */
export const ORGANISATION_ROLES = {
  representative: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
  owner: { vi: 'Chủ hộ kinh doanh', en: 'Owner of the household business' },
  authorised: { vi: 'Người được ủy quyền', en: 'Authorised person' },
  accountant: { vi: 'Kế toán trưởng', en: 'Chief accountant' },
} as const satisfies Record<string, Localized>;

export type OrganisationRoleKind = keyof typeof ORGANISATION_ROLES;

/** The roles in which somebody may act for an organisation; the others are recorded and give no such right. */
export const ACTING_ROLES = ['representative', 'owner', 'authorised'] as const satisfies readonly OrganisationRoleKind[];

/** From when to when somebody holds a role; both days belong to it. */
export interface RoleTerm {
  readonly position?: string;
  readonly since?: string;
  readonly until?: string;
}

/** A role somebody holds on the day it was asked for. */
export interface OrganisationRole {
  readonly position: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly source: DataSourceKey;
  readonly asOf: string;
  readonly role: OrganisationRoleKind;
  readonly person: Pick<Person, 'id' | 'fullName' | 'personalId'>;
}

/** An organisation as the state holds it. */
export interface Organisation {
  readonly id: string;
  /** An enterprise's 10 digits, a branch's 13 (`##########-###`), a household business's owner's personal ID. Never in an address or a log. */
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly address: Address | null;
  readonly phone: string | null;
  /** The day it came to an end. */
  readonly endedOn: string | null;
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/** All that is on file about an organisation: who holds which role now, and its papers. */
export interface OrganisationOnFile {
  readonly organisation: Organisation;
  readonly roles: readonly OrganisationRole[];
  readonly papers: readonly PaperOnFile[];
}

/** An organisation somebody may act for, and in which role. */
export interface ActsFor {
  readonly organisationId: string;
  readonly name: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly role: OrganisationRoleKind;
  readonly position: string | null;
}

/** One thing said of a household or an organisation; `null` takes it back. */
export type SubjectStatement =
  | { readonly attribute: 'code' | 'name' | 'phone' | 'endedOn'; readonly value: string | null }
  | { readonly attribute: 'kind'; readonly value: OrganisationKind }
  | { readonly attribute: 'address'; readonly value: Address | null }
  | { readonly attribute: 'member'; readonly personId: string; readonly value: Membership | null }
  | { readonly attribute: OrganisationRoleKind; readonly personId: string; readonly value: RoleTerm | null };

/** Of what something is said. */
export type Subject = { readonly householdId: string } | { readonly organisationId: string };
