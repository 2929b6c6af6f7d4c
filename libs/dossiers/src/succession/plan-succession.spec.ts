import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlannedMove, UnitPlan } from '@app/organisation';
import { UNIT_COLUMNS, fitsRule, movesOf, succeededColumns, unitAfter, type SplitFacts } from './plan-succession.js';

const FACTS: SplitFacts = { procedure_code: '1.004873', code: 'H19.26.02-261130-0007', filing_number: 'c26248-261130-X7', owner_address: '12/4 khu phố 1, phường Trảng Bom, thành phố Đồng Nai' };

describe('a rule of a split', () => {
  test('finds a place in an address in any spelling of accents and case, and only as whole words', () => {
    expect(fitsRule({ places: ['KHU PHO 1'] }, FACTS)).toBe(true);
    expect(fitsRule({ places: ['Khu phố 1', 'khu phố 9'] }, FACTS)).toBe(true);
    expect(fitsRule({ places: ['khu phố 1'] }, { ...FACTS, owner_address: '12/4 khu phố 12, phường Trảng Bom' })).toBe(false);
    expect(fitsRule({ places: ['2/4 khu phố 1'] }, FACTS)).toBe(false);
  });

  test('finds nothing where no address is known, and nothing in a blank place', () => {
    expect(fitsRule({ places: ['khu phố 1'] }, { ...FACTS, owner_address: null })).toBe(false);
    expect(fitsRule({ places: [' '] }, FACTS)).toBe(false);
  });

  test('knows a dossier by its code or, before it has one, by its filing number', () => {
    expect(fitsRule({ dossiers: [FACTS.code!] }, FACTS)).toBe(true);
    expect(fitsRule({ dossiers: [FACTS.filing_number] }, { ...FACTS, code: null })).toBe(true);
    expect(fitsRule({ dossiers: ['H19.26.02-261130-0008'] }, FACTS)).toBe(false);
  });

  test('holds only where each of its parts does', () => {
    expect(fitsRule({ places: ['khu phố 1'], procedures: ['1.004873'] }, FACTS)).toBe(true);
    expect(fitsRule({ places: ['khu phố 1'], procedures: ['2.000635'] }, FACTS)).toBe(false);
  });
});

const OFFICES = ['', '.centre', '.office', '.police'];
const FROM = 'c00001';
const TARGETS = ['c00002', 'c00003', 'c00004'];
const PLACES = ['khu phố 1', 'khu phố 2', 'ấp Bàu Cá'];
const PROCEDURES = ['1.004873', '2.000635'];
const CODES = ['H19.26.02-261130-0001', 'H19.26.02-261130-0002'];

const move = (to: string): PlannedMove => ({ from: FROM, to, units: Object.fromEntries(OFFICES.map((office) => [FROM + office, to + office])) });
const some = (of: readonly string[]) => fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined });
const part = fc.record({ to: fc.constantFrom(...TARGETS), places: some(PLACES), procedures: some(PROCEDURES), dossiers: some(CODES) })
  .map(({ to, places, procedures, dossiers }): PlannedMove => ({ ...move(to), when: { ...(places && { places }), ...(procedures && { procedures }), ...(dossiers && { dossiers }) } }));
const plan = fc.record({ parts: fc.array(part, { maxLength: 4 }), rest: fc.option(fc.constantFrom(...TARGETS), { nil: undefined }) })
  .map(({ parts, rest }): UnitPlan => ({ created: [], ended: [], functions: [], posts: [], moves: [...parts, ...(rest === undefined ? [] : [move(rest)])] }));
const facts = fc.record<SplitFacts>({
  procedure_code: fc.constantFrom(...PROCEDURES), code: fc.option(fc.constantFrom(...CODES), { nil: null }), filing_number: fc.constant('N-1'),
  owner_address: fc.option(fc.constantFrom(...PLACES.map((place) => `7 ${place}, xã A`)), { nil: null }),
});
const unit = fc.constantFrom(...[FROM, 'c00008'].flatMap((commune) => OFFICES.map((office) => commune + office)));
const maybe = fc.option(unit, { nil: null });
const columns = fc.record({ commune: unit, receiving_unit: unit, competent_commune: unit, reroute_to: maybe, help_unit: maybe, collect_unit: maybe });

describe('every dossier', () => {
  test('goes to exactly one successor or stays: the first part whose rule holds, else the one that takes the rest', () => {
    fc.assert(fc.property(plan, facts, (changed, dossier) => {
      const wanted = changed.moves.find(({ when }) => when === undefined || fitsRule(when, dossier));
      expect(movesOf(changed, dossier)).toEqual(wanted === undefined ? [] : [wanted]);
    }));
  });

  test('has each of its units at that one successor, office by office, and keeps those of others', () => {
    fc.assert(fc.property(plan, facts, columns, (changed, dossier, before) => {
      const moves = movesOf(changed, dossier);
      const after = succeededColumns(before, Object.assign({}, ...moves.map(({ units }) => units)) as Record<string, string>);
      const expected = (id: string | null): string | null => (id === null || moves.length === 0 || !id.startsWith(FROM) ? id : id.replace(FROM, moves[0]!.to));
      for (const column of UNIT_COLUMNS) expect(after[column]).toBe(expected(before[column]));
    }));
  });

  test('made after the change begins where it would have gone; after several, with the last', () => {
    fc.assert(fc.property(plan, plan, facts, unit, (first, second, dossier, at) => {
      const one = movesOf(first, dossier)[0]?.units[at] ?? at;
      expect(unitAfter([{ plan: first }], at, dossier)).toBe(one);
      expect(unitAfter([{ plan: first }, { plan: null }, { plan: second }], at, dossier)).toBe(movesOf(second, dossier)[0]?.units[one] ?? one);
    }));
  });

  test('of two units that merge passes from each', () => {
    const moves = [move('c00002'), { ...move('c00002'), from: 'c00005', units: { c00005: 'c00002' } }];
    expect(movesOf({ created: [], ended: [], functions: [], posts: [], moves }, FACTS)).toEqual(moves);
  });
});
