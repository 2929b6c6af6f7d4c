import { openMinutesBetween, passOnBy } from '@app/calendar';
import { stepTime as shortenedStep } from '@app/catalogue';
import { newId } from '@app/kernel';
import { rolesLeading } from '@app/organisation';
import { statePath, type StateMeta, type Stored, type TimeAmount } from '@app/workflow';
import type { ActScope } from './act-scope.js';
import type { FrozenLimit } from './clock-ledger.js';
import { endOf } from './time-amount.js';

/** Where a dossier is once the act is done, as ids. */
export interface Place {
  readonly holder: string;
  readonly addressee: string | null;
  readonly head: string;
  readonly meta: StateMeta;
}

/** Alarms that hang on a state: left with it, they are over. */
const STATE_ALARMS = ['elsewhereUnacknowledged', 'stepOverdue', 'handoverUnacknowledged', 'filingUnanswered', 'consultationOverdue'];

/** National statuses with which a dossier is closed. */
const CLOSED: readonly number[] = [3, 8, 10];

/**
 * Writes the dossier row as the act leaves it, and with it the deadline of the step it is in. The lead of the new holder is
 * whoever has it in hand there already, at a step of that officer's role: the clerk who numbers the result of the same
 * division does not wait for the one who drafted it.
 */
export async function updateDossier(scope: ActScope, next: Place): Promise<void> {
  const { dossier, decision } = scope;
  const hasMoved = statePath(decision.value) !== statePath(dossier.value as Stored['value']);
  const step = hasMoved ? await stepTime(scope, next) : undefined;
  if (scope.event === 'receive' && leavesCounter(scope, next.meta)) scope.changes.transfer_by = passOnBy(await scope.calendarOf(next.holder), scope.now).toString();
  const columns = { ...columnsOf(scope, next), ...(step && { step_due_at: step.due, step_left: step.left }) };
  const assignments = Object.keys(columns).map((column, index) => `${column} = $${index + 5}`);
  const [changed] = await Promise.all([
    scope.tx.execute(
      `update dossier set ${assignments.join(', ')}, version = version + 1,
         assignee = (select o.officer_id from dossier_officer o where o.dossier_id = $1 and o.part = 'lead' and o.unit_id = $3 and o.until is null
           and exists (select 1 from post p where p.officer_id = o.officer_id and p.unit_id = $3 and p.role = any ($4)))
       where id = $1 and version = $2`,
      [dossier.id, dossier.version, next.holder, rolesLeading(decision.meta.role), ...Object.values(columns)]),
    step === undefined ? undefined : rearmStep(scope, step.due),
  ]);
  if (changed !== 1) throw new Error(`dossier ${dossier.id} changed under its lock`);
}

/** What follows from the state reached and what the consequences changed, by column; JSON columns as text. */
function columnsOf({ dossier, decision, changes, now }: ActScope, { holder, addressee, head, meta }: Place) {
  const { value, context, final } = decision;
  const { time_limit: limit, authority, authors, ...others } = changes;
  return {
    value: JSON.stringify(value), context: JSON.stringify(context), status: meta.status, step_id: meta.stepId ?? null, step_name: JSON.stringify(meta.name),
    stage: JSON.stringify(meta.stage), clock_state: meta.clock, round: context.round, outcome: context.outcome,
    holder_unit: holder, holder_role: meta.role, addressee_unit: addressee, awaiting: meta.awaiting ?? null, head_unit: head, head_pending: context.extension === 'proposed',
    closed_at: CLOSED.includes(meta.status) ? (dossier.closed_at ?? now.toString()) : null, is_open: !final, updated_at: now.toString(),
    ...others,
    ...(limit !== undefined && { time_limit: JSON.stringify(limit) }),
    ...(authors !== undefined && { authors: JSON.stringify(authors) }),
    ...(authority !== undefined && { authority: JSON.stringify(authority) }),
  };
}

/** The deadline of the state now in place of that of the state before, whose alarms are over. */
async function rearmStep(scope: ActScope, due: string | null): Promise<void> {
  await scope.tx.execute(
    `with cancelled as (update deadline set state = 'cancelled' where dossier_id = $1 and event = 'stepOverdue' and state = 'armed'),
          cleared as (update alarm set cleared_at = $4 where dossier_id = $1 and kind = any ($5) and cleared_at is null)
     insert into deadline (id, dossier_id, event, armed_seq, due_at) select $2, $1, 'stepOverdue', $3, $6::timestamptz where $6::timestamptz is not null`,
    [scope.dossier.id, newId(), scope.seq, scope.now.toString(), STATE_ALARMS, due]);
}

interface StepTime {
  readonly due: string | null;
  readonly left: number | null;
}

/**
 * When the step is over its time, by the hours of its holder. A step paused for the citizen or another body keeps what it
 * had left and goes on with that; its overrun warns the holder and moves no promise.
 */
async function stepTime(scope: ActScope, next: Place): Promise<StepTime> {
  const { dossier, now } = scope;
  const { meta, context } = scope.decision;
  const none = { due: null, left: null };
  if (meta.stepId === undefined || meta.clock === 'stopped') return none;
  const calendar = await scope.calendarOf(next.holder);
  const isSameStep = meta.stepId === dossier.step_id && context.round === dossier.round;
  const isOnItsWay = meta.awaiting === 'addressee' || meta.awaiting === 'agency';
  if (meta.awaiting !== undefined && !isOnItsWay) {
    const left = dossier.step_due_at === null ? dossier.step_left : openMinutesBetween(calendar, now, Temporal.Instant.from(dossier.step_due_at));
    return { due: null, left: isSameStep ? left : null };
  }
  if (isOnItsWay) return { due: dossier.step_due_at, left: null };
  // The agency has what the law gives for the whole: its step is due with the dossier.
  if (isElsewhere(scope, meta)) return { due: scope.changes.due_at ?? dossier.due_at, left: null };
  const limit = scope.changes.time_limit ?? dossier.time_limit;
  const amount = timeOf(meta, context.supplementsAfter, isSameStep ? dossier.step_left : null, limit);
  if (amount === undefined) return none;
  const end = endOf(calendar, now, amount);
  const latest = leavesCounter(scope, meta) ? passOnBy(calendar, now) : end;
  return { due: (Temporal.Instant.compare(latest, end) < 0 ? latest : end).toString(), left: null };
}

const isElsewhere = ({ procedure }: ActScope, { stepId }: StateMeta): boolean => procedure.process.steps.some(({ id, kind }) => id === stepId && kind === 'elsewhere');

/** Whether the counter has to pass the dossier on now: the same day, whatever longer time the process gives (Decree 118/2025 Art. 18(2)). */
const leavesCounter = ({ procedure }: ActScope, { status, stepId }: StateMeta): boolean =>
  status === 2 && procedure.process.steps.find(({ id }) => id === stepId)?.kind === 'handover';

/** The time of the state now: what was left of it, the stage of a sector law, or the step's own, shortened where the limit was. */
function timeOf(meta: StateMeta, supplements: number, left: number | null, limit: FrozenLimit | null): TimeAmount | undefined {
  if (meta.staged !== undefined) return meta.staged.notices[supplements]?.within ?? meta.staged.refuseWithin;
  if (left !== null && left > 0) return { value: left, unit: 'minutes' };
  return meta.within && limit ? shortenedStep(meta.within, limit) : meta.within;
}
