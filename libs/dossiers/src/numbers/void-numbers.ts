import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { Database, type Transaction } from '@app/database';
import { DomainError, newId, type Clock } from '@app/kernel';
import { CLOCK } from '../clock-token.js';

/** Why officers void a number; what an act voids has reasons of its own. */
export const VOID_REASONS = ['spoiled', 'wrong-register', 'not-issued'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** A number as the register knows it. */
export interface NumberKey {
  /** `document:<kind>` or `register:<book>`; a dossier code is never voided. */
  readonly series: string;
  readonly unitId: string;
  readonly period: string;
  readonly value: number;
}

/** A number that is to be voided, or was. */
export interface VoidRecord extends NumberKey {
  readonly id: string;
  readonly label: string;
  readonly dossierId: string;
  readonly reason: VoidReason | 'refused' | 'stopped';
  readonly note: string | null;
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  readonly proposedAt: string;
  readonly decision: 'approved' | 'rejected' | 'withdrawn' | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

const READ = `select v.id, v.series, v.unit_id as "unitId", v.period, v.value, n.label, n.dossier_id as "dossierId", v.reason, v.note,
    v.proposed_by as "proposedBy", p.full_name as "proposedByName", v.proposed_at as "proposedAt",
    v.decision, d.full_name as "decidedByName", v.decided_at as "decidedAt", v.decision_reason as "decisionReason"
  from void_number v join issued_number n using (series, unit_id, period, value) left join officer p on p.id = v.proposed_by left join officer d on d.id = v.decided_by`;

/**
 * SQL that is true of a number whose paper stands: the present one of a result, or an entry of a dossier that was granted. A code is
 * its dossier's for good.
 * @param n how the query calls the row of `issued_number`
 */
export const numberStands = (n: string): string => `(${n}.series = 'dossier' or exists (select 1 from result r join dossier d on d.id = r.dossier_id
      where r.dossier_id = ${n}.dossier_id and r.revision = d.result_revision and d.status <> 8
        and (r.number = ${n}.label or (${n}.series like 'register:%' and d.outcome = 'granted'))))`;

const STANDS = `select ${numberStands('n')} as stands from issued_number n where n.series = $1 and n.unit_id = $2 and n.period = $3 and n.value = $4`;

const keyOf = ({ series, unitId, period, value }: NumberKey): unknown[] => [series, unitId, period, value];

/**
 * Voids numbers: whoever keeps the register proposes, with a reason; a leader decides. The number stays in the register, struck out,
 * and is never given again.
 */
@Injectable()
export class VoidNumbers {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError permission.missing, reason.required, not-found, number.in-use, number.void-open */
  propose(principal: OfficerPrincipal, key: NumberKey, { reason, note }: { readonly reason: VoidReason; readonly note: string }): Promise<string> {
    requirePermission(principal, 'number.void', { unitId: key.unitId });
    if (note.trim() === '') throw new DomainError('reason.required');
    const id = newId();
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      await this.refuseInUse(tx, key);
      const added = await tx.execute(
        `insert into void_number (id, series, unit_id, period, value, reason, note, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (series, unit_id, period, value) where decision is null or decision = 'approved' do nothing`,
        [id, ...keyOf(key), reason, note.trim(), principal.officerId, this.clock.now().toString()]);
      if (added === 0) throw new DomainError('number.void-open');
      return id;
    });
  }

  /** What waits for a decision, in the units whose numbers the officer keeps or decides about. */
  open(principal: OfficerPrincipal): Promise<VoidRecord[]> {
    const units = [...unitsWith(principal, 'number.approve-void'), ...unitsWith(principal, 'number.void')];
    if (units.length === 0) requirePermission(principal, 'number.void');
    return this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      tx.rows<VoidRecord>(`${READ} where v.decision is null and v.unit_id = any ($1) order by v.proposed_at, v.id`, [units]));
  }

  /** From now on the register shows it struck out. @throws DomainError not-found, permission.missing, number.void-own, number.void-decided, number.in-use */
  approve(principal: OfficerPrincipal, id: string): Promise<void> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const open = await this.lockOpen(tx, id);
      if (open.proposedBy === principal.officerId) throw new DomainError('number.void-own');
      requirePermission(principal, 'number.approve-void', { unitId: open.unitId });
      await this.refuseInUse(tx, open);
      await this.decide(tx, principal, id, 'approved', null);
    });
  }

  /** A leader does not agree, or who proposed it takes it back. @throws DomainError not-found, permission.missing, number.void-decided, reason.required */
  reject(principal: OfficerPrincipal, id: string, reason: string): Promise<void> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const open = await this.lockOpen(tx, id);
      if (open.proposedBy === principal.officerId) return this.decide(tx, principal, id, 'withdrawn', reason.trim() || null);
      requirePermission(principal, 'number.approve-void', { unitId: open.unitId });
      if (reason.trim() === '') throw new DomainError('reason.required');
      return this.decide(tx, principal, id, 'rejected', reason.trim());
    });
  }

  private async decide(tx: Transaction, principal: OfficerPrincipal, id: string, decision: 'approved' | 'rejected' | 'withdrawn', reason: string | null): Promise<void> {
    await tx.execute('update void_number set decision = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1',
      [id, decision, principal.officerId, this.clock.now().toString(), reason]);
  }

  private async lockOpen(tx: Transaction, id: string): Promise<VoidRecord> {
    await tx.maybeOne('select 1 from void_number where id = $1 for update', [id]);
    const found = await tx.maybeOne<VoidRecord>(`${READ} where v.id = $1`, [id]);
    if (found === undefined) throw new DomainError('not-found');
    if (found.decision !== null) throw new DomainError('number.void-decided');
    return found;
  }

  private async refuseInUse(tx: Transaction, key: NumberKey): Promise<void> {
    const found = await tx.maybeOne<{ stands: boolean }>(STANDS, keyOf(key));
    if (found === undefined) throw new DomainError('not-found');
    if (found.stands) throw new DomainError('number.in-use');
  }
}

/** The entries of registers a dossier took are void with the act that ends it without them: refused, or stopped. */
export async function voidEntries(tx: Transaction, { dossierId, seq, at }: { dossierId: string; seq: number; at: Temporal.Instant }, reason: 'refused' | 'stopped'): Promise<void> {
  await tx.execute(
    `insert into void_number (id, series, unit_id, period, value, reason, act_seq, proposed_at, decision, decided_at)
     select gen_random_uuid(), n.series, n.unit_id, n.period, n.value, $2, $3, $4, 'approved', $4 from issued_number n
      where n.dossier_id = $1 and n.series like 'register:%'
     on conflict (series, unit_id, period, value) where decision is null or decision = 'approved' do nothing`,
    [dossierId, reason, seq, at.toString()]);
}
