import type { Localized } from '@app/kernel';
import type { DataSourceKey } from './data-sources.js';
import type { Address, OwnAttribute, Sex } from './fact.js';
import type { Household } from './subjects/household.js';

export type MaritalStatus = 'single' | 'married' | 'divorced' | 'widowed';

/** A person as the state holds them. Never put the personal ID into an address, a QR code or a log. */
export interface Person {
  readonly id: string;
  /** 12 digits as text; a new-born may have none yet. */
  readonly personalId: string | null;
  /** NFC, as registered; printed in capitals where a form wants it. */
  readonly fullName: string;
  readonly sex: Sex;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the register knows no more. */
  readonly birthDate: string | null;
  readonly ethnicity: string | null;
  readonly nationality: string | null;
  readonly birthPlace: string | null;
  readonly homeTown: string | null;
  readonly permanentAddress: Address | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly alive: boolean;
  /** `YYYY-MM-DD`. */
  readonly diedOn: string | null;
  /** Where the record began; see {@link provenanceOf} for a single value. */
  readonly source: DataSourceKey;
  /** The day of that, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** By attribute, once facts were added to the first ones. */
  readonly provenance: Readonly<Partial<Record<OwnAttribute, Provenance>>>;
  /** Received at a counter: what civil status knows of them was never on file here. */
  readonly isNewcomer?: boolean;
}

/** Who said a value, and when. */
export interface Provenance {
  readonly source: DataSourceKey;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The agency; left out where the source itself said it. */
  readonly authority?: string;
  readonly dossierId?: string;
}

/** Where a value of a person comes from: its own fact, or the record's beginning. */
export function provenanceOf({ provenance, source, asOf }: Person, attribute: OwnAttribute): Provenance {
  return provenance[attribute] ?? { source, asOf };
}

/** Someone of the family, seen from the person. A marriage that ended says when and by what. */
export interface Relative {
  readonly kind: 'father' | 'mother' | 'spouse' | 'child';
  readonly since: string | null;
  readonly until: string | null;
  readonly endedBy: 'divorce' | 'death' | 'annulment' | null;
  readonly source: DataSourceKey;
  /** The day the source said it, `YYYY-MM-DD`, and the dossier it comes from, where known. */
  readonly asOf?: string | null;
  readonly dossierId?: string | null;
  readonly person: Person;
}

/** How a paper came to be on file: born digital and signed, scanned and signed, scanned only, or a register's entry. */
export type Assurance = 'born-digital-signed' | 'scanned-signed' | 'scanned' | 'register';
export type PaperState = 'in-force' | 'expired' | 'revoked';

/** A paper the state holds on a person. */
export interface PaperOnFile {
  readonly id: string;
  /** Null of a paper that is an organisation's. */
  readonly personId: string | null;
  readonly organisationId: string | null;
  /** `birth-proof`, `land-certificate`, …: what a component's `satisfiedBy` names. */
  readonly kind: string;
  readonly name: Localized;
  readonly number: string | null;
  /** Null of a paper that was handed in: nobody has read it off. */
  readonly issuer: string | null;
  /** `YYYY-MM-DD`; null like the issuer. */
  readonly issuedOn: string | null;
  /** Last day it is good for; null = without end. */
  readonly validUntil: string | null;
  /** As decided; whether it has expired is asked for a day: {@link paperStateOn}. */
  readonly state: Exclude<PaperState, 'expired'>;
  readonly revocation: { readonly on: string; readonly reason: string; readonly authority: string } | null;
  /** Of a paper handed in: the component as which it was accepted, and the day. */
  readonly componentKey: string | null;
  readonly acceptedOn: string | null;
  /** What stands in it: `plotNumber`, `childBirthDate`, … */
  readonly content: Readonly<Record<string, unknown>>;
  readonly fileId: string | null;
  readonly assurance: Assurance;
  readonly source: DataSourceKey;
  /** The dossier whose result it is, or which accepted it. */
  readonly dossierId: string | null;
  readonly dossierCode: string | null;
  readonly sha256: string;
}

/** All that is on file about a person. */
export interface PersonOnFile {
  readonly person: Person;
  readonly maritalStatus: MaritalStatus;
  readonly family: readonly Relative[];
  readonly papers: readonly PaperOnFile[];
  /** The household the person belongs to; read only where a form asks for it. */
  readonly household?: Household;
}

/** Marital status follows from the marriages that a register or a result speaks of: one in force, else how the last one ended. A marriage only declared makes nobody married. */
export function maritalStatusOf(family: readonly Relative[]): MaritalStatus {
  const marriages = family.filter(({ kind, endedBy, source }) => kind === 'spouse' && endedBy !== 'annulment' && source !== 'declared');
  if (marriages.some(({ until }) => until === null)) return 'married';
  const last = marriages.toSorted((one, other) => (one.until ?? '').localeCompare(other.until ?? '')).at(-1);
  if (!last) return 'single';
  return last.endedBy === 'death' ? 'widowed' : 'divorced';
}
