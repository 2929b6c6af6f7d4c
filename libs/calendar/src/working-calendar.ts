import { DomainError, type Localized } from '@app/kernel';
import type { Interval } from './interval.js';
import { dateText, dayOf, MINUTES_A_DAY, plainDate } from './local-time.js';
import type { DayKind, Weekday } from './office-hours.js';

/** A date as a unit works it. */
export interface CalendarDay {
  /** Days since 1970-01-01. */
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: Weekday;
  readonly kind: 'work' | 'weekly-off' | DayKind;
  /** In order; empty on a day off. */
  readonly intervals: readonly Interval[];
  /** Open minutes of the day. */
  readonly minutes: number;
  /** Why the day is open or closed. */
  readonly reason: Localized;
  readonly source?: Localized;
}

/** The calendar of one unit, made by `buildCalendar`, never changed afterwards. Its inside is not for callers. */
export interface WorkingCalendar {
  readonly unit: { readonly id: string; readonly name: string };
  /** The years whose holidays are loaded, ascending. */
  readonly years: readonly number[];
  /** The day number of `days[0]`. */
  readonly firstDay: number;
  /** One entry a date: undefined where the year is not loaded, `no-hours` where no office hours are in force. */
  readonly days: ReadonlyArray<CalendarDay | 'no-hours' | undefined>;
  /**
   * Into how many equal shares a working day is cut so that one open minute of *any* day is a whole number of them
   * and a hundredth of a day too. Fractions of days of different length stay exact this way.
   */
  readonly sharesADay: bigint;
}

/** The day with a number. Throws `calendar.year-not-loaded` or `calendar.no-hours`: a date is refused, never guessed. */
export function dayAt(calendar: WorkingCalendar, number: number): CalendarDay {
  const day = calendar.days[number - calendar.firstDay];
  if (day === undefined) throw yearNotLoaded(calendar.unit, plainDate(number).year);
  if (day === 'no-hours') throw noHours(calendar.unit, dateText(number));
  return day;
}

/** The first open minute at or after a minute. */
export function openingAt(calendar: WorkingCalendar, minute: number): number {
  for (let number = dayOf(minute); ; number++) {
    for (const interval of dayAt(calendar, number).intervals) {
      if (number * MINUTES_A_DAY + interval.closes > minute) return Math.max(minute, number * MINUTES_A_DAY + interval.opens);
    }
  }
}

/** The first day at or after a number on which the unit is open at all. */
export function workingDayAt(calendar: WorkingCalendar, number: number): CalendarDay {
  for (; ; number++) {
    const day = dayAt(calendar, number);
    if (day.minutes > 0) return day;
  }
}

/** The closing minute of a day that is open. */
export function closingOf(day: CalendarDay): number {
  return day.number * MINUTES_A_DAY + (day.intervals.at(-1)?.closes ?? MINUTES_A_DAY);
}

/** Open minutes from one minute to another. */
export function openMinutes(calendar: WorkingCalendar, from: number, to: number): number {
  let sum = 0;
  for (let number = dayOf(from); number * MINUTES_A_DAY < to; number++) {
    const day = dayAt(calendar, number);
    const midnight = number * MINUTES_A_DAY;
    if (from <= midnight && to >= midnight + MINUTES_A_DAY) sum += day.minutes;
    else for (const { opens, closes } of day.intervals) sum += Math.max(0, Math.min(to, midnight + closes) - Math.max(from, midnight + opens));
  }
  return sum;
}

export function noHours(unit: WorkingCalendar['unit'], date: string): DomainError {
  return new DomainError('calendar.no-hours', { params: { unit: unit.name, date }, facts: { unit: unit.id, date } });
}

export function yearNotLoaded(unit: WorkingCalendar['unit'], year: number): DomainError {
  return new DomainError('calendar.year-not-loaded', { params: { unit: unit.name, year }, facts: { unit: unit.id, year } });
}
