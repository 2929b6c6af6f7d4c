import { describe, expect, test } from '@jest/globals';
import { checkProcess } from '@app/workflow';
import { limitHours } from './check-procedure.js';
import type { TimeLimit } from './procedure.js';
import { fitStandardProcess, standardProcesses } from './standard-processes.js';

const limitOf = (value: number, unit: 'working-days' | 'calendar-days' | 'hours' | 'months'): TimeLimit => ({ value, unit, ends: 'same-time', notCounted: [], basis: 'luật' });
const SAME_DAY: TimeLimit = { sameDay: true, cutoff: '15:00', notCounted: [], basis: 'luật' };
const UNITS = { division: 'commune/culture', department: 'province/construction' };
const KEYS = ['certified-at-the-counter', 'commune-decides', 'commune-decides-with-financial-duty', 'commune-decides-with-public-notice', 'province-decides', 'province-decides-with-commune-check'];

/** The article depends on the procedure: the test cites one in its place. */
const withBasis = (value: unknown): never => JSON.parse(JSON.stringify(value).replaceAll('"basis":""', '"basis":"Điều 1"')) as never;

test('there are six of them', () => {
  expect(standardProcesses().map(({ key }) => key)).toEqual(KEYS);
});

describe.each(KEYS)('%s', (key) => {
  test.each([
    ['4 hours', limitOf(4, 'hours')], ['the same day', SAME_DAY], ['1.5 working days', limitOf(1.5, 'working-days')], ['3 working days', limitOf(3, 'working-days')],
    ['5 working days', limitOf(5, 'working-days')], ['30 days', limitOf(30, 'calendar-days')], ['3 months', limitOf(3, 'months')],
  ])('fits %s and can be walked', (_, limit) => {
    expect(checkProcess(withBasis(fitStandardProcess(key, { limit, units: UNITS })), { limitHours: limitHours(limit) })).toEqual([]);
  });

  test('asks for exactly the units it leaves open', () => {
    const text = JSON.stringify(fitStandardProcess(key, { limit: undefined, units: { division: 'commune/one', department: 'province/two' } }));
    expect([text.includes('commune/one') ? ['division'] : [], text.includes('province/two') ? ['department'] : []].flat()).toEqual(standardProcesses().find((one) => one.key === key)!.asks);
    expect(text).not.toMatch(/[{]d|share/);
  });
});

test('the times scale to the limit', () => {
  const times = (limit: TimeLimit): string[] => fitStandardProcess('commune-decides', { limit, units: UNITS }).steps.map(({ within }) => `${within.value} ${within.unit}`);
  expect(times(limitOf(5, 'working-days'))).toEqual(['2 hours', '2 working-days', '1 working-days', '6 hours', '2 hours', '2 hours']);
  expect(times(SAME_DAY)).toEqual(['20 minutes', '3.5 hours', '1.5 hours', '1 hours', '20 minutes', '20 minutes']);
});

test('a process nobody knows is not found, and a unit that was not chosen is named by the check', () => {
  expect(() => fitStandardProcess('nothing', { limit: undefined, units: {} })).toThrow('not-found');
  const faults = checkProcess(fitStandardProcess('commune-decides', { limit: undefined, units: {} }));
  expect(faults.map(({ rule, stepId }) => [rule, stepId])).toEqual([['unit.unknown', 'transfer'], ['unit.unknown', 'examine'], ['unit.unknown', 'draft']]);
});
