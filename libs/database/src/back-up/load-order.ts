import type { ForeignKey } from './table-shape.js';

/** In which order tables are loaded, and which foreign keys cannot hold until all are. */
export interface LoadOrder {
  readonly tables: readonly string[];
  /** Keys that lead to a table loaded later: only a circle has them. They are checked at the end. */
  readonly checkedLast: readonly ForeignKey[];
}

/**
 * Orders tables so that what is named comes before what names it. A table may name itself: its rows come in one
 * statement, after which the key is checked. Where tables name each other in a circle, the first by name begins.
 */
export function loadOrder(tables: readonly string[], foreignKeys: readonly ForeignKey[]): LoadOrder {
  const waiting = new Set(tables.toSorted());
  const relevant = foreignKeys.filter(({ table, target }) => table !== target && waiting.has(table) && waiting.has(target));
  const ordered: string[] = [];
  const checkedLast: ForeignKey[] = [];
  while (waiting.size > 0) {
    const open = (name: string): ForeignKey[] => relevant.filter(({ table, target }) => table === name && waiting.has(target));
    // A key that may wait by itself is the better place to open a circle.
    const next = [...waiting].find((name) => open(name).length === 0) ?? [...waiting].find((name) => open(name).every(({ deferrable }) => deferrable)) ?? [...waiting][0]!;
    checkedLast.push(...open(next));
    ordered.push(next);
    waiting.delete(next);
  }
  return { tables: ordered, checkedLast };
}
