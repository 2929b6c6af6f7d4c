import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ExchangeError } from '../exchange-error.js';
import { judgeAnswer, outcomeOfFault } from './judge-answer.js';
import { OUTCOMES, provides, SOURCES, type SourceRecord } from './source.js';

const subject = { personalId: '075085199757', fullName: 'Đỗ Thanh Tùng', birthDate: '1985-03-02' };
const QUESTION = { subject, wanted: ['owner.sex', 'owner.ethnicity'] };
const RECORD: SourceRecord = { id: 'DC-1', subject, state: 'in-force', values: { 'owner.sex': 'male', 'owner.homeTown': 'Nghệ An' } };
const TODAY = '2026-11-23';
const outcome = (records: readonly SourceRecord[]): string => judgeAnswer(QUESTION, records, TODAY).outcome;

describe('an answer', () => {
  test('of one record in force is a match, and nothing passes that was not wanted', () => {
    expect(judgeAnswer(QUESTION, [RECORD], TODAY)).toEqual({ outcome: 'matched', values: { 'owner.sex': 'male' } });
  });

  test.each<[string, readonly SourceRecord[], string]>([
    ['nothing', [], 'no-match'],
    ['the same twice', [RECORD, { ...RECORD }], 'matched'],
    ['two records', [RECORD, { ...RECORD, id: 'DC-2' }], 'several-matches'],
    ['one record in two versions', [RECORD, { ...RECORD, state: 'revoked' }], 'malformed'],
    ['one in force beside a revoked one', [RECORD, { ...RECORD, id: 'DC-2', state: 'revoked' }], 'matched'],
    ['one good until yesterday', [{ ...RECORD, validUntil: '2026-11-22' }], 'expired'],
    ['one good until today', [{ ...RECORD, validUntil: TODAY }], 'matched'],
    ['an expired and a revoked one', [{ ...RECORD, state: 'expired' }, { ...RECORD, id: 'DC-2', state: 'revoked' }], 'revoked'],
    ['a name in capitals and another composition', [{ ...RECORD, subject: { ...subject, fullName: 'ĐỖ THANH TÙNG'.normalize('NFD') } }], 'matched'],
    ['another name', [{ ...RECORD, subject: { ...subject, fullName: 'Đỗ Thanh Tùng Anh' } }], 'wrong-person'],
    ['somebody else beside the right one', [RECORD, { ...RECORD, id: 'DC-2', subject: { ...subject, personalId: '075085199758' } }], 'wrong-person'],
    ['another birth date', [{ ...RECORD, subject: { ...subject, birthDate: '1985-03-03' } }], 'wrong-person'],
  ])('of %s', (_, records, expected) => expect(outcome(records)).toBe(expected));

  test('whatever it holds ends in a known way, and gives values of a match only', () => {
    const record = fc.record({
      id: fc.constantFrom('a', 'b', 'c'), state: fc.constantFrom('in-force' as const, 'expired' as const, 'revoked' as const),
      subject: fc.constantFrom(subject, { ...subject, fullName: 'Ai Khác' }), values: fc.dictionary(fc.constantFrom('owner.sex', 'owner.phone'), fc.string()),
    });
    fc.assert(fc.property(fc.array(record, { maxLength: 6 }), (records) => {
      const judged = judgeAnswer(QUESTION, records, TODAY);
      expect(OUTCOMES).toContain(judged.outcome);
      if (judged.outcome !== 'matched') expect(judged.values).toEqual({});
      expect(Object.keys(judged.values)).not.toContain('owner.phone');
      if (records.some((each) => each.subject !== subject)) expect(judged.outcome).toBe('wrong-person');
    }));
  });
});

test('a fault of the exchange is an outcome, any other is thrown on', () => {
  const late = new ExchangeError('unreachable', 'TimeoutError', { cause: new DOMException('late', 'TimeoutError') });
  expect([late, new ExchangeError('unreachable', 'ECONNREFUSED'), new ExchangeError('refused', 'HTTP 403'), new ExchangeError('malformed', ''), new ExchangeError('wrong-digest', '')].map(outcomeOfFault))
    .toEqual(['timeout', 'down', 'refused', 'malformed', 'malformed']);
  expect(() => outcomeOfFault(new TypeError('a fault of ours'))).toThrow(TypeError);
});

test('no source says how to reach a person, and each path is one source’s at most', () => {
  const paths = ['owner.fullName', 'owner.permanentAddress.text', 'owner.spouse.fullName', 'owner.papers.land-certificate.number', 'owner.papers.health-insurance-card.hospital', 'owner.maritalStatus'];
  for (const path of paths) expect(SOURCES.filter((source) => provides(source, path))).toHaveLength(1);
  for (const path of ['owner.phone', 'owner.email', 'owner.papers.land-certificate.', 'owner', 'constructor']) expect(SOURCES.filter((source) => provides(source, path))).toEqual([]);
});
