import type { LimitAmount, TimeLimit } from '../procedure.js';
import type { LocalLimit } from './local-rule.js';

type Unit = LimitAmount['unit'];

/** Working time and calendar time cannot be compared: three days may be over before, or long after, three working days. */
const FAMILY = { hours: 'working', 'working-days': 'working', 'calendar-days': 'calendar', months: 'calendar' } as const satisfies Record<Unit, string>;

/** The most a unit can come to, in hours of work or calendar days: offices open twelve hours a day at most. */
const AT_MOST = { hours: 1, 'working-days': 12, 'calendar-days': 1, months: 31 } as const satisfies Record<Unit, number>;

/** The least it can come to: a Saturday morning is a working day too. */
const AT_LEAST = { hours: 1, 'working-days': 4, 'calendar-days': 1, months: 28 } as const satisfies Record<Unit, number>;

/** A common measure for proportions, eight hours a day. No date is computed this way. */
const HOURS = { hours: 1, 'working-days': 8, 'calendar-days': 8, months: 22 * 8 } as const satisfies Record<Unit, number>;

const partsOf = (limit: TimeLimit): readonly LimitAmount[] => ('sameDay' in limit ? [] : 'parts' in limit ? limit.parts : [limit]);

function totals(parts: readonly LimitAmount[]): Map<Unit, number> {
  const found = new Map<Unit, number>();
  for (const { value, unit } of parts) found.set(unit, (found.get(unit) ?? 0) + value);
  return found;
}

const sum = (amounts: ReadonlyMap<Unit, number>, measure: Readonly<Record<Unit, number>>): number => amounts.entries().reduce((all, [unit, value]) => all + Math.max(0, value) * measure[unit], 0);

const familyOf = (parts: readonly LimitAmount[]): string => [...new Set(parts.map(({ unit }) => FAMILY[unit]))].toSorted().join();

/**
 * Whether one limit never ends after another, whenever it begins and however long the office is open. What cannot be compared
 * for certain counts as longer: working against calendar time, eight hours against one day of seven and a half.
 */
export function isNotLonger(limit: TimeLimit, bound: TimeLimit): boolean {
  if ('sameDay' in bound) return 'sameDay' in limit && limit.cutoff >= bound.cutoff;
  const allowed = totals(partsOf(bound));
  // Received after the cut-off it is answered by the close of the next working day: two working days are never shorter.
  if ('sameDay' in limit) return bound.ends === 'close-of-day' || (allowed.get('working-days') ?? 0) >= 2;
  if (limit.ends !== bound.ends || familyOf(partsOf(limit)) !== familyOf(partsOf(bound))) return false;
  const wanted = totals(partsOf(limit));
  // What both have in a unit needs no conversion; only the rest is measured, each against its own favour.
  for (const [unit, value] of wanted) {
    const common = Math.min(value, allowed.get(unit) ?? 0);
    wanted.set(unit, value - common);
    allowed.set(unit, (allowed.get(unit) ?? 0) - common);
  }
  return sum(wanted, AT_MOST) <= sum(allowed, AT_LEAST);
}

/** The national limit with a local amount in its place; how it ends and what it does not count stays. */
export function withAmount(national: TimeLimit, { parts = [], cutoff }: LocalLimit): TimeLimit {
  const { notCounted, basis, longer } = national;
  const terms = { notCounted, basis, ...(longer && { longer }) };
  if (cutoff !== undefined) return { sameDay: true, cutoff, ...terms };
  const ends = 'sameDay' in national ? 'same-time' : national.ends;
  return parts.length === 1 ? { ...parts[0]!, ends, ...terms } : { parts, ends, ...terms };
}

/** The longest a province may set in communes of the kind the law names; nothing where it names none. */
export function longestOf(national: TimeLimit): TimeLimit | undefined {
  const { longer } = national;
  if (longer === undefined || 'sameDay' in national) return undefined;
  return withAmount(national, { parts: totals([...partsOf(national), longer.by]).entries().map(([unit, value]) => ({ value, unit })).toArray() });
}

/** How much of a national limit a local one leaves, as a part of 1; more than 1 where it is longer. */
export function shareOf(limit: TimeLimit, national: TimeLimit): number {
  const hours = (each: TimeLimit): number => ('sameDay' in each ? 8 : sum(totals(partsOf(each)), HOURS));
  return hours(limit) / hours(national);
}
