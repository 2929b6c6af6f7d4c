/** What papers say about the desk itself. */
export interface PaperOptions {
  /** The address people type, without a slash at its end. */
  readonly publicUrl: string;
  /** The telephone number printed on slips; the unit's own when empty. */
  readonly hotline: string;
}

/** The provider token of {@link PaperOptions}. */
export const PAPER_OPTIONS = Symbol('paper options');
