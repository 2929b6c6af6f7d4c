import { countCalendarTime } from './count-calendar-time.js';
import { countOpenTime, minutesAmount, workingDaysAmount } from './count-open-time.js';
import { countSameDay } from './count-same-day.js';
import { dayOf, instantOf, MINUTES_A_DAY, minuteOf } from './local-time.js';
import { withoutOverlaps, type Pause, type PausedStretch } from './pauses.js';
import { CIVIL_CODE_147, CIVIL_CODE_148, DUE, RECEIPT_DAY, RECEIVED, SAME_DAY_LAW } from './reasons.js';
import { partsOf, stepsOf, type LimitEnd, type MeasuredLimit, type TimeLimit } from './time-limit.js';
import { closedLines, dayOffLine, momentLine, stretchLine, type TraceLine } from './trace.js';
import { closingOf, dayAt, openingAt, openMinutes, workingDayAt, type WorkingCalendar } from './working-calendar.js';

export interface DueQuestion {
  /** When the complete dossier was received. */
  readonly from: Temporal.Instant;
  readonly limit: TimeLimit;
  /** Hours always end at their minute and same-day limits with their day, whatever is said here. */
  readonly ends: LimitEnd;
  /** The ledger's pauses; those before the receipt or after the due minute change nothing. */
  readonly pauses?: readonly Pause[];
}

/** A due date that is fixed. */
export interface DueAt {
  readonly at: Temporal.Instant;
  /** The receipt, or the opening after it when it fell outside office hours. */
  readonly countsFrom: Temporal.Instant;
  readonly trace: readonly TraceLine[];
}

/** A clock that stands: the due date is known when the pause ends. */
export interface DuePaused {
  readonly at: null;
  readonly countsFrom: Temporal.Instant;
  /** When the clock stopped. */
  readonly pausedSince: Temporal.Instant;
  /** Open minutes that were left when it stopped. */
  readonly remaining: number;
  readonly trace: readonly TraceLine[];
}

export type DueResult = DueAt | DuePaused;

/**
 * When a limit ends, and why: one pure function of calendar, limit, receipt and pauses, for preview, store and print alike.
 *
 * What arrives outside open hours counts as received at the next opening. The limit runs only while it is not paused, and
 * each unit has its own measure: hours run in open minutes; working days in shares of the day, so that half a day is half of
 * *that* day's open time and one day later is the same point of the next working day; calendar days and months run day and night.
 * - `same-time`: ends when the measure is used up. Working days that end as an office closes fall due at the next opening (same
 *   hour as received); calendar days and months that end outside open hours, too.
 * - `close-of-day` (Civil Code 2015 arts. 147–148): the day of receipt is not counted; ends at the closing time of the day on
 *   which the measure is used up. So a working day broken by a pause is made up. A last day off moves to the next working day.
 * - same-day: see {@link countSameDay}.
 * - mixed: each part begins where the one before was used up; the policy looks at the receipt and at the end of the whole.
 *
 * Throws `calendar.no-hours`, `calendar.year-not-loaded` for dates the calendar does not know, `calendar.limit-invalid`.
 */
export function due(calendar: WorkingCalendar, question: DueQuestion): DueResult {
  const received = minuteOf(question.from);
  const start = openingAt(calendar, received);
  const pauses = withoutOverlaps(question.pauses ?? []);
  const trace: TraceLine[] = [momentLine('start', received, false, RECEIVED), ...closedLines(calendar, received, start)];
  const countsFrom = instantOf(start);
  const end = endOf(calendar, start, question, pauses, trace);
  if (end !== null) {
    const closing = closingOf(dayAt(calendar, dayOf(end - 1))) === end;
    trace.push(momentLine('end', end, closing, DUE, endSource(question)));
    return { at: instantOf(end), countsFrom, trace };
  }
  const finished = pauses.slice(0, -1);
  const otherwise = endOf(calendar, start, question, finished, [])!;
  const stopped = Math.max(pauses.at(-1)!.from, start);
  return { at: null, countsFrom, pausedSince: instantOf(Math.max(standsSince(pauses), start)), remaining: openMinutes(calendar, stopped, otherwise), trace };
}

/** When the clock that still stands stopped: pauses that follow each other without a gap are one. */
function standsSince(pauses: readonly PausedStretch[]): number {
  return pauses.reduceRight((since, pause) => (pause.to >= since ? pause.from : since), Infinity);
}

function endSource({ limit, ends }: DueQuestion): TraceLine['source'] {
  if ('sameDay' in limit) return SAME_DAY_LAW;
  return ends === 'close-of-day' && partsOf(limit).at(-1)!.unit !== 'hours' ? CIVIL_CODE_148 : undefined;
}

function endOf(calendar: WorkingCalendar, start: number, { limit, ends }: DueQuestion, pauses: readonly PausedStretch[], trace: TraceLine[]): number | null {
  if ('sameDay' in limit) return countSameDay(calendar, start, limit, pauses, trace);
  const parts = partsOf(limit);
  let usedUp = start;
  let receiptDayPassed = ends === 'same-time';
  for (const part of parts) {
    if (!receiptDayPassed && part.unit !== 'hours') {
      usedUp = afterReceiptDay(calendar, usedUp, start, trace);
      receiptDayPassed = true;
    }
    const end = countPart(calendar, usedUp, part, ends, pauses, trace);
    if (end === null) return null;
    usedUp = end;
  }

  const { unit } = parts.at(-1)!;
  if (unit === 'hours') return usedUp;
  if (ends === 'close-of-day') return closeOfDay(calendar, dayOf(usedUp - 1), trace);
  const inOpenTime = unit === 'working-days';
  return inOpenTime || !isClosing(calendar, usedUp) ? nextOpening(calendar, usedUp, inOpenTime, trace) : usedUp;
}

function countPart(calendar: WorkingCalendar, from: number, part: MeasuredLimit, ends: LimitEnd, pauses: readonly PausedStretch[], trace: TraceLine[]): number | null {
  if (part.unit === 'hours') return countOpenTime(calendar, from, minutesAmount(stepsOf(part)), pauses, trace);
  if (part.unit === 'working-days') return countOpenTime(calendar, from, workingDaysAmount(calendar, stepsOf(part)), pauses, trace);
  return countCalendarTime(calendar, from, part, ends, pauses, trace);
}

/** The midnight after the day on which a limit in days begins: that day is not counted (Civil Code art. 147.2). */
function afterReceiptDay(calendar: WorkingCalendar, from: number, start: number, trace: TraceLine[]): number {
  // Hours counted before may have ended as the office closed, even at midnight: that day is still the one they ended on.
  const day = dayAt(calendar, dayOf(from > start ? from - 1 : from));
  const closing = closingOf(day);
  if (from < closing) trace.push(stretchLine('skipped', day, from, closing, RECEIPT_DAY, CIVIL_CODE_147));
  return (day.number + 1) * MINUTES_A_DAY;
}

/** The closing time of a day, or of the next working day (Civil Code art. 148.5). */
function closeOfDay(calendar: WorkingCalendar, last: number, trace: TraceLine[]): number {
  const day = workingDayAt(calendar, last);
  for (let number = last; number < day.number; number++) trace.push(dayOffLine(dayAt(calendar, number)));
  return closingOf(day);
}

function isClosing(calendar: WorkingCalendar, minute: number): boolean {
  const day = dayAt(calendar, dayOf(minute - 1));
  return day.intervals.some((interval) => day.number * MINUTES_A_DAY + interval.closes === minute);
}

/** The first open minute from a minute on. Working days used up as the office closes need no word about the night. */
function nextOpening(calendar: WorkingCalendar, minute: number, silentFirst: boolean, trace: TraceLine[]): number {
  const opening = openingAt(calendar, minute);
  trace.push(...closedLines(calendar, minute, opening).filter((line) => !(silentFirst && line.from)));
  return opening;
}
