import * as fc from 'fast-check';
import type { DayRecord, OfficeHours, Weekday } from '../index.js';

export interface RandomCalendar {
  readonly hours: OfficeHours[];
  readonly days: DayRecord[];
}

/** First day of the random records and receipts, as a wall-clock minute; a Monday. */
export const FIRST_MINUTE = Date.UTC(2026, 10, 2) / 60_000;

const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const clock = (time: number): string => `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;

/** A day of one to three stretches at odd minutes, some of them touching, now and then to midnight. */
const oddDay: fc.Arbitrary<string[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 1439 }), fc.constantFrom(0, 450, 690, 780, 1020, 1440)), { minLength: 2, maxLength: 6 })
  .map((times) => times.sort((a, b) => a - b))
  .map((times) => times.flatMap((time, index) => (index % 2 === 1 ? [`${clock(times[index - 1]!)}-${clock(time)}`] : [])));

/** A day of eight open hours whose stretches lie differently. */
const eightHours: fc.Arbitrary<string[]> = fc
  .tuple(fc.integer({ min: 300, max: 480 }), fc.integer({ min: 1, max: 479 }), fc.integer({ min: 0, max: 180 }))
  .map(([opens, morning, lunch]) => [`${clock(opens)}-${clock(opens + morning)}`, `${clock(opens + morning + lunch)}-${clock(opens + lunch + 480)}`]);

const records = (hours: fc.Arbitrary<string[]>): fc.Arbitrary<DayRecord[]> =>
  fc.array(
    fc.record({ offset: fc.integer({ min: -3, max: 45 }), kind: fc.constantFrom('holiday', 'day-off', 'comp-off', 'swap-work'), hours: fc.option(hours, { nil: undefined, freq: 3 }), swap: fc.integer({ min: 0, max: 4 }) }),
    { maxLength: 8 },
  ).map((drawn) =>
    drawn.map(({ offset, kind, hours, swap }) => ({
      date: new Date((FIRST_MINUTE + offset * 1440) * 60_000).toISOString().slice(0, 10),
      kind: kind as DayRecord['kind'],
      hours,
      swapWith: `2026-11-0${2 + swap}`,
    })),
  );

function calendars(day: fc.Arbitrary<string[]>, saturday: fc.Arbitrary<string[]>): fc.Arbitrary<RandomCalendar> {
  return fc
    .record({ week: fc.tuple(day, day, day, day, day), saturday, later: fc.option(day), days: records(day) })
    .map(({ week, saturday, later, days }) => {
      const table = { ...Object.fromEntries(WORKDAYS.map((weekday, index) => [weekday, week[index]!])), sat: saturday };
      const first: OfficeHours = { since: '2026-01-01', week: table };
      const second: OfficeHours[] = later ? [{ since: '2026-11-11', week: { ...table, wed: later } }] : [];
      return { hours: [first, ...second], days };
    });
}

/** Any hours a unit might think of, a Saturday morning included, changing on the way. */
export const anyCalendar = calendars(oddDay, fc.constantFrom([], ['07:30-11:30'], ['08:00-12:00', '13:00-14:00']));

/** Days of different shape but equal length, where fractions of days are whole minutes. */
export const equalDaysCalendar = calendars(eightHours, fc.constant([]));

/** A moment of receipt within three weeks, at any hour of any day. */
export const anyMinute = fc.integer({ min: FIRST_MINUTE, max: FIRST_MINUTE + 21 * 1440 });

/** Up to three pauses, crossing each other as they like, the last one sometimes still open. */
export const anyPauses = fc.array(
  fc.record({ from: fc.integer({ min: FIRST_MINUTE - 1440, max: FIRST_MINUTE + 28 * 1440 }), length: fc.option(fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 9000 })), { nil: undefined, freq: 9 }) }),
  { maxLength: 3 },
).map((pauses) => pauses.map(({ from, length }) => ({ from, to: length === undefined ? undefined : from + length })));
