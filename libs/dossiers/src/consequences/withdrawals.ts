import type { ConsequenceParams } from '@app/workflow';
import { principalKey } from '../act-command.js';
import type { ActScope } from '../act-scope.js';

/** The citizen's wish; an officer answers it (status 7, then 8 or the state before). */
export async function openWithdrawal(scope: ActScope): Promise<void> {
  await scope.tx.execute(
    'insert into withdrawal (dossier_id, seq, reason, asked_by, asked_at) values ($1, $2, $3, $4, $5)',
    [scope.dossier.id, scope.seq, scope.data.note ?? null, principalKey(scope.principal), scope.now.toString()]);
}

export async function closeWithdrawal(scope: ActScope, { outcome }: ConsequenceParams['closeWithdrawal']): Promise<void> {
  await scope.tx.execute(
    'update withdrawal set outcome = $2, answer = $3, decided_by = $4, decided_at = $5 where dossier_id = $1 and outcome is null',
    [scope.dossier.id, outcome, scope.data.note ?? null, scope.principal.kind === 'officer' ? scope.principal.officerId : null, scope.now.toString()]);
}
