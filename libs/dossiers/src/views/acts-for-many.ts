import type { OfficerPrincipal } from '@app/access';
import { describe, goesUp, type DossierMachine } from '@app/workflow';
import { storedOf, type DossierRow } from '../dossier-row.js';
import { isForMany } from '../for-many.js';
import type { ActPlace } from '../may-act.js';
import { goalOf } from './package-view.js';
import { possibleActs, type PossibleAct } from './acts-view.js';

/** What the acts of a row of a list are found from. */
export interface ActingRow extends ActPlace, Pick<DossierRow, 'value' | 'context'> {
  /** Whether the reader follows it. */
  readonly following: boolean;
}

/**
 * The acts a person may do on a dossier together with others, as far as a list knows; the desk judges each once more when it
 * is sent. What would change nothing is left out.
 */
export function actsForMany(machine: DossierMachine, row: ActingRow, principal: OfficerPrincipal): PossibleAct[] {
  return possibleActs(machine, row, principal).filter(({ event, data }) => isForMany(data) && wouldChangeSomething(event, row) && !(event === 'handOver' && needsPackage(machine, row)));
}

/** What goes up to the province says of each dossier what is asked and what was found. */
function needsPackage(machine: DossierMachine, row: ActingRow): boolean {
  const { holder, stepId } = describe(machine, storedOf(row));
  const step = machine.process.steps.find(({ id }) => id === stepId);
  return step !== undefined && goesUp(holder, goalOf(step));
}

function wouldChangeSomething(event: string, { following, cooperators }: ActingRow): boolean {
  switch (event) {
    case 'follow': return !following;
    case 'unfollow': return following;
    case 'removeCooperator': return cooperators.length > 0;
    // Asked for where the versions of a procedure stand, not row by row.
    case 'moveVersion': return false;
    default: return true;
  }
}
