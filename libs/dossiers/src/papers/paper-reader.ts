import type { Principal } from '@app/access';
import type { PaperForm } from '@app/workflow';

/** Who reads a paper. */
export type PaperReader = Principal['kind'];

/**
 * Whether a form is meant for a reader, where row security already lets them see the dossier. The control slip and
 * the minutes are the offices' own; a decision reaches the citizen when the counter has it (status 9), a refused receipt at once (3).
 */
export function isFor(reader: PaperReader, form: PaperForm, status: number): boolean {
  if (reader !== 'citizen') return true;
  switch (form) {
    case 'control-slip':
    case 'minutes': return false;
    case 'result': return status >= 9;
    case 'refusal': return status === 3 || status >= 9;
    default: return true;
  }
}
