import { useState } from 'react';
import type { BatchOutcome, DossierRow } from '../api/types';

/** No more than this are acted on in one go. */
export const MOST = 500;

/** What is ticked in a list, over its pages. */
export interface Selection {
  /** As the list shows them now; those of another page as they were when they were ticked. */
  readonly chosen: readonly DossierRow[];
  /** How many of them are not on the page that is shown. */
  readonly elsewhere: number;
  readonly isFull: boolean;
  has(id: string): boolean;
  toggle(row: DossierRow): void;
  /** Ticks every row of the page, or none of them. */
  setPage(rows: readonly DossierRow[], ticked: boolean): void;
  /** After an act: what was done is left, what was not stays ticked as it stands now; what is not seen any more cannot. */
  settle(outcomes: readonly BatchOutcome[]): void;
  clear(): void;
}

const NOTHING: ReadonlyMap<string, DossierRow> = new Map();

/** @param list names the list: what is ticked in one is not ticked in another */
export function useSelection(list: string, rows: readonly DossierRow[]): Selection {
  const [ticked, setTicked] = useState({ list, rows: NOTHING });
  const present = ticked.list === list ? ticked.rows : NOTHING;
  const change = (edit: (next: Map<string, DossierRow>) => void) =>
    setTicked((before) => {
      const next = new Map(before.list === list ? before.rows : NOTHING);
      edit(next);
      return { list, rows: next };
    });
  const add = (next: Map<string, DossierRow>, row: DossierRow) => {
    if (next.size < MOST) next.set(row.id, row);
  };
  const shown = new Map(rows.map((row) => [row.id, row]));
  return {
    chosen: [...present.values()].map((row) => newer(shown.get(row.id), row)),
    elsewhere: [...present.keys()].filter((id) => !shown.has(id)).length,
    isFull: present.size >= MOST,
    has: (id) => present.has(id),
    toggle: (row) => change((next) => (next.has(row.id) ? next.delete(row.id) : add(next, row))),
    setPage: (page, on) => change((next) => page.forEach((row) => (on ? add(next, row) : next.delete(row.id)))),
    settle: (outcomes) =>
      change((next) =>
        outcomes.forEach(({ dossierId, done, version }) => {
          const row = next.get(dossierId);
          if (row && !done && version !== undefined) next.set(dossierId, { ...row, version });
          else next.delete(dossierId);
        }),
      ),
    clear: () => setTicked({ list, rows: NOTHING }),
  };
}

/** The list may not have been read again yet since an act told the newer version. */
const newer = (shown: DossierRow | undefined, ticked: DossierRow): DossierRow => (shown && shown.version >= ticked.version ? shown : ticked);
