import { readFileSync } from 'node:fs';
import type { Transaction } from '@app/database';
import { dataPath, idOf, type Localized } from '@app/kernel';
import type { NonBoundaryList, NonBoundaryProcedure } from './non-boundary-list.js';
import { enterShippedList } from './non-boundary-records.js';

interface ShippedList {
  readonly decision: Localized;
  readonly from: string;
  readonly procedures: readonly NonBoundaryProcedure[];
}

/** The lists that ship with the program, assumed until a province's decision is entered. */
export function shippedNonBoundaryLists(): NonBoundaryList[] {
  const { provinces } = JSON.parse(readFileSync(dataPath('libs/catalogue/data/non-boundary.json'), 'utf8')) as { provinces: Record<string, ShippedList> };
  return Object.entries(provinces).map(([unitId, { decision, from, procedures }]) => ({ id: idOf(`non-boundary:${unitId}`), unitId, decision, from, procedures }));
}

/** Enters them as far as they are missing. */
export async function importNonBoundaryLists(tx: Transaction): Promise<void> {
  for (const list of shippedNonBoundaryLists()) await enterShippedList(tx, list);
}
