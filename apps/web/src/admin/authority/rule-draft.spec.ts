import { describe, expect, test } from '@jest/globals';
import { emptyRule, ruleOf } from './rule-draft';

const typed = { ...emptyRule(), matter: 'procedure:2.002516', caseKey: 'kept-at-province', level: 'commune' as const, from: '2027-03-01', number: ' 03/2026/QH16 ', provenance: 'Công báo' };

describe('a rule that is being typed', () => {
  test('names all that is missing', () => {
    expect(ruleOf(emptyRule()).faults).toEqual(['matter', 'level', 'from', 'number', 'provenance']);
  });

  test('may not end before it begins, nor on a day that is none', () => {
    expect(ruleOf({ ...typed, until: '2027-02-28' }).faults).toEqual(['until']);
    expect(ruleOf({ ...typed, until: 'mai' }).faults).toEqual(['until']);
    expect(ruleOf({ ...typed, until: '2027-03-01' }).faults).toEqual([]);
  });

  test('is sent without what was left empty', () => {
    expect(ruleOf(typed)).toEqual({
      faults: [],
      proposal: { procedureCode: '2.002516', caseKey: 'kept-at-province', unitId: 'vn', level: 'commune', from: '2027-03-01', basis: { number: '03/2026/QH16' }, provenance: 'Công báo' },
    });
  });

  test('for a field has no case', () => {
    expect(ruleOf({ ...typed, matter: 'field:G15-TP07', office: 'commune/justice', article: 'Điều 5' }).proposal)
      .toEqual({ fieldCode: 'G15-TP07', unitId: 'vn', level: 'commune', office: 'commune/justice', from: '2027-03-01', basis: { number: '03/2026/QH16', article: 'Điều 5' }, provenance: 'Công báo' });
  });
});
