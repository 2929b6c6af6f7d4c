import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';
import { dayOf, isNotOver } from '../post-in-force.js';
import type { OfficerRole } from '../roles.js';

/** Why somebody is away, as far as colleagues need to know. */
export const ABSENCE_REASONS = ['leave', 'business-trip', 'training', 'other'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** A post an absence concerns. */
export interface AbsentPost {
  readonly postId: string;
  readonly unitId: string;
  readonly role: OfficerRole;
}

/** Somebody is away, from one moment to another, and who stands in. */
export interface Absence {
  readonly id: string;
  readonly officerId: string;
  readonly officerName: string;
  /** The only post it concerns; null: every one. */
  readonly postId: string | null;
  readonly posts: readonly AbsentPost[];
  readonly standInId: string | null;
  readonly standInName: string | null;
  /** Empty: every procedure. */
  readonly procedures: readonly string[];
  readonly reason: AbsenceReason;
  readonly from: string;
  readonly to: string;
  readonly enteredBy: string;
  readonly enteredByName: string;
  readonly enteredAt: string;
  /** When somebody ended it before its time. */
  readonly endedAt: string | null;
}

const ABSENCE = `
  select a.id, a.officer_id as "officerId", o.full_name as "officerName", a.post_id as "postId", a.stand_in_id as "standInId", s.full_name as "standInName",
         a.procedures, a.reason, a.from_at as "from", a.to_at as "to", a.entered_by as "enteredBy", e.full_name as "enteredByName", a.entered_at as "enteredAt",
         a.ended_at as "endedAt",
         coalesce((select json_agg(json_build_object('postId', p.id, 'unitId', p.unit_id, 'role', p.role) order by p.since, p.unit_id, p.role) from post p
            where p.officer_id = a.officer_id and (a.post_id is null or a.post_id = p.id) and ${isNotOver('p', dayOf('a.from_at'))}), '[]') as posts
    from absence a join officer o on o.id = a.officer_id left join officer s on s.id = a.stand_in_id join officer e on e.id = a.entered_by`;

/** The absences that are not over at a moment, of officers with a post in these units; the next to begin first. */
export function absencesIn(tx: Transaction, unitIds: readonly string[], now: Temporal.Instant): Promise<Absence[]> {
  return tx.rows<Absence>(
    `${ABSENCE} where a.ended_at is null and a.to_at > $2 and exists (select from post p where p.officer_id = a.officer_id and p.unit_id = any ($1))
      order by a.from_at, o.full_name`, [unitIds, now.toString()]);
}

/** The absences of an officer and those the officer stands in at, the latest first. */
export function absencesOf(tx: Transaction, officerId: string): Promise<Absence[]> {
  return tx.rows<Absence>(`${ABSENCE} where a.officer_id = $1 or (a.stand_in_id = $1 and a.ended_at is null) order by a.from_at desc limit 50`, [officerId]);
}

/** Throws `not-found`. */
export async function getAbsence(tx: Transaction, id: string): Promise<Absence> {
  const absence = await tx.maybeOne<Absence>(`${ABSENCE} where a.id = $1`, [id]);
  if (!absence) throw new DomainError('not-found');
  return absence;
}

/** What is entered of an absence. */
export interface NewAbsence {
  readonly officerId: string;
  readonly postId: string | null;
  readonly standInId: string | null;
  readonly procedures: readonly string[];
  readonly reason: AbsenceReason;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

export async function insertAbsence(tx: Transaction, id: string, absence: NewAbsence, by: string, now: Temporal.Instant): Promise<void> {
  await tx.execute(
    `insert into absence (id, officer_id, post_id, stand_in_id, procedures, reason, from_at, to_at, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, absence.officerId, absence.postId, absence.standInId, absence.procedures, absence.reason, absence.from.toString(), absence.to.toString(), by, now.toString()]);
}

/** Ends an absence before its time, or takes back one that has not begun. @throws DomainError absence.over */
export async function endAbsence(tx: Transaction, id: string, by: string, now: Temporal.Instant): Promise<void> {
  const changed = await tx.execute('update absence set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null and to_at > $3', [id, by, now.toString()]);
  if (changed !== 1) throw new DomainError('absence.over');
}
