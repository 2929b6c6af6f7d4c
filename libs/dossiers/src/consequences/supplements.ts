import { localDate, newId } from '@app/kernel';
import { addWorkingDays } from '../working-days.js';
import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';

/** How long a citizen has to supply what is asked, unless a procedure says otherwise (as Decree 63/2024 does for linked groups). */
export const SUPPLEMENT_DAYS = 7;

/** One notice with everything that is missing (Decree 118/2025 Art. 17(2)(a)). */
export async function openSupplement(scope: ActScope, { phase }: ConsequenceParams['openSupplement']): Promise<void> {
  const answerBy = addWorkingDays(await scope.calendar(), scope.now, SUPPLEMENT_DAYS);
  await scope.tx.execute(
    `insert into supplement (id, dossier_id, seq, before_receipt, items, note, asked_at, asked_by, answer_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), scope.dossier.id, scope.seq, phase === 'before-receipt', JSON.stringify(scope.data.items ?? []), scope.data.note ?? null,
      scope.now.toString(), scope.principal.kind === 'officer' ? scope.principal.officerId : null, localDate(answerBy)]);
}

export async function closeSupplement(scope: ActScope): Promise<void> {
  await scope.tx.execute('update supplement set answered_at = $2 where dossier_id = $1 and answered_at is null', [scope.dossier.id, scope.now.toString()]);
}
