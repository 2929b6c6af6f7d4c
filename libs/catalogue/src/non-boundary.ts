import { readFileSync } from 'node:fs';
import { dataPath, type Localized } from '@app/kernel';

/** That a procedure may be received for a competent unit elsewhere in the province, and what tells which. */
export interface NonBoundaryRule {
  /** `residence` = where the owner lives; `choice` = the clerk says it, since the law looks at land, works or a register. */
  readonly competent: 'residence' | 'choice';
  /** The decision that published the list. */
  readonly decision: Localized;
}

interface ProvinceList {
  readonly decision: Localized;
  readonly from: string;
  readonly until?: string;
  readonly procedures: ReadonlyArray<{ readonly code: string; readonly competent: NonBoundaryRule['competent'] }>;
}

let lists: Readonly<Record<string, ProvinceList>> | undefined;

/**
 * What the published list of a province says of a procedure on a day (Decree 118/2025 Art. 14(4)); nothing where it is not on it.
 * @param province the unit of the province that the receiving centre belongs to
 * @param today local date
 */
export function nonBoundaryRule(province: string, code: string, today: string): NonBoundaryRule | undefined {
  lists ??= (JSON.parse(readFileSync(dataPath('libs/catalogue/data/non-boundary.json'), 'utf8')) as { provinces: Record<string, ProvinceList> }).provinces;
  const list = Object.hasOwn(lists, province) ? lists[province] : undefined;
  if (list === undefined || today < list.from || (list.until !== undefined && today > list.until)) return undefined;
  const found = list.procedures.find((each) => each.code === code);
  return found && { competent: found.competent, decision: list.decision };
}
