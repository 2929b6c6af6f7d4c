/** What papers print of the desk itself. */
export interface PaperOptions {
  /** The desk's address as people reach it, without a slash at its end. */
  readonly publicUrl: string;
  readonly hotline: string;
}

/** The provider token of {@link PaperOptions}. */
export const PAPER_OPTIONS = Symbol('paper options');
