import { describe, expect, test } from '@jest/globals';
import { buildCalendar, due, formatInterval, nationalDays, nextOpening, openIntervals, openMinutesBetween, parseInterval, type DayRecord } from './index.js';
import { at, commune, HOURS, local, WEEK } from './testing/units.js';

const opened = (date: string, calendar = commune()): string => openIntervals(calendar, date).intervals.map(formatInterval).join(' ');

describe('a working calendar', () => {
  test('gives each date its hours and says why it is closed', () => {
    expect(opened('2026-11-23')).toBe('07:30-11:30 13:30-17:00');
    expect(openIntervals(commune(), '2026-11-24')).toEqual({
      date: '2026-11-24', weekday: 'tue', kind: 'holiday', intervals: [],
      reason: { vi: 'nghỉ lễ Ngày Văn hóa Việt Nam', en: 'public holiday, Vietnam Culture Day' },
      source: { vi: 'Nghị quyết 28/2026/QH16', en: 'Resolution 28/2026/QH16' },
    });
    expect(openIntervals(commune(), '2026-11-22')).toMatchObject({ kind: 'weekly-off', reason: { vi: 'ngày nghỉ hằng tuần' } });
    expect(openIntervals(commune(), '2026-04-27').reason.vi).toBe('Giỗ Tổ Hùng Vương (nghỉ bù)');
  });

  test('works a swapped Saturday as the day it stands in for, also where Saturday mornings are open', () => {
    expect(opened('2026-01-10', commune({ saturday: ['07:30-11:30'] }))).toBe('07:30-11:30 13:30-17:00');
    const days: DayRecord[] = [{ date: '2026-11-07', kind: 'swap-work' }];
    expect(opened('2026-11-07', commune({ saturday: ['07:30-11:30'], days }))).toBe('07:30-11:30 13:30-17:00');
  });

  test('lets a later record of a date replace an earlier one', () => {
    expect(opened('2026-09-01', commune({ days: [{ date: '2026-09-01', kind: 'work' }] }))).toBe('07:30-11:30 13:30-17:00');
    expect(opened('2026-11-05', commune({ days: [{ date: '2026-11-05', kind: 'day-off', hours: ['07:30-11:30'] }] }))).toBe('07:30-11:30');
  });

  test('follows the version of the hours in force on each date', () => {
    const later = { since: '2026-11-04', week: { ...WEEK, wed: ['08:00-12:00'] } };
    const calendar = commune({ hours: [later, { ...HOURS, until: '2026-11-30' }] });
    expect(opened('2026-11-03', calendar)).toBe('07:30-11:30 13:30-17:00');
    expect(opened('2026-11-04', calendar)).toBe('08:00-12:00');
  });

  test('refuses a date without hours, naming unit and date', () => {
    const calendar = commune({ hours: [{ ...HOURS, until: '2026-11-03' }] });
    const refused = (): unknown => due(calendar, { from: at('2026-11-02T08:00'), limit: { value: 3, unit: 'working-days' }, ends: 'same-time' });
    expect(refused).toThrow(expect.objectContaining({ code: 'calendar.no-hours', details: { params: { unit: 'Xã Thử Nghiệm', date: '2026-11-04' }, facts: { unit: 'c26068', date: '2026-11-04' } } }));
    expect(() => nextOpening(commune({ hours: [] }), at('2026-11-02T08:00'))).toThrow(expect.objectContaining({ code: 'calendar.no-hours' }));
    expect(() => commune({ hours: [{ since: '2026-01-01', week: {} }] })).toThrow(expect.objectContaining({ code: 'calendar.no-hours' }));
  });

  test('refuses a year whose holidays are not loaded, naming unit and year', () => {
    const calendar = buildCalendar({ unit: { id: 'u', name: 'Xã Một' }, hours: [HOURS], days: [], years: [2026, 2028] });
    const refused = (): unknown => due(calendar, { from: at('2026-12-30T08:00'), limit: { value: 3, unit: 'working-days' }, ends: 'same-time' });
    expect(refused).toThrow(expect.objectContaining({ code: 'calendar.year-not-loaded', details: { params: { unit: 'Xã Một', year: 2027 }, facts: { unit: 'u', year: 2027 } } }));
    expect(() => openIntervals(calendar, '2025-12-31')).toThrow(expect.objectContaining({ code: 'calendar.year-not-loaded' }));
    expect(opened('2028-01-03', calendar)).toBe('07:30-11:30 13:30-17:00');
  });

  test.each(['7:30-11:30', '11:30-07:30', '07:30', '07:30-24:30', '07:30-11:30-12:00', ''])('refuses "%s" as hours', (text) => {
    expect(() => parseInterval(text)).toThrow(expect.objectContaining({ code: 'calendar.hours-invalid' }));
  });

  test('refuses stretches that overlap and takes them in any order', () => {
    expect(() => commune({ saturday: ['07:30-11:30', '11:00-12:00'] })).toThrow(expect.objectContaining({ code: 'calendar.hours-invalid' }));
    expect(opened('2026-11-07', commune({ saturday: ['13:00-15:00', '07:30-11:30'] }))).toBe('07:30-11:30 13:00-15:00');
  });

  test('measures open time only', () => {
    expect(openMinutesBetween(commune(), at('2026-11-06T16:00'), at('2026-11-09T08:00'))).toBe(90);
    expect(openMinutesBetween(commune(), at('2026-11-06T17:00'), at('2026-11-09T07:30'))).toBe(0);
    expect(openMinutesBetween(commune(), at('2026-11-09T08:00'), at('2026-11-06T16:00'))).toBe(0);
    expect(local(nextOpening(commune(), at('2026-11-23T17:00')))).toBe('2026-11-25T07:30');
    expect(local(nextOpening(commune(), at('2026-11-23T11:30')))).toBe('2026-11-23T13:30');
  });
});

describe('the national days', () => {
  const { days, years } = nationalDays();
  const weekend = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek > 5;

  test('hold the holidays of every year: eleven, and twelve with the day of culture', () => {
    expect(years).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031]);
    const counts = years.map((year) => days.filter((day) => day.kind === 'holiday' && day.date.startsWith(String(year))).length);
    expect(counts).toEqual([11, 12, 12, 12, 12, 12, 12]);
    expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
  });

  test('give a working day off for each holiday on a weekend', () => {
    const compensated = days.filter((day) => day.kind === 'comp-off').map((day) => day.forDate);
    const onWeekend = days.filter((day) => day.kind === 'holiday' && weekend(day.date)).map((day) => day.date);
    expect(compensated.toSorted()).toEqual(onWeekend.toSorted());
    expect(days.filter((day) => day.kind === 'comp-off' && weekend(day.date))).toEqual([]);
  });

  test('name both halves of each swap and say where each day comes from', () => {
    const swaps = days.filter((day) => day.swapWith);
    expect(swaps).toHaveLength(6);
    for (const day of swaps) expect(days.find((other) => other.date === day.swapWith)?.swapWith).toBe(day.date);
    for (const day of days) expect(day).toMatchObject({ status: expect.stringMatching(/^(official|computed|unconfirmed)$/), source: { vi: expect.any(String), en: expect.any(String) } });
  });
});

test('the zone has kept one offset, as the arithmetic assumes', () => {
  const offsets = Array.from({ length: 12 * 60 }, (_, month) => at('1990-01-01T00:00').toZonedDateTimeISO('Asia/Ho_Chi_Minh').add({ months: month }).offset);
  expect(new Set(offsets)).toEqual(new Set(['+07:00']));
});
