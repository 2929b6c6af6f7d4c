import { DomainError, fold } from '@app/kernel';
import type { Unit, UnitKind } from './unit.js';

/** Which units a search wants; all of it must match. */
export interface UnitQuery {
  /** Part of a name, in any spelling of accents, or of a place code. */
  readonly text?: string;
  readonly kind?: UnitKind;
  readonly parentId?: string;
  /** At most so many; 50 unless told. */
  readonly limit?: number;
}

/** The units in force, as a tree held in memory. Pure: the service reads the rows and asks the tree. */
export class UnitTree {
  private readonly byId: ReadonlyMap<string, Unit>;
  private readonly children = new Map<string, Unit[]>();
  private readonly folded = new Map<string, string>();

  /** @param units all units, as stored; what a sub-unit leaves empty is filled from its People's Committee. */
  constructor(units: readonly Unit[]) {
    const stored = new Map(units.map((unit) => [unit.id, unit]));
    this.byId = new Map(units.map((unit) => [unit.id, inherit(unit, stored)]));
    for (const unit of this.byId.values()) {
      this.folded.set(unit.id, fold(`${unit.name.vi} ${unit.shortName.vi} ${unit.placeCode ?? ''}`));
      if (unit.parentId === null) continue;
      const siblings = this.children.get(unit.parentId);
      if (siblings) siblings.push(unit);
      else this.children.set(unit.parentId, [unit]);
    }
  }

  find(id: string): Unit | undefined {
    return this.byId.get(id);
  }

  /** Throws `not-found`. */
  get(id: string): Unit {
    const unit = this.byId.get(id);
    if (!unit) throw new DomainError('not-found');
    return unit;
  }

  /** Units in force that match, in the order they were given. */
  search({ text = '', kind, parentId, limit = 50 }: UnitQuery): Unit[] {
    const wanted = fold(text);
    const units = parentId === undefined ? this.byId.values() : this.childrenOf(parentId).values();
    return units
      .filter((unit) => unit.inForce && (kind === undefined || unit.kind === kind))
      .filter((unit) => this.folded.get(unit.id)?.includes(wanted))
      .take(limit)
      .toArray();
  }

  childrenOf(id: string): readonly Unit[] {
    return this.children.get(id) ?? [];
  }

  /** The unit and what stands above it, the nearest first. */
  lineOf(id: string): Unit[] {
    const line: Unit[] = [];
    for (let unit = this.byId.get(id); unit; unit = unit.parentId === null ? undefined : this.byId.get(unit.parentId)) line.push(unit);
    return line;
  }

  /** The unit that stands where this one stood: itself while it is in force, or who took over, however often. */
  successorOf(id: string): Unit | undefined {
    const unit = this.byId.get(id);
    return unit === undefined || unit.successorId === null ? unit : this.successorOf(unit.successorId);
  }

  /**
   * The unit that holds a function for the place a dossier was received at: `commune/justice` at Biên Hoà's
   * centre is Biên Hoà's office. Of a commune that has ended it is the office that ended with it: an old dossier still names it.
   * Throws `unit.unresolved` when nobody there holds it.
   */
  resolve(path: string, receivingUnitId: string): Unit {
    const [level, wanted, ...rest] = path.split('/');
    const seat = this.lineOf(receivingUnitId).find((unit) => unit.kind === level);
    const holders = seat && wanted && rest.length === 0 ? [seat, ...this.partsOf(seat)] : [];
    const holder = holders.find((unit) => (unit.inForce || seat?.inForce === false) && unit.functions.includes(wanted ?? ''));
    if (!holder) throw new DomainError('unit.unresolved', { params: { path, unit: this.find(receivingUnitId)?.shortName.vi ?? receivingUnitId } });
    return holder;
  }

  /** The units of a People's Committee, also those inside a department; communes below a province are houses of their own. */
  private partsOf(unit: Unit): Unit[] {
    return this.childrenOf(unit.id).filter((child) => !isSeat(child)).flatMap((child) => [child, ...this.partsOf(child)]);
  }
}

/** A People's Committee, or the nation above them: it speaks for itself and lends to its sub-units. */
function isSeat(unit: Unit): boolean {
  return unit.kind === 'nation' || unit.kind === 'province' || unit.kind === 'commune';
}

function inherit(unit: Unit, stored: ReadonlyMap<string, Unit>): Unit {
  const seat = isSeat(unit) || unit.parentId === null ? undefined : stored.get(unit.parentId);
  if (!seat) return unit;
  return {
    ...unit,
    placeCode: unit.placeCode ?? seat.placeCode,
    // A province's own code is too short for a dossier code, so its sub-units do not take it over.
    ...(unit.codeSegment === null && seat.kind === 'commune' ? { codeSegment: seat.codeSegment, codeInvented: seat.codeInvented } : {}),
    placeName: unit.placeName ?? seat.placeName,
    address: unit.address ?? seat.address,
    phone: unit.phone ?? seat.phone,
  };
}
