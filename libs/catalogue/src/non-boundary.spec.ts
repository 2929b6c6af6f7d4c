import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dataPath } from '@app/kernel';
import { loadCatalogue, nonBoundaryRule } from './index.js';

describe('the lists of non-boundary receipt', () => {
  it('tell what tells the competent commune, from the day they count', () => {
    expect(nonBoundaryRule('p75', '1.004873', '2026-11-23')?.competent).toBe('residence');
    expect(nonBoundaryRule('p75', '1.013225', '2026-11-23')?.competent).toBe('choice');
    expect(nonBoundaryRule('p75', '1.004873', '2025-06-30')).toBeUndefined();
  });

  it('say nothing of a procedure or a province that is not on them', () => {
    expect(nonBoundaryRule('p75', '9.999999', '2026-11-23')).toBeUndefined();
    expect(nonBoundaryRule('p01', '1.004873', '2026-11-23')).toBeUndefined();
    expect(nonBoundaryRule('constructor', '1.004873', '2026-11-23')).toBeUndefined();
  });

  it('name each procedure once, and only complete ones', () => {
    const complete = new Set(loadCatalogue().procedures.map(({ code }) => code));
    const { provinces } = JSON.parse(readFileSync(dataPath('libs/catalogue/data/non-boundary.json'), 'utf8')) as { provinces: Record<string, { procedures: Array<{ code: string }> }> };
    for (const { procedures } of Object.values(provinces)) {
      const codes = procedures.map(({ code }) => code);
      expect([codes.length, codes.filter((code) => !complete.has(code))]).toEqual([new Set(codes).size, []]);
    }
  });
});
