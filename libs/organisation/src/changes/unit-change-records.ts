import type { Transaction } from '@app/database';
import { DomainError } from '@app/kernel';
import type { Editing } from '../calendar/change-records.js';
import type { UnitChange, UnitChangeBody, UnitPlan } from './unit-change.js';

const CHANGE = `c.id, c.body, c.decision, c.basis, c.effective_on::text as "effectiveOn",
    case when c.finished_at is not null then 'done' when c.started_at is not null then 'under-way' when c.approved_at is not null then 'approved'
      when c.rejected_at is not null then 'rejected' else 'proposed' end as state,
    c.proposed_by as "proposedBy", proposer.full_name as "proposedByName", c.proposed_at as "proposedAt",
    decider.full_name as "decidedByName", coalesce(c.approved_at, c.rejected_at) as "decidedAt", c.rejected_reason as "rejectedReason",
    c.plan, c.started_at as "startedAt", c.finished_at as "finishedAt"
  from unit_change c join officer proposer on proposer.id = c.proposed_by left join officer decider on decider.id = coalesce(c.approved_by, c.rejected_by)`;

/** The changes, those that wait first, then the latest. */
export function listUnitChanges(tx: Transaction): Promise<UnitChange[]> {
  return tx.rows<UnitChange>(`select ${CHANGE} order by num_nonnulls(c.approved_at, c.rejected_at), c.proposed_at desc limit 200`);
}

/** @throws DomainError not-found */
export function getUnitChange(tx: Transaction, id: string): Promise<UnitChange> {
  return tx.one<UnitChange>(`select ${CHANGE} where c.id = $1`, [id]);
}

/** Locks a change that waits for its decision. @throws DomainError not-found, unit-change.decided */
export async function lockProposedUnitChange(tx: Transaction, id: string): Promise<UnitChange> {
  await tx.one('select 1 from unit_change where id = $1 for update', [id]);
  const change = await getUnitChange(tx, id);
  if (change.state !== 'proposed') throw new DomainError('unit-change.decided');
  return change;
}

/** Locks the approved changes whose day has come and that are not through, for one worker at a time. */
export async function lockDueUnitChanges(tx: Transaction, today: string): Promise<UnitChange[]> {
  const due = await tx.rows<{ id: string }>(
    'select id from unit_change where approved_at is not null and finished_at is null and effective_on <= $1 order by effective_on, approved_at for update skip locked', [today]);
  return Promise.all(due.map(({ id }) => getUnitChange(tx, id)));
}

/** The changes that began since a moment, in the order of their days: what was not made yet then follows the same rules. */
export function listBegunUnitChanges(tx: Transaction, since: Temporal.Instant): Promise<UnitChange[]> {
  return tx.rows<UnitChange>(`select ${CHANGE} where c.started_at >= $1 order by c.effective_on, c.started_at`, [since.toString()]);
}

/** The changes that ended since a moment: what was filed for their units at that very moment may still have to follow. */
export function listEndedUnitChanges(tx: Transaction, since: Temporal.Instant): Promise<UnitChange[]> {
  return tx.rows<UnitChange>(`select ${CHANGE} where c.finished_at >= $1 order by c.finished_at`, [since.toString()]);
}

/** What is put on record. */
export interface NewUnitChange extends Pick<UnitChange, 'id' | 'body' | 'decision' | 'basis' | 'effectiveOn'> {}

export async function insertUnitChange(tx: Transaction, { id, body, decision, basis, effectiveOn }: NewUnitChange, { officerId, now }: Editing): Promise<void> {
  await tx.execute('insert into unit_change (id, kind, body, decision, basis, effective_on, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, body.kind, JSON.stringify(body), decision, basis, effectiveOn, officerId, now.toString()]);
}

/** The database too refuses who proposed it. @throws DomainError permission.four-eyes */
export async function approveUnitChange(tx: Transaction, { id, proposedBy }: Pick<UnitChange, 'id' | 'proposedBy'>, plan: UnitPlan, { officerId, now }: Editing): Promise<void> {
  if (proposedBy === officerId) throw new DomainError('permission.four-eyes');
  await tx.execute('update unit_change set approved_by = $2, approved_at = $3, plan = $4 where id = $1', [id, officerId, now.toString(), JSON.stringify(plan)]);
}

export async function rejectUnitChange(tx: Transaction, id: string, reason: string, { officerId, now }: Editing): Promise<void> {
  await tx.execute('update unit_change set rejected_by = $2, rejected_at = $3, rejected_reason = $4 where id = $1', [id, officerId, now.toString(), reason]);
}

/** The units a change names. */
export const unitsNamed = ({ units, successor, parts = [] }: UnitChangeBody): string[] => [...new Set([...units, ...(successor === undefined ? [] : [successor]), ...parts.map(({ to }) => to)])];

/** The decision of another undecided or unfinished change that names one of these units. */
export async function findOverlap(tx: Transaction, id: string, body: UnitChangeBody): Promise<string | undefined> {
  return (await tx.maybeOne<{ decision: string }>(
    `select decision from unit_change where id <> $1 and rejected_at is null and finished_at is null
      and (body -> 'units' ?| $2::text[] or body ->> 'successor' = any ($2)
        or exists (select from jsonb_array_elements(coalesce(body -> 'parts', '[]'::jsonb)) part where part ->> 'to' = any ($2))) limit 1`, [id, unitsNamed(body)]))?.decision;
}
