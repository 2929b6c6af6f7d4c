import { clockText, dateText, dayNumber, dayOf, MINUTES_A_DAY, plainDate, timeOf } from './local-time.js';
import type { PausedStretch } from './pauses.js';
import { CALENDAR_DAYS, MONTHS, MONTHS_CLAMPED, CIVIL_CODE_148 } from './reasons.js';
import { stepsOf, type LimitEnd, type MeasuredLimit } from './time-limit.js';
import { pausedLine, type TraceLine } from './trace.js';
import { closingOf, dayAt, type WorkingCalendar } from './working-calendar.js';

/**
 * Counts calendar days or months from a minute; they run day and night, so a pause stops them for its whole length.
 * Returns the minute at which they are used up, wherever it falls; null when a pause still open comes first.
 * For `close-of-day`, `start` is the midnight after the receipt and the result the midnight after the last day.
 */
export function countCalendarTime(calendar: WorkingCalendar, start: number, limit: MeasuredLimit, ends: LimitEnd, pauses: readonly PausedStretch[], trace: TraceLine[]): number | null {
  const nominal = limit.unit === 'months' ? afterMonths(calendar, start, limit, ends) : { end: start + (stepsOf(limit) * MINUTES_A_DAY) / 2, clamped: false };
  const reason = limit.unit !== 'months' ? CALENDAR_DAYS : nominal.clamped ? MONTHS_CLAMPED : MONTHS;
  const source = limit.unit === 'months' ? CIVIL_CODE_148 : undefined;
  let left = nominal.end - start;
  let from = start;
  for (const pause of pauses) {
    const stop = Math.max(pause.from, from);
    if (pause.to <= from || stop - from >= left) continue;
    if (stop > from) trace.push(countedLine(from, stop, reason, source));
    left -= stop - from;
    trace.push(pausedLine(pause, stop, pause.to, pause.to - stop));
    if (pause.to === Infinity) return null;
    from = pause.to;
  }
  trace.push(countedLine(from, from + left, reason, source));
  return from + left;
}

function countedLine(from: number, to: number, reason: TraceLine['reason'], source: TraceLine['source']): TraceLine {
  const first = dayOf(from);
  const last = dayOf(to - 1);
  const whole = timeOf(from) === 0 && timeOf(to) === 0;
  return {
    date: dateText(first),
    through: last === first ? undefined : dateText(last),
    kind: 'counted',
    from: whole ? undefined : clockText(timeOf(from)),
    to: whole ? undefined : clockText(to - last * MINUTES_A_DAY),
    minutes: to - from,
    days: (to - from) / MINUTES_A_DAY,
    reason,
    source,
  };
}

/**
 * N months after the day of receipt, half a month being 15 days (Civil Code art. 146). Where the last month has no such date
 * the limit ends with that month's last day (art. 148.3), so at its closing time: an earlier hour there would let a
 * later receipt fall due before an earlier one.
 */
function afterMonths(calendar: WorkingCalendar, start: number, limit: MeasuredLimit, ends: LimitEnd): { end: number; clamped: boolean } {
  const halves = stepsOf(limit);
  // Under `close-of-day` the day before: mostly that of the receipt, which is not counted; after another part its last day.
  const received = plainDate(dayOf(ends === 'close-of-day' ? start - 1 : start));
  const month = received.add({ months: Math.floor(halves / 2) });
  const clamped = month.day < received.day;
  const last = dayNumber(month.toString()) + (halves % 2) * 15;
  if (ends === 'close-of-day') return { end: (last + 1) * MINUTES_A_DAY, clamped };
  return { end: clamped ? closingOf(dayAt(calendar, last)) : last * MINUTES_A_DAY + timeOf(start), clamped };
}
