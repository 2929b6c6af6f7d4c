import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { buildCalendar, due, openMinutesBetween, nextOpening, type DueResult, type LimitEnd, type TimeLimit, type WorkingCalendar } from './index.js';
import { instantOf, minuteOf } from './local-time.js';
import { compareWithOracle, dueMinute as minuteDue } from './testing/compare-with-oracle.js';
import { Oracle, type OraclePause } from './testing/oracle.js';
import { anyCalendar, anyMinute, anyPauses, equalDaysCalendar, type RandomCalendar } from './testing/random-calendar.js';
import { anyEnd, anyLimit, halves, hours } from './testing/random-limit.js';

/** How many random cases the oracle judges: 3,000 with every test run, 100,000 with `CALENDAR_CASES=100000`. */
const CASES = Number(process.env['CALENDAR_CASES'] ?? 3000);
const SEED = Number(process.env['CALENDAR_SEED'] ?? 20261102);

const calendarOf = (random: RandomCalendar): WorkingCalendar => buildCalendar({ unit: { id: 'u', name: 'U' }, ...random, years: [2026, 2027] });
const ask = (calendar: WorkingCalendar, from: number, limit: TimeLimit, ends: LimitEnd, pauses: readonly OraclePause[] = []): DueResult =>
  due(calendar, {
    from: instantOf(from),
    limit,
    ends,
    pauses: pauses.map((pause) => ({ from: instantOf(pause.from), to: pause.to === undefined ? undefined : instantOf(pause.to), cause: 'supplement' })),
  });
const dueMinute = (calendar: WorkingCalendar, from: number, limit: TimeLimit, ends: LimitEnd, pauses: readonly OraclePause[] = []): number | null =>
  minuteDue(calendar, { from, limit, ends, pauses });
const inSteps = (limit: TimeLimit, factor: number): TimeLimit => {
  if ('sameDay' in limit) return limit;
  return 'parts' in limit ? { parts: limit.parts.map((part) => ({ ...part, value: part.value * factor })) } : { ...limit, value: limit.value * factor };
};

describe('due dates and the minute-by-minute oracle', () => {
  test(`agree for any calendar, receipt, limit, end and pauses: ${CASES} cases from seed ${SEED}`, () => {
    expect(compareWithOracle(CASES, SEED)).toMatchObject({ cases: CASES });
  }, 30_000 + CASES * 20);

  test('agree on the receipt that counts and on open time', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, anyMinute, (random, from, to) => {
      const calendar = calendarOf(random);
      const oracle = new Oracle(random);
      expect(minuteOf(nextOpening(calendar, instantOf(from)))).toBe(oracle.opening(from));
      expect(openMinutesBetween(calendar, instantOf(from), instantOf(to))).toBe(oracle.openBetween(from, to));
    }), { numRuns: 60 });
  });
});

describe('due dates', () => {
  test('are additive in hours, however long the days', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 1500 }), (random, from, first, second) => {
      const calendar = calendarOf(random);
      const after = (start: number, minutes: number): number => dueMinute(calendar, start, { value: minutes / 60, unit: 'hours' }, 'same-time')!;
      expect(after(after(from, first), second)).toBe(after(from, first + second));
    }), { numRuns: 60 });
  });

  test('are additive in working days and their halves', () => {
    fc.assert(fc.property(equalDaysCalendar, anyMinute, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), (random, from, first, second) => {
      const calendar = calendarOf({ ...random, days: random.days.filter((day) => day.kind === 'swap-work' || !day.hours) });
      const after = (start: number, half: number): number => dueMinute(calendar, start, { value: half / 2, unit: 'working-days' }, 'same-time')!;
      expect(after(after(from, first), second)).toBe(after(from, first + second));
    }), { numRuns: 60 });
  });

  test('give the measured time back', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, hours, (random, from, limit) => {
      const calendar = calendarOf(random);
      const { at } = ask(calendar, from, limit, 'same-time');
      expect(openMinutesBetween(calendar, instantOf(from), at!) / 60).toBeCloseTo(limit.value, 9);
    }), { numRuns: 60 });
  });

  test('never fall earlier for a later receipt', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, fc.integer({ min: 0, max: 4000 }), anyLimit, anyEnd, (random, from, later, limit, ends) => {
      const calendar = calendarOf(random);
      expect(dueMinute(calendar, from + later, limit, ends)!).toBeGreaterThanOrEqual(dueMinute(calendar, from, limit, ends)!);
    }), { numRuns: 150 });
  });

  test('fall later for a longer limit, and never earlier', () => {
    // Whole days only: half of a day that is open for one minute is rounded up to that minute, so it ends with the whole day.
    const wholeDays = fc.integer({ min: 1, max: 10 }).map((value): TimeLimit => ({ value, unit: 'working-days' }));
    fc.assert(fc.property(anyCalendar, anyMinute, fc.oneof(hours, wholeDays), (random, from, limit) => {
      const calendar = calendarOf(random);
      expect(dueMinute(calendar, from, inSteps(limit, 2), 'same-time')!).toBeGreaterThan(dueMinute(calendar, from, limit, 'same-time')!);
    }), { numRuns: 60 });
    fc.assert(fc.property(anyCalendar, anyMinute, anyLimit, anyEnd, (random, from, limit, ends) => {
      const calendar = calendarOf(random);
      expect(dueMinute(calendar, from, inSteps(limit, 2), ends)!).toBeGreaterThanOrEqual(dueMinute(calendar, from, limit, ends)!);
    }), { numRuns: 60 });
  });

  test('are one for all receipts within one closed stretch', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, anyLimit, anyEnd, (random, from, limit, ends) => {
      const calendar = calendarOf(random);
      const opening = new Oracle(random).opening(from);
      expect(dueMinute(calendar, from, limit, ends)).toBe(dueMinute(calendar, opening, limit, ends));
    }), { numRuns: 60 });
  });

  test('never land outside open hours', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, anyLimit, anyEnd, anyPauses, (random, from, limit, ends, pauses) => {
      const at = dueMinute(calendarOf(random), from, limit, ends, pauses);
      const oracle = new Oracle(random);
      expect(at === null || oracle.isOpen(at) || oracle.isOpen(at - 1)).toBe(true);
    }), { numRuns: 100 });
  });

  test('count the same however the pauses are written down', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, anyLimit, anyEnd, anyPauses, (random, from, limit, ends, pauses) => {
      const calendar = calendarOf(random);
      const twice = [...pauses, ...pauses].reverse();
      expect(dueMinute(calendar, from, limit, ends, twice)).toBe(dueMinute(calendar, from, limit, ends, pauses));
    }), { numRuns: 60 });
  });
});

describe('the trace adds up', () => {
  test('to the limit, and its last line to the due minute', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, fc.oneof(hours, halves('working-days', 10)), anyEnd, anyPauses, (random, from, limit, ends, pauses) => {
      const { at, trace } = ask(calendarOf(random), from, limit, ends, pauses);
      if (at === null) return;
      const counted = trace.filter((line) => line.kind === 'counted');
      for (const line of counted) expect(span(line.from!, line.to!)).toBe(line.minutes);
      const end = trace.at(-1)!;
      expect(end.kind).toBe('end');
      expect(Date.parse(`${end.date}T00:00:00Z`) / 60_000 + span('00:00', end.from!)).toBe(minuteOf(at));
      if (limit.unit === 'hours') {
        expect(counted.reduce((sum, line) => sum + line.minutes!, 0)).toBe(Math.round(limit.value * 60));
      } else {
        const days = counted.reduce((sum, line) => sum + line.minutes! / line.ofMinutes!, 0);
        const lastMinute = 1 / counted.at(-1)!.ofMinutes!;
        expect(days).toBeGreaterThan(limit.value - 1e-9);
        expect(days).toBeLessThan(limit.value + lastMinute);
      }
    }), { numRuns: 100 });
  });

  test('to the elapsed days and months, pauses and days off', () => {
    fc.assert(fc.property(anyCalendar, anyMinute, fc.oneof(halves('calendar-days', 20), halves('months', 2)), anyPauses, (random, from, limit, pauses) => {
      const calendar = calendarOf(random);
      const { at, countsFrom, trace } = ask(calendar, from, limit, 'same-time', pauses);
      if (at === null) return;
      const elapsed = trace.reduce((sum, line) => sum + (line.kind === 'counted' || line.kind === 'paused' ? line.minutes! : 0), 0);
      const usedUp = minuteOf(countsFrom) + elapsed;
      const oracle = new Oracle(random);
      expect(minuteOf(at)).toBe(oracle.isOpen(usedUp - 1) ? usedUp : oracle.opening(usedUp));
    }), { numRuns: 60 });
  });
});

function span(from: string, to: string): number {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return minutes(to) - minutes(from);
}
