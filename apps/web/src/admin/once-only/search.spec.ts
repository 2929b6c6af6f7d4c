import { describe, expect, test } from '@jest/globals';
import { monthsBefore, percentOf, readSearch, shownMonth } from './search';

describe('the address of the once-only report', () => {
  test('opens one level after the other; a unit without its procedure opens nothing', () => {
    expect(readSearch({ from: '2026-01', to: '2026-11', procedure: '1.004873', unit: 'c26068.centre', month: '2026-11' })).toEqual({
      from: '2026-01', to: '2026-11', procedure: '1.004873', unit: 'c26068.centre', month: '2026-11',
    });
    expect(readSearch({ unit: 'c26068.centre', month: '2026-11' })).toEqual({ from: undefined, to: undefined, procedure: undefined, unit: undefined, month: undefined });
  });

  test('what is no month, code or unit is left out', () => {
    expect(readSearch({ from: '2026-13', to: 11, procedure: 'x', unit: 'A B' })).toEqual({ from: undefined, to: undefined, procedure: undefined, unit: undefined, month: undefined });
  });
});

test('two years of months, the latest first', () => {
  const months = monthsBefore('2026-02-23');
  expect([months.length, months[0], months[1], months[2], months.at(-1)]).toEqual([24, '2026-02', '2026-01', '2025-12', '2024-03']);
  expect(shownMonth('2026-02')).toBe('02/2026');
});

test('a share is never rounded up to the whole', () => {
  expect([percentOf({ needed: 0, notAsked: 0 }), percentOf({ needed: 3, notAsked: 2 }), percentOf({ needed: 300, notAsked: 299 }), percentOf({ needed: 3, notAsked: 3 })]).toEqual([undefined, 66, 99, 100]);
});
