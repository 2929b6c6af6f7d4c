import { due, type WorkingCalendar } from '@app/calendar';

/** The closing time of the n-th working day after a moment. */
export function addWorkingDays(calendar: WorkingCalendar, from: Temporal.Instant, days: number): Temporal.Instant {
  const { at } = due(calendar, { from, limit: { value: days, unit: 'working-days' }, ends: 'close-of-day' });
  if (at === null) throw new Error('a period without pauses has an end');
  return at;
}
