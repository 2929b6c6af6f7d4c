import { newId } from '@app/kernel';
import type { AlarmKind, ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { LAST_DESK, LAST_DESK_LEAD, LEAVE_WITH_LAST_DESK } from '../views/alarm-owner.js';

/** Who has to answer an alarm: whoever keeps the dossier waiting; nothing where that is the desk that has it. */
function ownerOf({ dossier }: ActScope, kind: AlarmKind): { unit: string | null; officer: string | null } {
  switch (kind) {
    case 'handoverUnacknowledged': return { unit: dossier.addressee_unit ?? dossier.holder_unit, officer: null };
    // The agency has no desk here: whoever sent it there asks.
    case 'elsewhereUnacknowledged':
    case 'filingUnanswered': return { unit: dossier.receiving_unit, officer: null };
    default: return { unit: null, officer: dossier.assignee };
  }
}

/** An alarm has an owner and stays until what it warns of is over. */
export async function raiseAlarm(scope: ActScope, { kind }: ConsequenceParams['raiseAlarm']): Promise<void> {
  const { unit, officer } = ownerOf(scope, kind);
  await scope.tx.execute(
    `insert into alarm (id, dossier_id, seq, kind, unit_id, officer_id, raised_at)
     select $2, $1, $3, $4, coalesce($5, ${LAST_DESK}), case when $5::text is null then coalesce($6::uuid, ${LAST_DESK_LEAD}) end, $7`,
    [scope.dossier.id, newId(), scope.seq, kind, unit, officer, scope.now.toString()]);
}

/** An agency with a system of its own has the dossier from now on: what warns of it stays with the desk that had it. */
export async function leaveAlarms({ tx, dossier }: ActScope): Promise<void> {
  await tx.execute(LEAVE_WITH_LAST_DESK, [dossier.id]);
}
