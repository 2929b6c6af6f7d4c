import { newId } from '@app/kernel';
import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { linkedTime } from '../linked/terms.js';
import { endOf } from '../time-amount.js';

/** A deadline is a row; a sweeper turns it into an ordinary act when its time has come. */
export async function armDeadline(scope: ActScope, { event, after }: ConsequenceParams['armDeadline']): Promise<void> {
  const at = endOf(await scope.calendar(), scope.now, await linkedTime(scope, event) ?? after);
  await scope.tx.execute(
    'insert into deadline (id, dossier_id, event, armed_seq, due_at) values ($1, $2, $3, $4, $5)',
    [newId(), scope.dossier.id, event, scope.seq, at.toString()]);
}

/** What was waited for has come: its deadline must not fall any more. */
export async function cancelDeadline(scope: ActScope, { event }: ConsequenceParams['cancelDeadline']): Promise<void> {
  await scope.tx.execute(`update deadline set state = 'cancelled' where dossier_id = $1 and event = $2 and state = 'armed'`, [scope.dossier.id, event]);
}
