import type { Localized } from '@app/kernel';
import type { DataSourceKey } from '../data-sources.js';
import type { Address, Sex } from '../fact.js';

/** What a member of a household is to its head. */
export const HOUSEHOLD_RELATIONS = {
  head: { vi: 'Chủ hộ', en: 'Head' },
  spouse: { vi: 'Vợ/chồng', en: 'Spouse' },
  child: { vi: 'Con', en: 'Child' },
  parent: { vi: 'Cha/mẹ', en: 'Parent' },
  grandchild: { vi: 'Cháu', en: 'Grandchild' },
  sibling: { vi: 'Anh/chị/em', en: 'Sibling' },
  other: { vi: 'Khác', en: 'Other' },
} as const satisfies Record<string, Localized>;

export type HouseholdRelation = keyof typeof HOUSEHOLD_RELATIONS;

/** How somebody belongs to a household. Days are `YYYY-MM-DD`. */
export interface Membership {
  readonly relation: HouseholdRelation;
  readonly since?: string;
  readonly until?: string;
  readonly endedBy?: 'moved' | 'removed' | 'death';
}

/** One who lives in a household now. */
export interface HouseholdMember {
  readonly relation: HouseholdRelation;
  readonly since: string | null;
  readonly source: DataSourceKey;
  readonly asOf: string;
  readonly person: { readonly id: string; readonly fullName: string; readonly personalId: string | null; readonly birthDate: string | null; readonly sex: Sex };
}

/** People who live together, registered at one address (Law on Residence 2020, Art. 10). */
export interface Household {
  readonly id: string;
  readonly code: string | null;
  readonly address: Address | null;
  /** Those who belong to it now, the head first, then from the oldest to the youngest. */
  readonly members: readonly HouseholdMember[];
}
