import type { Principal } from '@app/access';
import type { PaperForm } from '@app/workflow';

/** Who reads a paper. */
export type PaperReader = Principal['kind'];

/** How far the dossier was when a paper is asked for. */
export interface PaperState {
  readonly form: PaperForm;
  /** National status of the dossier now. */
  readonly status: number;
  /** Whether the counter has announced the result after this paper was made. */
  readonly announced: boolean;
}

/**
 * From when the citizen may read each form. The control slip, the minutes, the findings, the statements still to be signed and the letters to other bodies are the offices'
 * own; a decision, and a corrected one, reaches the citizen when the counter has it, a refused receipt (3) at once.
 * Exhaustive: a form added to the workflow's list does not compile until somebody has decided who reads it.
 */
const CITIZEN_READS: Record<PaperForm, (state: PaperState) => boolean> = {
  receipt: () => true,
  'supplement-request': () => true,
  refusal: ({ status, announced }) => status === 3 || announced,
  'control-slip': () => false,
  notice: () => true,
  minutes: () => false,
  finding: () => false,
  certification: () => false,
  result: ({ announced }) => announced,
  apology: () => true,
  'stop-notice': () => true,
  'payment-notice': () => true,
  'consultation-request': () => false,
  'withdrawal-request': () => true,
};

/** Whether a paper is meant for a reader, where row security already lets them see the dossier. */
export function isFor(reader: PaperReader, state: PaperState): boolean {
  return reader !== 'citizen' || CITIZEN_READS[state.form](state);
}
