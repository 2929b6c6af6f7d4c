import type { DossierRow, PossibleAct } from '../api/types';

/** The acts that every one of the rows could take, as far as the list knows, in the desk's order. */
export function commonActs(rows: readonly DossierRow[]): PossibleAct[] {
  const [first, ...others] = rows;
  return (first?.manyActs ?? []).filter(({ event }) => others.every((row) => row.manyActs.some((act) => act.event === event)));
}
