import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AuthorityRule, AuthorityScope } from './authority-rule.js';
import { AuthorityRules, type AuthorityQuestion } from './authority-rules.js';

const rule = (id: string, scope: AuthorityScope, unitId: string, level: 'commune' | 'province', from: string, until?: string): AuthorityRule =>
  ({ id, scope, unitId, level, from, ...(until === undefined ? {} : { until }), basis: { number: 'mẫu' }, provenance: 'test' });

const LINE = ['c26068', 'p75', 'vn'];
const asked = (day: string, more: Partial<AuthorityQuestion> = {}): AuthorityQuestion => ({ procedureCode: '2.002516', fieldCode: 'G15-TP07', line: LINE, day, ...more });

describe('the rule that decides', () => {
  test('lapses by itself after its last day, and what stood before applies again', () => {
    const rules = new AuthorityRules([
      rule('law', { procedureCode: '2.002516' }, 'vn', 'province', '2025-07-01'),
      rule('resolution', { procedureCode: '2.002516' }, 'vn', 'commune', '2026-07-01', '2027-02-28'),
    ]);
    const found = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01', '2027-02-28', '2027-03-01'].map((day) => rules.find(asked(day))?.id);
    expect(found).toEqual([undefined, 'law', 'law', 'resolution', 'resolution', 'law']);
  });

  test('entered for a coming day holds from that day on', () => {
    const rules = new AuthorityRules([rule('now', { fieldCode: 'G15-TP07' }, 'vn', 'province', '2025-07-01'), rule('coming', { fieldCode: 'G15-TP07' }, 'vn', 'commune', '2027-03-01')]);
    expect(['2027-02-28', '2027-03-01'].map((day) => rules.find(asked(day))?.id)).toEqual(['now', 'coming']);
  });

  test('is the one for the case, before the procedure, before the field; then the nearest place', () => {
    const all = [
      rule('field, commune', { fieldCode: 'G15-TP07' }, 'c26068', 'commune', '2026-01-01'),
      rule('procedure, nation', { procedureCode: '2.002516' }, 'vn', 'commune', '2026-01-01'),
      rule('procedure, province', { procedureCode: '2.002516' }, 'p75', 'commune', '2025-01-01'),
      rule('case, nation', { procedureCode: '2.002516', caseKey: 'abroad' }, 'vn', 'province', '2025-01-01'),
    ];
    const rules = new AuthorityRules(all);
    expect(rules.find(asked('2026-11-23', { caseKey: 'abroad' }))?.id).toBe('case, nation');
    expect(rules.find(asked('2026-11-23', { caseKey: 'here' }))?.id).toBe('procedure, province');
    expect(rules.find(asked('2026-11-23', { line: ['c1', 'p1', 'vn'] }))?.id).toBe('procedure, nation');
    expect(rules.find(asked('2026-11-23', { procedureCode: '1.001193' }))?.id).toBe('field, commune');
    expect(rules.asksForCase('2.002516')).toBe(true);
    expect(rules.asksForCase('1.001193')).toBe(false);
  });
});

/** The same, worked out slowly from the sentence of the law: of all that speak to the dossier, the strongest in three respects. */
function slowly(all: readonly AuthorityRule[], { procedureCode, fieldCode, caseKey, line, day }: AuthorityQuestion): string | undefined {
  const weight = ({ scope, unitId, from }: AuthorityRule): [number, number, string] => [
    'fieldCode' in scope ? 1 : scope.caseKey === undefined ? 2 : 3, -line.indexOf(unitId), from,
  ];
  let best: AuthorityRule | undefined;
  for (const each of all) {
    const { scope } = each;
    const isMeant = 'fieldCode' in scope ? scope.fieldCode === fieldCode : scope.procedureCode === procedureCode && (scope.caseKey === undefined || scope.caseKey === caseKey);
    if (!isMeant || !line.includes(each.unitId)) continue;
    if (day < each.from || (each.until !== undefined && day > each.until)) continue;
    if (best === undefined) {
      best = each;
      continue;
    }
    const [s, p, f] = weight(each);
    const [bs, bp, bf] = weight(best);
    if (s > bs || (s === bs && (p > bp || (p === bp && f > bf)))) best = each;
  }
  return best?.id;
}

const day = fc.integer({ min: 0, max: 30 }).map((n) => `2027-01-${String(n + 1).padStart(2, '0')}`);
const place = fc.constantFrom('vn', 'p1', 'p2', 'c11', 'c12', 'c21');
const scope: fc.Arbitrary<AuthorityScope> = fc.oneof(
  fc.constantFrom('F1', 'F2').map((fieldCode) => ({ fieldCode })),
  fc.constantFrom('1.000001', '1.000002').map((procedureCode) => ({ procedureCode })),
  fc.record({ procedureCode: fc.constantFrom('1.000001', '1.000002'), caseKey: fc.constantFrom('a', 'b') }),
);
const written = fc.record({ scope, unitId: place, level: fc.constantFrom('commune' as const, 'province' as const), days: fc.tuple(day, fc.option(day, { nil: undefined })) });
/** As the book keeps them: no two of one scope, place and first day. */
const book = fc.uniqueArray(written, { selector: (each) => JSON.stringify([each.scope, each.unitId, each.days[0]]), maxLength: 40 }).map((all) =>
  all.map(({ days: [one, other], ...each }, index) => {
    const [from, until] = other !== undefined && other < one ? [other, one] : [one, other];
    return rule(String(index), each.scope, each.unitId, each.level, from, until);
  }).filter((each, index, rules) => rules.findIndex((twin) => JSON.stringify([twin.scope, twin.unitId, twin.from]) === JSON.stringify([each.scope, each.unitId, each.from])) === index));
const question = fc.record({
  procedureCode: fc.constantFrom('1.000001', '1.000002', '1.000003'), fieldCode: fc.constantFrom('F1', 'F2', undefined), caseKey: fc.constantFrom('a', 'b', undefined),
  line: fc.constantFrom(['c11', 'p1', 'vn'], ['c12', 'p1', 'vn'], ['c21', 'p2', 'vn']), day,
});

describe('any book of rules', () => {
  test('answers any question as the sentence of the law does, worked out slowly', () => {
    fc.assert(fc.property(book, question, (rules, ask) => {
      expect(new AuthorityRules(rules).find(ask)?.id).toBe(slowly(rules, ask));
    }), { numRuns: 2000 });
  });

  test('does so in whatever order the rules were entered', () => {
    fc.assert(fc.property(book, question, (rules, ask) => {
      expect(new AuthorityRules(rules.toReversed()).find(ask)).toEqual(new AuthorityRules(rules).find(ask));
    }), { numRuns: 300 });
  });
});
