import type { DataSourceKey } from './data-sources.js';

export type Sex = 'male' | 'female';

/** An address of the two-level government; the three-level text of an old paper is kept as it was given. One read off a card has its text alone. */
export interface Address {
  readonly provinceCode?: string;
  readonly communeCode?: string;
  /** House, street, hamlet. */
  readonly detail?: string;
  /** The whole address as one line. */
  readonly text: string;
  readonly oldText?: string;
}

/** How a relation stands: days are `YYYY-MM-DD`. */
export interface RelationValue {
  readonly since?: string;
  readonly until?: string;
  readonly endedBy?: 'divorce' | 'death' | 'annulment';
}

/** What may be said of a person, and in which shape. A death of which the day is not known is `true`. */
export interface FactValues {
  readonly personalId: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly ethnicity: string;
  readonly nationality: string;
  readonly birthPlace: string;
  readonly homeTown: string;
  readonly permanentAddress: Address;
  readonly phone: string;
  readonly email: string;
  readonly death: string | true;
}

export type OwnAttribute = keyof FactValues;
export type RelationKind = 'father' | 'mother' | 'spouse';
export type FactAttribute = OwnAttribute | RelationKind;

/** One thing said of a person; `null` says that there is none. */
export type Statement =
  | { readonly [A in OwnAttribute]: { readonly attribute: A; readonly value: FactValues[A] | null } }[OwnAttribute]
  | { readonly attribute: RelationKind; readonly otherId: string; readonly value: RelationValue | null };

/** Who says so, and since when it is known to hold. */
export interface Origin {
  readonly source: DataSourceKey;
  /** The agency that said so; left out where the source itself did. */
  readonly authority?: string;
  /** The day the source said it, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Needed where the source is a dossier. */
  readonly dossierId?: string;
  /** The officer who entered it by hand. */
  readonly officerId?: string;
}

/** A fact as it was written down. It is never changed; another one may correct it. */
export interface Fact {
  readonly id: string;
  readonly attribute: FactAttribute;
  readonly otherId: string | null;
  readonly value: FactValues[OwnAttribute] | RelationValue | null;
  readonly source: DataSourceKey;
  readonly authority: string | null;
  readonly asOf: string;
  readonly dossierId: string | null;
  /** ISO instant. */
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  /** The fact this one takes the place of, and why. */
  readonly corrects: string | null;
  readonly reason: string | null;
  /** Whether this is what is shown of the person now. */
  readonly isShown: boolean;
  /** Whether another fact has corrected it. */
  readonly isCorrected: boolean;
}
