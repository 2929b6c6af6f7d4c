import { describe, expect, test } from '@jest/globals';
import { checkProcess, compile, levelsOf, namedLevels, officeOf, pathAt, processAt, stateList, type ProcessDefinition, type ProcessStep } from './index.js';
import { BIRTH } from './sample-processes.js';

/** The steps of the birth registration for the commune, and the same work done by the department of justice. */
const AT_EITHER: ProcessDefinition = {
  ...BIRTH,
  steps: [
    ...BIRTH.steps.map((step): ProcessStep => ({ ...step, level: 'commune' })),
    { id: 'toProvince', kind: 'handover', to: 'province/justice', within: { value: 2, unit: 'hours' }, name: { vi: 'Chuyển Sở', en: 'To the department' }, level: 'province' },
    { id: 'draftThere', kind: 'draft', unit: 'province/justice', role: 'reviewer', product: 'result', within: { value: 1, unit: 'working-days' }, name: { vi: 'Soạn', en: 'Draft' }, level: 'province' },
    { id: 'approveThere', kind: 'approve', unit: 'province/justice', role: 'leader', sendBackTo: 'draftThere', within: { value: 4, unit: 'hours' }, name: { vi: 'Ký', en: 'Sign' }, level: 'province' },
    { id: 'numberThere', kind: 'number', unit: 'province/justice', role: 'records-clerk', within: { value: 1, unit: 'hours' }, name: { vi: 'Cấp số', en: 'Number' }, level: 'province' },
    { id: 'backFromThere', kind: 'handover', to: 'commune/centre', within: { value: 2, unit: 'hours' }, name: { vi: 'Chuyển về', en: 'Back' }, level: 'province' },
  ],
};

const placesOf = ({ steps }: ProcessDefinition): string[] => steps.map((step) => (step.kind === 'handover' ? step.to : step.unit));

describe('a process decided at either level', () => {
  test('has a faultless way at each', () => {
    expect(namedLevels(AT_EITHER)).toEqual(['commune', 'province']);
    expect(checkProcess(AT_EITHER)).toEqual([]);
  });

  test('is, at one of them, the steps of that level, and compiled there alone', () => {
    expect(processAt(AT_EITHER, { level: 'commune' })).toEqual(BIRTH);
    const there = processAt(AT_EITHER, { level: 'province' });
    expect(there.steps.map(({ id }) => id)).toEqual(['toProvince', 'draftThere', 'approveThere', 'numberThere', 'backFromThere']);
    expect(stateList(compile(there))).not.toContain('processing.examine.working');
    expect(() => compile(AT_EITHER)).toThrow('A process with levels is compiled at one of them');
  });

  test('has the same states before receipt whoever decides: a filing waits for no rule', () => {
    const outside = (level: 'commune' | 'province') => stateList(compile(processAt(AT_EITHER, { level }))).filter((path) => !/^(processing|correcting)\./u.test(path));
    expect(outside('commune')).toEqual(outside('province'));
  });

  test('tells of a fault at one level once, and of an id used at both', () => {
    const short = { ...AT_EITHER, steps: AT_EITHER.steps.filter(({ id }) => id !== 'backFromThere') };
    expect(checkProcess(short).map(({ rule, stepId }) => [rule, stepId])).toEqual([['route.not-back', 'numberThere']]);
    const twice = { ...AT_EITHER, steps: AT_EITHER.steps.map((step) => (step.id === 'numberThere' ? { ...step, id: 'number' } : step)) };
    expect(checkProcess(twice).map(({ rule, stepId }) => [rule, stepId])).toEqual([['id.twice', 'number']]);
  });
});

describe('an office named by a rule', () => {
  test('takes the place of the one that prepares the decision, wherever the process names it', () => {
    const moved = processAt(AT_EITHER, { level: 'province', office: 'province/home-affairs' });
    expect(placesOf(moved)).toEqual(['province/home-affairs', 'province/home-affairs', 'province/home-affairs', 'province/home-affairs', 'commune/centre']);
    expect(checkProcess(moved)).toEqual([]);
    expect(pathAt(AT_EITHER, { level: 'province', office: 'province/home-affairs' }, 'province/justice')).toBe('province/home-affairs');
  });

  test('leaves the commune answered for by its committee', () => {
    const own = officeOf(BIRTH);
    const moved = processAt(AT_EITHER, { level: 'commune', office: 'commune/culture' });
    expect(placesOf(moved)).toEqual(placesOf(BIRTH).map((unit) => (unit === own ? 'commune/culture' : unit)));
    expect(placesOf(moved)).toContain('commune/committee');
  });
});

describe('a process without levels', () => {
  test('belongs to the level of its deciding approval and has no way at the other', () => {
    expect(levelsOf(BIRTH)).toEqual(['commune']);
    expect(processAt(BIRTH, { level: 'commune' })).toEqual(BIRTH);
    expect(() => processAt(BIRTH, { level: 'province' })).toThrow('no way at the level of the province');
  });
});
