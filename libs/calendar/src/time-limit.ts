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

export type TimeLimit = MeasuredLimit | SameDayLimit;

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

const invalid = (limit: string): DomainError => new DomainError('calendar.limit-invalid', { params: { limit } });
