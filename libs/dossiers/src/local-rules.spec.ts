import { describe, expect, test } from '@jest/globals';
import {
  baseOf, checkLocalRule, effectiveProcedure, findConflicts, isNotLonger, limitReason, loadCatalogue, parseLocalRules, processWithin, writeLocalRules,
  type LocalRule, type LocalRuleBody, type Procedure, type TimeLimit,
} from '@app/catalogue';
import type { FeeLine } from '@app/kernel';
import { assessFee } from '@app/fees';

const { procedures } = loadCatalogue();
const marital = procedures.find(({ code }) => code === '1.004873')!;
const permit = procedures.find(({ code }) => code === '1.013225')!;
const birth = procedures.find(({ code }) => code === '1.001193')!;

const HERE = { province: 'p75', commune: 'c26068' };

function rule(national: Procedure, body: LocalRuleBody, more: Partial<LocalRule> = {}): LocalRule {
  return {
    id: 'r1', layer: 'province', unitId: 'p75', code: national.code, communes: [], body, from: '2026-12-01',
    decision: { number: '12/2026/QĐ-UBND', date: '2026-11-01', issuedBy: 'UBND thành phố Đồng Nai' }, base: baseOf(national, body), ...more,
  };
}

const days = (value: number, ends: 'same-time' | 'close-of-day' = 'same-time', unit: 'working-days' | 'calendar-days' | 'hours' | 'months' = 'working-days'): TimeLimit => ({ value, unit, ends, notCounted: [], basis: 'thử nghiệm' });
const half = { limits: [{ parts: [{ value: 1.5, unit: 'working-days' as const }] }] };
const check = (national: Procedure, body: LocalRuleBody, more: Partial<LocalRule> = {}) => (): void => checkLocalRule(rule(national, body, more), { version: national, channels: national.channels });

describe('a limit shortened by a province', () => {
  test('holds from its first day to its last, and the nation’s before and after', () => {
    const rules = [rule(marital, half, { until: '2026-12-31' })];
    const limitOn = (day: string) => effectiveProcedure(marital, rules, HERE, day).procedure.timeLimit;
    expect(limitOn('2026-11-30')).toBe(marital.timeLimit);
    expect(limitOn('2026-12-01')).toMatchObject({ value: 1.5, unit: 'working-days', ends: 'same-time', notCounted: marital.timeLimit.notCounted });
    expect(limitOn('2026-12-31')).toMatchObject({ value: 1.5, local: { layer: 'province', decision: '12/2026/QĐ-UBND', since: '2026-12-01', until: '2026-12-31', share: 0.5, instead: marital.timeLimit } });
    expect(limitOn('2027-01-01')).toBe(marital.timeLimit);
  });

  test('says so where the date is explained', () => {
    const { timeLimit } = effectiveProcedure(marital, [rule(marital, half)], HERE, '2026-12-01').procedure;
    expect(limitReason(timeLimit)).toEqual({
      vi: 'Thời hạn rút ngắn còn 1,5 ngày làm việc theo Quyết định 12/2026/QĐ-UBND ngày 01/11/2026 của UBND thành phố Đồng Nai (quy định chung: 3 ngày làm việc)',
      en: 'Time limit shortened to 1.5 working days by Decision 12/2026/QĐ-UBND of 01/11/2026 (UBND thành phố Đồng Nai) (national rule: 3 working days)',
    });
  });

  test('holds in its own province only, and may name communes', () => {
    const at = (rules: LocalRule[], place: object) => effectiveProcedure(marital, rules, place, '2026-12-01').procedure.timeLimit.local?.rule;
    expect([at([rule(marital, half)], { province: 'p75' }), at([rule(marital, half)], { province: 'p01', commune: 'c00004' }), at([rule(marital, half)], {})]).toEqual(['r1', undefined, undefined]);
    const named = rule(marital, half, { communes: ['c26068'] });
    expect([at([named], HERE), at([named], { province: 'p75', commune: 'c26005' }), at([named], { province: 'p75' })]).toEqual(['r1', undefined, undefined]);
  });

  test('a commune shortens further, and never gives back what the province took', () => {
    const own = (value: number) => rule(marital, { limits: [{ parts: [{ value, unit: 'working-days' }] }] }, { id: 'r2', layer: 'commune', unitId: 'c26068' });
    const limit = (commune: LocalRule) => effectiveProcedure(marital, [commune, rule(marital, half)], HERE, '2026-12-01').procedure.timeLimit;
    expect(limit(own(1))).toMatchObject({ value: 1, local: { layer: 'commune' } });
    expect(limit(own(2))).toMatchObject({ value: 1.5, local: { layer: 'province' } });
  });

  test('of two decisions the later counts, and of a case its own', () => {
    const later = rule(marital, { limits: [{ parts: [{ value: 2, unit: 'working-days' }] }] }, { id: 'r2', from: '2026-12-10' });
    expect(effectiveProcedure(marital, [later, rule(marital, half)], HERE, '2026-12-15').procedure.timeLimit).toMatchObject({ value: 2 });
    const house = rule(permit, { limits: [{ case: 'house', parts: [{ value: 10, unit: 'calendar-days' }] }] });
    const { procedure } = effectiveProcedure(permit, [house], HERE, '2026-12-01');
    expect([procedure.timeLimit, procedure.cases!.find(({ key }) => key === 'house')!.timeLimit]).toMatchObject([permit.timeLimit, { value: 10, ends: 'close-of-day', local: { share: 10 / 15 } }]);
  });

  test('is refused when it is longer, or not certain to be as short', () => {
    const limit = (parts: NonNullable<LocalRuleBody['limits']>[number]['parts']) => check(marital, { limits: [{ ...(parts && { parts }) }] });
    expect(limit([{ value: 3, unit: 'working-days' }])).not.toThrow();
    expect(limit([{ value: 3.5, unit: 'working-days' }])).toThrow(expect.objectContaining({ code: 'local-rule.lengthened' }));
    expect(limit([{ value: 2, unit: 'calendar-days' }])).toThrow(expect.objectContaining({ code: 'local-rule.lengthened' }));
    expect(limit([{ value: 1, unit: 'months' }])).toThrow(expect.objectContaining({ code: 'local-rule.lengthened' }));
    expect(limit([{ value: 1.3, unit: 'working-days' }])).toThrow(expect.objectContaining({ code: 'local-rule.faulty' }));
    expect(check(birth, { limits: [{ cutoff: '16:00' }] })).not.toThrow();
    expect(check(birth, { limits: [{ cutoff: '14:00' }] })).toThrow(expect.objectContaining({ code: 'local-rule.lengthened' }));
    expect(check(birth, { limits: [{ parts: [{ value: 2, unit: 'hours' }] }] })).toThrow(expect.objectContaining({ code: 'local-rule.lengthened' }));
  });

  test('may be longer only where the law allows it, in communes the province names', () => {
    const mountains = { ...marital, timeLimit: { ...marital.timeLimit, longer: { by: { value: 10, unit: 'working-days' as const }, where: { vi: 'xã miền núi', en: 'mountainous communes' }, basis: 'Điều 1' } } };
    const body = (value: number) => ({ limits: [{ parts: [{ value, unit: 'working-days' as const }] }] });
    expect(check(mountains, body(13))).toThrow(expect.objectContaining({ code: 'local-rule.lengthened' }));
    expect(check(mountains, body(14), { communes: ['c26068'] })).toThrow(expect.objectContaining({ code: 'local-rule.lengthened' }));
    expect(check(mountains, body(13), { communes: ['c26068'] })).not.toThrow();
    const named = rule(mountains, body(13), { communes: ['c26068'] });
    expect(effectiveProcedure(mountains, [named, rule(mountains, half, { id: 'r2' })], HERE, '2026-12-01').procedure.timeLimit).toMatchObject({ value: 13, local: { rule: 'r1' } });
  });

  test('leaves the steps their part of the time, in quarters of an hour', () => {
    const { timeLimit } = effectiveProcedure(marital, [rule(marital, half)], HERE, '2026-12-01').procedure;
    const time = (id: string) => processWithin(marital.process, timeLimit).steps.find((step) => step.id === id)!.within;
    expect([time('transfer'), time('examine'), time('check')]).toEqual([{ value: 2, unit: 'hours' }, { value: 4, unit: 'hours' }, { value: 1, unit: 'working-days' }]);
    expect(processWithin(marital.process, marital.timeLimit)).toBe(marital.process);
    expect(check(marital, { limits: [{ parts: [{ value: 1, unit: 'hours' }] }] })).toThrow(expect.objectContaining({ code: 'local-rule.steps-exceed' }));
  });
});

test.each<[TimeLimit, TimeLimit, boolean]>([
  [days(2.5), days(3), true], [days(8, 'same-time', 'hours'), days(1), false], [days(4, 'same-time', 'hours'), days(1), true],
  [{ parts: [{ value: 2, unit: 'working-days' }, { value: 4, unit: 'hours' }], ends: 'same-time', notCounted: [], basis: '' }, days(3), true],
  [days(1, 'close-of-day', 'months'), days(30, 'close-of-day', 'calendar-days'), false], [days(28, 'close-of-day', 'calendar-days'), days(1, 'close-of-day', 'months'), true],
  [{ sameDay: true, cutoff: '15:00', notCounted: [], basis: '' }, days(1), false], [{ sameDay: true, cutoff: '15:00', notCounted: [], basis: '' }, days(2), true],
])('%j against %j', (limit, bound, expected) => {
  expect(isNotLonger(limit, bound)).toBe(expected);
});

describe('fees by channel', () => {
  const fees = { fees: [{ line: 'certificate', channels: ['counter' as const, 'post' as const], amount: 20_000 }, { line: 'certificate', channels: ['online' as const], amount: 0 }] };

  test('the counter pays, online is free, and each amount names its decision', () => {
    const { fee } = effectiveProcedure(marital, [rule(marital, fees)], HERE, '2026-12-01').procedure;
    const total = (channel: 'counter' | 'online' | 'post') => assessFee(fee, {}, { channel }).total;
    expect([total('counter'), total('online'), total('post')]).toEqual([20_000, 0, 20_000]);
    expect(assessFee(fee, {}, { channel: 'online' })).toMatchObject({
      lines: [{ amount: 0, local: { decision: '12/2026/QĐ-UBND' } }],
      explanation: { vi: 'Lệ phí cấp giấy xác nhận tình trạng hôn nhân: 0 đồng. Mức thu theo 12/2026/QĐ-UBND ngày 01/11/2026 của UBND thành phố Đồng Nai.' },
    });
  });

  test('a national exemption holds whatever the province sets, and none may be covered up', () => {
    const { fee } = effectiveProcedure(marital, [rule(marital, fees)], HERE, '2026-12-01').procedure;
    expect(fee.exemptions).toEqual(marital.fee.exemptions);
    expect(assessFee(fee, { feeExemption: 'poor-household' }, { channel: 'counter' })).toMatchObject({ total: 0, exemption: { key: 'poor-household' } });
    const narrower = { ...marital.fee.exemptions[1]!, lines: [] };
    expect(check(marital, { exemptions: [narrower] })).toThrow(expect.objectContaining({ code: 'local-rule.exemption-lost' }));
  });

  test('a province may free more people, with its own decision', () => {
    const further = { key: 'elderly', name: { vi: 'Người cao tuổi', en: 'Elderly persons' }, basis: '05/2026/NQ-HĐND', when: { required: ['purpose'], properties: { purpose: { const: 'elderly' } } } };
    expect(check(marital, { exemptions: [further] })).not.toThrow();
    const { fee } = effectiveProcedure(marital, [rule(marital, { exemptions: [further] })], HERE, '2026-12-01').procedure;
    expect(assessFee(fee, { purpose: 'elderly' }, { channel: 'counter' })).toMatchObject({ total: 0, exemption: { key: 'elderly', local: { rule: 'r1' } } });
  });

  test('a fee of the state is only lowered; a commune sets none; a line must exist', () => {
    const state = procedures.find(({ code }) => code === '2.000635')!;
    const amount = (national: Procedure, value: number, line = national.fee.lines[0]!.key, layer: LocalRule['layer'] = 'province') => check(national, { fees: [{ line, channels: ['counter'], amount: value }] }, { layer });
    expect(amount(state, 9_000)).toThrow(expect.objectContaining({ code: 'local-rule.fee-raised' }));
    expect(amount(state, 0)).not.toThrow();
    expect(amount(marital, 90_000)).not.toThrow();
    expect(amount(marital, 0, 'certificate', 'commune')).toThrow(expect.objectContaining({ code: 'local-rule.layer' }));
    expect(amount(marital, 0, 'stamp')).toThrow(expect.objectContaining({ code: 'local-rule.faulty' }));
    expect(amount(marital, 0.5)).toThrow(expect.objectContaining({ code: 'local-rule.faulty' }));
  });
});

test('ways of filing, instructions and receptions are the place’s own', () => {
  const body = { channels: ['counter' as const, 'online' as const], note: { vi: 'Mang theo sổ.', en: 'Bring the booklet.' }, received: false };
  const effective = effectiveProcedure(marital, [rule(marital, body)], HERE, '2026-12-01');
  expect(effective).toMatchObject({ procedure: { channels: ['counter', 'online'] }, channelsBy: { rule: 'r1' }, notes: [{ text: { vi: 'Mang theo sổ.' } }], reception: { received: false } });
  expect(check({ ...marital, channels: ['counter'] }, { channels: ['online'] })).toThrow(expect.objectContaining({ code: 'local-rule.faulty' }));
  expect(check(marital, {})).toThrow(expect.objectContaining({ code: 'local-rule.faulty' }));
});

describe('a new national version', () => {
  const line = marital.fee.lines[0]!;
  const next = (more: Partial<Procedure>): Procedure => ({ ...marital, version: 2, effective: { from: '2027-01-01' }, ...more });
  const rules = [rule(marital, { ...half, fees: [{ line: line.key, channels: ['counter'], amount: 20_000 }] })];

  test('that changes what a rule rests on is told field by field; another is not', () => {
    expect(findConflicts(rules, [marital, next({ name: { vi: 'Tên khác', en: 'Another' } })], '2026-12-01')).toEqual([]);
    const [conflict] = findConflicts(rules, [marital, next({ timeLimit: { ...marital.timeLimit, value: 2 } })], '2026-12-01');
    expect(conflict).toMatchObject({ version: 2, from: '2027-01-01', lostExemptions: [], differences: [{ pointer: '/timeLimit/value', before: { vi: '3' }, after: { vi: '2' } }] });
    expect(findConflicts([rule(marital, half, { until: '2026-12-31' })], [marital, next({ timeLimit: { ...marital.timeLimit, value: 2 } })], '2026-12-01')).toEqual([]);
  });

  test('that drops an exemption names it', () => {
    const fee = { ...marital.fee, exemptions: marital.fee.exemptions.slice(1) };
    expect(findConflicts(rules, [marital, next({ fee })], '2026-12-01')).toMatchObject([{ lostExemptions: ['Gia đình có công với cách mạng'] }]);
  });

  test('neither drops a rule nor lets it harm anybody: what is better for the citizen holds, marked so', () => {
    const fee = (amount: number) => ({ ...marital.fee, lines: [{ ...line, amount } as FeeLine] });
    const now = (version: Procedure) => effectiveProcedure(version, rules, HERE, '2027-01-02').procedure;
    const shorter = now(next({ timeLimit: { ...marital.timeLimit, value: 1 }, fee: fee(10_000) }));
    expect(shorter.timeLimit).toMatchObject({ value: 1 });
    expect(shorter.timeLimit.local).toBeUndefined();
    expect(assessFee(shorter.fee, {}, { channel: 'counter' })).toMatchObject({ total: 10_000, lines: [{ local: { underReview: true } }] });
    expect(now(next({ timeLimit: { ...marital.timeLimit, value: 2 } })).timeLimit).toMatchObject({ value: 1.5, local: { underReview: true } });
  });
});

test('a file of rules gives the same bytes again, whatever order its rules were in', () => {
  const rules = [rule(permit, { received: false }, { id: 'b' }), rule(marital, half, { id: 'a', until: '2027-06-30' })];
  const text = writeLocalRules('p75', rules);
  const read = parseLocalRules(text);
  expect(writeLocalRules('p75', read.rules.map((each, index) => ({ ...each, id: String(9 - index) })).toReversed())).toBe(text);
  expect(() => parseLocalRules('{"format":"local-rules/1","province":"p75","rules":[{}]}')).toThrow(expect.objectContaining({ code: 'local-rule.faulty' }));
});
