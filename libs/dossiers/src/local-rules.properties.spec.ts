import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCalendar, nationalDays } from '@app/calendar';
import { baseOf, CHANNELS, effectiveProcedure, isNotLonger, loadCatalogue, type Channel, type LimitAmount, type LocalRule, type LocalRuleBody, type TimeLimit } from '@app/catalogue';
import type { FeeLine } from '@app/kernel';
import { dueFrom } from './clock-ledger.js';

const { procedures } = loadCatalogue();
const NATIONAL = ['1.004873', '1.013225', '1.012786'].map((code) => procedures.find((each) => each.code === code)!);
const DAYS = ['2026-12-01', '2026-12-10', '2026-12-20', '2026-12-31', '2027-01-01', '2027-02-15'];
const COMMUNES = ['c26068', 'c26005'];

const amount = fc.record({ value: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2), unit: fc.constantFrom<LimitAmount['unit']>('working-days', 'calendar-days', 'hours', 'months') });
const channels = fc.subarray([...CHANNELS], { minLength: 1 });

const bodies = (lines: readonly string[], cases: readonly string[]) => fc.record<LocalRuleBody>({
  limits: fc.array(fc.record({ case: fc.constantFrom(undefined, ...cases), parts: fc.array(amount, { minLength: 1, maxLength: 2 }) }), { maxLength: 2 })
    .map((limits) => limits.map(({ case: key, parts }) => ({ ...(key !== undefined && { case: key }), parts }))),
  fees: fc.array(fc.record({ line: fc.constantFrom(...lines), channels, amount: fc.integer({ min: 0, max: 200_000 }) }), { maxLength: 3 }),
}, { requiredKeys: [] });

const world = fc.constantFrom(...NATIONAL).chain((national) => fc.record({
  national: fc.constant(national),
  day: fc.constantFrom(...DAYS),
  commune: fc.constantFrom(...COMMUNES),
  rules: fc.array(fc.record({
    body: bodies(national.fee.lines.map(({ key }) => key), (national.cases ?? []).map(({ key }) => key)),
    commune: fc.constantFrom(undefined, ...COMMUNES), narrow: fc.subarray(COMMUNES), from: fc.constantFrom(...DAYS), until: fc.constantFrom(undefined, ...DAYS), elsewhere: fc.boolean(),
  }), { maxLength: 6 }),
}));

type Drawn = typeof world extends fc.Arbitrary<infer Each> ? Each : never;

function rulesOf({ national, rules }: Drawn): LocalRule[] {
  return rules.map(({ body, commune, narrow, from, until, elsewhere }, index): LocalRule => ({
    id: `r${index}`, code: national.code, body: commune === undefined ? body : { ...(body.limits && { limits: body.limits }) }, from, ...(until !== undefined && { until }), base: baseOf(national, body),
    decision: { number: `${index}/QĐ-UBND`, date: '2026-11-01', issuedBy: 'UBND' },
    ...(commune === undefined ? { layer: 'province', unitId: elsewhere ? 'p01' : 'p75', communes: narrow } : { layer: 'commune', unitId: commune, communes: [] }),
  }));
}

/** What a person would do with the decisions spread out on a table: take them one by one, from the farthest to the nearest. */
function slowly({ national, day, commune }: Drawn, rules: readonly LocalRule[]) {
  const piles: LocalRule[][] = [[], [], []];
  for (const rule of rules) {
    if (day < rule.from || (rule.until !== undefined && day > rule.until)) continue;
    if (rule.layer === 'province' && rule.unitId === 'p75' && rule.communes.length === 0) piles[0]!.push(rule);
    if (rule.layer === 'province' && rule.unitId === 'p75' && rule.communes.includes(commune)) piles[1]!.push(rule);
    if (rule.layer === 'commune' && rule.unitId === commune) piles[2]!.push(rule);
  }
  for (const pile of piles) pile.sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1));
  const limits: Record<string, string> = {};
  for (const key of [undefined, ...(national.cases ?? []).map((each) => each.key)]) {
    const own = (national.cases ?? []).find((each) => each.key === key)?.timeLimit;
    let now: TimeLimit = own ?? national.timeLimit;
    let by = 'nation';
    for (const pile of piles) {
      for (const rule of pile) {
        const local = (rule.body.limits ?? []).filter((each) => each.case === key)[0];
        if (local === undefined) continue;
        const [first, ...more] = local.parts!;
        const wanted: TimeLimit = more.length === 0 ? { ...first!, ends: 'ends' in now ? now.ends : 'same-time', notCounted: [], basis: '' } : { parts: local.parts!, ends: 'ends' in now ? now.ends : 'same-time', notCounted: [], basis: '' };
        if (!isNotLonger(wanted, rule.layer === 'commune' ? now : (own ?? national.timeLimit))) continue;
        now = wanted;
        by = rule.id;
      }
    }
    limits[key ?? ''] = by;
  }
  const fees: Record<string, string> = {};
  for (const line of national.fee.lines) {
    for (const channel of CHANNELS) {
      let said = `${line.amount} nation`;
      for (const rule of piles.flat()) {
        for (const fee of rule.body.fees ?? []) if (fee.line === line.key && fee.channels.includes(channel)) said = `${fee.amount} ${rule.id}`;
      }
      fees[`${line.key} ${channel}`] = said;
    }
  }
  return { limits, fees };
}

function asComposed(drawn: Drawn, rules: readonly LocalRule[]) {
  const { procedure } = effectiveProcedure(drawn.national, rules, { province: 'p75', commune: drawn.commune }, drawn.day);
  const by = (limit: TimeLimit | undefined): string => limit?.local?.rule ?? 'nation';
  const due = (line: FeeLine, channel: Channel): boolean => line.channels === undefined || line.channels.includes(channel);
  return {
    limits: Object.fromEntries([['', by(procedure.timeLimit)], ...(procedure.cases ?? []).map((each) => [each.key, by(each.timeLimit)])]) as Record<string, string>,
    fees: Object.fromEntries(drawn.national.fee.lines.flatMap(({ key }) => CHANNELS.map((channel) => {
      const lines = procedure.fee.lines.filter((line) => line.key === key && due(line, channel));
      return [`${key} ${channel}`, lines.map((line) => `${line.amount} ${line.local?.rule ?? 'nation'}`).join(' and ')];
    }))),
  };
}

test('whatever the rules, the composition is what a person reading the decisions one by one would say', () => {
  fc.assert(fc.property(world, (drawn) => {
    const rules = rulesOf(drawn);
    expect(asComposed(drawn, rules)).toEqual(slowly(drawn, rules));
  }), { numRuns: 400 });
});

const { days, years } = nationalDays();
const office = buildCalendar({
  unit: { id: 'c26068', name: 'Biên Hoà' }, days, years,
  hours: [{ since: '2020-01-01', week: { ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['07:30-11:30', '13:30-17:00']])), sat: ['07:30-11:30'] } }],
});
const moment = fc.integer({ min: 0, max: 300 * 24 * 60 }).map((minutes) => Temporal.Instant.from('2026-12-01T00:00:00Z').add({ minutes }));

test('whatever the rules and whenever it begins, no dossier is due later than by the national limit', () => {
  fc.assert(fc.property(world, moment, (drawn, from) => {
    const { procedure } = effectiveProcedure(drawn.national, rulesOf(drawn), { province: 'p75', commune: drawn.commune }, drawn.day);
    const limits = [[procedure.timeLimit, drawn.national.timeLimit], ...(procedure.cases ?? []).map((each) => {
      const national = drawn.national.cases!.find(({ key }) => key === each.key)!;
      return [each.timeLimit ?? drawn.national.timeLimit, national.timeLimit ?? drawn.national.timeLimit];
    })] as Array<[TimeLimit, TimeLimit]>;
    for (const [local, national] of limits) {
      expect(Temporal.Instant.compare(dueFrom(local, office, from).at!, dueFrom(national, office, from).at!)).toBeLessThanOrEqual(0);
    }
  }), { numRuns: 300 });
});
