import { describe, expect, test } from '@jest/globals';
import type { Rule } from './calls';
import { draftOf, emptyLimit, emptyRule, numberIn, proposalOf } from './rule-draft';

const whole = { ...emptyRule(), decision: { number: ' 12/2026/QĐ-UBND ', date: '2026-11-20', issuedBy: 'UBND tỉnh' }, from: '2026-12-01' };

describe('a rule as it is typed', () => {
  test('becomes a proposal with what was filled in, and nothing else', () => {
    const { proposal, faults } = proposalOf('p75', '1.004873', {
      ...whole, limits: { '': { ...emptyLimit(''), amount: '1,5' }, single: emptyLimit('single') },
      fees: { 'certificate counter': '20.000', 'certificate post': '20000', 'certificate online': '0', 'copies online': '' },
    });
    expect(faults).toEqual([]);
    expect(proposal).toEqual({
      unitId: 'p75', code: '1.004873', communes: [], decision: { number: '12/2026/QĐ-UBND', date: '2026-11-20', issuedBy: 'UBND tỉnh' }, from: '2026-12-01',
      body: {
        limits: [{ parts: [{ value: 1.5, unit: 'working-days' }] }],
        fees: [{ line: 'certificate', amount: 20_000, channels: ['counter', 'post'] }, { line: 'certificate', amount: 0, channels: ['online'] }],
      },
    });
  });

  test('tells what is missing, each at its field', () => {
    const wrong = { ...emptyRule(), limits: { '': { ...emptyLimit(''), amount: 'ba ngày' } }, fees: { 'certificate online': 'không' }, noteVi: 'Mang sổ', until: 'mai' };
    expect(proposalOf('p75', undefined, wrong).faults.map(({ field, key }) => `${field} ${key}`)).toEqual([
      'rule-code code', 'limit- amount', 'fee-certificate-online amount', 'note-en note', 'decision-number number', 'decision-date date', 'decision-issuer issuedBy', 'rule-from from', 'rule-until until',
    ]);
    expect(proposalOf('p75', '1.004873', whole).faults).toEqual([{ field: 'rule-code', key: 'nothing' }]);
  });

  test('begins with what the rule says whose place it takes, and keeps its exemptions', () => {
    const exemptions = [{ key: 'elderly', name: { vi: 'Người cao tuổi', en: 'Elderly' }, when: {}, basis: 'x' }];
    const known = { id: 'a', communes: ['c26068'], body: { limits: [{ case: 'house', parts: [{ value: 2.5, unit: 'working-days' }] }], fees: [{ line: 'house', channels: ['counter', 'post'], amount: 5000 }], exemptions, received: false } } as unknown as Rule;
    const draft = draftOf(known);
    expect(draft).toMatchObject({ communes: ['c26068'], limits: { house: { amount: '2,5' } }, fees: { 'house counter': '5000', 'house post': '5000' }, received: 'no' });
    const { proposal } = proposalOf('p75', '1.013225', { ...draft, decision: whole.decision, from: whole.from }, known);
    expect(proposal).toMatchObject({ replaces: 'a', body: known.body! });
  });

  test('keeps several amounts one after the other until another is typed', () => {
    const parts = [{ value: 1, unit: 'working-days' }, { value: 2, unit: 'hours' }];
    const known = { id: 'a', communes: [], body: { limits: [{ parts }] } } as unknown as Rule;
    const draft = { ...draftOf(known), decision: whole.decision, from: whole.from };
    expect(proposalOf('p75', '1.004873', draft, known).proposal.body).toEqual({ limits: [{ parts }] });
    const typed = { ...draft, limits: { '': { ...draft.limits[''], amount: '2' } } };
    expect(proposalOf('p75', '1.004873', typed, known).proposal.body).toEqual({ limits: [{ parts: [{ value: 2, unit: 'working-days' }] }] });
  });

  test.each([['1,5', 1.5], [' 2 ', 2], ['', undefined], ['hai', undefined]])('%p is the number %p', (text, expected) => {
    expect(numberIn(text)).toBe(expected);
  });
});
