import { DomainError } from '@app/kernel';
import { findTime, MINUTES_A_DAY } from './local-time.js';

export type TimeLimitUnit = 'working-days' | 'hours' | 'calendar-days' | 'months';

/** How long an office has. Halves occur: `{value: 2.5, unit: 'working-days'}`. */
export interface MeasuredLimit {
  readonly value: number;
  readonly unit: TimeLimitUnit;
}

/** Settled on the day of receipt when received before the cut-off (`"15:00"`), else on the next working day. */
export interface SameDayLimit {
  readonly sameDay: true;
  readonly cutoff: string;
}

/** One limit made of parts that are counted one after the other: "2 working days and 4 hours". */
export interface MixedLimit {
  readonly parts: readonly MeasuredLimit[];
}

export type TimeLimit = MeasuredLimit | SameDayLimit | MixedLimit;

/** How a limit ends: at the same time of day, or with the last day (Civil Code 2015 arts. 147–148). */
export type LimitEnd = 'same-time' | 'close-of-day';

/**
 * The smallest steps that are computed exactly; a finer amount is refused rather than rounded.
 * Working days: a hundredth. Hours: a minute. Calendar days and months: a half (half a month is 15 days, Civil Code art. 146).
 */
const STEPS: Record<TimeLimitUnit, number> = { 'working-days': 100, hours: 60, 'calendar-days': 2, months: 2 };

/** The amount in whole steps of its unit. Throws `calendar.limit-invalid` when it is not positive or too fine. */
export function stepsOf(limit: MeasuredLimit): number {
  const exact = limit.value * STEPS[limit.unit];
  const steps = Math.round(exact);
  if (!(Number.isSafeInteger(steps) && steps > 0 && Math.abs(exact - steps) < 1e-6)) throw invalid(`${limit.value} ${limit.unit}`);
  return steps;
}

/** The cut-off in minutes since midnight. Throws `calendar.limit-invalid`. */
export function cutoffOf(limit: SameDayLimit): number {
  const time = findTime(limit.cutoff);
  if (time === undefined || time === MINUTES_A_DAY) throw invalid(limit.cutoff);
  return time;
}

/** The parts of a limit, in the order in which they are counted. Throws `calendar.limit-invalid` when there is none. */
export function partsOf(limit: MeasuredLimit | MixedLimit): readonly MeasuredLimit[] {
  if (!('parts' in limit)) return [limit];
  if (limit.parts.length === 0) throw invalid('');
  return limit.parts;
}

const UNIT_SIGNS: Readonly<Record<string, TimeLimitUnit>> = { wd: 'working-days', h: 'hours', d: 'calendar-days', m: 'months' };

/**
 * Reads a limit as an operator writes it: `3wd`, `2.5wd`, `16h`, `10d`, `1m`, parts joined as in `2wd+4h`, or the cut-off of a
 * same-day limit, `15:00`. Throws `calendar.limit-invalid`.
 */
export function parseTimeLimit(text: string): TimeLimit {
  if (text.includes(':')) {
    const limit: SameDayLimit = { sameDay: true, cutoff: text };
    cutoffOf(limit);
    return limit;
  }
  const parts = text.split('+').map((part): MeasuredLimit => {
    const [, value, sign = ''] = /^(\d{1,6}(?:\.\d{1,4})?)(wd|h|d|m)$/.exec(part) ?? [];
    const unit = UNIT_SIGNS[sign];
    if (unit === undefined) throw invalid(text);
    const limit = { value: Number(value), unit };
    stepsOf(limit);
    return limit;
  });
  return parts.length === 1 ? parts[0]! : { parts };
}

const invalid = (limit: string): DomainError => new DomainError('calendar.limit-invalid', { params: { limit } });
