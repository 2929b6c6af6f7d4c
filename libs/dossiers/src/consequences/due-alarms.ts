import { dueTomorrowAt } from '@app/calendar';
import { newId } from '@app/kernel';
import type { ActScope } from '../act-scope.js';
import type { StoredPromise } from '../clock-ledger.js';

/** The warnings that hang on the promise date. */
const DUE_ALARMS = ['dueSoon', 'dueTomorrow', 'overdue'];

/**
 * Arms the warnings of a promise date in place of those armed before; with no date (the clock stands or has stopped) none is
 * left. What was raised stays raised while it is as true of the new date as it was of the old: who was told on Friday evening
 * that Friday morning was missed is not told again because an outage made it Friday afternoon. It ends when the date moves on
 * beyond it, or the clock stops.
 */
export async function rearmDueAlarms(scope: ActScope, promise: StoredPromise | undefined, isOver = false): Promise<void> {
  const rows = promise === undefined ? [] : await alarmsOf(scope, promise);
  await scope.tx.execute(
    `with coming as (select * from jsonb_to_recordset($5::jsonb) as r (id uuid, event text, due_at timestamptz)),
          told as (select a.id, a.kind from alarm a left join coming c on c.event = a.kind
                    where a.dossier_id = $1 and a.kind = any ($3) and a.cleared_at is null and not $6::boolean and (c.due_at is null or a.raised_at >= c.due_at)),
          cancelled as (update deadline set state = 'cancelled' where dossier_id = $1 and event = any ($3) and state = 'armed'),
          cleared as (update alarm set cleared_at = $4 where dossier_id = $1 and kind = any ($3) and cleared_at is null and id not in (select id from told))
     insert into deadline (id, dossier_id, event, armed_seq, due_at)
     select id, $1, event, $2, due_at from coming where event not in (select kind from told)`,
    [scope.dossier.id, scope.seq, DUE_ALARMS, scope.now.toString(), JSON.stringify(rows), isOver]);
}

/** A same-day promise has no day before; what lies in the past already is not warned of any more, except the lateness itself. */
async function alarmsOf(scope: ActScope, { due_at, due_soon_at }: StoredPromise): Promise<Array<{ id: string; event: string; due_at: string }>> {
  const due = Temporal.Instant.from(due_at);
  const tomorrow = dueTomorrowAt(await scope.calendar(), due);
  const moments = [
    { event: 'dueSoon', at: Temporal.Instant.from(due_soon_at) },
    { event: 'dueTomorrow', at: tomorrow },
    // At the due minute itself nobody is late yet.
    { event: 'overdue', at: due.add({ seconds: 1 }) },
  ];
  return moments
    .filter(({ event, at }) => event === 'overdue' || Temporal.Instant.compare(at, scope.now) > 0)
    .map(({ event, at }) => ({ id: newId(), event, due_at: at.toString() }));
}
