import * as fc from 'fast-check';
import type { LimitEnd, MeasuredLimit, TimeLimit, TimeLimitUnit } from '../index.js';

export const anyEnd = fc.constantFrom<LimitEnd>('same-time', 'close-of-day');

/** Hours to the minute, up to ten long days. */
export const hours = fc.integer({ min: 1, max: 80 * 60 }).map((minutes): MeasuredLimit => ({ value: minutes / 60, unit: 'hours' }));

/** Wholes and halves of a unit. */
export const halves = (unit: Exclude<TimeLimitUnit, 'hours'>, max: number): fc.Arbitrary<MeasuredLimit> =>
  fc.integer({ min: 1, max: max * 2 }).map((half) => ({ value: half / 2, unit }));

const sameDay = fc.constantFrom<TimeLimit>({ sameDay: true, cutoff: '15:00' }, { sameDay: true, cutoff: '10:30' });

/** Two or three measures, one after the other. */
export const mixed = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 16 * 60 }).map((minutes): MeasuredLimit => ({ value: minutes / 60, unit: 'hours' })), halves('working-days', 4), halves('calendar-days', 6), halves('months', 1)), { minLength: 2, maxLength: 3 })
  .map((parts): TimeLimit => ({ parts }));

export const anyLimit: fc.Arbitrary<TimeLimit> = fc.oneof(hours, halves('working-days', 12), halves('calendar-days', 20), halves('months', 2), sameDay, mixed);
