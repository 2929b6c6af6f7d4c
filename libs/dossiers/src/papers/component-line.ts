import type { ReceivedComponent } from '@app/documents';
import type { ComponentFacts } from './facts.js';

/** A paper of the checklist as lists of papers name it. */
export function componentLine(row: ComponentFacts): ReceivedComponent {
  const kind = row.origin === 'on-file' ? 'on-file' : row.kind;
  const wanted = kind === 'original' ? row.originals : kind === 'on-file' || kind === 'electronic' ? 1 : row.copies;
  return { name: row.name.vi, kind, quantity: Math.max(1, wanted), ...(row.note === null ? {} : { note: row.note }) };
}
