import * as fc from 'fast-check';
import { buildCalendar, due, type LimitEnd, type TimeLimit, type WorkingCalendar } from '../index.js';
import { instantOf, minuteOf } from '../local-time.js';
import { Oracle, type OraclePause } from './oracle.js';
import { anyCalendar, anyMinute, anyPauses } from './random-calendar.js';
import { anyEnd, anyLimit } from './random-limit.js';

export interface DueCase {
  readonly from: number;
  readonly limit: TimeLimit;
  readonly ends: LimitEnd;
  readonly pauses: readonly OraclePause[];
}

/** The due minute of a case, or null while its clock stands. */
export function dueMinute(calendar: WorkingCalendar, { from, limit, ends, pauses }: DueCase): number | null {
  const { at } = due(calendar, {
    from: instantOf(from),
    limit,
    ends,
    pauses: pauses.map((pause) => ({ from: instantOf(pause.from), to: pause.to === undefined ? undefined : instantOf(pause.to), cause: 'supplement' })),
  });
  return at && minuteOf(at);
}

/** A calendar serves for several questions: making one costs more than asking it. */
const QUESTIONS = 5;

const anyQuestion = fc.record({ from: anyMinute, limit: anyLimit, ends: anyEnd, pauses: anyPauses });

/**
 * Lets the oracle judge so many random cases: any hours, any days, any receipt, limit, end and pauses.
 * @returns how many there were, and how many of them have a date (the others stand in an open pause)
 * @throws what fast-check says of the smallest case on which the two differ, with its seed
 */
export function compareWithOracle(cases: number, seed: number): { readonly cases: number; readonly dated: number } {
  let seen = 0;
  let dated = 0;
  fc.assert(fc.property(anyCalendar, fc.array(anyQuestion, { minLength: QUESTIONS, maxLength: QUESTIONS }), (random, questions) => {
    const calendar = buildCalendar({ unit: { id: 'u', name: 'U' }, ...random, years: [2026, 2027] });
    const oracle = new Oracle(random);
    for (const question of questions) {
      const found = dueMinute(calendar, question);
      const expected = oracle.due(question.from, question.limit, question.ends, question.pauses);
      seen += 1;
      if (found !== null) dated += 1;
      if (found !== expected) throw new Error(`the calculation says ${found}, the oracle ${expected}`);
    }
  }), { numRuns: Math.ceil(cases / QUESTIONS), seed });
  return { cases: seen, dated };
}
