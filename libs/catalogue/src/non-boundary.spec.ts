import { describe, expect, it } from '@jest/globals';
import { compareNonBoundary, loadCatalogue, nonBoundaryListOn, type NonBoundaryList } from './index.js';
import { nonBoundaryRule } from './non-boundary/non-boundary-list.js';
import { shippedNonBoundaryLists } from './non-boundary/shipped-lists.js';

const shipped = shippedNonBoundaryLists();
const rule = (province: string, code: string, day: string) => nonBoundaryRule(shipped, province, code, day);

describe('the lists of non-boundary receipt', () => {
  it('tell what tells the competent commune, from the day they count', () => {
    expect(rule('p75', '1.004873', '2026-11-23')?.competent).toBe('residence');
    expect(rule('p75', '1.013225', '2026-11-23')?.competent).toBe('choice');
    expect(rule('p75', '1.004873', '2025-06-30')).toBeUndefined();
  });

  it('say nothing of a procedure or a province that is not on them', () => {
    expect(rule('p75', '9.999999', '2026-11-23')).toBeUndefined();
    expect(rule('p01', '1.004873', '2026-11-23')).toBeUndefined();
    expect(rule('constructor', '1.004873', '2026-11-23')).toBeUndefined();
  });

  it('name each procedure once, and only complete ones', () => {
    const complete = new Set(loadCatalogue().procedures.map(({ code }) => code));
    for (const { procedures } of shipped) {
      const codes = procedures.map(({ code }) => code);
      expect([codes.length, codes.filter((code) => !complete.has(code))]).toEqual([new Set(codes).size, []]);
    }
  });

  it('follow one another: the last that has begun holds, a lapsed one brings none back', () => {
    const list = (id: string, from: string, until?: string): NonBoundaryList => ({ id, unitId: 'p75', procedures: [], decision: { vi: id, en: id }, from, ...(until !== undefined && { until }) });
    const lists = [list('b', '2026-12-02', '2026-12-03'), list('a', '2025-07-01'), list('corrected', '2026-12-02', '2026-12-05')];
    expect(['2025-06-30', '2026-12-01', '2026-12-02', '2026-12-05', '2026-12-06'].map((day) => nonBoundaryListOn(lists, 'p75', day)?.id)).toEqual([undefined, 'a', 'corrected', 'corrected', undefined]);
  });

  it('are compared by what comes, goes or is told otherwise', () => {
    expect(compareNonBoundary(
      [{ code: '1.000003', competent: 'residence' }, { code: '1.000001', competent: 'choice' }, { code: '1.000002', competent: 'choice' }],
      [{ code: '1.000004', competent: 'choice' }, { code: '1.000002', competent: 'choice' }, { code: '1.000003', competent: 'choice' }],
    )).toEqual([{ code: '1.000001', before: 'choice' }, { code: '1.000003', before: 'residence', after: 'choice' }, { code: '1.000004', after: 'choice' }]);
  });
});
