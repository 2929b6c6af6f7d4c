import type { Localized } from '@app/kernel';

/** A procedure on a list, and what tells the competent commune. */
export interface NonBoundaryProcedure {
  readonly code: string;
  /** `residence` = where the owner lives; `choice` = the clerk says it, since the law looks at land, works or a register. */
  readonly competent: 'residence' | 'choice';
}

/** A list of a province that was approved, or came with the program: it holds from its first day until the next one's. */
export interface NonBoundaryList {
  readonly id: string;
  /** The unit of the province. */
  readonly unitId: string;
  readonly procedures: readonly NonBoundaryProcedure[];
  /** The decision that published it, in words. */
  readonly decision: Localized;
  /** First and last day in force, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until?: string;
}

/** That a procedure may be received for a competent unit elsewhere in the province, and what tells which. */
export interface NonBoundaryRule {
  readonly competent: NonBoundaryProcedure['competent'];
  readonly decision: Localized;
}

/** A procedure that another list treats otherwise; a side is absent where it is not on that list. */
export interface NonBoundaryDifference {
  readonly code: string;
  readonly before?: NonBoundaryProcedure['competent'];
  readonly after?: NonBoundaryProcedure['competent'];
}

/**
 * The list of a province on a day: of those that have begun the one that began last; of two that began on one day the later in the row.
 * A list that has lapsed does not bring the one before it back: what the province publishes is one list at a time.
 */
export function nonBoundaryListOn(lists: readonly NonBoundaryList[], province: string, day: string): NonBoundaryList | undefined {
  const begun = lists.filter(({ unitId, from }) => unitId === province && from <= day);
  const last = begun.reduce<NonBoundaryList | undefined>((found, list) => (found === undefined || list.from >= found.from ? list : found), undefined);
  return last?.until !== undefined && last.until < day ? undefined : last;
}

/** What the list of a province says of a procedure on a day (Decree 118/2025 Art. 14(4)); nothing where it is not on it. */
export function nonBoundaryRule(lists: readonly NonBoundaryList[], province: string, code: string, day: string): NonBoundaryRule | undefined {
  const list = nonBoundaryListOn(lists, province, day);
  const found = list?.procedures.find((each) => each.code === code);
  return list && found && { competent: found.competent, decision: list.decision };
}

/** What one list says otherwise than another, in the order of the codes. */
export function compareNonBoundary(before: readonly NonBoundaryProcedure[], after: readonly NonBoundaryProcedure[]): NonBoundaryDifference[] {
  const [old, now] = [before, after].map((list) => new Map(list.map(({ code, competent }) => [code, competent]))) as [Map<string, NonBoundaryProcedure['competent']>, Map<string, NonBoundaryProcedure['competent']>];
  const codes = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return codes.flatMap((code): NonBoundaryDifference[] => {
    const [was, is] = [old.get(code), now.get(code)];
    return was === is ? [] : [{ code, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}
