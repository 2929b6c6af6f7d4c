import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { voidEntries } from '../numbers/void-numbers.js';
import { signatureOf } from '../officer-of.js';

/**
 * A dossier ends before a decision (form 05): what the citizen gets back is written down, and no record or deadline of it
 * stays open.
 */
export async function closeDossier(scope: ActScope, { cause }: ConsequenceParams['closeDossier']): Promise<void> {
  const of = [scope.dossier.id, scope.now.toString()];
  scope.changes.consulted_units = [];
  await Promise.all([
    voidEntries(scope.tx, { dossierId: scope.dossier.id, seq: scope.seq, at: scope.now }, 'stopped'),
    scope.tx.execute(
      `insert into stop (dossier_id, seq, cause, reason, note, papers_returned, fee_refunded, stopped_by, signature, stopped_at)
       select $1, $3, $4, $5, $6,
         (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'name', name, 'originals', originals, 'copies', copies) order by position), '[]')
            from dossier_component where dossier_id = $1 and origin = 'brought'),
         $7, $8, $9, $2`,
      [...of, scope.seq, cause, scope.data.reason ?? null, scope.data.note ?? null, scope.data.feeRefunded === true,
        scope.principal.kind === 'officer' ? scope.principal.officerId : null,
        cause === 'lapsed' ? JSON.stringify(signatureOf(scope, scope.dossier.head_unit)) : null]),
    scope.tx.execute('update handover set recalled_at = $2 where dossier_id = $1 and acknowledged_at is null and returned_at is null and recalled_at is null', of),
    scope.tx.execute('update supplement set expired_at = $2 where dossier_id = $1 and answered_at is null and expired_at is null', of),
    scope.tx.execute(`update supplement_proposal set outcome = 'closed', decided_at = $2 where dossier_id = $1 and outcome is null`, of),
    scope.tx.execute(`update consultation set outcome = 'closed', answered_at = $2 where dossier_id = $1 and outcome is null`, of),
    scope.tx.execute(`update payment set state = $2 where dossier_id = $1 and state = 'due'`, [scope.dossier.id, cause === 'not-paid' ? 'expired' : 'closed']),
    scope.tx.execute(`update withdrawal set outcome = 'closed', decided_at = $2 where dossier_id = $1 and outcome is null`, of),
    scope.tx.execute(`update extension set outcome = 'closed', decided_at = $2 where dossier_id = $1 and outcome is null`, of),
    scope.tx.execute(`update alarm set cleared_at = $2 where dossier_id = $1 and cleared_at is null`, of),
    scope.tx.execute(`update deadline set state = 'cancelled' where dossier_id = $1 and state = 'armed'`, [scope.dossier.id]),
  ]);
}
