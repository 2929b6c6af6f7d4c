import type { DayRecord, OfficeHours } from '@app/calendar';
import type { Transaction } from '@app/database';

/** The weekly hours a unit announced. */
export interface UnitHours extends OfficeHours {
  readonly unitId: string;
}

/** A day on which a nation, province or unit departs from what stands above it. */
export interface SpecialDay extends DayRecord {
  readonly unitId: string;
}

export function readOfficeHours(tx: Transaction): Promise<UnitHours[]> {
  return tx.rows<UnitHours>(
    'SELECT unit_id AS "unitId", since::text, until::text, week, source FROM office_hours ORDER BY unit_id, since',
  );
}

export async function readSpecialDays(tx: Transaction): Promise<SpecialDay[]> {
  const rows = await tx.rows<Record<string, unknown>>(
    `SELECT unit_id AS "unitId", date::text, kind, hours, swap_with::text AS "swapWith", name_vi AS "nameVi", name_en AS "nameEn", source,
       status, code, for_date::text AS "forDate"
     FROM calendar_day ORDER BY unit_id, date`,
  );
  // What is empty is left out, as in the records that ship with the program.
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as SpecialDay);
}

/**
 * The hours that hold for a unit: those of the nearest unit above it (itself first) that has announced any. The
 * sets are not mixed, so a day on which the nearest has no set in force stays without hours and is told to a person.
 */
export function nearestHours(line: readonly string[], hours: ReadonlyMap<string, readonly UnitHours[]>): readonly UnitHours[] {
  for (const unitId of line) {
    const own = hours.get(unitId);
    if (own) return own;
  }
  return [];
}
