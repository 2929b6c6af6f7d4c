import { describe, expect, test } from '@jest/globals';
import { dueSoonAt, formatRemaining, remaining, timeToken } from './index.js';
import { at, commune, local } from './testing/units.js';

describe('the time left', () => {
  test('is told in working minutes, negative when overdue', () => {
    expect(remaining(commune(), at('2026-11-02T15:00'), at('2026-11-03T10:30'))).toBe(300);
    expect(remaining(commune(), at('2026-11-03T11:10'), at('2026-11-03T10:30'))).toBe(-40);
    expect(remaining(commune(), at('2026-11-07T10:00'), at('2026-11-06T17:00'))).toBe(0);
  });

  test.each([
    [300, 'còn 5 giờ làm việc', '5 working hours left'],
    [60, 'còn 1 giờ làm việc', '1 working hour left'],
    [330, 'còn 5 giờ 30 phút làm việc', '5 working hours 30 minutes left'],
    [1, 'còn 1 phút làm việc', '1 working minute left'],
    [0, 'đã đến hạn', 'due now'],
    [-40, 'quá hạn 40 phút làm việc', 'overdue by 40 working minutes'],
  ])('%d reads "%s"', (minutes, vi, en) => {
    expect(formatRemaining(minutes)).toEqual({ vi, en });
  });
});

describe('the time token', () => {
  const due = { countsFrom: at('2026-11-02T07:30'), at: at('2026-11-04T17:00') };

  test('turns when two thirds of the working time are used', () => {
    const soonAt = dueSoonAt(commune(), due);
    expect(local(soonAt)).toBe('2026-11-03T17:00');
    expect(timeToken(at('2026-11-03T16:59'), { at: due.at, soonAt })).toBe('on-time');
    expect(timeToken(at('2026-11-03T17:00'), { at: due.at, soonAt })).toBe('due-soon');
    expect(timeToken(at('2026-11-04T17:00'), { at: due.at, soonAt })).toBe('due-soon');
    expect(timeToken(at('2026-11-04T17:01'), { at: due.at, soonAt })).toBe('overdue');
    expect(timeToken(at('2026-11-04T17:01'), { at: null })).toBe('paused');
  });

  test('does not count a pause as time used', () => {
    const pauses = [{ from: at('2026-11-03T07:30'), to: at('2026-11-05T07:30'), cause: 'supplement' as const }];
    expect(local(dueSoonAt(commune(), { countsFrom: due.countsFrom, at: at('2026-11-06T17:00'), pauses }))).toBe('2026-11-05T17:00');
  });
});
