import { dayOf, instantOf, MINUTES_A_DAY, minuteOf } from './local-time.js';
import { dayAt, type WorkingCalendar } from './working-calendar.js';

/**
 * When "due tomorrow" is said: as the office opens on the last working day before the day of the due date.
 * Throws `calendar.no-hours`, `calendar.year-not-loaded`.
 */
export function dueTomorrowAt(calendar: WorkingCalendar, dueAt: Temporal.Instant): Temporal.Instant {
  for (let number = dayOf(minuteOf(dueAt)) - 1; ; number--) {
    const [first] = dayAt(calendar, number).intervals;
    if (first !== undefined) return instantOf(number * MINUTES_A_DAY + first.opens);
  }
}
