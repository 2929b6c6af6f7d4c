import { nationalDays } from '@app/calendar';
import type { Transaction } from '@app/database';

/** The unit whose records hold for the whole country. */
export const NATION = 'vn';

/**
 * Enters the national days that ship with the program, year by year. A year already on record stays as it is: what was
 * entered or corrected since then was approved by two persons, and open promise dates rest on it.
 */
export async function importNationalDays(tx: Transaction): Promise<void> {
  const { days, years } = nationalDays();
  const known = new Set((await tx.rows<{ year: number }>('SELECT year FROM calendar_year')).map(({ year }) => year));
  const missing = years.filter((year) => !known.has(year));
  if (missing.length === 0) return;
  const rows = days.filter(({ date }) => missing.includes(Number(date.slice(0, 4))));
  await tx.execute(
    `INSERT INTO calendar_day (unit_id, date, kind, hours, swap_with, name_vi, name_en, source, status, code, for_date)
     SELECT $2, date, kind, hours, "swapWith", "nameVi", "nameEn", source, coalesce(status, 'official'), code, "forDate"
     FROM jsonb_to_recordset($1::jsonb) AS row (date date, kind text, hours text[], "swapWith" date, "nameVi" text, "nameEn" text,
       source jsonb, status text, code text, "forDate" date)
     ON CONFLICT (unit_id, date) DO NOTHING`,
    [JSON.stringify(rows), NATION],
  );
  await tx.execute(
    `WITH opened AS (INSERT INTO calendar_year (year, document) SELECT unnest($1::int[]), $2 RETURNING year, document)
     INSERT INTO calendar_log (at, unit_id, act, subject, document) SELECT now(), $3, 'year-opened', year::text, document FROM opened ORDER BY year`,
    [missing, 'Bộ luật Lao động 2019, Điều 111 và Điều 112', NATION],
  );
}
