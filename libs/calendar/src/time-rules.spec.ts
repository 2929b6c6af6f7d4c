import { describe, expect, test } from '@jest/globals';
import { due, dueSoonAt, nextOpening, openIntervals, openMinutesBetween, parseTimeLimit, passOnBy, type LimitEnd, type Pause, type PauseCause, type WorkingCalendar } from './index.js';
import { at, commune, local } from './testing/units.js';

const calendar = commune();

function dueAt(received: string, limit: string, ends: LimitEnd = 'same-time', pauses: Pause[] = [], unit: WorkingCalendar = calendar): string | null {
  return local(due(unit, { from: at(received), limit: parseTimeLimit(limit), ends, pauses }).at);
}

/** The rules of time a centre lives by, each as the calendar reckons it; who acts on the date is tested with the dossiers. */
describe('the rules of time', () => {
  test('clock start: at the minute of complete receipt, or at the opening after it', () => {
    const starts = (received: string): string | null => local(due(calendar, { from: at(received), limit: parseTimeLimit('1h'), ends: 'same-time' }).countsFrom);
    expect(starts('2026-11-02T08:17')).toBe('2026-11-02T08:17');
    expect(starts('2026-11-02T07:30')).toBe('2026-11-02T07:30');
    expect(starts('2026-11-02T11:30')).toBe('2026-11-02T13:30');
    expect(starts('2026-11-02T12:10')).toBe('2026-11-02T13:30');
    expect(starts('2026-11-02T17:00')).toBe('2026-11-03T07:30');
    expect(starts('2026-11-24T09:00')).toBe('2026-11-25T07:30');
  });

  test('counter to unit: the same working day, from 15:00 on the next morning', () => {
    const by = (received: string, unit = calendar): string | null => local(passOnBy(unit, at(received)));
    expect([by('2026-11-02T08:00'), by('2026-11-02T14:59')]).toEqual(['2026-11-02T17:00', '2026-11-02T17:00']);
    expect([by('2026-11-02T15:00'), by('2026-11-02T16:59')]).toEqual(['2026-11-03T11:30', '2026-11-03T11:30']);
    expect([by('2026-11-02T18:00'), by('2026-11-23T15:30')]).toEqual(['2026-11-03T17:00', '2026-11-25T11:30']);
    expect(by('2026-11-06T16:00', commune({ saturday: ['07:30-11:30'] }))).toBe('2026-11-07T11:30');
  });

  test('online filing answered: within 8 working hours', () => {
    expect(dueAt('2026-11-02T10:00', '8h')).toBe('2026-11-03T10:30');
    expect(dueAt('2026-11-23T20:00', '8h')).toBe('2026-11-26T08:00');
  });

  test('staged requests: 7, 5 and 3 working days each from its own day', () => {
    expect(['7wd', '5wd', '3wd'].map((limit) => dueAt('2026-11-16T09:00', limit))).toEqual(['2026-11-26T09:00', '2026-11-23T09:00', '2026-11-19T09:00']);
  });

  test.each<PauseCause>(['supplement', 'identity-confirmation', 'financial-duty', 'outage'])('pause: the time of %s is not counted, and not more than that', (cause) => {
    const pauses: Pause[] = [{ from: at('2026-11-03T10:00'), to: at('2026-11-05T10:00'), cause }];
    expect(dueAt('2026-11-02T08:00', '3wd', 'same-time', pauses)).toBe('2026-11-09T08:00');
    expect(dueAt('2026-11-02T08:00', '16h', 'same-time', [{ from: at('2026-11-02T17:30'), to: at('2026-11-03T06:00'), cause }])).toBe(dueAt('2026-11-02T08:00', '16h'));
  });

  test('auto-stop: seven working days without a supplement, to the close of the last', () => {
    expect(dueAt('2026-11-16T09:00', '7wd', 'close-of-day')).toBe('2026-11-26T17:00');
  });

  test('same-day procedures: before 15:00 today, from 15:00 on the next working day, though the office is open until 17:00', () => {
    expect(dueAt('2026-11-23T14:59', '15:00')).toBe('2026-11-23T17:00');
    expect(dueAt('2026-11-23T15:00', '15:00')).toBe('2026-11-25T17:00');
    expect(openMinutesBetween(calendar, at('2026-11-23T15:00'), at('2026-11-23T17:00'))).toBe(120);
  });

  test('certified transactions: within 2 working days', () => {
    expect(dueAt('2026-11-20T14:00', '2wd', 'close-of-day')).toBe('2026-11-25T17:00');
  });

  test('silence as consent: 12 and 15 calendar days run over days off, and end on a working day', () => {
    expect(dueAt('2026-11-02T09:00', '12d', 'close-of-day')).toBe('2026-11-16T17:00');
    expect(dueAt('2026-11-06T09:00', '15d', 'close-of-day')).toBe('2026-11-23T17:00');
  });

  test('draft check: one day for the citizen', () => {
    expect(dueAt('2026-11-23T09:00', '1wd')).toBe('2026-11-25T09:00');
  });

  test('units: working days, calendar days, hours, months, each with halves, each its own measure', () => {
    const halves = { '1wd': '2026-11-04T08:00', '0.5wd': '2026-11-03T13:45', '1d': '2026-11-04T08:00', '0.5d': '2026-11-04T07:30', '1h': '2026-11-03T09:00', '0.5h': '2026-11-03T08:30', '1m': '2026-12-03T08:00', '0.5m': '2026-11-18T08:00' };
    for (const [limit, expected] of Object.entries(halves)) expect([limit, dueAt('2026-11-03T08:00', limit)]).toEqual([limit, expected]);
  });

  test('complaints: refused in 2, asked in 5, solved in 15, published in 2 working days', () => {
    expect(['2wd', '5wd', '15wd'].map((limit) => dueAt('2026-11-16T08:00', limit, 'close-of-day'))).toEqual(['2026-11-18T17:00', '2026-11-23T17:00', '2026-12-08T17:00']);
  });

  test('a reminder at two thirds of the time skips what the due date skips', () => {
    expect(local(dueSoonAt(calendar, { countsFrom: at('2026-11-20T07:30'), at: at('2026-11-26T07:30') }))).toBe('2026-11-23T17:00');
  });
});

describe('the working calendar of the country', () => {
  const isOff = (date: string, unit = calendar): boolean => openIntervals(unit, date).intervals.length === 0;

  test('holidays: a holiday on a weekly day off gives the next working day off', () => {
    expect(openIntervals(calendar, '2026-04-26').kind).toBe('holiday');
    expect(openIntervals(calendar, '2026-04-27').kind).toBe('comp-off');
    expect(dueAt('2026-04-24T09:00', '1wd')).toBe('2026-04-28T09:00');
  });

  test('swaps: the Friday off is not counted, the Saturday worked is', () => {
    expect([isOff('2026-01-02'), isOff('2026-01-10')]).toEqual([true, false]);
    expect(dueAt('2026-01-09T09:00', '1wd')).toBe('2026-01-10T09:00');
    expect(dueAt('2025-12-31T09:00', '1wd')).toBe('2026-01-05T09:00');
  });

  test('hours by decision of the commune: Saturday mornings, one shift, three shifts', () => {
    expect(local(nextOpening(commune({ saturday: ['07:30-11:30'] }), at('2026-11-06T18:00')))).toBe('2026-11-07T07:30');
    const police = commune({ hours: [{ since: '2026-01-01', week: { mon: ['06:00-10:00', '12:00-16:00', '18:00-20:00'], tue: ['08:00-18:00'] } }] });
    expect(dueAt('2026-11-02T19:00', '2h', 'same-time', [], police)).toBe('2026-11-03T09:00');
    expect(dueAt('2026-11-02T13:00', '1wd', 'same-time', [], police)).toBe('2026-11-03T13:00');
  });

  test('a receipt on a holiday or on a working Saturday reads that very date, at any hour', () => {
    expect(['2026-11-24T00:00', '2026-11-24T09:00', '2026-11-24T23:59'].map((received) => dueAt(received, '1wd'))).toEqual(Array(3).fill('2026-11-26T07:30'));
    expect(dueAt('2026-01-10T16:59', '1h')).toBe('2026-01-12T08:29');
  });
});
