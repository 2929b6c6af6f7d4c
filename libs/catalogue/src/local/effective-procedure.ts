import { canonicalText, type FeeExemption, type FeeLine, type FeeRules, type Localized, type LocalSource } from '@app/kernel';
import type { Channel, Procedure, ProcedureCase, TimeLimit } from '../procedure.js';
import { isNotLonger, longestOf, shareOf, withAmount } from './compare-limits.js';
import { CHANNELS, type LocalRule, type Place } from './local-rule.js';
import { rulesInForce } from './rules-in-force.js';

/** A procedure as it holds at a place on a day. Limits, fee lines and exemptions carry the decision they come from; without one they are the nation's. */
export interface EffectiveProcedure {
  readonly procedure: Procedure;
  /** Who decided which ways of filing are offered; absent = the nation. */
  readonly channelsBy?: LocalSource;
  readonly notes: ReadonlyArray<{ readonly text: Localized; readonly by: LocalSource }>;
  /** Whether the communes' centres receive it, where the province says so. */
  readonly reception?: Reception;
}

export interface Reception {
  readonly received: boolean;
  readonly by: LocalSource;
}

/**
 * Lays the rules of a province and of a commune over a national version. Pure: the same version, rules, place and day always
 * give the same values. Whatever a rule says, no limit ends after the national one (or after the longer one the law allows for
 * named communes), no fee of the state rises, and no national exemption is lost. Where the national value has changed since
 * the rule was decided, what is better for the citizen holds, marked as under review.
 * @param rules those of this procedure; others are left out by the caller
 */
export function effectiveProcedure(national: Procedure, rules: readonly LocalRule[], place: Place, day: string): EffectiveProcedure {
  const inForce = rulesInForce(rules, place, day);
  if (inForce.length === 0) return { procedure: national, notes: [] };
  const timeLimit = effectiveLimit(national.timeLimit, undefined, inForce);
  const cases = national.cases?.map((each): ProcedureCase => {
    const { timeLimit: own, ...rest } = each;
    const limit = effectiveLimit(own ?? national.timeLimit, each.key, inForce);
    return limit.local ? { ...rest, timeLimit: limit } : each;
  });
  const offered = inForce.findLast(({ body }) => body.channels?.some((channel) => national.channels.includes(channel)));
  const reception = receptionOf(inForce);
  return {
    procedure: {
      ...national,
      timeLimit,
      ...(cases && { cases }),
      fee: effectiveFee(national.fee, inForce),
      channels: offered ? national.channels.filter((channel) => offered.body.channels!.includes(channel)) : national.channels,
    },
    ...(offered && { channelsBy: sourceOf(offered, differs(offered.base.document.channels, national.channels)) }),
    notes: inForce.flatMap((rule) => (rule.body.note ? [{ text: rule.body.note, by: sourceOf(rule) }] : [])),
    ...(reception && { reception }),
  };
}

/** What the province says on receiving at the communes' centres; the nearest and latest rule counts. */
export function receptionOf(inForce: readonly LocalRule[]): Reception | undefined {
  const rule = inForce.findLast(({ body }) => body.received !== undefined);
  return rule && { received: rule.body.received!, by: sourceOf(rule) };
}

/** The limit of the procedure or of one case: of the rules that set it the nearest, as far as it may. */
function effectiveLimit(national: TimeLimit, key: string | undefined, inForce: readonly LocalRule[]): TimeLimit {
  let effective = national;
  for (const rule of inForce) {
    const wanted = rule.body.limits?.find((each) => each.case === key);
    if (!wanted) continue;
    const limit = withAmount(national, wanted);
    if (!isNotLonger(limit, boundFor(rule, national, effective))) continue;
    effective = { ...limit, local: { ...sourceOf(rule, differs(baseLimit(rule, key), national)), instead: national, share: shareOf(limit, national) } };
  }
  return effective;
}

/** What a rule may not exceed: the national limit; the longer one where a province names communes; for a commune what the province left. */
function boundFor(rule: LocalRule, national: TimeLimit, effective: TimeLimit): TimeLimit {
  if (rule.layer === 'commune') return effective;
  return (rule.communes.length > 0 ? longestOf(national) : undefined) ?? national;
}

/** The national limit a rule was decided against. */
function baseLimit({ base: { document } }: LocalRule, key: string | undefined): TimeLimit | undefined {
  return document.cases?.find((each) => each.key === key)?.timeLimit ?? document.timeLimit;
}

function effectiveFee(national: FeeRules, inForce: readonly LocalRule[]): FeeRules {
  const keys = new Set(national.exemptions.map(({ key }) => key));
  const added = inForce.flatMap((rule) => (rule.body.exemptions ?? []).flatMap((exemption): FeeExemption[] => {
    if (keys.has(exemption.key)) return [];
    keys.add(exemption.key);
    return [{ ...exemption, local: sourceOf(rule) }];
  }));
  return { ...national, lines: national.lines.flatMap((line) => effectiveLines(line, national, inForce)), exemptions: [...national.exemptions, ...added] };
}

/** One national line as the lines that differ by channel. */
function effectiveLines(line: FeeLine, national: FeeRules, inForce: readonly LocalRule[]): FeeLine[] {
  const found: Array<{ amount: number; rule: LocalRule | undefined; channels: Channel[] }> = [];
  for (const channel of line.channels ?? CHANNELS) {
    const rule = inForce.findLast(({ body }) => feeOf(body.fees, line.key, channel) !== undefined);
    const amount = rule === undefined ? line.amount : amountOf(rule, feeOf(rule.body.fees, line.key, channel)!.amount, line, national);
    const same = found.find((each) => each.amount === amount && each.rule === rule);
    if (same) same.channels.push(channel);
    else found.push({ amount, rule, channels: [channel] });
  }
  if (found.length === 1 && found[0]!.rule === undefined) return [line];
  return found.map(({ amount, rule, channels }) => ({ ...line, amount, channels, ...(rule && { local: sourceOf(rule, differs(baseLine(rule, line.key), bare(line))) }) }));
}

const feeOf = (fees: LocalRule['body']['fees'], line: string, channel: Channel) => fees?.findLast((fee) => fee.line === line && fee.channels.includes(channel));

/** A fee of the state is only lowered; and the lower amount holds while a changed national one is under review. */
function amountOf(rule: LocalRule, amount: number, line: FeeLine, { setBy }: FeeRules): number {
  return setBy === 'national' || differs(baseLine(rule, line.key), bare(line)) ? Math.min(amount, line.amount) : amount;
}

const baseLine = ({ base }: LocalRule, key: string): FeeLine | undefined => base.document.fee?.lines.find((line) => line.key === key);

const bare = ({ local: _, ...line }: FeeLine): FeeLine => line;

/** Whether two values differ, whatever the order of their properties: a base was stored, a version is as written. */
const differs = (base: unknown, now: unknown): boolean => base === undefined || canonicalText(base) !== canonicalText(now);

/** A rule as the values it sets name it. */
export function sourceOf({ layer, id, decision, from, until }: LocalRule, underReview = false): LocalSource {
  return {
    layer, rule: id, decision: decision.number, date: decision.date, issuedBy: decision.issuedBy, since: from,
    ...(until !== undefined && { until }), ...(underReview && { underReview: true as const }),
  };
}

