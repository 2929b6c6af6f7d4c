import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AgencyEvent } from '@app/exchange';
import { inOrder } from './read-feed.js';

const event = (number: number): AgencyEvent => ({ id: `e-${number}`, number, caseId: '01a20552-b98e-780c-90e6-841cce066d17', kind: 'acknowledged', at: '2026-11-23T01:30:00Z', reference: 'CT-1' });
const numbers = (events: readonly AgencyEvent[]): number[] => events.map(({ number }) => number);

describe('The next events of a feed', () => {
  test('are those that follow without a gap, each once, in their order', () => {
    expect(numbers(inOrder([3, 1, 2, 2, 1].map(event), 0))).toEqual([1, 2, 3]);
    expect(numbers(inOrder([3, 5, 4, 1].map(event), 2))).toEqual([3, 4, 5]);
    expect(numbers(inOrder([2, 3].map(event), 0))).toEqual([]);
    expect(numbers(inOrder([1, 2].map(event), 2))).toEqual([]);
  });

  test('come to all of them, once and in order, whatever each answer loses, doubles or turns round', () => {
    const answers = fc.array(fc.array(fc.nat(), { maxLength: 12 }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), answers, (last, taken) => {
      const settled: number[] = [];
      const hear = (page: readonly number[]): void => void settled.push(...numbers(inOrder(page.map(event), settled.length)));
      for (const page of taken) hear(page.map((each) => (last === 0 ? 0 : (each % last) + 1)).filter((each) => each > 0));
      expect(settled).toEqual(settled.map((_, index) => index + 1));
      hear(Array.from({ length: last }, (_, index) => last - index));
      expect(settled).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }), { numRuns: 300 });
  });
});
