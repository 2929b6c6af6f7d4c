import { Inject, Injectable, Logger } from '@nestjs/common';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { DomainError, localDate, newId, type Clock } from '@app/kernel';
import {
  approveUnitChange, findOverlap, finishUnitChange, getUnitChange, insertUnitChange, isHeld, listEndedUnitChanges, listUnitChanges, lockDueUnitChanges, lockProposedUnitChange, OFFICER_ROLES,
  OrganisationService, rejectUnitChange, startUnitChange, type Editing, type MovedPost, type UnitChange, type UnitChangeBody,
} from '@app/organisation';
import { CLOCK } from '../clock-token.js';
import { findTouched, havePassedOn, readProgress, tryFailedAgain } from './touched-dossiers.js';
import { previewUnitChange, type UnitChangePreview } from './unit-change-preview.js';
import { unfilledRoles } from './unfilled-roles.js';

/** What somebody wants changed, by which decision and law, and from when. */
export interface ProposedUnitChange {
  readonly body: UnitChangeBody;
  readonly decision: string;
  readonly basis: string;
  /** Local day, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
}

/** How long after a change ended its units are looked at once more. */
const AFTERWARDS = { hours: 48 } as const;

/**
 * Units merge or are split: proposed by one person, previewed, approved by another, and carried out on its day by the worker. Each open
 * dossier is passed on by an act of its own, so a worker that is killed goes on where it was, and nothing is done twice.
 */
@Injectable()
export class UnitAdministration {
  private readonly log = new Logger(UnitAdministration.name);

  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The changes, those that wait first. @throws DomainError permission.missing */
  changes(principal: OfficerPrincipal): Promise<UnitChange[]> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, listUnitChanges);
  }

  /**
   * Puts a wished-for change on record; nothing moves until another person approves it and its day has come.
   * @throws DomainError unit-change.unfit, unit-change.gap, unit-change.overlap, unit-change.day-passed, permission.missing
   */
  async propose(principal: OfficerPrincipal, { body, decision, basis, effectiveOn }: ProposedUnitChange): Promise<UnitChange> {
    await this.requireAbove(principal, 'unit.propose', body);
    this.refusePast(effectiveOn);
    await this.organisation.planUnitChange(body);
    const id = newId();
    return this.database.transaction(SYSTEM, async (tx) => {
      await refuseOverlap(tx, id, body);
      await insertUnitChange(tx, { id, body, decision, basis, effectiveOn }, this.editing(principal));
      return getUnitChange(tx, id);
    });
  }

  /** The posts of a unit and of its offices, as they are today. @throws DomainError not-found, permission.missing */
  async postsBelow(principal: OfficerPrincipal, unitId: string): Promise<MovedPost[]> {
    await this.requireAbove(principal, 'unit.propose', { units: [unitId] });
    return this.database.transaction(SYSTEM, (tx) => tx.rows<MovedPost>(
      `select p.id as post, o.full_name as "officerName", p.role, p.unit_id as "from" from post p join officer o on o.id = p.officer_id and o.active join unit u on u.id = p.unit_id
        where u.path <@ (select path from unit where id = $1) and ${isHeld('p', '$2')} order by u.path, p.role, o.login`,
      [unitId, localDate(this.clock.now())]));
  }

  /** What it would do if it were carried out now; of one under way, what is left. @throws DomainError not-found, permission.missing */
  async preview(principal: OfficerPrincipal, id: string): Promise<UnitChangePreview> {
    requireSome(principal);
    const change = await this.database.transaction(SYSTEM, (tx) => getUnitChange(tx, id));
    // A proposal that no longer fits together is still shown, to be rejected.
    const plan = change.plan ?? (await this.organisation.planUnitChange(change.body).catch(() => ({ created: [], ended: [], functions: [], moves: [], posts: [] })));
    return this.database.transaction(SYSTEM, (tx) => previewUnitChange(tx, change, plan));
  }

  /**
   * Allows a change; it begins on its day, today's at once.
   * @throws DomainError permission.four-eyes, unit-change.decided, unit-change.unfit, unit-change.gap, unit-change.overlap, unit-change.day-passed, permission.missing
   */
  async approve(principal: OfficerPrincipal, id: string): Promise<UnitChange> {
    const { body } = await this.database.transaction(SYSTEM, (tx) => getUnitChange(tx, id));
    await this.requireAbove(principal, 'unit.approve', body);
    const plan = await this.organisation.planUnitChange(body);
    await this.database.transaction(SYSTEM, async (tx) => {
      const change = await lockProposedUnitChange(tx, id);
      await approveUnitChange(tx, change, plan, this.editing(principal));
      this.refusePast(change.effectiveOn);
      await refuseOverlap(tx, id, body);
      const [gap, ...others] = await unfilledRoles(tx, plan, change.effectiveOn);
      if (gap !== undefined) throw new DomainError('unit-change.gap', { params: { what: namesOf([gap, ...others].filter(({ unit }) => unit === gap.unit)), unit: await this.nameOf(gap.unit) } });
    });
    await this.follow();
    return this.database.transaction(SYSTEM, (tx) => getUnitChange(tx, id));
  }

  /** Sends a proposed change back, with a reason; its proposer takes it back the same way. @throws DomainError not-found, unit-change.decided, permission.missing */
  async reject(principal: OfficerPrincipal, id: string, reason: string): Promise<UnitChange> {
    const { body, proposedBy } = await this.database.transaction(SYSTEM, (tx) => getUnitChange(tx, id));
    if (proposedBy !== principal.officerId) await this.requireAbove(principal, 'unit.approve', body);
    return this.database.transaction(SYSTEM, async (tx) => {
      await lockProposedUnitChange(tx, id);
      await rejectUnitChange(tx, id, reason, this.editing(principal));
      return getUnitChange(tx, id);
    });
  }

  /**
   * Begins what is due, arms what came since, and ends what is through. Run every minute by the worker; the sweeper does the acts between.
   * @returns how many changes ended with this call
   */
  async follow(): Promise<number> {
    const now = this.clock.now();
    const { ended, moved } = await this.database.transaction(SYSTEM, async (tx) => {
      let through = 0;
      const due = await lockDueUnitChanges(tx, localDate(now));
      for (const change of due) through += (await this.carryOn(tx, change, now)) ? 1 : 0;
      await this.catchStragglers(tx, now);
      return { ended: through, moved: due.length > 0 };
    });
    if (moved) await this.organisation.renew();
    return ended;
  }

  private async carryOn(tx: Transaction, change: UnitChange, now: Temporal.Instant): Promise<boolean> {
    const { plan, id } = change;
    if (plan === null) throw new Error(`unit change ${id} was approved without a plan`);
    const isNew = change.startedAt === null;
    if (isNew) await startUnitChange(tx, change, plan, now);
    const again = await tryFailedAgain(tx, id);
    if (again > 0) this.log.error({ msg: 'dossiers that could not be passed on are tried again', change: id, count: again });
    // What goes on beside a part keeps getting dossiers of its own; only of what ends nothing may be left.
    const armed = isNew || plan.ended.length > 0 ? await havePassedOn(tx, await findTouched(tx, plan), id, now, plan.ended.length === 0) : 0;
    const { waiting, failed } = await readProgress(tx, id);
    if (armed > 0 || waiting > 0 || failed > 0) return false;
    await finishUnitChange(tx, change, plan, now);
    return true;
  }

  /** What was being filed for a unit at the very moment it ended follows too. */
  private async catchStragglers(tx: Transaction, now: Temporal.Instant): Promise<void> {
    for (const { id, plan } of await listEndedUnitChanges(tx, now.subtract(AFTERWARDS))) {
      if (plan !== null && plan.ended.length > 0) await havePassedOn(tx, await findTouched(tx, plan), id, now, false);
    }
  }

  /** Units are merged and split by whoever is above them. */
  private async requireAbove(principal: OfficerPrincipal, permission: 'unit.propose' | 'unit.approve', { units }: Pick<UnitChangeBody, 'units'>): Promise<void> {
    for (const id of units) requirePermission(principal, permission, { unitId: (await this.organisation.getUnit(id)).parentId ?? id });
  }

  private refusePast(effectiveOn: string): void {
    if (effectiveOn < localDate(this.clock.now())) throw new DomainError('unit-change.day-passed', { params: { date: Temporal.PlainDate.from(effectiveOn).toLocaleString('vi-VN') } });
  }

  private async nameOf(id: string): Promise<string> {
    return (await this.organisation.findUnit(id))?.shortName.vi ?? id;
  }

  private editing({ officerId }: OfficerPrincipal): Editing {
    return { officerId, now: this.clock.now() };
  }
}

async function refuseOverlap(tx: Transaction, id: string, body: UnitChangeBody): Promise<void> {
  const decision = await findOverlap(tx, id, body);
  if (decision !== undefined) throw new DomainError('unit-change.overlap', { params: { decision } });
}

function namesOf(gaps: ReadonlyArray<{ readonly role: keyof typeof OFFICER_ROLES }>): { readonly vi: string; readonly en: string } {
  const words = (language: 'vi' | 'en'): string => gaps.map(({ role }) => OFFICER_ROLES[role][language].toLowerCase()).join(', ');
  return { vi: words('vi'), en: words('en') };
}

function requireSome(principal: OfficerPrincipal): void {
  if (!principal.permissions.has('unit.propose')) requirePermission(principal, 'unit.approve');
}
