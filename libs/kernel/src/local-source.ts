/**
 * Where a value of a procedure comes from when it is not the national version's own: the decision of a province or of a
 * commune. It travels with the value, so that a dossier freezes it together with what it promises.
 */
export interface LocalSource {
  readonly layer: 'province' | 'commune';
  /** The rule that sets it. */
  readonly rule: string;
  /** Number and day of the decision, and the body that took it: `12/2026/QĐ-UBND`, `2026-11-01`, `UBND thành phố Đồng Nai`. */
  readonly decision: string;
  readonly date: string;
  readonly issuedBy: string;
  /** First and last day in force, `YYYY-MM-DD`; without a last day until another rule takes its place. */
  readonly since: string;
  readonly until?: string;
  /** The national value it rests on has changed since, and nobody has decided yet what follows. */
  readonly underReview?: true;
}
