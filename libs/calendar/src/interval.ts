import { DomainError } from '@app/kernel';
import { clockText, findTime } from './local-time.js';

/** One stretch of office hours, in minutes since local midnight: open at `opens`, closed at `closes`. */
export interface Interval {
  readonly opens: number;
  readonly closes: number;
}

/** Reads `"07:30-11:30"`. Throws `calendar.hours-invalid` when it is no stretch of one day. */
export function parseInterval(text: string): Interval {
  const [from = '', to = '', ...rest] = text.split('-');
  const opens = findTime(from.trim());
  const closes = findTime(to.trim());
  if (opens === undefined || closes === undefined || opens >= closes || rest.length > 0) throw faulty(text);
  return { opens, closes };
}

/** Reads the hours of one day, any number of stretches, in any order. Throws `calendar.hours-invalid` when two overlap. */
export function parseIntervals(texts: readonly string[]): readonly Interval[] {
  const intervals = texts.map(parseInterval).sort((a, b) => a.opens - b.opens);
  intervals.forEach((interval, index) => {
    const before = intervals[index - 1];
    if (before && before.closes > interval.opens) throw faulty(texts.join(', '));
  });
  return Object.freeze(intervals);
}

/** Writes an interval as it is read: `"07:30-11:30"`. */
export function formatInterval({ opens, closes }: Interval): string {
  return `${clockText(opens)}-${clockText(closes)}`;
}

const faulty = (hours: string): DomainError => new DomainError('calendar.hours-invalid', { params: { hours } });
