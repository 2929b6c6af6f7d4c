import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { OfficerRole } from '../roles.js';

/** What a document gives somebody to sign, for whom, on what, from one moment to another. */
export interface Delegation {
  readonly id: string;
  /** By order of working rules (TL.), or by written delegation (TUQ.). */
  readonly formula: 'TL.' | 'TUQ.';
  readonly postId: string;
  readonly delegatorId: string;
  readonly delegatorName: string;
  readonly delegatorRole: OfficerRole;
  readonly unitId: string;
  readonly delegateId: string;
  readonly delegateName: string;
  readonly delegateRole: OfficerRole;
  readonly delegateUnitId: string;
  readonly document: string;
  /** Local day of the document. */
  readonly documentOn: string;
  /** Empty: every procedure. */
  readonly procedures: readonly string[];
  readonly permissions: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly rejectedReason: string | null;
  readonly endedAt: string | null;
}

/** What is proposed of a delegation. */
export interface NewDelegation {
  readonly formula: 'TL.' | 'TUQ.';
  readonly postId: string;
  readonly delegatePostId: string;
  readonly document: string;
  readonly documentOn: string;
  readonly procedures: readonly string[];
  readonly permissions: readonly string[];
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

const DELEGATION = `
  select d.id, d.formula, d.post_id as "postId", d.delegator_id as "delegatorId", g.full_name as "delegatorName", p.role as "delegatorRole", p.unit_id as "unitId",
         d.delegate_id as "delegateId", e.full_name as "delegateName", q.role as "delegateRole", q.unit_id as "delegateUnitId",
         d.document, d.document_on::text as "documentOn", d.procedures, d.permissions, d.from_at as "from", d.to_at as "to",
         case when d.approved_at is not null then 'approved' when d.rejected_at is not null then 'rejected' else 'proposed' end as state,
         d.proposed_by as "proposedBy", w.full_name as "proposedByName", d.proposed_at as "proposedAt", v.full_name as "decidedByName",
         coalesce(d.approved_at, d.rejected_at) as "decidedAt", d.rejected_reason as "rejectedReason", d.ended_at as "endedAt"
    from delegation d join post p on p.id = d.post_id join officer g on g.id = d.delegator_id join post q on q.id = d.delegate_post_id join officer e on e.id = d.delegate_id
         join officer w on w.id = d.proposed_by left join officer v on v.id = coalesce(d.approved_by, d.rejected_by)`;

/** The delegations that are proposed, in force or to come, of posts in these units or to officers there. */
export function delegationsIn(tx: Transaction, unitIds: readonly string[], now: Temporal.Instant): Promise<Delegation[]> {
  return tx.rows<Delegation>(
    `${DELEGATION} where d.rejected_at is null and d.ended_at is null and d.to_at > $2 and (p.unit_id = any ($1) or q.unit_id = any ($1))
      order by d.approved_at is not null, d.from_at, d.id`, [unitIds, now.toString()]);
}

/** Throws `not-found`. */
export async function getDelegation(tx: Transaction, id: string): Promise<Delegation> {
  const delegation = await tx.maybeOne<Delegation>(`${DELEGATION} where d.id = $1`, [id]);
  if (!delegation) throw new DomainError('not-found');
  return delegation;
}

/** Locks a delegation that waits for its decision. @throws DomainError not-found, delegation.decided */
export async function lockProposedDelegation(tx: Transaction, id: string): Promise<Delegation> {
  await tx.maybeOne('select 1 from delegation where id = $1 for update', [id]);
  const delegation = await getDelegation(tx, id);
  if (delegation.state !== 'proposed') throw new DomainError('delegation.decided', { params: { who: delegation.decidedByName ?? '' } });
  return delegation;
}

/** The holders of both posts are read with them: the keys of the table hold a delegation to posts of the persons it names. */
export async function insertDelegation(tx: Transaction, id: string, delegation: NewDelegation, by: string, now: Temporal.Instant): Promise<void> {
  await tx.execute(
    `insert into delegation (id, formula, post_id, delegator_id, delegate_post_id, delegate_id, document, document_on, procedures, permissions, from_at, to_at, proposed_by, proposed_at)
     select $1, $2, p.id, p.officer_id, q.id, q.officer_id, $5, $6, $7, $8, $9, $10, $11, $12 from post p, post q where p.id = $3 and q.id = $4`,
    [id, delegation.formula, delegation.postId, delegation.delegatePostId, delegation.document, delegation.documentOn, delegation.procedures, delegation.permissions,
      delegation.from.toString(), delegation.to.toString(), by, now.toString()]);
}

export async function approveDelegation(tx: Transaction, id: string, by: string, now: Temporal.Instant): Promise<void> {
  await tx.execute('update delegation set approved_by = $2, approved_at = $3 where id = $1', [id, by, now.toString()]);
}

export async function rejectDelegation(tx: Transaction, id: string, by: string, reason: string, now: Temporal.Instant): Promise<void> {
  await tx.execute('update delegation set rejected_by = $2, rejected_at = $3, rejected_reason = $4 where id = $1', [id, by, now.toString(), reason]);
}

/** Ends an approved delegation before its time. @throws DomainError delegation.over */
export async function endDelegation(tx: Transaction, id: string, by: string, now: Temporal.Instant): Promise<void> {
  const changed = await tx.execute(
    'update delegation set ended_by = $2, ended_at = $3 where id = $1 and approved_at is not null and ended_at is null and to_at > $3', [id, by, now.toString()]);
  if (changed !== 1) throw new DomainError('delegation.over');
}
