/** `twin`: likely the same person twice. `number-clash`: a number somebody else holds. `conflict`: two values of one attribute. */
export type DoubtKind = 'twin' | 'number-clash' | 'conflict';

/**
 * `same`: one person, to be merged once a second officer approves. `different`: two people, which is remembered. `keep-first`, `keep-other`: which
 * value is right. `ask`: neither can be told yet; somebody is asked, and the doubt stays.
 */
export type DoubtDecision = 'same' | 'different' | 'keep-first' | 'keep-other' | 'ask';

/** `proposed`: a merger that waits for the second officer. `open`, `asked` and `proposed` are not decided. */
export type DoubtState = 'open' | 'asked' | 'proposed' | 'decided' | 'undone';

/** The states in which a doubt counts against the quality of the data. */
export const UNDECIDED = ['open', 'asked', 'proposed'] as const satisfies readonly DoubtState[];

/** One of two values that differ, as the doubt keeps it. */
export interface DisputedValue {
  readonly value: unknown;
  /** The fact that says so; left out of a value only declared. */
  readonly factId?: string;
}

/** What a doubt is about. The values themselves are read from the facts. */
export interface DoubtDetail {
  /** Of a twin: what speaks for and against one person, and how much in all. */
  readonly score?: number;
  readonly signs?: readonly string[];
  /** Of a clash: the number that is claimed for the first person and held by the other. */
  readonly number?: string;
  /** Of a conflict: the attribute, what is shown, and what another source or a declaration says. */
  readonly attribute?: string;
  readonly shown?: DisputedValue;
  readonly other?: DisputedValue;
  /** The dossier in which the other value was declared, or in which the clash came up. */
  readonly dossierId?: string;
}

/** A doubt as it was raised and as it stands. */
export interface Doubt {
  readonly id: string;
  readonly kind: DoubtKind;
  readonly personId: string;
  readonly otherPersonId: string | null;
  /** Where the people live, by code. */
  readonly communes: readonly string[];
  readonly detail: DoubtDetail;
  readonly state: DoubtState;
  /** ISO instants. */
  readonly raisedAt: string;
  /** Null: the desk found it itself. */
  readonly raisedBy: string | null;
  readonly decision: DoubtDecision | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}
