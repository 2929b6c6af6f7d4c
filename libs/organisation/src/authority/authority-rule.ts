import type { Agency, UnitPath } from '@app/workflow';

/** What a rule of authority is about: one procedure, one of its cases, or all of a field. */
export type AuthorityScope =
  | { readonly procedureCode: string; readonly caseKey?: string }
  | { readonly fieldCode: string };

/** The provision a rule rests on. */
export interface AuthorityBasis {
  /** Number of the instrument, such as `120/2025/NĐ-CP`. */
  readonly number: string;
  readonly article?: string;
  readonly title?: string;
}

/** What a rule says, apart from who answers for it. Days are local and both included. */
export interface AuthorityRuleBody {
  readonly scope: AuthorityScope;
  /** The nation, a province or a commune: the rule holds there and for everything below. */
  readonly unitId: string;
  readonly level: Agency;
  /** The office that prepares the decision there in the place of the one the process names: `province/home-affairs`. */
  readonly office?: UnitPath;
  readonly from: string;
  /** Last day in force; without it until a later rule. */
  readonly until?: string;
  readonly basis: AuthorityBasis;
  /** Where the rule is from, or that it is an example. */
  readonly provenance: string;
}

/** A rule in the book. */
export interface AuthorityRule extends AuthorityRuleBody {
  readonly id: string;
}

/** Whether a rule holds on a day. */
export function holdsOn({ from, until }: Pick<AuthorityRuleBody, 'from' | 'until'>, day: string): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** The scope in one word, by which rules about the same thing are found. */
export function scopeKey(scope: AuthorityScope): string {
  if ('fieldCode' in scope) return `field ${scope.fieldCode}`;
  return scope.caseKey === undefined ? `procedure ${scope.procedureCode}` : `case ${scope.procedureCode} ${scope.caseKey}`;
}
