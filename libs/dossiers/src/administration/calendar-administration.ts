import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { DomainError, newId, type Clock } from '@app/kernel';
import {
  applyChange, checkChange, findInverse, getChange, insertChange, listChanges, lockProposed, nearestHours, noteMoved, OrganisationService, readCalendarData,
  readCalendarLog, rejectChange, withChange, type CalendarChange, type CalendarChangeBody, type CalendarLogLine, type Editing, type SpecialDay, type UnitHours,
} from '@app/organisation';
import { CLOCK } from '../clock-token.js';
import { findMovedPromises, haveDerivedAnew, type MovedPromise } from './moved-promises.js';
import { requirePermissionAt } from './permission-at.js';

/** The records of one unit, and of those above it that hold for it too, for a year. */
export interface CalendarRecords {
  /** From the unit up to the nation. */
  readonly layers: ReadonlyArray<{ readonly unitId: string; readonly unitName: string; readonly days: readonly SpecialDay[]; readonly hours: readonly UnitHours[] }>;
  /** The years whose national days are on record. */
  readonly years: readonly number[];
}

/** What a person wants changed. */
export interface ProposedChange {
  readonly unitId: string;
  readonly document: string;
  readonly body: CalendarChangeBody;
}

/** Changes of the calendar by two persons: proposed, previewed, approved by another, applied to every open promise date. */
@Injectable()
export class CalendarAdministration {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is on record for a unit. @throws DomainError not-found, permission.missing */
  async records(principal: OfficerPrincipal, unitId: string, year: number): Promise<CalendarRecords> {
    requireSome(principal);
    const [line, data] = await Promise.all([this.organisation.lineOf(unitId), this.database.transaction(SYSTEM, readCalendarData)]);
    if (line.length === 0) throw new DomainError('not-found');
    const layers = line.map(({ id, shortName }) => ({
      unitId: id,
      unitName: shortName.vi,
      days: (data.days.get(id) ?? []).filter(({ date }) => date.startsWith(`${year}-`)),
      hours: data.hours.get(id) ?? [],
    }));
    return { layers, years: data.years };
  }

  /** The changes proposed and decided, those that wait first. @throws DomainError permission.missing */
  changes(principal: OfficerPrincipal): Promise<CalendarChange[]> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, listChanges);
  }

  /** The edit log of a unit, or of all. @throws DomainError permission.missing */
  log(principal: OfficerPrincipal, unitId?: string): Promise<CalendarLogLine[]> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, (tx) => readCalendarLog(tx, unitId));
  }

  /** Puts a wished-for change on record; nothing moves until another person approves it. @throws DomainError request.invalid, calendar.hours-invalid, calendar.no-hours, permission.missing, not-found */
  async propose(principal: OfficerPrincipal, { unitId, document, body }: ProposedChange): Promise<CalendarChange> {
    const unit = await this.organisation.getUnit(unitId);
    requirePermissionAt(principal, 'calendar.propose', unitId);
    checkChange(unit, body);
    const id = newId();
    return this.database.transaction(SYSTEM, async (tx) => {
      await insertChange(tx, id, unitId, body, document, this.editing(principal));
      return getChange(tx, id);
    });
  }

  /** Which promise dates a proposed change would move, before anything is changed. */
  async preview(principal: OfficerPrincipal, id: string): Promise<{ readonly change: CalendarChange; readonly moves: readonly MovedPromise[] }> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, async (tx) => {
      const change = await getChange(tx, id);
      if (change.state !== 'proposed') return { change, moves: [] };
      const data = withChange(await readCalendarData(tx), change.unitId, change.body, change.document);
      return { change, moves: await findMovedPromises(tx, this.organisation, change.unitId, data) };
    });
  }

  /**
   * Puts a change in force. In the same transaction every open promise date it moves gets a deadline that is due now; the
   * sweeper makes each a journalled act with a notice. Closed dossiers never change.
   * @throws DomainError permission.four-eyes, calendar.change-decided, calendar.no-hours, calendar.year-not-loaded
   */
  async approve(principal: OfficerPrincipal, id: string): Promise<CalendarChange> {
    const approved = await this.database.transaction(SYSTEM, async (tx) => {
      const change = await lockProposed(tx, id);
      requirePermissionAt(principal, 'calendar.approve', change.unitId);
      const editing = this.editing(principal);
      const before = await readCalendarData(tx);
      const line = (await this.organisation.lineOf(change.unitId)).map((unit) => unit.id);
      await applyChange(tx, change, before, nearestHours(line, before.hours), editing);
      const moved = await findMovedPromises(tx, this.organisation, change.unitId, await readCalendarData(tx));
      await haveDerivedAnew(tx, moved, id, editing.now);
      await noteMoved(tx, id, moved.length);
      return getChange(tx, id);
    });
    await this.organisation.renew();
    return approved;
  }

  /** Sends a proposed change back, with a reason; its proposer takes it back the same way. */
  reject(principal: OfficerPrincipal, id: string, reason: string): Promise<CalendarChange> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const change = await lockProposed(tx, id);
      if (change.proposedBy !== principal.officerId) requirePermissionAt(principal, 'calendar.approve', change.unitId);
      await rejectChange(tx, change, reason, this.editing(principal));
      return getChange(tx, id);
    });
  }

  /** Proposes the reverse of a change in force; another person approves it like any other. @throws DomainError calendar.not-undoable */
  undo(principal: OfficerPrincipal, id: string, document: string): Promise<CalendarChange> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const change = await getChange(tx, id);
      requirePermissionAt(principal, 'calendar.propose', change.unitId);
      const inverse = await findInverse(tx, id);
      if (!change.undoable || inverse === undefined) throw new DomainError('calendar.not-undoable');
      const reverse = newId();
      await insertChange(tx, reverse, change.unitId, inverse, document, this.editing(principal), id);
      return getChange(tx, reverse);
    });
  }

  private editing(principal: OfficerPrincipal): Editing {
    return { officerId: principal.officerId, now: this.clock.now() };
  }
}

/** How long after its approval a change is still looked after, for dossiers received while it was being approved. */
const FOLLOWED = { minutes: 30 };

/**
 * Has promise dates derived anew that were stored from the old calendar in the very moment a change came in force: the
 * approval could not see them yet. Run every minute; usually there is nothing to do.
 */
export async function followCalendarChanges(database: Database, organisation: OrganisationService, now: Temporal.Instant): Promise<number> {
  return database.transaction(SYSTEM, async (tx: Transaction) => {
    const recent = await tx.rows<{ id: string; unit_id: string }>('select id, unit_id from calendar_change where approved_at between $1 and $2', [now.subtract(FOLLOWED).toString(), now.toString()]);
    let late = 0;
    for (const { id, unit_id } of recent) {
      late += await haveDerivedAnew(tx, await findMovedPromises(tx, organisation, unit_id, await readCalendarData(tx)), id, now);
    }
    return late;
  });
}

/** Whether somebody has to do with calendars at all. */
function requireSome(principal: OfficerPrincipal): void {
  if (!principal.permissions.has('calendar.propose')) requirePermission(principal, 'calendar.approve');
}
