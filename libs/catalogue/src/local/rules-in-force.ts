import type { LocalRule, Place } from './local-rule.js';

/** How near a rule is to the place: a province's for all, a province's for named communes, the commune's own. */
const nearness = ({ layer, communes }: LocalRule): number => (layer === 'commune' ? 2 : communes.length > 0 ? 1 : 0);

/** Whether a rule holds at a place, whatever the day. */
export function holdsAt({ layer, unitId, communes }: LocalRule, { province, commune }: Place): boolean {
  if (layer === 'commune') return unitId === commune;
  return unitId === province && (communes.length === 0 || (commune !== undefined && communes.includes(commune)));
}

/** Whether a rule is in force on a day, its first and last day included. */
export function isInForce({ from, until }: Pick<LocalRule, 'from' | 'until'>, day: string): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** The rules in force at a place on a day, the weakest first: of several that set a value, the last one counts. */
export function rulesInForce(rules: readonly LocalRule[], place: Place, day: string): LocalRule[] {
  return rules
    .filter((rule) => holdsAt(rule, place) && isInForce(rule, day))
    .toSorted((a, b) => nearness(a) - nearness(b) || a.from.localeCompare(b.from) || a.id.localeCompare(b.id));
}
