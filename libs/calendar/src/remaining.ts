import type { Localized } from '@app/kernel';
import { countOpenTime, minutesAmount } from './count-open-time.js';
import { instantOf, minuteOf } from './local-time.js';
import { openMinutesBetween } from './open-time.js';
import { withoutOverlaps, type Pause } from './pauses.js';
import { openingAt, openMinutes, type WorkingCalendar } from './working-calendar.js';

/** Working minutes left until a due date, negative by the working minutes it is overdue. */
export function remaining(calendar: WorkingCalendar, now: Temporal.Instant, dueAt: Temporal.Instant): number {
  const left = openMinutesBetween(calendar, now, dueAt);
  const late = openMinutesBetween(calendar, dueAt, now);
  return late > 0 ? -late : left;
}

/** What share of the working time may be used before a dossier is due soon: one threshold for token, filter, reminder and report. */
export const DUE_SOON_AFTER = { used: 2, of: 3 } as const;

/**
 * The moment at which two thirds of the unpaused working time between receipt and due date are used up. Computed once,
 * with the due date, and stored beside it. The due date itself when there is no open time between the two.
 */
export function dueSoonAt(calendar: WorkingCalendar, span: { countsFrom: Temporal.Instant; at: Temporal.Instant; pauses?: readonly Pause[] }): Temporal.Instant {
  const start = minuteOf(span.countsFrom);
  const end = minuteOf(span.at);
  const pauses = withoutOverlaps(span.pauses ?? []);
  const paused = pauses.reduce((sum, pause) => sum + openMinutes(calendar, Math.max(pause.from, start), Math.min(pause.to, end)), 0);
  const used = Math.ceil(((openMinutes(calendar, start, end) - paused) * DUE_SOON_AFTER.used) / DUE_SOON_AFTER.of);
  if (used <= 0) return span.at;
  const soon = countOpenTime(calendar, openingAt(calendar, start), minutesAmount(used), pauses, []);
  return soon === null ? span.at : instantOf(Math.min(soon, end));
}

export type TimeToken = 'on-time' | 'due-soon' | 'overdue' | 'paused';

/** The one word for where a dossier stands. Without a due date its clock is paused; at the due minute itself it is not yet late. */
export function timeToken(now: Temporal.Instant, due: { at: Temporal.Instant | null; soonAt?: Temporal.Instant | null }): TimeToken {
  if (!due.at) return 'paused';
  if (Temporal.Instant.compare(now, due.at) > 0) return 'overdue';
  return due.soonAt && Temporal.Instant.compare(now, due.soonAt) >= 0 ? 'due-soon' : 'on-time';
}

/** Working minutes in words: "còn 5 giờ làm việc", "quá hạn 40 phút làm việc". Never turned into days: days differ in length. */
export function formatRemaining(minutes: number): Localized {
  const amount = workingTime(Math.abs(minutes));
  if (minutes < 0) return { vi: `quá hạn ${amount.vi}`, en: `overdue by ${amount.en}` };
  if (minutes === 0) return { vi: 'đã đến hạn', en: 'due now' };
  return { vi: `còn ${amount.vi}`, en: `${amount.en} left` };
}

/** `330` → "5 giờ 30 phút làm việc". */
export function workingTime(minutes: number): Localized {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  if (hours === 0) return { vi: `${rest} phút làm việc`, en: plural(rest, 'working minute') };
  if (rest === 0) return { vi: `${hours} giờ làm việc`, en: plural(hours, 'working hour') };
  return { vi: `${hours} giờ ${rest} phút làm việc`, en: `${plural(hours, 'working hour')} ${plural(rest, 'minute')}` };
}
