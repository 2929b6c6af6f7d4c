import { describe, expect, test } from '@jest/globals';
import { buildCalendar, openMinutesBetween, type PauseCause } from '@app/calendar';
import fc from 'fast-check';
import type { ClockEntry } from './clock-ledger.js';
import { timeShares, type Holding } from './time-shares.js';

const calendar = buildCalendar({
  unit: { id: 'c1', name: 'Phường thử' },
  hours: [{ since: '2026-01-01', week: { mon: ['07:30-11:30', '13:00-17:00'], tue: ['07:30-11:30', '13:00-17:00'], wed: ['07:30-11:30', '13:00-17:00'], thu: ['07:30-11:30', '13:00-17:00'], fri: ['07:30-11:30', '13:00-17:00'] } }],
  days: [],
  years: [2026],
});
const entry = (seq: number, kind: ClockEntry['kind'], at: string, cause: PauseCause | null = null): ClockEntry => ({ seq, kind, at, cause, basis: null, source: null, amount: null });
const local = (text: string): string => Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant().toString();

describe('Where the time of a dossier went', () => {
  // Monday 02/11/2026.
  const holdings: Holding[] = [
    { at: local('2026-11-02T08:00'), unit: 'centre', officer: 'clerk' },
    { at: local('2026-11-02T09:00'), unit: 'justice', officer: 'examiner' },
    { at: local('2026-11-04T10:00'), unit: 'committee', officer: 'chairman' },
  ];
  const ledger = [
    entry(1, 'start', local('2026-11-02T08:00')),
    entry(3, 'pause', local('2026-11-02T10:30'), 'supplement'),
    entry(4, 'resume', local('2026-11-03T08:30'), 'supplement'),
    entry(6, 'stop', local('2026-11-04T16:00')),
  ];

  test('each holder has its working minutes, the citizen the time of the supplement, and what was late is told', () => {
    expect(timeShares({ ledger, holdings, calendar, dueAt: local('2026-11-04T11:00'), now: Temporal.Instant.from(local('2026-12-01T08:00')) })).toEqual({
      total: 60 + 90 + 360 + 420 + 150 + 270,
      holders: [
        { unit: 'centre', officer: 'clerk', minutes: 60, late: 0 },
        { unit: 'justice', officer: 'examiner', minutes: 90 + 420 + 150, late: 0 },
        { unit: 'committee', officer: 'chairman', minutes: 270, late: 210 },
      ],
      pauses: [{ cause: 'supplement', minutes: 360 }],
      outcome: 'late',
    });
  });

  test('a day before the promise is early, the day itself on time; an open one is not early', () => {
    const at = (dueAt: string, entries = ledger) => timeShares({ ledger: entries, holdings, calendar, dueAt: local(dueAt), now: Temporal.Instant.from(local('2026-11-04T16:00')) }).outcome;
    expect([at('2026-11-05T17:00'), at('2026-11-04T17:00'), at('2026-11-05T17:00', ledger.slice(0, 3)), at('2026-11-05T17:00', ledger.slice(0, 2))])
      .toEqual(['early', 'on-time', 'on-time', undefined]);
  });

  test('before the clock starts nobody has used any time', () => {
    expect(timeShares({ ledger: [], holdings, calendar, dueAt: null, now: Temporal.Instant.from(local('2026-11-04T16:00')) }))
      .toEqual({ total: 0, holders: [], pauses: [], outcome: undefined });
  });

  test('holders’ and pauses’ minutes add up to the open time, whatever happened when', () => {
    const minute = fc.integer({ min: 0, max: 20 * 24 * 60 });
    fc.assert(fc.property(fc.array(minute, { minLength: 4, maxLength: 12 }), minute, fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 12, maxLength: 12 }), (moments, due, units) => {
      const sorted = moments.toSorted((a, b) => a - b).map((each) => Temporal.Instant.from(local('2026-11-02T00:00')).add({ minutes: each }).toString());
      const [start, ...rest] = sorted;
      const stop = rest.pop()!;
      const clock = [
        entry(1, 'start', start!),
        ...rest.map((at, index) => entry(index + 2, index % 2 === 0 ? 'pause' : 'resume', at, 'supplement')),
        entry(20, 'stop', stop),
      ];
      const held = sorted.map((at, index): Holding => ({ at, unit: units[index] ?? 'a', officer: null }));
      const shares = timeShares({ ledger: clock, holdings: held, calendar, dueAt: Temporal.Instant.from(local('2026-11-02T00:00')).add({ minutes: due }).toString(), now: Temporal.Instant.from(stop) });
      const sum = [...shares.holders, ...shares.pauses].reduce((all, { minutes }) => all + minutes, 0);
      expect(sum).toBe(shares.total);
      expect(shares.total).toBe(openMinutesBetween(calendar, Temporal.Instant.from(start!), Temporal.Instant.from(stop)));
    }), { numRuns: 300 });
  });
});
