import { DomainError, newId } from '@app/kernel';
import type { ConsequenceParams, ConsultedBody } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { endOf } from '../time-amount.js';
import { addUnitParty } from './handovers.js';

/** The bodies of a step that are asked now, in its order. @throws DomainError request.invalid for one the step does not name */
function bodiesAsked(scope: ActScope, stepId: string): ConsultedBody[] {
  const step = scope.procedure.process.steps.find(({ id }) => id === stepId);
  if (step?.kind !== 'consult') throw new Error(`step ${stepId} consults nobody`);
  const wanted = new Set((scope.data.consult ?? []).map(({ body }) => body));
  const unknown = [...wanted].filter((body) => !step.ask.some(({ id }) => id === body));
  if (unknown.length > 0) {
    throw new DomainError('request.invalid', { fields: [{ pointer: '/consult', vi: `Quy trình không có cơ quan lấy ý kiến "${unknown.join(', ')}".`, en: `The process consults no "${unknown.join(', ')}".` }] });
  }
  return step.ask.filter(({ id }) => wanted.has(id));
}

/** One record, one deadline and one party for each body asked; silence counts only where the law cited says so. */
export async function openConsultations(scope: ActScope, { stepId }: ConsequenceParams['openConsultations']): Promise<void> {
  const questions = new Map((scope.data.consult ?? []).map(({ body, question }) => [body, question]));
  const asked = await Promise.all(bodiesAsked(scope, stepId).map(async (body) => {
    const unit = await scope.unitAt(body.to);
    const own = questions.get(body.id)?.trim();
    return {
      id: newId(), deadline: newId(), body: body.id, unit: unit.id,
      question: own ? { vi: own, en: own } : body.question,
      basis: body.basis, silence: body.silence === 'agreed',
      event: body.silence === 'agreed' ? 'consultationDeemedAgreed' : 'consultationOverdue',
      due: endOf(await scope.calendarOf(unit.id), scope.now, body.within).toString(),
    };
  }));
  scope.changes.consulted_units = asked.map(({ unit }) => unit);
  await Promise.all([
    ...[...new Set(asked.map(({ unit }) => unit))].map((unit) => addUnitParty(scope, unit, 'consulted')),
    scope.tx.execute(
      `with asked as (
         select * from jsonb_to_recordset($4::jsonb) as r (id uuid, deadline uuid, body text, unit text, question jsonb, basis text, silence boolean, event text, due timestamptz)),
       kept as (
         insert into consultation (id, dossier_id, seq, step_id, body_id, unit_id, question, basis, silence_agrees, asked_by, asked_at, due_at)
         select id, $1, $2, $3, body, unit, question, basis, silence, $5, $6, due from asked)
       insert into deadline (id, dossier_id, event, armed_seq, due_at, params)
       select deadline, $1, event, $2, due, jsonb_build_object('consultationId', id) from asked`,
      [scope.dossier.id, scope.seq, stepId, JSON.stringify(asked), scope.principal.kind === 'officer' ? scope.principal.officerId : null, scope.now.toString()]),
  ]);
}

/** The open consultation an act is about: the one named, or that of the unit of whoever answers. */
export interface OpenConsultation {
  readonly id: string;
  readonly body_id: string;
  readonly unit_id: string;
  readonly overdue_at: string | null;
}

export async function findOpenConsultation(scope: Pick<ActScope, 'tx' | 'dossier' | 'data' | 'principal'>): Promise<OpenConsultation | undefined> {
  const units = scope.principal.kind === 'officer' ? scope.principal.posts.map(({ unitId }) => unitId) : [];
  return scope.tx.maybeOne<OpenConsultation>(
    `select id, body_id, unit_id, overdue_at from consultation
      where dossier_id = $1 and outcome is null and (id = $2 or ($2::uuid is null and unit_id = any ($3))) order by due_at limit 1`,
    [scope.dossier.id, scope.data.consultationId ?? null, units]);
}

/** A body has answered, declined, or is silent beyond its time; or the holder goes on without those who are late. */
export async function closeConsultation(scope: ActScope, { outcome }: ConsequenceParams['closeConsultation']): Promise<void> {
  if (outcome === 'waived') return waiveAll(scope);
  const open = await findOpenConsultation(scope);
  if (open === undefined) throw new DomainError('consultation.closed');
  if (outcome === 'overdue') {
    // Late, but still asked: the answer may come.
    await scope.tx.execute('update consultation set overdue_at = $2 where id = $1', [open.id, scope.now.toString()]);
    return;
  }
  const others = await scope.tx.rows<{ unit_id: string }>('select distinct unit_id from consultation where dossier_id = $1 and outcome is null and id <> $2', [scope.dossier.id, open.id]);
  scope.changes.consulted_units = others.map(({ unit_id }) => unit_id);
  await Promise.all([
    scope.tx.execute(
      `update consultation set outcome = $2, agrees = $3, answer = $4, reason = $5, answered_by = $6, answered_seq = $7, answered_at = $8 where id = $1`,
      [open.id, outcome, outcome === 'deemed-agreed' ? true : (scope.data.meets ?? null), scope.data.note ?? null, scope.data.reason ?? null,
        scope.principal.kind === 'officer' ? scope.principal.officerId : null, scope.seq, scope.now.toString()]),
    scope.tx.execute(
      `update deadline set state = 'cancelled' where dossier_id = $1 and state = 'armed' and params ->> 'consultationId' = $2`, [scope.dossier.id, open.id]),
  ]);
}

async function waiveAll(scope: ActScope): Promise<void> {
  scope.changes.consulted_units = [];
  await Promise.all([
    scope.tx.execute(
      `update consultation set outcome = 'waived', reason = $2, answered_seq = $3, answered_at = $4 where dossier_id = $1 and outcome is null`,
      [scope.dossier.id, scope.data.reason ?? null, scope.seq, scope.now.toString()]),
    scope.tx.execute(`update deadline set state = 'cancelled' where dossier_id = $1 and state = 'armed' and params ? 'consultationId'`, [scope.dossier.id]),
  ]);
}
