import { dayOf, instantOf, MINUTES_A_DAY, minuteOf, timeOf } from './local-time.js';
import { closingOf, dayAt, openingAt, workingDayAt, type WorkingCalendar } from './working-calendar.js';

const CUTOFF = 15 * 60;
const NOON = 12 * 60;

/**
 * By when the counter passes a dossier on to whoever handles it: the close of the same working day, or for what was received
 * from 15:00 on, the end of the next working morning (Decree 118/2025 Art. 18(2)).
 * Throws `calendar.no-hours`, `calendar.year-not-loaded`.
 */
export function passOnBy(calendar: WorkingCalendar, receivedAt: Temporal.Instant): Temporal.Instant {
  const from = openingAt(calendar, minuteOf(receivedAt));
  const today = dayAt(calendar, dayOf(from));
  if (timeOf(from) < CUTOFF) return instantOf(closingOf(today));
  const next = workingDayAt(calendar, today.number + 1);
  const { opens, closes } = next.intervals[0]!;
  return instantOf(next.number * MINUTES_A_DAY + (opens < NOON ? Math.min(closes, NOON) : closes));
}
