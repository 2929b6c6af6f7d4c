import { holdsOn, scopeKey, type AuthorityRule, type AuthorityScope } from './authority-rule.js';

/** The dossier whose authority is asked for. */
export interface AuthorityQuestion {
  readonly procedureCode: string;
  readonly fieldCode?: string | undefined;
  readonly caseKey?: string | undefined;
  /** The commune that is competent and what stands above it, the nearest first, as ids. */
  readonly line: readonly string[];
  /** The local day. */
  readonly day: string;
}

/**
 * The rules of authority, kept so that one question takes a handful of look-ups however many rules there are. Pure.
 *
 * The most specific rule in force wins: a case before its procedure before the field; of those the one of the nearest place;
 * of those the one that began last. A rule that has ended leaves the field to what stood before it.
 */
export class AuthorityRules {
  private readonly byPlace: ReadonlyMap<string, readonly AuthorityRule[]>;
  private readonly cases: ReadonlySet<string>;

  constructor(readonly all: readonly AuthorityRule[]) {
    const grouped = Map.groupBy(all, ({ scope, unitId }) => placeKey(scope, unitId));
    for (const rules of grouped.values()) rules.sort((one, other) => (one.from < other.from ? 1 : -1));
    this.byPlace = grouped;
    this.cases = new Set(all.flatMap(({ scope }) => ('procedureCode' in scope && scope.caseKey !== undefined ? [scope.procedureCode] : [])));
  }

  /** The rule that decides; nothing where no rule speaks, and the procedure itself does. */
  find({ procedureCode, fieldCode, caseKey, line, day }: AuthorityQuestion): AuthorityRule | undefined {
    const scopes: AuthorityScope[] = [
      ...(caseKey === undefined ? [] : [{ procedureCode, caseKey }]), { procedureCode }, ...(fieldCode === undefined ? [] : [{ fieldCode }]),
    ];
    for (const scope of scopes) {
      for (const unitId of line) {
        const rule = this.byPlace.get(placeKey(scope, unitId))?.find((each) => holdsOn(each, day));
        if (rule !== undefined) return rule;
      }
    }
    return undefined;
  }

  /** Whether any rule of a procedure asks for the case: only then the answers of a dossier have to be read. */
  asksForCase(procedureCode: string): boolean {
    return this.cases.has(procedureCode);
  }
}

const placeKey = (scope: AuthorityScope, unitId: string): string => `${scopeKey(scope)} @ ${unitId}`;
