import type { Channel, Procedure } from '../procedure.js';
import { compareProcedures, type Difference } from '../drafting/compare.js';
import type { LocalRule, LocalRuleBody, NationalBase } from './local-rule.js';

/** What a national version says where a rule touches it. Without a version: of a skeleton, only its ways of filing. */
export function baseOf(national: Procedure | undefined, body: LocalRuleBody, skeletonChannels: readonly Channel[] = []): NationalBase {
  if (national === undefined) return { version: 0, document: body.channels ? { channels: skeletonChannels } : {} };
  const cases = new Set(body.limits?.map((limit) => limit.case));
  const lines = new Set(body.fees?.map(({ line }) => line));
  const touchesFee = lines.size > 0 || (body.exemptions?.length ?? 0) > 0;
  const named = national.cases?.filter(({ key }) => cases.has(key));
  return {
    version: national.version,
    document: {
      ...(cases.size > 0 && { timeLimit: national.timeLimit }),
      ...(named && named.length > 0 && { cases: named }),
      // Every exemption counts: one that is gone in the next version must not go unnoticed.
      ...(touchesFee && { fee: { ...national.fee, lines: national.fee.lines.filter(({ key }) => lines.has(key)) } }),
      ...(body.channels && { channels: national.channels }),
    },
  };
}

/** A rule whose national base is not what it was: a person has to decide what follows. */
export interface LocalConflict {
  readonly rule: LocalRule;
  /** The version that changed it, and its first day. */
  readonly version: number;
  readonly from: string;
  /** Field by field: what the rule was decided against, and what the version says now. */
  readonly differences: readonly Difference[];
  /** Names of national exemptions that are gone. */
  readonly lostExemptions: readonly string[];
}

/**
 * The rules that rest on something a national version changes. A rule that is over before the version begins, or was decided
 * against the same values, is none of them.
 * @param versions the published versions of the procedure
 */
export function findConflicts(rules: readonly LocalRule[], versions: readonly Procedure[], today: string): LocalConflict[] {
  return rules.flatMap((rule): LocalConflict[] => {
    if (rule.until !== undefined && rule.until < today) return [];
    const later = versions.filter(({ version, effective }) => version !== rule.base.version
      && (effective.until === undefined || effective.until >= (rule.from > today ? rule.from : today)) && (rule.until === undefined || effective.from <= rule.until));
    const [conflict] = later.toSorted((a, b) => a.version - b.version).flatMap((national): LocalConflict[] => {
      if (national.version < rule.base.version) return [];
      const now = baseOf(national, rule.body);
      const differences = compareProcedures(rule.base.document, now.document);
      if (differences.length === 0) return [];
      const kept = new Set(national.fee.exemptions.map(({ key }) => key));
      const lostExemptions = (rule.base.document.fee?.exemptions ?? []).filter(({ key }) => !kept.has(key)).map(({ name }) => name.vi);
      return [{ rule, version: national.version, from: national.effective.from, differences, lostExemptions }];
    });
    return conflict ? [conflict] : [];
  });
}
