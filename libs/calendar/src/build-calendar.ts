import type { Localized } from '@app/kernel';
import { parseIntervals, type Interval } from './interval.js';
import { dateText, dayNumber, weekdayOf } from './local-time.js';
import { WEEKDAYS, type DayRecord, type OfficeHours, type SourceText, type Weekday } from './office-hours.js';
import { dayBasis, dayReason, dayOffReason, LABOUR_CODE_111, WEEKLY_OFF, WORKING_TIME } from './reasons.js';
import { noHours, type CalendarDay, type WorkingCalendar } from './working-calendar.js';

export interface CalendarDefinition {
  /** Whose calendar it is; both words appear in refusals. */
  readonly unit: { readonly id: string; readonly name: string };
  /** The versions of its hours. Where two are in force the one that began later counts. */
  readonly hours: readonly OfficeHours[];
  /** Nation first, then province, then commune: of two records of one date the later one in the list counts. */
  readonly days: readonly DayRecord[];
  /** The years whose holidays `days` holds. Dates outside are refused. */
  readonly years: readonly number[];
}

/**
 * Works out every date of the loaded years once, so that computing with the result is cheap. The result is frozen.
 * Throws `calendar.hours-invalid` for hours that cannot be read, `calendar.no-hours` for a unit that is never open.
 */
export function buildCalendar(definition: CalendarDefinition): WorkingCalendar {
  const versions = [...definition.hours].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).map(readVersion);
  const records = new Map(definition.days.map((record) => [record.date, record]));
  const years = [...new Set(definition.years)].sort((a, b) => a - b);
  const never = versions.find((version) => version.week.every((intervals) => intervals.length === 0));
  if (never) throw noHours(definition.unit, never.since);

  const firstDay = years.length > 0 ? dayNumber(`${years[0]}-01-01`) : 0;
  const days: Array<CalendarDay | 'no-hours' | undefined> = [];
  for (const year of years) {
    const after = dayNumber(`${year + 1}-01-01`);
    for (let number = dayNumber(`${year}-01-01`); number < after; number++) {
      const date = dateText(number);
      const version = versions.findLast((each) => each.since <= date && date <= each.until);
      days[number - firstDay] = version ? readDay(number, date, weekdayOf(number), version, records.get(date)) : 'no-hours';
    }
  }

  const lengths = new Set(days.flatMap((day) => (typeof day === 'object' && day.minutes > 0 ? [day.minutes] : [])));
  const sharesADay = [...lengths].reduce((shares, length) => leastCommonMultiple(shares, BigInt(length)), 100n);
  return Object.freeze({ unit: Object.freeze({ ...definition.unit }), years: Object.freeze(years), firstDay, days: Object.freeze(days), sharesADay });
}

interface HoursVersion {
  readonly since: string;
  readonly until: string;
  /** Monday first. */
  readonly week: ReadonlyArray<readonly Interval[]>;
  readonly source: Localized | undefined;
}

function readVersion(hours: OfficeHours): HoursVersion {
  const week = WEEKDAYS.map((weekday) => parseIntervals(hours.week[weekday] ?? []));
  return { since: hours.since, until: hours.until ?? '9999-12-31', week, source: localized(hours.source) };
}

function readDay(number: number, date: string, weekday: number, version: HoursVersion, record: DayRecord | undefined): CalendarDay {
  const intervals = intervalsOf(weekday, version, record);
  const minutes = intervals.reduce((sum, { opens, closes }) => sum + closes - opens, 0);
  const shared = { number, date, weekday: WEEKDAYS[weekday] as Weekday, intervals, minutes };
  if (record) return Object.freeze({ ...shared, kind: record.kind, reason: minutes > 0 ? dayReason(record) : dayOffReason(record), source: localized(record.source) ?? dayBasis(record) ?? version.source });
  if (minutes > 0) return Object.freeze({ ...shared, kind: 'work', reason: WORKING_TIME, source: version.source });
  return Object.freeze({ ...shared, kind: 'weekly-off', reason: WEEKLY_OFF, source: version.source ?? LABOUR_CODE_111 });
}

function intervalsOf(weekday: number, version: HoursVersion, record: DayRecord | undefined): readonly Interval[] {
  if (!record) return version.week[weekday]!;
  if (record.hours) return parseIntervals(record.hours);
  if (record.kind === 'work') return version.week[weekday]!;
  return record.kind === 'swap-work' ? swappedHours(weekday, version, record) : [];
}

const localized = (source: SourceText | undefined): Localized | undefined => (typeof source === 'string' ? { vi: source, en: source } : source);

/**
 * A working Saturday is worked as the day it stands in for. Where the record does not name that day, the last
 * full weekday before it is taken: the Friday before a Saturday, even when the unit also opens on Saturday mornings.
 */
function swappedHours(weekday: number, version: HoursVersion, record: DayRecord): readonly Interval[] {
  const replaced = record.swapWith ? weekdayOf(dayNumber(record.swapWith)) : Math.min(weekday, 4);
  const candidates = [...Array(7).keys()].map((back) => version.week[(replaced - back + 7) % 7]!);
  return candidates.find((intervals) => intervals.length > 0) ?? [];
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  const divisor = (x: bigint, y: bigint): bigint => (y === 0n ? x : divisor(y, x % y));
  return (a / divisor(a, b)) * b;
}
