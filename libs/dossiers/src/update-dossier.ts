import { openMinutesBetween, passOnBy } from '@app/calendar';
import { newId } from '@app/kernel';
import { rolesFulfilling } from '@app/organisation';
import { statePath, type StateMeta, type Stored, type TimeAmount } from '@app/workflow';
import type { ActScope } from './act-scope.js';
import { endOf } from './time-amount.js';

/** Where a dossier is once the act is done, as ids. */
export interface Place {
  readonly holder: string;
  readonly addressee: string | null;
  readonly head: string;
  readonly meta: StateMeta;
}

/** Alarms that hang on a state: left with it, they are over. */
const STATE_ALARMS = ['stepOverdue', 'handoverUnacknowledged', 'filingUnanswered', 'consultationOverdue'];

/**
 * Writes the dossier row as the act leaves it, and with it the deadline of the step it is in. The lead of the new holder is
 * whoever has it in hand there already, at a step of that officer's role: the clerk who numbers the result of the same
 * division does not wait for the one who drafted it.
 */
export async function updateDossier(scope: ActScope, next: Place): Promise<void> {
  const { dossier, decision, changes } = scope;
  const { meta, context } = decision;
  const at = scope.now.toString();
  const hasMoved = statePath(decision.value) !== statePath(dossier.value as Stored['value']);
  const step = await stepTime(scope, next, hasMoved);
  const changed = await scope.tx.execute(
    `with stepped as (
       update deadline set state = 'cancelled' where $31::boolean and dossier_id = $1 and event = 'stepOverdue' and state = 'armed'),
     cleared as (
       update alarm set cleared_at = $21::timestamptz where $31 and dossier_id = $1 and kind = any ($32::text[]) and cleared_at is null),
     armed as (
       insert into deadline (id, dossier_id, event, armed_seq, due_at) select $33::uuid, $1::uuid, 'stepOverdue', $2::integer + 1, $34::timestamptz where $31 and $34::timestamptz is not null)
     update dossier set value = $3, context = $4, status = $5::smallint, step_id = $6, step_name = $7, stage = $8, clock_state = $9,
       holder_unit = $10, holder_role = $11, addressee_unit = $12, round = $13, outcome = $14,
       code = coalesce($15, code), received_at = coalesce($16, received_at), due_at = coalesce($17, due_at), due_trace = coalesce($18::jsonb, due_trace),
       fee_paid = coalesce($19, fee_paid), due_soon_at = coalesce($22, due_soon_at),
       closed_at = case when $5::smallint in (3, 8, 10) then coalesce(closed_at, $21::timestamptz) end, is_open = not $20::boolean, updated_at = $21::timestamptz, version = version + 1,
       head_unit = $23, head_pending = $24::boolean, consulted_units = coalesce($25::text[], consulted_units), competent_commune = coalesce($26, competent_commune),
       reroute_to = case when $27::boolean then $28 else reroute_to end, counted_late = counted_late or $29::boolean, time_limit = coalesce($30::jsonb, time_limit),
       step_due_at = case when $31 then $34::timestamptz else step_due_at end, step_left = case when $31 then $35::integer else step_left end,
       result_revision = coalesce($36::integer, result_revision), cooperators = coalesce($37::uuid[], cooperators),
       assignee = (select o.officer_id from dossier_officer o where o.dossier_id = $1 and o.part = 'lead' and o.unit_id = $10 and o.until is null
         and exists (select 1 from post p where p.officer_id = o.officer_id and p.unit_id = $10 and p.role = any ($38::text[])))
     where id = $1 and version = $2`,
    [dossier.id, dossier.version, JSON.stringify(decision.value), JSON.stringify(context), meta.status, meta.stepId ?? null, JSON.stringify(meta.name),
      JSON.stringify(meta.stage), meta.clock, next.holder, meta.role, next.addressee, context.round, context.outcome,
      changes.code ?? null, changes.received_at ?? null, changes.due_at ?? null, changes.due_trace ?? null,
      changes.fee_paid ?? null, decision.final, at, changes.due_soon_at ?? null,
      next.head, context.extension === 'proposed', changes.consulted_units ?? null, changes.competent_commune ?? null,
      changes.reroute_to !== undefined, changes.reroute_to ?? null, changes.counted_late === true,
      changes.time_limit === undefined ? null : JSON.stringify(changes.time_limit),
      hasMoved, STATE_ALARMS, newId(), step.due, step.left, changes.result_revision ?? null, changes.cooperators ?? null, rolesFulfilling(meta.role)]);
  if (changed !== 1) throw new Error(`dossier ${dossier.id} changed under its lock`);
}

interface StepTime {
  readonly due: string | null;
  readonly left: number | null;
}

/**
 * When the step is over its time, by the hours of its holder. A step paused for the citizen or another body keeps what it
 * had left and goes on with that; its overrun warns the holder and moves no promise.
 */
async function stepTime(scope: ActScope, next: Place, hasMoved: boolean): Promise<StepTime> {
  const { dossier, now } = scope;
  const { meta, context } = scope.decision;
  const none = { due: null, left: null };
  if (!hasMoved || meta.stepId === undefined || meta.clock === 'stopped') return none;
  const calendar = await scope.calendarOf(next.holder);
  const isSameStep = meta.stepId === dossier.step_id && context.round === dossier.round;
  if (meta.awaiting !== undefined && meta.awaiting !== 'addressee') {
    const left = dossier.step_due_at === null ? dossier.step_left : openMinutesBetween(calendar, now, Temporal.Instant.from(dossier.step_due_at));
    return { due: null, left: isSameStep ? left : null };
  }
  if (meta.awaiting === 'addressee') return { due: dossier.step_due_at, left: null };
  const amount = timeOf(meta, context.supplementsAfter, isSameStep ? dossier.step_left : null);
  if (amount === undefined) return none;
  const end = endOf(calendar, now, amount);
  const latest = leavesCounter(scope, meta) ? passOnBy(calendar, now) : end;
  return { due: (Temporal.Instant.compare(latest, end) < 0 ? latest : end).toString(), left: null };
}

/** Whether the counter has to pass the dossier on now: the same day, whatever longer time the process gives (Decree 118/2025 Art. 18(2)). */
const leavesCounter = ({ procedure }: ActScope, { status, stepId }: StateMeta): boolean =>
  status === 2 && procedure.process.steps.find(({ id }) => id === stepId)?.kind === 'handover';

/** The time of the state now: what was left of it, the stage of a sector law, or the step's own. */
function timeOf(meta: StateMeta, supplements: number, left: number | null): TimeAmount | undefined {
  if (meta.staged !== undefined) return meta.staged.notices[supplements]?.within ?? meta.staged.refuseWithin;
  if (left !== null && left > 0) return { value: left, unit: 'minutes' };
  return meta.within;
}
