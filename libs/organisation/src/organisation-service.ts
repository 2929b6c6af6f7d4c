import { Injectable } from '@nestjs/common';
import { buildCalendar, nationalDays, type WorkingCalendar } from '@app/calendar';
import { Database, SYSTEM } from '@app/database';
import type { Unit } from './unit.js';
import { UnitTree, type UnitQuery } from './unit-tree.js';
import { readUnits } from './unit-store.js';
import { nearestHours, readOfficeHours, readSpecialDays, type SpecialDay, type UnitHours } from './working-hours.js';

/** How long the units in memory serve before they are read again: a change made by another process shows within it. */
const FRESH_MS = 30_000;

interface Snapshot {
  readonly tree: UnitTree;
  readonly hours: ReadonlyMap<string, readonly UnitHours[]>;
  readonly days: ReadonlyMap<string, readonly SpecialDay[]>;
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
   */
  async unitCalendar(unitId: string): Promise<WorkingCalendar> {
    const { tree, hours, days, calendars } = await this.current();
    const unit = tree.get(unitId);
    const known = calendars.get(unitId);
    if (known) return known;
    const line = tree.lineOf(unitId).map(({ id }) => id);
    const national = nationalDays();
    const calendar = buildCalendar({
      unit: { id: unit.id, name: unit.shortName.vi },
      hours: nearestHours(line, hours),
      days: [...national.days, ...line.toReversed().flatMap((id) => days.get(id) ?? [])],
      years: national.years,
    });
    calendars.set(unitId, calendar);
    return calendar;
  }

  /** Forgets what is in memory: call after a change to units, hours or special days. */
  invalidate(): void {
    this.generation += 1;
    this.snapshot = undefined;
    this.reading = undefined;
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
    if (known && Date.now() - known.readAt < FRESH_MS) return known;
    const reading = this.refresh();
    if (!known) return reading;
    reading.catch(() => undefined);
    return known;
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
    return this.database.transaction(SYSTEM, async (tx) => {
      const [units, hours, days] = await Promise.all([readUnits(tx), readOfficeHours(tx), readSpecialDays(tx)]);
      return { tree: new UnitTree(units), hours: groupByUnit(hours), days: groupByUnit(days), calendars: new Map(), readAt: Date.now() };
    });
  }
}

function groupByUnit<T extends { readonly unitId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  return Map.groupBy(rows, (row) => row.unitId);
}
