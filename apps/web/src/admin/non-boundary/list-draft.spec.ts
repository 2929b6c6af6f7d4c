import { describe, expect, test } from '@jest/globals';
import { emptyList, linesOf, listOf } from './list-draft';

const typed = { ...emptyList(), lines: ' 1.004873 \n\n1.013225 *', decision: { number: ' 15/QĐ-UBND ', date: '2026-11-20', issuedBy: 'UBND thành phố' }, from: '2026-12-01' };

describe('a list that is being typed', () => {
  test('names all that is missing', () => {
    expect(listOf('p75', emptyList()).faults).toEqual(['lines', 'decision-number', 'decision-date', 'decision-issuer', 'from']);
  });

  test('a line that is no code is a fault, and so is an end before the beginning', () => {
    expect(listOf('p75', { ...typed, lines: '1.004873\ncấp phép' }).faults).toEqual(['lines']);
    expect(listOf('p75', { ...typed, until: '2026-11-30' }).faults).toEqual(['until']);
  });

  test('is sent as codes, a star where the clerk says the commune; and read back the same', () => {
    const { proposal, faults } = listOf('p75', typed);
    expect([faults, proposal]).toEqual([[], {
      unitId: 'p75', procedures: [{ code: '1.004873', competent: 'residence' }, { code: '1.013225', competent: 'choice' }],
      decision: { number: '15/QĐ-UBND', date: '2026-11-20', issuedBy: 'UBND thành phố' }, from: '2026-12-01',
    }]);
    expect(linesOf(proposal.procedures)).toBe('1.004873\n1.013225 *');
  });
});
