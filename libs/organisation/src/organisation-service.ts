import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@app/calendar';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { calendarFrom, readCalendarData, readCalendarVersion, type CalendarData } from './calendar/calendar-data.js';
import { planUnitChange } from './changes/plan-unit-change.js';
import type { UnitChangeBody, UnitPlan } from './changes/unit-change.js';
import type { Unit } from './unit.js';
import { UnitTree, type UnitQuery } from './unit-tree.js';
import { readUnits } from './unit-store.js';

/** How long the units in memory serve before they are read again: a change made by another process shows within it. */
const FRESH_MS = 30_000;

/** How often a process asks whether the calendar has changed, so that dates it shows are not older than that. */
const LOOK_MS = 1000;

interface Snapshot {
  readonly tree: UnitTree;
  readonly data: CalendarData;
  /** Calendars built so far, by unit. */
  readonly calendars: Map<string, WorkingCalendar>;
  readonly readAt: number;
}

/** Units, who holds what in them, and when they work. Units are kept in memory, since every act asks for them. */
@Injectable()
export class OrganisationService {
  private snapshot: Snapshot | undefined;
  private reading: Promise<Snapshot> | undefined;
  /** Counts the invalidations, so that a reading begun before one is not kept. */
  private generation = 0;
  private lookedAt = 0;

  constructor(private readonly database: Database) {}

  /** Throws `not-found`. */
  async getUnit(id: string): Promise<Unit> {
    return (await this.current()).tree.get(id);
  }

  async findUnit(id: string): Promise<Unit | undefined> {
    return (await this.current()).tree.find(id);
  }

  /** Units in force that match, in the order of the tree. */
  async findUnits(query: UnitQuery): Promise<Unit[]> {
    return (await this.current()).tree.search(query);
  }

  /** The unit and those above it, the nearest first; empty for an unknown id. */
  async lineOf(unitId: string): Promise<Unit[]> {
    return (await this.current()).tree.lineOf(unitId);
  }

  /** The unit that stands where this one stood: itself while it is in force. @throws DomainError not-found */
  async successorOf(unitId: string): Promise<Unit> {
    const { tree } = await this.current();
    return tree.successorOf(unitId) ?? tree.get(unitId);
  }

  /** Works a change of units out in every part. @throws DomainError unit-change.unfit, unit-change.gap */
  async planUnitChange(body: UnitChangeBody): Promise<UnitPlan> {
    return planUnitChange((await this.current()).tree, body);
  }

  /**
   * Has the units be those of a transaction where another process has changed them. It reads through that transaction: an act must
   * never wait for a second connection.
   */
  async catchUp(tx: Transaction): Promise<void> {
    const { data } = await this.current();
    if ((await readCalendarVersion(tx)) === data.version) return;
    this.generation += 1;
    this.reading = undefined;
    this.snapshot = await readSnapshot(tx);
  }

  /** Whether all of these are units this process has read. */
  async knows(unitIds: readonly string[]): Promise<boolean> {
    const { tree } = await this.current();
    return unitIds.every((id) => tree.find(id) !== undefined);
  }

  /**
   * The unit a process means by `commune/justice` or `province/land-registration`, seen from the unit that received
   * the dossier. Throws `unit.unresolved` when nobody there holds the function.
   */
  async resolveUnit(path: string, receivingUnitId: string): Promise<Unit> {
    return (await this.current()).tree.resolve(path, receivingUnitId);
  }

  /**
   * The working calendar of a unit: hours of the nearest unit above it (itself first) that announced any, the
   * national holidays, and over them what province and commune decided. Throws `not-found`.
   * @param tx where a date is to be stored, the transaction that stores it: then the calendar is that of the moment, also
   *   when another process has just changed it. Without one it may be a second old.
   */
  async unitCalendar(unitId: string, tx?: Transaction): Promise<WorkingCalendar> {
    const { tree, data, calendars } = await this.current();
    tree.get(unitId);
    if (tx && (await readCalendarVersion(tx)) !== data.version) return calendarFrom(await readCalendarData(tx), tree.lineOf(unitId));
    const known = calendars.get(unitId);
    if (known) return known;
    const calendar = calendarFrom(data, tree.lineOf(unitId));
    calendars.set(unitId, calendar);
    return calendar;
  }

  /** Forgets what is in memory: call after a change to units, hours or special days. */
  invalidate(): void {
    this.generation += 1;
    this.snapshot = undefined;
    this.reading = undefined;
  }

  /** Reads everything anew after a change of this process; until it is read, what was known goes on answering. */
  async renew(): Promise<void> {
    const snapshot = await this.read();
    this.generation += 1;
    this.reading = undefined;
    this.snapshot = snapshot;
  }

  /** Reads the units before the first act needs them. */
  async onApplicationBootstrap(): Promise<void> {
    await this.current();
  }

  /**
   * A snapshot that has grown old still answers while a new one is being read: an act in its own transaction must
   * never wait for a second connection, or a full pool of such acts would wait for each other.
   */
  private async current(): Promise<Snapshot> {
    const known = this.snapshot;
    if (known && Date.now() - known.readAt < FRESH_MS) {
      this.look(known);
      return known;
    }
    const reading = this.refresh();
    if (!known) return reading;
    reading.catch(() => undefined);
    return known;
  }

  /** Asks, beside the caller's work, whether another process changed the calendar, and reads anew when it did. */
  private look({ data }: Snapshot): void {
    if (Date.now() - this.lookedAt < LOOK_MS) return;
    this.lookedAt = Date.now();
    this.database.transaction(SYSTEM, readCalendarVersion)
      .then((version) => (version === data.version ? undefined : this.refresh()))
      .catch(() => undefined);
  }

  private refresh(): Promise<Snapshot> {
    this.reading ??= this.readAndKeep(this.generation);
    return this.reading;
  }

  private async readAndKeep(generation: number): Promise<Snapshot> {
    try {
      const snapshot = await this.read();
      if (generation === this.generation) this.snapshot = snapshot;
      return snapshot;
    } finally {
      if (generation === this.generation) this.reading = undefined;
    }
  }

  private read(): Promise<Snapshot> {
    return this.database.transaction(SYSTEM, readSnapshot);
  }
}

async function readSnapshot(tx: Transaction): Promise<Snapshot> {
  // The number first: what is changed between the two is read anew once more, and never missed.
  const data = await readCalendarData(tx);
  return { tree: new UnitTree(await readUnits(tx)), data, calendars: new Map(), readAt: Date.now() };
}
