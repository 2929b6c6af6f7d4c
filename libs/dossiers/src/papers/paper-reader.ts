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
 * Whether a paper is meant for a reader, where row security already lets them see the dossier. The control slip, the
 * minutes and the letters to other bodies are the offices' own; a decision, and a corrected one, reaches the citizen when
 * the counter has it, a refused receipt at once (3).
 */
export function isFor(reader: PaperReader, { form, status, announced }: PaperState): boolean {
  if (reader !== 'citizen') return true;
  switch (form) {
    case 'control-slip':
    case 'minutes':
    case 'consultation-request': return false;
    case 'result': return announced;
    case 'refusal': return status === 3 || announced;
    default: return true;
  }
}
