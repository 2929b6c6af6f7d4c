/**
 * The slow oracle: it walks minute by minute and shares no line with the calculation it checks.
 * Written first, from the words of the law; only specs import it.
 */
import type { DayRecord, MeasuredLimit, OfficeHours, TimeLimit, Weekday } from '../index.js';

export interface OracleCalendar {
  readonly hours: readonly OfficeHours[];
  readonly days: readonly DayRecord[];
}

/** Minutes since 1970-01-01T00:00 on the wall clock of Vietnam (always UTC+7). */
export type WallMinute = number;

export interface OraclePause {
  readonly from: WallMinute;
  readonly to?: WallMinute;
}

const WEEK: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY = 1440;

export class Oracle {
  /** What has been read already, by day: reading is slow, the walk itself is not shortened. */
  private readonly tables = new Map<number, { open: Uint8Array; length: number }>();

  constructor(private readonly calendar: OracleCalendar) {}

  /** Which of the 1440 minutes of a date are open. */
  private table(date: string): Uint8Array {
    const weekdayOf = (day: string): Weekday => WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()]!;
    const version = this.calendar.hours.filter((hours) => hours.since <= date && (hours.until ?? '9999') >= date).at(-1)!;
    const record = this.calendar.days.filter((day) => day.date === date).at(-1);
    let texts = version.week[weekdayOf(date)] ?? [];
    if (record?.hours) texts = record.hours;
    else if (record?.kind === 'swap-work') texts = version.week[weekdayOf(record.swapWith!)] ?? [];
    else if (record) texts = [];
    const minutes = new Uint8Array(DAY);
    for (const text of texts) {
      const [from, to] = text.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)));
      minutes.fill(1, from, to);
    }
    return minutes;
  }

  private dayOf(minute: WallMinute): { open: Uint8Array; length: number } {
    const day = Math.floor(minute / DAY);
    const known = this.tables.get(day);
    if (known) return known;
    const open = this.table(new Date(day * DAY * 60_000).toISOString().slice(0, 10));
    const read = { open, length: open.reduce((sum, minute) => sum + minute, 0) };
    this.tables.set(day, read);
    return read;
  }

  isOpen(minute: WallMinute): boolean {
    return this.dayOf(minute).open[minute % DAY] === 1;
  }

  /** Open minutes of the date on which a minute lies. */
  private length(minute: WallMinute): number {
    return this.dayOf(minute).length;
  }

  opening(minute: WallMinute): WallMinute {
    while (!this.isOpen(minute)) minute++;
    return minute;
  }

  /** The moment after the last open minute of the date on which a minute lies. */
  private closing(minute: WallMinute): WallMinute {
    return minute - (minute % DAY) + this.dayOf(minute).open.lastIndexOf(1) + 1;
  }

  openBetween(from: WallMinute, to: WallMinute): number {
    let open = 0;
    for (let minute = from; minute < to; minute++) if (this.isOpen(minute)) open++;
    return open;
  }

  /** The due minute, or null when an open-ended pause is reached first. */
  due(received: WallMinute, limit: TimeLimit, ends: 'same-time' | 'close-of-day', pauses: readonly OraclePause[]): WallMinute | null {
    const paused = (minute: WallMinute): boolean => pauses.some((pause) => pause.from <= minute && minute < (pause.to ?? Infinity));
    const frozen = (minute: WallMinute): boolean => pauses.some((pause) => pause.from <= minute && pause.to === undefined);
    const start = this.opening(received);
    if ('sameDay' in limit) return this.sameDay(start, Number(limit.cutoff.slice(0, 2)) * 60 + Number(limit.cutoff.slice(3)), paused, frozen);

    const parts = 'parts' in limit ? limit.parts : [limit];
    let minute = start;
    // Civil Code art. 147: the day on which a limit in days begins is not counted; once, for the whole limit.
    let dayToSkip = ends === 'close-of-day';
    for (const [index, part] of parts.entries()) {
      if (dayToSkip && part.unit !== 'hours') {
        if (index > 0) minute--;
        minute += DAY - (minute % DAY);
        dayToSkip = false;
      }
      const end = this.count(minute, part, ends, paused, frozen);
      if (end === null) return null;
      minute = end;
    }

    const unit = parts.at(-1)!.unit;
    if (unit === 'hours') return minute;
    if (ends === 'close-of-day') {
      let last = minute - 1;
      while (this.length(last) === 0) last += DAY;
      return this.closing(last);
    }
    if (unit === 'working-days') return this.opening(minute);
    while (!this.isOpen(minute) && !this.isOpen(minute - 1)) minute++;
    return minute;
  }

  /** The moment at which one measure is used up; null when an open-ended pause comes first. */
  private count(from: WallMinute, part: MeasuredLimit, ends: 'same-time' | 'close-of-day', paused: (at: WallMinute) => boolean, frozen: (at: WallMinute) => boolean): WallMinute | null {
    let minute = from;
    if (part.unit === 'hours') {
      for (let left = Math.round(part.value * 60); left > 0; minute++) {
        if (!this.isOpen(minute)) continue;
        if (frozen(minute)) return null;
        if (!paused(minute)) left--;
      }
      return minute;
    }
    if (part.unit === 'working-days') {
      // A share is small enough that a minute of any day is a whole number of shares.
      let shares = 100n;
      for (let day = from - 40 * DAY; day < from + 120 * DAY; day += DAY) if (this.length(day) > 0) shares = leastCommonMultiple(shares, BigInt(this.length(day)));
      let left = (BigInt(Math.round(part.value * 100)) * shares) / 100n;
      for (; left > 0n; minute++) {
        if (!this.isOpen(minute)) continue;
        if (frozen(minute)) return null;
        if (!paused(minute)) left -= shares / BigInt(this.length(minute));
      }
      return minute;
    }
    let left = part.unit === 'calendar-days' ? part.value * DAY : this.monthsAfter(from, part.value, ends) - from;
    for (; left > 0; minute++) {
      if (frozen(minute)) return null;
      if (!paused(minute)) left--;
    }
    return minute;
  }

  /** Where months end if nothing pauses them: on the same date, or on the last day of a month that lacks it. */
  private monthsAfter(start: WallMinute, months: number, ends: 'same-time' | 'close-of-day'): WallMinute {
    const lastCounted = ends === 'close-of-day' ? start - 1 : start;
    const from = new Date((lastCounted - (lastCounted % DAY)) * 60_000);
    const whole = Math.floor(months);
    const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + whole + 1, 0)).getUTCDate();
    const end = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + whole, Math.min(from.getUTCDate(), lastOfMonth)) / 60_000 + (months > whole ? 15 * DAY : 0);
    if (ends === 'close-of-day') return end + DAY;
    if (from.getUTCDate() <= lastOfMonth) return end + (start % DAY);
    return this.length(end) > 0 ? this.closing(end) : end + DAY;
  }

  private sameDay(start: WallMinute, cutoff: number, paused: (at: WallMinute) => boolean, frozen: (at: WallMinute) => boolean): WallMinute | null {
    let day = start;
    if (start % DAY >= cutoff) {
      do day += DAY - (day % DAY);
      while (this.length(day) === 0);
    }
    for (let minute = start; minute < this.closing(day); minute++) {
      if (frozen(minute)) return null;
      if (!paused(minute)) continue;
      while (paused(minute)) {
        if (frozen(minute)) return null;
        minute++;
      }
      return this.sameDay(this.opening(minute), cutoff, paused, frozen);
    }
    return this.closing(day);
  }
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
