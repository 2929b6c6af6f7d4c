import { dayOf, MINUTES_A_DAY, timeOf } from './local-time.js';
import type { PausedStretch } from './pauses.js';
import { AFTER_CUTOFF, SAME_DAY_LAW } from './reasons.js';
import { cutoffOf, type SameDayLimit } from './time-limit.js';
import { closedLines, dayOffLine, pausedLine, stretchLine, type TraceLine } from './trace.js';
import { closingOf, dayAt, openingAt, openMinutes, workingDayAt, type CalendarDay, type WorkingCalendar } from './working-calendar.js';

/**
 * The same-day rule: received before the cut-off, settled by that day's closing time; from the cut-off on, by the closing
 * time of the next working day (Law 60/2014 art. 5.3; Decree 118/2025 art. 18). A pause that falls before the due minute
 * starts the rule anew where it ends. Returns null when such a pause is still open.
 */
export function countSameDay(calendar: WorkingCalendar, start: number, limit: SameDayLimit, pauses: readonly PausedStretch[], trace: TraceLine[]): number | null {
  const cutoff = cutoffOf(limit);
  for (let from = start; ; ) {
    const today = dayAt(calendar, dayOf(from));
    const before = timeOf(from) < cutoff;
    const lastDay = before ? today : workingDayAt(calendar, today.number + 1);
    const closing = closingOf(lastDay);
    const pause = pauses.find((each) => each.to > from && each.from < closing);
    if (!before) trace.push(stretchLine('skipped', today, from, closingOf(today), AFTER_CUTOFF, SAME_DAY_LAW), ...daysOffBetween(calendar, today, lastDay));
    if (!pause) {
      const counted = before ? from : lastDay.number * MINUTES_A_DAY + lastDay.intervals[0]!.opens;
      trace.push({ ...stretchLine('counted', lastDay, counted, closing, lastDay.reason, lastDay.source), minutes: openMinutes(calendar, counted, closing) });
      return closing;
    }
    const stopped = Math.max(pause.from, from);
    if (pause.to === Infinity) {
      trace.push(pausedLine(pause, stopped, Infinity, 0));
      return null;
    }
    trace.push(pausedLine(pause, stopped, pause.to, openMinutes(calendar, stopped, pause.to)));
    from = openingAt(calendar, pause.to);
    trace.push(...closedLines(calendar, pause.to, from));
  }
}

function daysOffBetween(calendar: WorkingCalendar, after: CalendarDay, before: CalendarDay): TraceLine[] {
  const lines: TraceLine[] = [];
  for (let number = after.number + 1; number < before.number; number++) lines.push(dayOffLine(dayAt(calendar, number)));
  return lines;
}
