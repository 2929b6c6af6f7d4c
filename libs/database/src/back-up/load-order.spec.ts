import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadOrder } from './load-order.js';
import type { ForeignKey } from './table-shape.js';

const key = (table: string, target: string, deferrable = false): ForeignKey => ({ name: `${table}_${target}`, table, target, deferrable, deferred: deferrable });

describe('tables are loaded', () => {
  test('after those they name, and by name where that does not matter', () => {
    const keys = [key('paper', 'dossier'), key('dossier', 'unit'), key('handover', 'unit'), key('handover', 'dossier')];
    expect(loadOrder(['paper', 'handover', 'unit', 'draft', 'dossier'], keys)).toEqual({ tables: ['draft', 'unit', 'dossier', 'handover', 'paper'], checkedLast: [] });
  });

  test('in one go where a table names itself', () => {
    expect(loadOrder(['unit'], [key('unit', 'unit')])).toEqual({ tables: ['unit'], checkedLast: [] });
  });

  test('in a circle from the table whose key can wait', () => {
    const keys = [key('a', 'b'), key('b', 'a', true)];
    expect(loadOrder(['a', 'b'], keys)).toEqual({ tables: ['b', 'a'], checkedLast: [keys[1]] });
  });

  test('in a circle where no key can wait from the first, whose key is checked last', () => {
    const keys = [key('a', 'b'), key('b', 'c'), key('c', 'a'), key('d', 'a')];
    expect(loadOrder(['d', 'c', 'b', 'a'], keys)).toEqual({ tables: ['a', 'c', 'b', 'd'], checkedLast: [keys[0]] });
  });

  test('without regard to a table that is left out', () => {
    expect(loadOrder(['b'], [key('b', 'session'), key('session', 'b')])).toEqual({ tables: ['b'], checkedLast: [] });
  });
});

test('whatever the keys: each table once, and each key either leads back or is checked last', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(fc.property(fc.uniqueArray(name), fc.array(fc.tuple(name, name, fc.boolean())), (tables, ends) => {
    const keys = ends.map((end) => key(...end));
    const order = loadOrder(tables, keys);
    expect(order.tables.toSorted()).toEqual(tables.toSorted());
    const place = (table: string): number => order.tables.indexOf(table);
    for (const each of keys) {
      if (place(each.table) < 0 || place(each.target) < 0) expect(order.checkedLast).not.toContain(each);
      else expect(order.checkedLast.includes(each)).toBe(place(each.target) > place(each.table));
    }
  }));
});
