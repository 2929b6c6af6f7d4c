import { describe, expect, test } from '@jest/globals';
import { buildCalendar, type PauseCause } from '@app/calendar';
import { dueFrom, dueOf, pausesOf, promiseOf, type ClockEntry, type FrozenLimit } from './clock-ledger.js';

const WEEK = ['07:30-11:30', '13:00-17:00'];
const calendar = buildCalendar({
  unit: { id: 'c1', name: 'Phường thử' },
  hours: [{ since: '2026-01-01', week: { mon: WEEK, tue: WEEK, wed: WEEK, thu: WEEK, fri: WEEK } }],
  days: [{ date: '2026-11-24', kind: 'holiday' }],
  years: [2026],
});
const local = (text: string): string => Temporal.PlainDateTime.from(text).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant().toString();
const at = (text: string): Temporal.Instant => Temporal.Instant.from(local(text));
const entry = (seq: number, kind: ClockEntry['kind'], when: string, more: Partial<ClockEntry> = {}): ClockEntry =>
  ({ seq, kind, at: local(when), cause: null, basis: null, source: null, amount: null, ...more });
const limit = (value: number, ends: 'same-time' | 'close-of-day'): FrozenLimit => ({ value, unit: 'working-days', ends, notCounted: [], basis: 'thử' });
const pause = (seq: number, when: string, cause: PauseCause, source: string | null = null): ClockEntry => entry(seq, 'pause', when, { cause, source });
const resume = (seq: number, when: string, cause: PauseCause, source: string | null = null): ClockEntry => entry(seq, 'resume', when, { cause, source });
const dueText = (frozen: FrozenLimit, ledger: readonly ClockEntry[]): string | undefined => dueOf(frozen, calendar, ledger).at?.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString();

describe('The promise date of a ledger', () => {
  const start = entry(1, 'start', '2026-11-23T08:30');

  test('counts an extension on from the date it extends, at the same hour or with the close of the day', () => {
    const extended = entry(3, 'extend', '2026-11-25T09:00', { amount: { value: 2, unit: 'working-days' } });
    expect([dueText(limit(3, 'same-time'), [start]), dueText(limit(3, 'same-time'), [start, extended])]).toEqual(['2026-11-27T08:30:00', '2026-12-01T08:30:00']);
    expect([dueText(limit(3, 'close-of-day'), [start]), dueText(limit(3, 'close-of-day'), [start, extended])]).toEqual(['2026-11-27T17:00:00', '2026-12-01T17:00:00']);
  });

  test('explains the extended date from the receipt to its end', () => {
    const { at: due, trace } = dueFrom(limit(3, 'same-time'), calendar, at('2026-11-23T08:30'), [], { value: 1, unit: 'working-days' });
    expect(due?.toString()).toBe(local('2026-11-30T08:30'));
    expect(trace.filter(({ kind }) => kind === 'end')).toHaveLength(2);
  });

  test('ends each pause with its own record: two outages at once, one over before the other', () => {
    const ledger = [start, pause(2, '2026-11-25T08:00', 'outage', 'a'), pause(3, '2026-11-25T09:00', 'outage', 'b'), resume(4, '2026-11-25T10:00', 'outage', 'a')];
    expect(dueOf(limit(3, 'same-time'), calendar, ledger).at).toBeNull();
    expect(promiseOf(limit(3, 'same-time'), calendar, ledger)).toBeUndefined();
    // From eight to eleven, whatever overlapped: three hours, which end as the morning does.
    expect(dueText(limit(3, 'same-time'), [...ledger, resume(5, '2026-11-25T11:00', 'outage', 'b')])).toBe('2026-11-27T13:00:00');
  });

  test('lets an outage within a supplement count once', () => {
    const ledger = [start, pause(2, '2026-11-25T08:00', 'supplement'), pause(3, '2026-11-25T09:00', 'outage', 'a'), resume(4, '2026-11-25T10:00', 'outage', 'a'), resume(5, '2026-11-25T11:00', 'supplement')];
    expect(dueText(limit(3, 'same-time'), ledger)).toBe('2026-11-27T13:00:00');
  });

  test('ends whatever stands open with the stop', () => {
    const pauses = pausesOf([start, pause(2, '2026-11-25T08:00', 'supplement'), entry(3, 'stop', '2026-11-26T08:00')]);
    expect(pauses.map(({ to }) => to?.toString())).toEqual([local('2026-11-26T08:00')]);
  });

  test('counts a limit of parts one after the other', () => {
    const mixed: FrozenLimit = { parts: [{ value: 2, unit: 'working-days' }, { value: 4, unit: 'hours' }], ends: 'same-time', notCounted: [], basis: 'thử' };
    expect(dueText(mixed, [start])).toBe('2026-11-26T14:00:00');
  });

  test('cannot be told of a clock that never started', () => {
    expect(() => dueOf(limit(3, 'same-time'), calendar, [])).toThrow('never started');
  });
});
