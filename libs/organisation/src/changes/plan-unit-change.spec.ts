import { describe, expect, test } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import type { Unit, UnitKind } from '../unit.js';
import { UnitTree } from '../unit-tree.js';
import { planUnitChange } from './plan-unit-change.js';
import type { NewUnit, UnitChangeBody } from './unit-change.js';

function unit(id: string, parentId: string | null, kind: UnitKind, functions: readonly string[] = [], inForce = true): Unit {
  const name = { vi: `Xã ${id}`, en: `${id} Commune` };
  return {
    id, parentId, kind, functions, name, shortName: name, placeCode: null, codeSegment: null, codeInvented: false, documentSymbol: null, placeName: null, address: null, phone: null,
    since: '2025-07-01', until: inForce ? null : '2026-06-30', successorId: null, inForce,
  };
}

const commune = (id: string, parentId = 'p75', offices: Readonly<Record<string, readonly string[]>> = { centre: ['centre'], office: ['justice', 'records', 'archive'] }): Unit[] => [
  unit(id, parentId, 'commune', ['committee']), ...Object.entries(offices).map(([name, functions]) => unit(`${id}.${name}`, id, name === 'centre' ? 'centre' : 'office', functions)),
];
const TREE = new UnitTree([
  unit('vn', null, 'nation'), unit('p75', 'vn', 'province'), unit('p79', 'vn', 'province'), unit('p75.home', 'p75', 'department', ['home-affairs']), unit('p75.culture', 'p75', 'department', ['culture']),
  ...commune('c00001'), ...commune('c00002', 'p75', { centre: ['centre'], justice: ['justice'], office: ['records', 'archive', 'land'] }), ...commune('c00003', 'p79'), ...commune('c00004', 'p75', { centre: ['centre'] }),
  unit('c00005', 'p75', 'commune', ['committee'], false),
]);
const NEW: NewUnit = { id: 'c00009', like: 'c00001', name: { vi: 'Xã Mới', en: 'New Commune' }, shortName: { vi: 'Xã Mới', en: 'New Commune' }, codeSegment: 'H19.26.90' };
const PART = { to: 'c00002', procedures: ['1.004873'], posts: [] };

const refusal = (body: UnitChangeBody): string => {
  try {
    planUnitChange(TREE, body);
    return 'none';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('what does not go together is refused', () => {
  const cases: ReadonlyArray<readonly [string, UnitChangeBody, string]> = [
    ['nobody merges', { kind: 'merge', units: [], successor: 'c00001' }, 'unit-change.unfit'],
    ['into nobody', { kind: 'merge', units: ['c00001'] }, 'unit-change.unfit'],
    ['into itself', { kind: 'merge', units: ['c00001', 'c00002'], successor: 'c00001' }, 'unit-change.unfit'],
    ['the same unit twice', { kind: 'merge', units: ['c00001', 'c00001'], successor: 'c00002' }, 'unit-change.unfit'],
    ['a unit that has ended', { kind: 'merge', units: ['c00005'], successor: 'c00001' }, 'unit-change.unfit'],
    ['into a unit that has ended', { kind: 'merge', units: ['c00001'], successor: 'c00005' }, 'unit-change.unfit'],
    ['a unit nobody knows', { kind: 'merge', units: ['c99999'], successor: 'c00001' }, 'unit-change.unfit'],
    ['a commune and a department', { kind: 'merge', units: ['c00001'], successor: 'p75.home' }, 'unit-change.unfit'],
    ['communes of two provinces', { kind: 'merge', units: ['c00003'], successor: 'c00001' }, 'unit-change.unfit'],
    ['offices of two communes', { kind: 'merge', units: ['c00001.office'], successor: 'c00002.office' }, 'unit-change.unfit'],
    ['a successor without all the offices it needs', { kind: 'merge', units: ['c00001'], successor: 'c00004' }, 'unit-change.gap'],
    ['a successor that lacks one function only', { kind: 'merge', units: ['c00002'], successor: 'c00001' }, 'unit-change.gap'],
    ['a new commune under a code that is taken', { kind: 'merge', units: ['c00002'], successor: 'c00001', created: [{ ...NEW, id: 'c00001' }] }, 'unit-change.unfit'],
    ['a new commune like nothing', { kind: 'merge', units: ['c00001'], successor: NEW.id, created: [{ ...NEW, like: 'c99999' }] }, 'unit-change.unfit'],
    ['a new commune like one that has ended', { kind: 'merge', units: ['c00001'], successor: NEW.id, created: [{ ...NEW, like: 'c00005' }] }, 'unit-change.unfit'],
    ['a new commune with another kind of id', { kind: 'merge', units: ['c00001'], successor: 'moi', created: [{ ...NEW, id: 'moi' }] }, 'unit-change.unfit'],
    ['a new commune without codes of its own', { kind: 'merge', units: ['c00001'], successor: NEW.id, created: [{ id: NEW.id, like: NEW.like, name: NEW.name, shortName: NEW.shortName }] }, 'unit-change.unfit'],
    ['a department split', { kind: 'split', units: ['p75.home'], parts: [{ ...PART, to: 'p75.culture' }] }, 'unit-change.unfit'],
    ['a split without parts', { kind: 'split', units: ['c00001'] }, 'unit-change.unfit'],
    ['a part to itself', { kind: 'split', units: ['c00001'], parts: [{ ...PART, to: 'c00001' }] }, 'unit-change.unfit'],
    ['a part to a department', { kind: 'split', units: ['c00001'], parts: [{ ...PART, to: 'p75.home' }] }, 'unit-change.unfit'],
    ['a part to another province', { kind: 'split', units: ['c00001'], parts: [{ ...PART, to: 'c00003' }] }, 'unit-change.unfit'],
    ['a part without a rule', { kind: 'split', units: ['c00001'], parts: [{ to: 'c00002', posts: [], places: [] }] }, 'unit-change.unfit'],
    ['a part to where an office is missing', { kind: 'split', units: ['c00001'], parts: [{ ...PART, to: 'c00004' }] }, 'unit-change.gap'],
    ['the rest to where an office is missing', { kind: 'split', units: ['c00001'], parts: [PART], successor: 'c00004' }, 'unit-change.gap'],
  ];

  test.each(cases)('%s', (_, body, code) => expect(refusal(body)).toBe(code));
});

describe('what goes together', () => {
  test('each office of a commune goes to the one that does most of its work', () => {
    const { moves, ended } = planUnitChange(TREE, { kind: 'merge', units: ['c00001'], successor: 'c00002' });
    expect(moves).toEqual([{ from: 'c00001', to: 'c00002', units: { c00001: 'c00002', 'c00001.centre': 'c00002.centre', 'c00001.office': 'c00002.office' } }]);
    expect(ended.map(({ unit: id }) => id)).toEqual(['c00001', 'c00001.centre', 'c00001.office']);
  });

  test('a new commune has the offices of the one it is like, and takes both in', () => {
    const { created, moves } = planUnitChange(TREE, { kind: 'merge', units: ['c00001', 'c00004'], successor: NEW.id, created: [NEW] });
    expect(created.map(({ id, name }) => [id, name.vi])).toEqual([['c00009', 'Xã Mới'], ['c00009.centre', 'Xã Mới.centre'], ['c00009.office', 'Xã Mới.office']]);
    expect(moves.map(({ from, to }) => [from, to])).toEqual([['c00001', 'c00009'], ['c00004', 'c00009']]);
  });

  test('a department takes over what the one that ends did', () => {
    expect(planUnitChange(TREE, { kind: 'merge', units: ['p75.culture'], successor: 'p75.home' }).functions).toEqual([
      { unit: 'p75.home', functions: ['home-affairs', 'culture'] }, { unit: 'p75.culture', functions: [] },
    ]);
  });

  test('a commune that hands a part over goes on; with a successor for the rest it ends', () => {
    expect(planUnitChange(TREE, { kind: 'split', units: ['c00001'], parts: [PART] })).toMatchObject({ ended: [], moves: [{ to: 'c00002', when: { procedures: ['1.004873'] } }] });
    const { ended, moves } = planUnitChange(TREE, { kind: 'split', units: ['c00001'], parts: [PART], successor: 'c00002' });
    expect([ended.length, moves.map(({ when }) => when)]).toEqual([3, [{ procedures: ['1.004873'] }, undefined]]);
  });
});
