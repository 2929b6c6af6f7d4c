import { ZONE, newId } from '@app/kernel';
import type { ElsewhereStep, EventType } from '@app/workflow';
import type { ActScope } from '../act-scope.js';

/** How a case stands in the agency's own system, as far as we have heard. */
export type ElsewhereStatus =
  | 'sending' | 'sent' | 'acknowledged' | 'awaiting-confirmation' | 'awaiting-supplement' | 'granted' | 'refused' | 'stopped' | 'withdrawn';

const STATUS_AFTER: Partial<Record<EventType, ElsewhereStatus>> = {
  receive: 'sending', sentElsewhere: 'sent', acknowledgedElsewhere: 'acknowledged', confirmationAwaited: 'awaiting-confirmation', confirmationGiven: 'acknowledged',
  supplementAskedElsewhere: 'awaiting-supplement', grantedElsewhere: 'granted', refusedElsewhere: 'refused', stoppedElsewhere: 'stopped', withdrawalConfirmedElsewhere: 'withdrawn',
};

/** The step of a process that is done in an agency's own system. @throws Error where there is none */
export function elsewhereStepOf({ procedure }: Pick<ActScope, 'procedure'>): ElsewhereStep {
  const step = procedure.process.steps.find(({ kind }) => kind === 'elsewhere');
  if (step?.kind !== 'elsewhere') throw new Error(`procedure ${procedure.code} is not decided elsewhere`);
  return step;
}

/** The agency is master of the case: we keep its reference, the status last seen and when, and no second status of our own. */
export async function noteElsewhere(scope: ActScope): Promise<void> {
  const status = STATUS_AFTER[scope.event];
  if (status === undefined) throw new Error(`the act ${scope.event} says nothing of a case elsewhere`);
  const step = elsewhereStepOf(scope);
  const unit = await scope.unitAt(step.unit);
  const { at = scope.now.toString(), reference, paper } = scope.data.elsewhere ?? {};
  await scope.tx.execute(
    `insert into elsewhere_case (dossier_id, step_id, system, unit_id, reference, status, status_at, seen_at, note, result_sha256) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (dossier_id) do update set reference = coalesce(excluded.reference, elsewhere_case.reference), status = excluded.status, status_at = excluded.status_at,
       seen_at = excluded.seen_at, note = excluded.note, result_sha256 = coalesce(excluded.result_sha256, elsewhere_case.result_sha256)`,
    [scope.dossier.id, step.id, step.system, unit.id, reference ?? null, status, at, scope.now.toString(), scope.data.note ?? null, paper?.sha256 ?? null]);
}

/** The agency's decision and its paper become the dossier's: issued by that agency, not by us, under its own number. */
export async function keepDecision(scope: ActScope): Promise<void> {
  const { dossier, data, now, seq } = scope;
  const unit = await scope.unitAt(elsewhereStepOf(scope).unit);
  const { paper, values = {}, at } = data.elsewhere ?? {};
  const isGranted = scope.event === 'grantedElsewhere';
  await Promise.all([
    noteElsewhere(scope),
    scope.tx.execute(
      `insert into result (dossier_id, revision, draft, issued_by, decided_at, refusal, number, numbered_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [dossier.id, dossier.result_revision, JSON.stringify(values), unit.id, at ?? now.toString(),
        isGranted ? null : JSON.stringify({ reason: 'decided-elsewhere', note: data.note ?? null }), paper?.number ?? null, paper === undefined ? null : startOf(paper.issuedOn)]),
    paper === undefined ? undefined : scope.tx.execute(
      `insert into paper (id, dossier_id, seq, issued_by, form, title, template_version, number, sha256, size, pages, created_at) values ($1, $2, $3, $4, $5, $6, 'agency', $7, $8, $9, $10, $11)`,
      [newId(), dossier.id, seq, unit.id, isGranted ? 'result' : 'refusal', JSON.stringify(isGranted ? scope.procedure.result.name : REFUSAL), paper.number, paper.sha256, paper.size,
        paper.pages, now.toString()]),
  ]);
}

/** The first moment of a local day: a paper from elsewhere says on which day it was issued, not when. */
const startOf = (day: string): string => Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant().toString();

const REFUSAL = { vi: 'Văn bản từ chối giải quyết', en: 'Refusal' };
