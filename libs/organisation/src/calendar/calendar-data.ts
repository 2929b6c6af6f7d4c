import { buildCalendar, type WorkingCalendar } from '@app/calendar';
import type { Transaction } from '@app/database';
import type { Unit } from '../unit.js';
import { nearestHours, readOfficeHours, readSpecialDays, type SpecialDay, type UnitHours } from '../working-hours.js';

/** Everything calendars are made of, as stored: one edition of it has one number. */
export interface CalendarData {
  readonly version: number;
  /** The years whose national days are on record. */
  readonly years: readonly number[];
  readonly hours: ReadonlyMap<string, readonly UnitHours[]>;
  readonly days: ReadonlyMap<string, readonly SpecialDay[]>;
}

/** The number of the edition in force, in any statement: it rises with every change of units, hours or special days. */
export const OFFICE_VERSION = '(SELECT coalesce(max(value), 0) FROM calendar_version)';

/** The number of the edition in force; it rises with every change that was approved. */
export async function readCalendarVersion(tx: Transaction): Promise<number> {
  return (await tx.one<{ value: number }>(`SELECT ${OFFICE_VERSION} AS value`)).value;
}

export async function readCalendarData(tx: Transaction): Promise<CalendarData> {
  const [version, years, hours, days] = await Promise.all([
    readCalendarVersion(tx),
    tx.rows<{ year: number }>('SELECT year FROM calendar_year ORDER BY year'),
    readOfficeHours(tx),
    readSpecialDays(tx),
  ]);
  return { version, years: years.map(({ year }) => year), hours: Map.groupBy(hours, byUnit), days: Map.groupBy(days, byUnit) };
}

const byUnit = ({ unitId }: { readonly unitId: string }): string => unitId;

/**
 * The working calendar of a unit: hours of the nearest unit above it (itself first) that announced any, the national days,
 * and over them what province and commune decided.
 * @param line the unit and those above it, the nearest first
 */
export function calendarFrom({ years, hours, days }: CalendarData, line: readonly Unit[]): WorkingCalendar {
  const [unit] = line;
  if (unit === undefined) throw new Error('a calendar needs a unit');
  const ids = line.map(({ id }) => id);
  return buildCalendar({
    unit: { id: unit.id, name: unit.shortName.vi },
    hours: nearestHours(ids, hours),
    days: ids.toReversed().flatMap((id) => days.get(id) ?? []),
    years,
  });
}
