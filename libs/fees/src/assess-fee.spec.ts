import { describe, expect, test } from '@jest/globals';
import type { FeeRules } from '@app/kernel';
import { assessFee } from './index.js';

const rules: FeeRules = {
  setBy: 'provincial-council',
  lines: [
    { key: 'registration', name: { vi: 'Lệ phí đăng ký', en: 'Registration' }, amount: 50_000, when: { properties: { late: { const: true } }, required: ['late'] }, payableAt: 'receipt' },
    { key: 'copies', name: { vi: 'Bản sao', en: 'Copies' }, amount: 8_000, per: 'copies', payableAt: 'return' },
    { key: 'online', name: { vi: 'Phí trực tuyến', en: 'Online fee' }, amount: 1_000, channels: ['online'], payableAt: 'receipt' },
  ],
  exemptions: [
    { key: 'poor', name: { vi: 'Hộ nghèo', en: 'Poor household' }, basis: 'Điều 11', when: { properties: { poor: { const: true } }, required: ['poor'] }, lines: ['registration'] },
    { key: 'merit', name: { vi: 'Người có công', en: 'Merit' }, basis: 'Điều 12', when: { properties: { merit: { const: true } }, required: ['merit'] } },
  ],
};

describe('the fee of a dossier', () => {
  test('is nothing when no line is owed', () => {
    expect(assessFee(rules, {}, { channel: 'counter' })).toEqual({
      total: 0, atReceipt: 0, atReturn: 0, lines: [], explanation: { vi: 'Không thu phí, lệ phí.', en: 'Free of charge.' },
    });
  });

  test('adds the lines that are owed, and tells how', () => {
    const fee = assessFee(rules, { late: true, copies: 3 }, { channel: 'counter' });
    expect([fee.total, fee.atReceipt, fee.atReturn]).toEqual([74_000, 50_000, 24_000]);
    expect(fee.explanation).toEqual({
      vi: 'Lệ phí đăng ký: 50.000 đồng; Bản sao: 3 × 8.000 đồng = 24.000 đồng.',
      en: 'Registration: 50,000 VND; Copies: 3 × 8,000 VND = 24,000 VND.',
    });
    expect(fee.lines[1]).toEqual({ key: 'copies', name: { vi: 'Bản sao', en: 'Copies' }, amount: 8_000, quantity: 3, due: 24_000, payableAt: 'return', exempt: false });
  });

  test('one copy needs no multiplication, none is left out, and a channel may owe more', () => {
    expect(assessFee(rules, { copies: 1 }, { channel: 'online' }).explanation.vi).toBe('Bản sao: 8.000 đồng; Phí trực tuyến: 1.000 đồng.');
    expect(assessFee(rules, { copies: 0 }, { channel: 'online' }).lines.map(({ key }) => key)).toEqual(['online']);
  });

  test('an exemption frees the lines it names, with its basis', () => {
    const fee = assessFee(rules, { late: true, copies: 2, poor: true }, { channel: 'counter' });
    expect(fee.total).toBe(16_000);
    expect(fee.exemption).toEqual({ key: 'poor', name: { vi: 'Hộ nghèo', en: 'Poor household' }, basis: 'Điều 11' });
    expect(fee.explanation).toEqual({
      vi: 'Lệ phí đăng ký: miễn; Bản sao: 2 × 8.000 đồng = 16.000 đồng. Lý do miễn: Hộ nghèo (Điều 11).',
      en: 'Registration: exempt; Copies: 2 × 8,000 VND = 16,000 VND. Exempt because: Poor household (Điều 11).',
    });
  });

  test('an exemption without lines frees all; one that frees nothing owed is not claimed', () => {
    expect(assessFee(rules, { late: true, copies: 2, merit: true }, { channel: 'online' })).toMatchObject({ total: 0, exemption: { key: 'merit' } });
    expect(assessFee(rules, { copies: 2, poor: true }, { channel: 'counter' }).exemption).toBeUndefined();
    expect(assessFee(rules, { copies: 0, merit: true }, { channel: 'counter' }).exemption).toBeUndefined();
  });

  test.each([[-1], [1.5], ['2'], [Number.NaN]])('%p is no count of copies', (copies) => {
    expect(() => assessFee(rules, { copies }, { channel: 'counter' })).toThrow(new RangeError('fee line copies: copies is not a whole number of 0 or more'));
  });
});
