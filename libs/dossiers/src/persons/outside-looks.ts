import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { DomainError, newId, type Clock } from '@app/kernel';
import type { OfficerRole } from '@app/organisation';
import type { OutsideReason } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { readerOf } from '../reader-of.js';
import { OUTSIDE_MINUTES } from './ground.js';

/** What a head says of a look: in order, or asked about, with words. */
export interface LookVerdict {
  readonly verdict: 'justified' | 'questioned';
  readonly note?: string;
}

/** A look outside a dossier, as the head of the unit and who looked read it. */
export interface OutsideLook {
  readonly id: string;
  readonly personName: string;
  readonly officerId: string;
  readonly officerName: string;
  readonly unitId: string;
  readonly role: OfficerRole;
  readonly reasonKind: OutsideReason;
  readonly reason: string;
  /** ISO instants. */
  readonly at: string;
  readonly until: string;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedByName: string | null;
  readonly verdict: LookVerdict['verdict'] | null;
  readonly verdictNote: string | null;
}

const COLUMNS = `l.id, p.full_name as "personName", l.officer_id as "officerId", o.full_name as "officerName", l.unit_id as "unitId", l.role, l.reason_kind as "reasonKind", l.reason, l.at, l.until,
  l.acknowledged_at as "acknowledgedAt", h.full_name as "acknowledgedByName", l.verdict, l.verdict_note as "verdictNote"`;

/** Looks at a person's data outside any dossier: with a purpose, for a short time, under the eyes of the head. */
@Injectable()
export class OutsideLooks {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Puts on record for what somebody's page will be opened; the head of the unit is told by it. Nothing is seen yet.
   * @throws DomainError permission.missing, person.unknown, reason.required for a text that says too little
   */
  begin(principal: OfficerPrincipal, personId: string, { kind, text }: { readonly kind: OutsideReason; readonly text: string }): Promise<{ readonly id: string; readonly until: string }> {
    requirePermission(principal, 'person.search');
    const reason = text.trim();
    if (reason.length < 10) throw new DomainError('reason.required');
    const reader = readerOf(principal);
    if (reader.kind !== 'officer') throw new DomainError('look.reason-needed');
    const [id, at] = [newId(), this.clock.now()];
    const until = at.add({ minutes: OUTSIDE_MINUTES }).toString();
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      if ((await tx.maybeOne('select 1 from person where id = $1', [personId])) === undefined) throw new DomainError('person.unknown');
      await tx.execute(
        'insert into outside_look (id, person_id, officer_id, unit_id, role, reason_kind, reason, at, until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [id, personId, principal.officerId, reader.unitId, reader.role, kind, reason, at.toString(), until]);
      return { id, until };
    });
  }

  /** The looks of the last 90 days: those of the units an officer answers for, the open ones first, and their own. */
  list(principal: OfficerPrincipal): Promise<OutsideLook[]> {
    const units = unitsWith(principal, 'person.oversee');
    if (units.length === 0) requirePermission(principal, 'person.search');
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => tx.rows<OutsideLook>(
      `select ${COLUMNS} from outside_look l join person p on p.id = l.person_id join officer o on o.id = l.officer_id left join officer h on h.id = l.acknowledged_by
        where (l.unit_id = any ($1) or l.officer_id = $2) and l.at > $3 order by (l.acknowledged_at is null and l.officer_id <> $2) desc, l.at desc limit 200`,
      [units, principal.officerId, this.since()]));
  }

  /** How many looks wait for an officer to read them: of the units they answer for, and not their own. Nobody is named, and none where they answer for no unit. */
  async countWaiting(principal: OfficerPrincipal): Promise<number> {
    const units = unitsWith(principal, 'person.oversee');
    if (units.length === 0) return 0;
    const { count } = await this.database.transaction(toDatabasePrincipal(principal), (tx) => tx.one<{ count: number }>(
      'select count(*)::int as count from outside_look where unit_id = any ($1) and officer_id <> $2 and acknowledged_at is null and at > $3', [units, principal.officerId, this.since()]));
    return count;
  }

  /** The head has read a look. Nobody does so of their own. @throws DomainError not-found, permission.missing, look.own, look.acknowledged, reason.required for a question without words */
  acknowledge(principal: OfficerPrincipal, id: string, { verdict, note = '' }: LookVerdict): Promise<void> {
    requirePermission(principal, 'person.oversee');
    if (verdict === 'questioned' && note.trim() === '') throw new DomainError('reason.required');
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const look = await tx.one<{ officer_id: string; unit_id: string; acknowledged_at: string | null }>('select officer_id, unit_id, acknowledged_at from outside_look where id = $1', [id]);
      if (look.officer_id === principal.officerId) throw new DomainError('look.own');
      requirePermission(principal, 'person.oversee', { unitId: look.unit_id });
      const changed = await tx.execute(
        'update outside_look set acknowledged_at = $2, acknowledged_by = $3, verdict = $4, verdict_note = $5 where id = $1 and acknowledged_at is null',
        [id, this.clock.now().toString(), principal.officerId, verdict, note.trim() || null]);
      if (changed === 0) throw new DomainError('look.acknowledged');
    });
  }

  /** Older looks are no longer listed, as an ISO instant. */
  private since(): string {
    return this.clock.now().subtract({ hours: 24 * 90 }).toString();
  }
}
