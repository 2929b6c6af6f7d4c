import { localDate, newId } from '@app/kernel';
import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import type { SupplementItem } from '../act-command.js';
import { linkedTerms } from '../linked/terms.js';
import { endOf } from '../time-amount.js';
import { noteAuthors, officerFor, officerOf } from '../officer-of.js';
import { cancelDeadline } from './deadlines.js';

interface Asked {
  readonly items: readonly SupplementItem[];
  readonly note: string | null;
}

/** What is asked: by the act itself, or by the proposal that the leader allows with it. */
async function askedBy(scope: ActScope): Promise<Asked> {
  if (scope.event !== 'approveSupplement') return { items: scope.data.items ?? [], note: scope.data.note ?? null };
  return scope.tx.one<Asked>('select items, note from supplement_proposal where dossier_id = $1 order by seq desc limit 1', [scope.dossier.id]);
}

/** One notice with everything that is missing (Decree 118/2025 Art. 17(2)(a)); a second one makes the dossier late in the index. */
export async function openSupplement(scope: ActScope, { phase, within }: ConsequenceParams['openSupplement']): Promise<void> {
  const asked = await askedBy(scope);
  if (scope.event === 'approveSupplement') scope.changes.counted_late = true;
  const answerBy = endOf(await scope.calendar(), scope.now, (await linkedTerms(scope))?.supplement ?? within);
  await scope.tx.execute(
    `insert into supplement (id, dossier_id, seq, before_receipt, items, note, asked_at, asked_by, answer_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), scope.dossier.id, scope.seq, phase === 'before-receipt', JSON.stringify(asked.items), asked.note,
      scope.now.toString(), scope.principal.kind === 'officer' ? scope.principal.officerId : null, localDate(answerBy)]);
}

export async function closeSupplement(scope: ActScope): Promise<void> {
  await Promise.all([
    scope.tx.execute('update supplement set answered_at = $2 where dossier_id = $1 and answered_at is null and expired_at is null', [scope.dossier.id, scope.now.toString()]),
    cancelDeadline(scope, { event: 'supplementExpired' }),
  ]);
}

export async function proposeSupplement(scope: ActScope): Promise<void> {
  noteAuthors(scope, 'supplement');
  await scope.tx.execute(
    'insert into supplement_proposal (dossier_id, seq, items, note, proposed_by, proposed_at, proposed_for) values ($1, $2, $3, $4, $5, $6, $7)',
    [scope.dossier.id, scope.seq, JSON.stringify(scope.data.items ?? []), scope.data.note ?? null, officerOf(scope), scope.now.toString(), officerFor(scope)]);
}

export async function settleProposal(scope: ActScope, { outcome }: ConsequenceParams['settleProposal']): Promise<void> {
  await scope.tx.execute(
    'update supplement_proposal set outcome = $2, decided_by = $3, decided_at = $4, decided_for = $5 where dossier_id = $1 and outcome is null',
    [scope.dossier.id, outcome, officerOf(scope), scope.now.toString(), officerFor(scope)]);
}
