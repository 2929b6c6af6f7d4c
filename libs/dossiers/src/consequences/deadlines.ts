import { due } from '@app/calendar';
import { newId } from '@app/kernel';
import type { ConsequenceParams, TimeAmount } from '@app/workflow';
import type { ActScope } from '../act-scope.js';

/**
 * A deadline is a row; a sweeper turns it into an ordinary act when its time has come. A period in days ends with
 * the closing time of its last day (Civil Code Art. 147–148).
 */
export async function armDeadline(scope: ActScope, { event, after }: ConsequenceParams['armDeadline']): Promise<void> {
  const at = due(await scope.calendar(), { from: scope.now, limit: limitOf(after), ends: 'close-of-day' }).at;
  if (at === null) throw new Error('a period without pauses has an end');
  await scope.tx.execute(
    'insert into deadline (id, dossier_id, event, armed_seq, due_at) values ($1, $2, $3, $4, $5)',
    [newId(), scope.dossier.id, event, scope.seq, at.toString()]);
}

function limitOf({ value, unit }: TimeAmount): { value: number; unit: 'hours' | 'working-days' | 'calendar-days' | 'months' } {
  return unit === 'minutes' ? { value: value / 60, unit: 'hours' } : { value, unit };
}
