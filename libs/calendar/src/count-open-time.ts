import type { PausedStretch } from './pauses.js';
import { MINUTES_A_DAY, dayOf } from './local-time.js';
import { dayOffLine, pausedLine, stretchLine, type TraceLine } from './trace.js';
import { dayAt, type CalendarDay, type WorkingCalendar } from './working-calendar.js';

export interface OpenTimeAmount {
  /** How much is to be used up. */
  readonly total: bigint;
  /** How much one open minute of a day uses up. */
  readonly perMinute: (day: CalendarDay) => bigint;
  /** Whether lines say of how many minutes their day consists. */
  readonly inDays: boolean;
}

/** Hours: each open minute counts one. */
export function minutesAmount(minutes: number): OpenTimeAmount {
  return { total: BigInt(minutes), perMinute: () => 1n, inDays: false };
}

/** Working days, in hundredths: each open minute counts its share of that day, so a day is a day however long it is. */
export function workingDaysAmount(calendar: WorkingCalendar, hundredths: number): OpenTimeAmount {
  const { sharesADay } = calendar;
  return { total: (sharesADay * BigInt(hundredths)) / 100n, perMinute: (day) => sharesADay / BigInt(day.minutes), inDays: true };
}

/**
 * Walks through open, unpaused time from a minute until an amount is used up, writing each stretch into the trace.
 * Returns the minute at which it is used up (a minute begun counts whole), never later than a closing time;
 * null when a pause still open comes first.
 */
export function countOpenTime(calendar: WorkingCalendar, start: number, amount: OpenTimeAmount, pauses: readonly PausedStretch[], trace: TraceLine[]): number | null {
  let left = amount.total;
  for (let number = dayOf(start); ; number++) {
    const day = dayAt(calendar, number);
    if (day.minutes === 0) {
      trace.push(dayOffLine(day));
      continue;
    }
    const perMinute = amount.perMinute(day);
    for (const interval of day.intervals) {
      const closes = number * MINUTES_A_DAY + interval.closes;
      let from = Math.max(start, number * MINUTES_A_DAY + interval.opens);
      while (from < closes) {
        const pause = pauses.find((each) => each.to > from && each.from < closes);
        if (pause && pause.from <= from) {
          if (pause.to === Infinity) {
            trace.push(pausedLine(pause, from, Infinity, 0));
            return null;
          }
          const until = Math.min(pause.to, closes);
          trace.push(pausedLine(pause, from, until, until - from));
          from = until;
          continue;
        }
        const available = (pause?.from ?? closes) - from;
        const needed = Number((left + perMinute - 1n) / perMinute);
        const minutes = Math.min(available, needed);
        trace.push({ ...stretchLine('counted', day, from, from + minutes, day.reason, day.source), minutes, ofMinutes: amount.inDays ? day.minutes : undefined });
        left -= BigInt(minutes) * perMinute;
        from += minutes;
        if (left <= 0n) return from;
      }
    }
  }
}
