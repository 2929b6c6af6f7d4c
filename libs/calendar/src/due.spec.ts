import { describe, expect, test } from '@jest/globals';
import { due, explain, parseTimeLimit, type DayRecord, type LimitEnd, type Pause, type WorkingCalendar } from './index.js';
import { at, commune, local } from './testing/units.js';

const pause = (from: string, to?: string): Pause => ({ from: at(from), to: to === undefined ? undefined : at(to), cause: 'supplement' });

function dueAt(received: string, limit: string, ends: LimitEnd = 'same-time', pauses: Pause[] = [], calendar: WorkingCalendar = commune()): string | null {
  return local(due(calendar, { from: at(received), limit: parseTimeLimit(limit), ends, pauses }).at);
}

describe('a due date at the same time', () => {
  test('is three working days later at the same hour', () => {
    expect(dueAt('2026-11-02T08:00', '3wd')).toBe('2026-11-05T08:00');
  });

  test('passes over weekends and the day of Vietnamese culture', () => {
    expect(dueAt('2026-11-16T16:30', '10wd')).toBe('2026-12-01T16:30');
  });

  test('is the same for the evening, the night and the opening after them', () => {
    for (const received of ['2026-11-06T17:00', '2026-11-07T10:00', '2026-11-09T06:00', '2026-11-09T07:30']) {
      expect(dueAt(received, '1wd')).toBe('2026-11-10T07:30');
      expect(dueAt(received, '2h')).toBe('2026-11-09T09:30');
      expect(dueAt(received, '1wd', 'close-of-day')).toBe('2026-11-10T17:00');
    }
  });

  test('takes half a day of that day’s own hours', () => {
    expect(dueAt('2026-11-02T08:00', '2.5wd')).toBe('2026-11-04T13:45');
    expect(dueAt('2026-11-02T07:30', '0.5wd')).toBe('2026-11-02T11:15');
    expect(dueAt('2026-11-02T11:15', '0.5wd')).toBe('2026-11-03T07:30');
  });

  test('counts a Saturday morning as a day, at its own length', () => {
    const calendar = commune({ saturday: ['07:30-11:30'] });
    expect(dueAt('2026-11-06T13:30', '1wd', 'same-time', [], calendar)).toBe('2026-11-07T09:38');
    expect(dueAt('2026-11-06T13:30', '2wd', 'same-time', [], calendar)).toBe('2026-11-09T13:30');
    expect(dueAt('2026-11-06T16:00', '3h', 'same-time', [], calendar)).toBe('2026-11-07T09:30');
    expect(dueAt('2026-11-06T09:00', '1wd', 'close-of-day', [], calendar)).toBe('2026-11-07T11:30');
  });

  test('ends hours with closing time, not with the next opening', () => {
    expect(dueAt('2026-11-02T16:00', '1h')).toBe('2026-11-02T17:00');
    expect(dueAt('2026-11-02T10:00', '4h')).toBe('2026-11-02T16:00');
    expect(dueAt('2026-11-02T16:00', '1h', 'close-of-day')).toBe('2026-11-02T17:00');
  });

  test('reads the minute of the receipt, not its seconds', () => {
    const result = due(commune(), { from: at('2026-11-02T08:00:59.999'), limit: parseTimeLimit('1wd'), ends: 'same-time' });
    expect(local(result.at)).toBe('2026-11-03T08:00');
    expect(result.countsFrom.toString()).toBe('2026-11-02T01:00:00Z');
  });

  test('moves calendar days that end on a day off to the next opening', () => {
    expect(dueAt('2026-11-02T10:00', '2d')).toBe('2026-11-04T10:00');
    expect(dueAt('2026-11-02T10:00', '5d')).toBe('2026-11-09T07:30');
  });
});

describe('a due date at the close of the day', () => {
  test('does not count the day of receipt', () => {
    expect(dueAt('2026-11-02T08:00', '3wd', 'close-of-day')).toBe('2026-11-05T17:00');
    expect(dueAt('2026-11-02T08:00', '2.5wd', 'close-of-day')).toBe('2026-11-05T17:00');
    expect(dueAt('2026-11-02T08:00', '10d', 'close-of-day')).toBe('2026-11-12T17:00');
  });

  test('moves a last day that is off to the next working day', () => {
    expect(dueAt('2026-11-02T08:00', '5d', 'close-of-day')).toBe('2026-11-09T17:00');
    expect(dueAt('2026-11-14T09:00', '8d', 'close-of-day')).toBe('2026-11-25T17:00');
  });

  test('closes with the office where it keeps shorter hours that day', () => {
    const days: DayRecord[] = [{ date: '2026-11-05', kind: 'day-off', hours: ['07:30-10:00'], nameVi: 'Nghỉ buổi chiều', nameEn: 'Afternoon off' }];
    expect(dueAt('2026-11-02T08:00', '3wd', 'close-of-day', [], commune({ days }))).toBe('2026-11-05T10:00');
  });
});

describe('months', () => {
  test('end on the same date', () => {
    expect(dueAt('2026-10-02T09:00', '1m')).toBe('2026-11-02T09:00');
    expect(dueAt('2026-10-02T09:00', '1m', 'close-of-day')).toBe('2026-11-02T17:00');
  });

  test('end on the last day of a month without that date', () => {
    expect(dueAt('2026-07-31T09:00', '2m')).toBe('2026-09-30T17:00');
    expect(dueAt('2026-07-31T09:00', '2m', 'close-of-day')).toBe('2026-09-30T17:00');
    expect(dueAt('2026-01-30T09:00', '1m', 'close-of-day')).toBe('2026-03-02T17:00');
  });

  test('have halves of fifteen days', () => {
    expect(dueAt('2026-10-05T09:00', '1.5m')).toBe('2026-11-20T09:00');
  });
});

describe('mixed limits', () => {
  test('count their parts one after the other', () => {
    expect(dueAt('2026-11-02T08:00', '2wd+4h')).toBe('2026-11-04T14:00');
    expect(dueAt('2026-11-02T08:00', '4h+2wd')).toBe('2026-11-04T14:00');
    expect(dueAt('2026-11-02T08:00', '1wd+1.5wd')).toBe(dueAt('2026-11-02T08:00', '2.5wd'));
    expect(dueAt('2026-10-02T09:00', '1m+3wd')).toBe('2026-11-05T09:00');
    expect(dueAt('2026-11-06T10:00', '1d+2h')).toBe('2026-11-09T09:30');
  });

  test('leave out the day of receipt once, and close with the last day unless they end in hours', () => {
    expect(dueAt('2026-11-02T08:00', '1wd+2wd', 'close-of-day')).toBe('2026-11-05T17:00');
    expect(dueAt('2026-11-02T08:00', '2wd+4h', 'close-of-day')).toBe('2026-11-05T11:30');
    expect(dueAt('2026-11-02T08:00', '4h+2wd', 'close-of-day')).toBe('2026-11-04T17:00');
    expect(dueAt('2026-11-02T16:00', '1h+1wd', 'close-of-day')).toBe('2026-11-03T17:00');
    expect(dueAt('2026-11-02T08:00', '1m+5d', 'close-of-day')).toBe('2026-12-07T17:00');
  });

  test('are paused like any other', () => {
    expect(dueAt('2026-11-02T08:00', '2wd+4h', 'same-time', [pause('2026-11-04T08:00', '2026-11-04T09:00')])).toBe('2026-11-04T15:00');
  });

  test.each(['', '2wd+', '+4h', '2wd 4h', '2wd+0h', '3', 'wd', '3x', '2,5wd', '1e3wd', '-1wd', '3WD'])('are refused when written "%s"', (text) => {
    expect(() => parseTimeLimit(text)).toThrow(expect.objectContaining({ code: 'calendar.limit-invalid' }));
  });
});

describe('the same-day rule', () => {
  test('turns at 15:00', () => {
    expect(dueAt('2026-11-02T14:59', '15:00')).toBe('2026-11-02T17:00');
    expect(dueAt('2026-11-02T15:00', '15:00')).toBe('2026-11-03T17:00');
  });

  test('starts on the next working day for what comes on a day off or after closing', () => {
    expect(dueAt('2026-11-07T09:00', '15:00')).toBe('2026-11-09T17:00');
    expect(dueAt('2026-11-02T17:30', '15:00')).toBe('2026-11-03T17:00');
    expect(dueAt('2026-11-03T06:00', '15:00')).toBe('2026-11-03T17:00');
  });

  test('passes over a holiday', () => {
    expect(dueAt('2026-11-23T15:00', '15:00')).toBe('2026-11-25T17:00');
  });

  test('ends a Saturday morning at its closing time', () => {
    expect(dueAt('2026-11-07T09:00', '15:00', 'same-time', [], commune({ saturday: ['07:30-11:30'] }))).toBe('2026-11-07T11:30');
  });

  test('begins anew where a pause ends', () => {
    expect(dueAt('2026-11-02T09:00', '15:00', 'same-time', [pause('2026-11-02T10:00', '2026-11-02T14:00')])).toBe('2026-11-02T17:00');
    expect(dueAt('2026-11-02T09:00', '15:00', 'same-time', [pause('2026-11-02T10:00', '2026-11-04T15:30')])).toBe('2026-11-05T17:00');
  });
});

describe('pauses', () => {
  test('over a weekend give back the open time only', () => {
    expect(dueAt('2026-11-02T08:00', '5wd')).toBe('2026-11-09T08:00');
    expect(dueAt('2026-11-02T08:00', '5wd', 'same-time', [pause('2026-11-06T16:00', '2026-11-09T08:00')])).toBe('2026-11-09T09:30');
    expect(dueAt('2026-11-02T08:00', '5wd', 'same-time', [pause('2026-11-06T17:00', '2026-11-09T07:30')])).toBe('2026-11-09T08:00');
  });

  test('that overlap count once', () => {
    const pauses = [pause('2026-11-03T08:00', '2026-11-03T10:00'), pause('2026-11-03T09:00', '2026-11-03T11:00')];
    expect(dueAt('2026-11-02T08:00', '16h', 'same-time')).toBe('2026-11-04T09:00');
    expect(dueAt('2026-11-02T08:00', '16h', 'same-time', pauses)).toBe('2026-11-04T14:00');
  });

  test('make up a working day they broke', () => {
    expect(dueAt('2026-11-02T08:00', '3wd', 'close-of-day', [pause('2026-11-03T09:00', '2026-11-03T10:00')])).toBe('2026-11-06T17:00');
    expect(dueAt('2026-11-02T08:00', '3wd', 'close-of-day', [pause('2026-11-02T09:00', '2026-11-02T10:00')])).toBe('2026-11-05T17:00');
  });

  test('stop calendar days for their whole length', () => {
    expect(dueAt('2026-11-02T10:00', '8d', 'same-time', [pause('2026-11-03T10:00', '2026-11-05T12:00')])).toBe('2026-11-12T13:30');
    expect(dueAt('2026-11-02T10:00', '8d', 'close-of-day', [pause('2026-11-03T00:00', '2026-11-05T00:00')])).toBe('2026-11-12T17:00');
  });

  test('after the due minute change nothing', () => {
    expect(dueAt('2026-11-02T08:00', '1wd', 'same-time', [pause('2026-11-03T08:00')])).toBe('2026-11-03T08:00');
    expect(dueAt('2026-11-02T08:00', '1d', 'same-time', [pause('2026-11-03T08:00')])).toBe('2026-11-03T08:00');
    expect(dueAt('2026-11-02T08:00', '1d', 'close-of-day', [pause('2026-11-04T00:00')])).toBe('2026-11-03T17:00');
    expect(dueAt('2026-11-02T08:00', '15:00', 'same-time', [pause('2026-11-02T17:00')])).toBe('2026-11-02T17:00');
  });

  test('that are still open leave the date unknown and tell what is left', () => {
    const result = due(commune(), { from: at('2026-11-02T08:00'), limit: parseTimeLimit('16h'), ends: 'same-time', pauses: [pause('2026-11-03T08:00')] });
    expect(result.at).toBeNull();
    if (result.at !== null) return;
    expect(result.remaining).toBe(16 * 60 - 7.5 * 60);
    expect(local(result.pausedSince)).toBe('2026-11-03T08:00');
    expect(result.trace.at(-1)).toMatchObject({ kind: 'paused', date: '2026-11-03', from: '08:00' });
    expect(explain(result.trace).at(-1)!.vi).toBe('Thứ Ba 03/11/2026, từ 08:00: chờ người dân bổ sung hồ sơ, tạm dừng, không tính (Nghị định 118/2025/NĐ-CP, Điều 17)');
  });
});

describe('one function, whoever asks', () => {
  test('two calendars used in turn give what each gives alone', () => {
    const [first, second] = [commune(), commune({ saturday: ['07:30-11:30'] })];
    const starts = Array.from({ length: 40 }, (_, day) => at('2026-10-20T09:10').add({ hours: 13 * day }));
    const answer = (calendar: WorkingCalendar, from: Temporal.Instant): string => JSON.stringify(due(calendar, { from, limit: parseTimeLimit('4.5wd'), ends: 'same-time' }));
    const alone = [starts.map((from) => answer(first, from)), starts.map((from) => answer(second, from))];
    const inTurn = starts.map((from) => [answer(first, from), answer(second, from)]);
    expect(inTurn.map(([one]) => one)).toEqual(alone[0]);
    expect(inTurn.map(([, other]) => other)).toEqual(alone[1]);
    expect(alone[0]).not.toEqual(alone[1]);
    expect(Object.isFrozen(first) && Object.isFrozen(first.days)).toBe(true);
  });

  test('answers quickly', () => {
    const calendar = commune();
    const from = at('2026-11-16T16:30');
    const run = (): void => void due(calendar, { from, limit: parseTimeLimit('20wd'), ends: 'same-time', pauses: [pause('2026-11-18T09:00', '2026-11-20T10:00')] });
    const times = Array.from({ length: 501 }, () => {
      const started = performance.now();
      run();
      return performance.now() - started;
    });
    expect(times.sort((one, other) => one - other)[250]).toBeLessThan(0.5);
  });

  test.each(['0wd', '-1wd', '2.005wd', '0.301h', '1.3d', '0.25m', '24:00', '3:00'])('refuses %s as a limit', (limit) => {
    expect(() => dueAt('2026-11-02T08:00', limit)).toThrow(expect.objectContaining({ code: 'calendar.limit-invalid' }));
  });
});
