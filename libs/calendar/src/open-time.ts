import type { Localized } from '@app/kernel';
import type { Interval } from './interval.js';
import { dayNumber, instantOf, minuteOf } from './local-time.js';
import type { Weekday } from './office-hours.js';
import { dayAt, openingAt, openMinutes, type CalendarDay, type WorkingCalendar } from './working-calendar.js';

export interface OpenIntervals {
  readonly date: string;
  readonly weekday: Weekday;
  readonly kind: CalendarDay['kind'];
  /** In order; empty when the unit is closed all day. */
  readonly intervals: readonly Interval[];
  /** Why it is open or closed: "nghỉ lễ Quốc khánh", "ngày nghỉ hằng tuần", "giờ làm việc". */
  readonly reason: Localized;
  readonly source?: Localized;
}

/** When a unit is open on a local date (`YYYY-MM-DD`), and why. Throws `calendar.no-hours`, `calendar.year-not-loaded`. */
export function openIntervals(calendar: WorkingCalendar, date: string): OpenIntervals {
  const { weekday, kind, intervals, reason, source } = dayAt(calendar, dayNumber(date));
  return { date, weekday, kind, intervals, reason, source };
}

/**
 * Open minutes between two instants; 0 when the second is not later. An end after closing counts to closing, a start
 * before opening from the opening: what happens outside office hours costs nobody time.
 * Throws `calendar.no-hours`, `calendar.year-not-loaded`.
 */
export function openMinutesBetween(calendar: WorkingCalendar, from: Temporal.Instant, to: Temporal.Instant): number {
  return openMinutes(calendar, minuteOf(from), minuteOf(to));
}

/** The first open minute at or after an instant. Throws `calendar.no-hours`, `calendar.year-not-loaded`. */
export function nextOpening(calendar: WorkingCalendar, at: Temporal.Instant): Temporal.Instant {
  return instantOf(openingAt(calendar, minuteOf(at)));
}
