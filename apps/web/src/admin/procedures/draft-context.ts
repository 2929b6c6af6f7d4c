import { createContext, useContext } from 'react';
import type { PlacedFault, UnitFunction } from './calls';
import { type Json, valueAt } from './document';

/** The document in hand and how to change it. */
export interface DraftInHand {
  document: Json;
  change: (pointer: string, value: unknown) => void;
  /** What the last check found, and the document it was about. */
  checked: { faults: readonly PlacedFault[]; document: Json } | undefined;
  units: readonly UnitFunction[];
}

export const DraftContext = createContext<DraftInHand | undefined>(undefined);

export function useDraftInHand(): DraftInHand {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('an input of a procedure stands outside its draft');
  return draft;
}

/** The id of the input for a place of the document: links from faults lead to it. */
export const inputIdOf = (pointer: string): string => `at${pointer.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;

/** The fault at a place, until what stands there is changed. */
export function useFaultAt(pointer: string): PlacedFault | undefined {
  const { checked, document } = useDraftInHand();
  const fault = checked?.faults.find((each) => each.pointer === pointer);
  return fault && JSON.stringify(valueAt(document, pointer)) === JSON.stringify(valueAt(checked?.document, pointer)) ? fault : undefined;
}
