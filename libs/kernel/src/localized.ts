/** A text a user reads: Vietnamese first (the legal wording), English second. */
export interface Localized {
  readonly vi: string;
  readonly en: string;
}
