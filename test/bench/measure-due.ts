import { buildCalendar, due, explain, nationalDays, type Pause, type TimeLimit } from '@app/calendar';
import { quantile, rounded } from './statistics.js';

const WEEKDAY = ['07:30-11:30', '13:30-17:00'];
const LIMITS: readonly TimeLimit[] = [
  { value: 3, unit: 'working-days' }, { value: 10, unit: 'working-days' }, { value: 2.5, unit: 'working-days' }, { value: 20, unit: 'working-days' },
  { value: 16, unit: 'hours' }, { value: 15, unit: 'calendar-days' }, { value: 1, unit: 'months' },
  { parts: [{ value: 2, unit: 'working-days' }, { value: 4, unit: 'hours' }] }, { sameDay: true, cutoff: '15:00' },
];

/** Milliseconds for one due date, with its trace and with the sentences of the trace. */
export interface DueFigures {
  readonly median: number;
  readonly p99: number;
  readonly withSentences: number;
}

/** Due dates of every kind of limit, received over a year, every other one paused once, on one calendar as a desk keeps it. */
export function measureDue(count: number): DueFigures {
  const national = nationalDays();
  const week = { mon: WEEKDAY, tue: WEEKDAY, wed: WEEKDAY, thu: WEEKDAY, fri: WEEKDAY, sat: ['07:30-11:30'] };
  const calendar = buildCalendar({ unit: { id: 'c26068', name: 'Biên Hoà' }, hours: [{ since: '2025-07-01', week }], days: national.days, years: national.years });
  const first = Temporal.Instant.from('2026-01-05T01:07:00Z');
  const ask = (index: number): ReturnType<typeof due> => {
    const from = first.add({ minutes: (index * 5237) % (350 * 1440) });
    const pauses: Pause[] = index % 2 === 0 ? [] : [{ from: from.add({ hours: 26 }), to: from.add({ hours: 75 }), cause: 'supplement' }];
    return due(calendar, { from, limit: LIMITS[index % LIMITS.length]!, ends: index % 4 < 2 ? 'same-time' : 'close-of-day', pauses });
  };
  const timed = (work: (index: number) => void): number[] => Array.from({ length: count }, (_, index) => {
    const begun = performance.now();
    work(index);
    return performance.now() - begun;
  });
  timed(ask);
  const times = timed(ask);
  const explained = timed((index) => void explain(ask(index).trace));
  return { median: rounded(quantile(times, 0.5), 4), p99: rounded(quantile(times, 0.99), 4), withSentences: rounded(quantile(explained, 0.5), 4) };
}
