import type { Condition, FeeRules, JsonSchema, LocalSource, Localized } from '@app/kernel';
import type { ProcessDefinition } from '@app/workflow';
import type { Migration, Pinned } from './versions/migration.js';

/** Who handles a procedure, as the national list says. Only the first three take part in the desk's own dossiers. */
export type Handler =
  | 'peoples-committee'
  | 'provincial-department'
  | 'land-registration-office'
  | 'police'
  | 'social-insurance'
  | 'treasury'
  | 'court'
  | 'port-authority';

export type Channel = 'counter' | 'online' | 'post';
export type DecidedAt = 'commune' | 'shared' | 'province';

/** An act of law the procedure rests on. */
export interface LegalBasis {
  /** Its number, such as `60/2014/QH13`. */
  readonly number: string;
  readonly title?: Localized;
  readonly articles?: string;
}

export type PaperForm = 'original' | 'certified-copy' | 'photocopy' | 'electronic';

/** One paper of the dossier (thành phần hồ sơ). */
export interface Component {
  readonly key: string;
  /** The national code of the paper, where known. */
  readonly code?: string;
  readonly name: Localized;
  /** The forms in which it is accepted. */
  readonly kinds: readonly PaperForm[];
  readonly originals: number;
  readonly copies: number;
  /** `true` = always, `false` = the person may add it, a condition = when the declaration matches. */
  readonly required: boolean | Condition;
  /** Why it is asked, in a sentence for the citizen. */
  readonly why: Localized;
  /** The paper on file that takes its place (118/2025 Art. 4(2a)). */
  readonly satisfiedBy?: { readonly paper: string };
  readonly sampleAdvice?: Localized;
  /** What becomes of the original: it stays with the dossier, is handed back at once, or travels with the handover. */
  readonly fate: 'stays-with-dossier' | 'returned' | 'travels';
}

/**
 * The time limit. `same-time` = it ends at the time of day it began, after the days have passed; `close-of-day` = the day
 * of receipt is not counted and it ends when the last day closes (Civil Code 2015, Art. 147–148).
 */
export type TimeLimit =
  | (LimitAmount & LimitTerms & { readonly ends: 'same-time' | 'close-of-day' })
  /** Amounts counted one after the other: 2 working days and 4 hours. */
  | (LimitTerms & { readonly parts: readonly LimitAmount[]; readonly ends: 'same-time' | 'close-of-day' })
  | (LimitTerms & { readonly sameDay: true; readonly cutoff: string });

export interface LimitAmount {
  readonly value: number;
  readonly unit: 'working-days' | 'calendar-days' | 'hours' | 'months';
}

interface LimitTerms {
  readonly notCounted: readonly NotCounted[];
  readonly basis: string;
  /** Where the law itself allows more time: in communes a province may name. */
  readonly longer?: LongerLimit;
  /** Set when a province or commune changed the amount; never in a national version. */
  readonly local?: LocalLimitSource;
}

/** How much a limit may be lengthened for communes of a kind, such as mountainous ones. */
export interface LongerLimit {
  readonly by: LimitAmount;
  readonly where: Localized;
  readonly basis: string;
}

/** The decision behind a limit that is not the national one, and the national limit it stands for. */
export interface LocalLimitSource extends LocalSource {
  readonly instead: TimeLimit;
  /** How much of the national time is left, above 0; the steps get so much of theirs, at most the whole. */
  readonly share: number;
}

/** A stretch of time the limit does not count. */
export interface NotCounted {
  readonly what: Localized;
  readonly basis: string;
}

/** One value of the result document, filled from the dossier: one of `from`, `template` and `value` is there. */
export interface ResultLine {
  /** Place in the layout's model, such as `child.name` or `holders.0.name`. */
  readonly to: string;
  /** A JSON pointer into `{declaration, dossier, decision}`. */
  readonly from?: string;
  /** `value` (the default) = as declared; `label` = the words of the chosen answer. */
  readonly as?: 'value' | 'label';
  /** A sentence with `{field}` for answers. */
  readonly template?: string;
  /** The value itself: a rate the law sets, a legal ground. */
  readonly value?: string | number | boolean;
  /** The declarations for which the line counts; absent = all. */
  readonly when?: Condition;
  /** Only with `from` an answer: the drafting officer may enter or correct it, as the register or the field check says. */
  readonly entry?: true;
}

/** The document the person gets. */
export interface ResultDocument {
  readonly name: Localized;
  /** National result code, `KQ.…`. */
  readonly code: string;
  /** The kind under which it becomes a paper on file. */
  readonly paper: string;
  readonly layout: string;
  /** What follows the number: `Số: 12/<symbol>`; empty = the number alone. */
  readonly symbol: string;
  /** Unit path of the issuer, as in the process. */
  readonly issuer: string;
  /** Whom it is about where that need not be the owner: the answers with name, birthday and ID number. The paper goes on their file too. */
  readonly about?: { readonly name: string; readonly birthDate: string; readonly personalId: string };
  readonly data: readonly ResultLine[];
  /** Other documents for some declarations, the first that matches; the same data fill them, the same unit issues them. */
  readonly alternatives?: readonly ResultAlternative[];
}

/** Another document that the person gets: a confirmation of the registration in the place of a certificate. */
export interface ResultAlternative extends Pick<ResultDocument, 'name' | 'code' | 'paper' | 'layout' | 'symbol'> {
  readonly when: Condition;
}

/** A statement the source does not settle. Its value can be configured under `<code>/<key>`. */
export interface Assumption {
  readonly key: string;
  readonly statement: Localized;
  readonly value?: number;
}

/** A case of the procedure (trường hợp). */
export interface ProcedureCase {
  readonly key: string;
  /** Its national code, where known. */
  readonly code?: string;
  readonly name: Localized;
  readonly when: Condition;
  /** Its own time limit, where the law sets one; else the procedure's counts. */
  readonly timeLimit?: TimeLimit;
}

export interface LayoutGroup {
  readonly key: string;
  readonly title: Localized;
  readonly help?: Localized;
}

/** Where the value of a field may be offered from; `when` = only if the answers so far match. */
export interface Source {
  readonly path: string;
  readonly when?: Condition;
  /**
   * The answer of this form for what the source says, such as `{"true": "electronic"}` for `….birth-proof.exists`: the form gets the derived
   * fact and never the value behind it. What is not named is not offered.
   */
  readonly values?: Readonly<Record<string, string | number | boolean>>;
}

/** A value the desk works out itself, never typed. */
export type Derivation = { readonly 'days-since': string };

export type Widget = 'text' | 'date' | 'select' | 'textarea' | 'radio' | 'number' | 'person-id' | 'address' | 'rows';

/** A column of a field with rows: a JSON Schema of a plain value, named. */
export interface RowColumn {
  readonly type: 'string' | 'integer' | 'number';
  readonly title: string;
  readonly 'x-title-en': string;
  readonly [keyword: string]: unknown;
}

/** One field of the declaration: a JSON Schema of a plain value, or of rows of them, with annotations. */
export interface Field {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  readonly title: string;
  readonly 'x-title-en': string;
  readonly 'x-group': string;
  readonly 'x-widget': Widget;
  readonly 'x-help'?: Localized;
  readonly 'x-source'?: string | readonly Source[];
  readonly 'x-labels'?: Readonly<Record<string, Localized>>;
  readonly 'x-visible-when'?: Condition;
  readonly 'x-derived'?: Derivation;
  /** Filled in by a linked group alone: nobody is asked, and nobody may answer it. */
  readonly 'x-linked-only'?: true;
  readonly 'x-fault'?: Localized;
  /** The columns of rows. */
  readonly items?: { readonly properties: Readonly<Record<string, RowColumn>> };
  readonly [keyword: string]: unknown;
}

/** The e-form of a procedure: the schema of its declaration. The order of `properties` is the order of the questions. */
export interface DeclarationSchema extends JsonSchema {
  readonly type: 'object';
  readonly 'x-layout': readonly LayoutGroup[];
  readonly properties: Readonly<Record<string, Field>>;
  readonly required: readonly string[];
}

/** The answers of a person: plain values by field. */
export type Declaration = Readonly<Record<string, unknown>>;

/** A complete procedure: what `procedure.json` and its form say, checked by `procedure.schema.json`. */
export interface Procedure {
  readonly code: string;
  /** Grows with each change of the content. */
  readonly version: number;
  readonly name: Localized;
  readonly field: { readonly code?: string; readonly name: Localized };
  /** National code of the ministry, `Gnn`. */
  readonly ministry: string;
  readonly level: 'commune' | 'province';
  readonly decidedAt: DecidedAt;
  readonly handledBy: Handler;
  readonly legalBases: readonly LegalBasis[];
  readonly applicants: readonly Localized[];
  /** Who may own a dossier of it; left out: persons. An organisation owns one through somebody with a recorded role. */
  readonly owners?: ReadonlyArray<'person' | 'organisation'>;
  readonly channels: readonly Channel[];
  /** Who may file, where, and what to bring to show. */
  readonly receiving: { readonly conditions: readonly Localized[]; readonly bring: readonly Localized[] };
  readonly cases?: readonly ProcedureCase[];
  readonly components: readonly Component[];
  readonly form: string;
  readonly declaration: DeclarationSchema;
  readonly fee: FeeRules;
  readonly timeLimit: TimeLimit;
  readonly process: ProcessDefinition;
  readonly result: ResultDocument;
  readonly effective: { readonly from: string; readonly until?: string };
  readonly assumptions: readonly Assumption[];
  /** How dossiers of earlier versions may be moved to this one; where there is none for a version, its dossiers stay. */
  readonly migrations?: readonly Migration[];
  /** Set where the law keeps dossiers received before under the earlier version. */
  readonly pinned?: Pinned;
}

/** What is known of a procedure nobody has completed yet: enough to find it, to guide and to refer. */
export interface Skeleton {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly ministry: string | null;
  readonly decidedAt: DecidedAt;
  readonly handledBy: Handler;
  readonly receivedAtCommune: boolean;
  readonly applicants: readonly string[];
  readonly channels: readonly Channel[];
  readonly timeLimit: SkeletonLimit | null;
  readonly fee: SkeletonFee;
  readonly results: readonly { readonly name: string; readonly code: string | null }[];
  readonly legalBases: readonly string[];
  readonly components: readonly SkeletonComponent[];
}

export interface SkeletonLimit {
  readonly value: number;
  readonly unit: 'working-days' | 'calendar-days' | 'hours' | 'months';
  readonly sameDay?: boolean;
  /** How sure it is: read from the portal or the law, or assumed. */
  readonly basis: string;
}

/** Whole đồng where the source gives one figure; `varies` where it gives several that depend on the case. */
export interface SkeletonFee {
  readonly amount: number | null;
  readonly per?: string;
  readonly varies?: true;
  readonly setBy?: 'provincial-council';
}

export interface SkeletonComponent {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly conditional?: boolean;
  readonly shownOnly?: boolean;
}
