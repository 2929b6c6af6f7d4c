import type { Transaction } from '@app/database';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A stretch of opening, `HH:mm` local time. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** The weekly hours a unit announced, in force from `since` until the day before `until`. */
export interface OfficeHours {
  readonly unitId: string;
  readonly since: string;
  readonly until: string | null;
  readonly week: Readonly<Partial<Record<Weekday, readonly Interval[]>>>;
  readonly source: string;
}

/** A day on which a province or a unit departs from the national calendar. */
export interface SpecialDay {
  readonly unitId: string;
  readonly date: string;
  readonly kind: 'work' | 'holiday' | 'comp-off' | 'day-off' | 'swap-work';
  /** The hours of that day, when they are not the usual ones. */
  readonly intervals: readonly Interval[] | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly source: string;
}

export function readOfficeHours(tx: Transaction): Promise<OfficeHours[]> {
  return tx.rows<OfficeHours>(
    'SELECT unit_id AS "unitId", since::text, until::text, week, source FROM office_hours ORDER BY unit_id, since',
  );
}

export function readSpecialDays(tx: Transaction): Promise<SpecialDay[]> {
  return tx.rows<SpecialDay>(
    `SELECT unit_id AS "unitId", date::text, kind, intervals, name_vi AS "nameVi", name_en AS "nameEn", source
     FROM calendar_day ORDER BY unit_id, date`,
  );
}

/**
 * The hours that hold for a unit: those of the nearest unit above it (itself first) that has announced any. The
 * sets are not mixed, so a day on which the nearest has no set in force stays without hours and is told to a person.
 */
export function nearestHours(line: readonly string[], hours: ReadonlyMap<string, readonly OfficeHours[]>): readonly OfficeHours[] {
  for (const unitId of line) {
    const own = hours.get(unitId);
    if (own) return own;
  }
  return [];
}

/** The special days that hold for a unit: of all units above it, the nearest one's word for each date. */
export function nearestDays(line: readonly string[], days: ReadonlyMap<string, readonly SpecialDay[]>): SpecialDay[] {
  const byDate = new Map<string, SpecialDay>();
  for (const unitId of line.toReversed()) for (const day of days.get(unitId) ?? []) byDate.set(day.date, day);
  return [...byDate.values()].sort((one, other) => one.date.localeCompare(other.date));
}
