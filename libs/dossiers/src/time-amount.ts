import { due, type MeasuredLimit, type WorkingCalendar } from '@app/calendar';
import type { TimeAmount } from '@app/workflow';

/** A process's amount of time as the calendar measures it. */
export function measured({ value, unit }: TimeAmount): MeasuredLimit {
  return unit === 'minutes' ? { value: value / 60, unit: 'hours' } : { value, unit };
}

/**
 * When an amount of time is over: a period in days ends with the closing time of its last day (Civil Code Art. 147–148),
 * hours and minutes of work at their minute.
 */
export function endOf(calendar: WorkingCalendar, from: Temporal.Instant, amount: TimeAmount): Temporal.Instant {
  const { at } = due(calendar, { from, limit: measured(amount), ends: 'close-of-day' });
  if (at === null) throw new Error('a period without pauses has an end');
  return at;
}
