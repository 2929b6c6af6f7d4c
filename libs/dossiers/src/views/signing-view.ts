import type { Transaction } from '@app/database';
import type { SigningFault } from '@app/documents';
import { readRevisions, type RevisionKind } from '../signing/paper-revisions.js';
import type { JournalLine } from './contents.js';

/** How far the paper of a decision is on its way from signature to seal, each with its evidence. */
export interface SigningView {
  /** What was done, in order. */
  readonly done: Array<{ readonly kind: RevisionKind; readonly at: string; readonly signer?: string; readonly sha256: string }>;
  /** Why the last attempt failed, while nothing has come of another. */
  readonly fault?: SigningFault;
}

/** Nothing for a dossier whose decision was not signed with a key. */
export async function signingView(tx: Transaction, dossierId: string, journal: readonly JournalLine[]): Promise<SigningView | undefined> {
  const revisions = await readRevisions(tx, dossierId);
  const fault = faultOf(journal);
  if (revisions.length === 0 && fault === undefined) return undefined;
  return {
    done: revisions.map(({ kind, at, signer, sha256 }) => ({ kind, at, ...(signer === null ? {} : { signer }), sha256 })),
    ...(fault === undefined ? {} : { fault }),
  };
}

const TRIED: ReadonlySet<string> = new Set(['signed', 'signingFailed', 'sealed', 'sealingFailed', 'sign', 'seal', 'signByHand', 'approveAndSign', 'refuseAndSign', 'stepBack']);

/** The fault of the newest attempt, if it had one. */
function faultOf(journal: readonly JournalLine[]): SigningFault | undefined {
  return journal.findLast(({ body }) => TRIED.has(body.event))?.detail?.signingFault;
}
