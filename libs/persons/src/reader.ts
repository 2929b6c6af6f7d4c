/** Who looks at a person's data. */
export type Reader =
  | { readonly kind: 'officer'; readonly officerId: string; readonly unitId: string; readonly role: string }
  | { readonly kind: 'citizen'; readonly personId: string }
  /** With a unit: the agency the data was given to. */
  | { readonly kind: 'system'; readonly unitId?: string };

/** A look at a person's data, as the person can read it later: who, for which procedure and dossier, and why. */
export interface Look {
  readonly reader: Reader;
  /** Why, in words for the person: "Tiếp nhận hồ sơ đăng ký khai sinh". */
  readonly purpose: string;
  readonly procedureCode?: string;
  readonly dossierId?: string;
  /** Of a look outside a dossier: what kind of reason was given. */
  readonly reasonKind?: string;
}

/** What of a person was seen. */
export type Seen = 'listed' | 'identity' | 'family' | 'papers' | 'household' | 'role';

/** One line of the log a person reads about themselves. */
export interface ReadLogEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly readerKind: Reader['kind'];
  readonly officerId: string | null;
  readonly unitId: string | null;
  readonly role: string | null;
  readonly dossierId: string | null;
  readonly procedureCode: string | null;
  readonly purpose: string;
  readonly what: readonly Seen[];
}

/** Which lines of a log are wanted, the latest first. */
export interface LogQuery {
  /** The program's time: what the law puts off until later is left out. */
  readonly now: Temporal.Instant;
  /** Local month, `YYYY-MM`; all when left out. */
  readonly month?: string;
  /** Whether looks by the person themselves, and by parents for a child, are wanted too. */
  readonly withOwn: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A part of a log. */
export interface LogPage {
  readonly entries: readonly ReadLogEntry[];
  /** How many lines there are in all with that filter. */
  readonly total: number;
  /** The months in which anybody looked, the latest first, with how many lines. */
  readonly months: ReadonlyArray<{ readonly month: string; readonly count: number }>;
}
