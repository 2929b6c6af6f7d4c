import type { Localized } from '@app/kernel';
import { clockText, dateText, dayOf, MINUTES_A_DAY, timeOf } from './local-time.js';
import { OUTSIDE_HOURS, PAUSE_BASES, PAUSE_CAUSES } from './reasons.js';
import type { PausedStretch } from './pauses.js';
import { dayAt, type CalendarDay, type WorkingCalendar } from './working-calendar.js';

/**
 * One line of the reckoning behind a due date; plain data, stored with the date.
 * Adding up gives the limit: for hours the `minutes` of all counted lines, for working days their `minutes / ofMinutes`
 * (the last minute begun counts whole), for calendar days and months the `minutes` elapsed; the `end` line is the due minute.
 */
export interface TraceLine {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** The last date of a line that covers several. */
  readonly through?: string;
  readonly kind: 'start' | 'counted' | 'skipped' | 'paused' | 'end';
  /** Local times `HH:mm`; both left out on a whole day, `to` left out while a pause is open. */
  readonly from?: string;
  readonly to?: string;
  /** Minutes counted, or paused: open minutes, or elapsed ones for calendar days and months. */
  readonly minutes?: number;
  /** The open minutes of that whole day, where working days are counted. */
  readonly ofMinutes?: number;
  /** Calendar days covered. */
  readonly days?: number;
  readonly reason: Localized;
  /** The document or article the reason rests on. */
  readonly source?: Localized;
}

/** A moment: the receipt, or the due minute. */
export function momentLine(kind: 'start' | 'end', minute: number, closing: boolean, reason: Localized, source?: Localized): TraceLine {
  // Midnight as a closing time belongs to the day it closes.
  const day = closing ? dayOf(minute - 1) : dayOf(minute);
  const time = clockText(minute - day * MINUTES_A_DAY);
  return { date: dateText(day), kind, from: time, to: time, reason, source };
}

/** A stretch within one day. */
export function stretchLine(kind: 'counted' | 'skipped', day: CalendarDay, from: number, to: number, reason: Localized, source?: Localized): TraceLine {
  const midnight = day.number * MINUTES_A_DAY;
  return { date: day.date, kind, from: clockText(from - midnight), to: clockText(to - midnight), reason, source };
}

/** A stretch of one day, or of several, in which the clock stood. */
export function pausedLine(pause: PausedStretch, from: number, to: number, minutes: number): TraceLine {
  const date = dateText(dayOf(from));
  const line = { date, kind: 'paused' as const, from: clockText(timeOf(from)), reason: PAUSE_CAUSES[pause.cause], source: pause.basis ? { vi: pause.basis, en: pause.basis } : PAUSE_BASES[pause.cause] };
  if (to === Infinity) return line;
  const last = dayOf(to - 1);
  const through = last === dayOf(from) ? undefined : dateText(last);
  return { ...line, through, to: clockText(to - last * MINUTES_A_DAY), minutes };
}

/** A whole day that is not counted, with the calendar's own reason. */
export function dayOffLine(day: CalendarDay): TraceLine {
  return { date: day.date, kind: 'skipped', reason: day.reason, source: day.source };
}

/** What lies between a moment outside office hours and the opening after it: the rest of that day, then each day off. */
export function closedLines(calendar: WorkingCalendar, from: number, opening: number): TraceLine[] {
  const lines: TraceLine[] = [];
  for (let number = dayOf(from); number * MINUTES_A_DAY < opening; number++) {
    const day = dayAt(calendar, number);
    if (day.minutes === 0) lines.push(dayOffLine(day));
    else if (number === dayOf(from) && from < opening) {
      lines.push(stretchLine('skipped', day, from, Math.min(opening, (number + 1) * MINUTES_A_DAY), OUTSIDE_HOURS, day.source));
    }
  }
  return lines;
}

