import { newId } from '@app/kernel';
import type { AlarmKind, ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';

/** Who has to answer an alarm: whoever keeps the dossier waiting. */
function ownerOf({ dossier }: ActScope, kind: AlarmKind): { unit: string; officer: string | null } {
  switch (kind) {
    case 'handoverUnacknowledged': return { unit: dossier.addressee_unit ?? dossier.holder_unit, officer: null };
    // The agency has no desk here: whoever sent it there asks.
    case 'elsewhereUnacknowledged':
    case 'filingUnanswered': return { unit: dossier.receiving_unit, officer: null };
    default: return { unit: dossier.holder_unit, officer: dossier.assignee };
  }
}

/** An alarm has an owner and stays until what it warns of is over. */
export async function raiseAlarm(scope: ActScope, { kind }: ConsequenceParams['raiseAlarm']): Promise<void> {
  const { unit, officer } = ownerOf(scope, kind);
  await scope.tx.execute(
    'insert into alarm (id, dossier_id, seq, kind, unit_id, officer_id, raised_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [newId(), scope.dossier.id, scope.seq, kind, unit, officer, scope.now.toString()]);
}
