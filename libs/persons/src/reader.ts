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
