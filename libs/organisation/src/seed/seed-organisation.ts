import { newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import { hashPassword } from '../password.js';
import { importAuthorityRules } from '../authority/import-authority-rules.js';
import { importNationalDays } from '../calendar/import-national-days.js';
import { readCommunes, readDemonstration, readProvinces, type DemonstrationOfficer, type DemonstrationProvince } from './data.js';
import { DEMONSTRATION_PASSWORD } from './demonstration-accounts.js';
import { demonstrationRows, nationalRows, type UnitRow } from './unit-rows.js';

/** The demonstration officers hold their posts since the two-level local government began. */
const DEMONSTRATION_SINCE = '2025-07-01';

const UNIT_COLUMNS = `id, parent_id, path, kind, functions, name_vi, name_en, short_vi, short_en, place_code,
  code_segment, code_invented, document_symbol, place_name, address, phone, since`;

/**
 * Enters the nation's tree (34 provinces, 3,321 communes) the national days and the rules of authority as far as they are missing; reference data, for real use too.
 * A unit an administrator has changed stays as it is. Returns how many units were new.
 */
export async function importUnits(tx: Transaction): Promise<number> {
  const entered = await insertUnits(tx, nationalRows(readProvinces(), readCommunes()), 'DO NOTHING');
  await importNationalDays(tx);
  await importAuthorityRules(tx);
  return entered;
}

/** What goes with an organisation that is entered. */
export interface ImportOptions {
  /** The day the units and posts begin, `YYYY-MM-DD`. */
  readonly since: string;
  /** The first password of an officer who is new. */
  readonly firstPassword: (login: string) => string;
}

/**
 * Enters staffed units, their hours and officers, in the form of `data/dong-nai.json`, on top of the nation's tree. May run again:
 * units take what the file says now, an officer who is there is left alone, password included.
 * @returns the logins of the officers who are new
 */
export async function importOrganisation(tx: Transaction, { units, hours, officers }: DemonstrationProvince, options: ImportOptions): Promise<string[]> {
  await importUnits(tx);
  await insertUnits(
    tx,
    demonstrationRows(units),
    `DO UPDATE SET functions = excluded.functions, name_vi = excluded.name_vi, name_en = excluded.name_en, short_vi = excluded.short_vi,
      short_en = excluded.short_en, code_segment = excluded.code_segment,
      code_invented = excluded.code_invented, document_symbol = excluded.document_symbol, place_name = excluded.place_name,
      address = excluded.address, phone = excluded.phone`,
  );
  await tx.execute(
    `INSERT INTO office_hours (unit_id, since, week, source)
     SELECT unit, since, week, source FROM jsonb_to_recordset($1::jsonb) AS row (unit text, since date, week jsonb, source jsonb)
     ON CONFLICT (unit_id, since) DO NOTHING`,
    [JSON.stringify(hours)],
  );
  return enterOfficers(tx, officers, options);
}

/** Seeds the demonstration: Đồng Nai's staffed units and officers in every role, all with {@link DEMONSTRATION_PASSWORD}. */
export async function seedOrganisation(tx: Transaction): Promise<void> {
  await importOrganisation(tx, readDemonstration(), { since: DEMONSTRATION_SINCE, firstPassword: () => DEMONSTRATION_PASSWORD });
}

/** Gives an officer another password. Throws `not-found` for an unknown login. */
export async function setPassword(tx: Transaction, login: string, password: string): Promise<void> {
  await tx.one('UPDATE officer SET password_hash = $2 WHERE login = $1 RETURNING id', [login, await hashPassword(password)]);
}

async function insertUnits(tx: Transaction, rows: readonly UnitRow[], onConflict: string): Promise<number> {
  return tx.execute(
    `INSERT INTO unit (${UNIT_COLUMNS})
     SELECT ${UNIT_COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS row (id text, parent_id text, path ltree, kind text,
       functions text[], name_vi text, name_en text, short_vi text, short_en text, place_code text,
       code_segment text, code_invented boolean, document_symbol text, place_name text, address text, phone text, since date)
     ON CONFLICT (id) ${onConflict}`,
    [JSON.stringify(rows)],
  );
}

async function enterOfficers(tx: Transaction, officers: readonly DemonstrationOfficer[], { since, firstPassword }: ImportOptions): Promise<string[]> {
  const known = new Set((await tx.rows<{ login: string }>('SELECT login FROM officer')).map((row) => row.login));
  const missing = await Promise.all(
    officers
      .filter((officer) => !known.has(officer.login))
      .map(async (officer) => ({ ...officer, id: newId(), hash: await hashPassword(firstPassword(officer.login)) })),
  );
  if (missing.length === 0) return [];
  await tx.execute(
    `INSERT INTO officer (id, login, password_hash, full_name, phone)
     SELECT id, login, hash, name, phone FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, login text, hash text, name text, phone text)`,
    [JSON.stringify(missing)],
  );
  const posts = missing.flatMap(({ id, unit, role, also = [] }) => [{ unit, role }, ...also].map((post) => ({ ...post, id: newId(), officer: id })));
  await tx.execute(
    `INSERT INTO post (id, officer_id, unit_id, role, since)
     SELECT id, officer, unit, role, $2::date FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, officer uuid, unit text, role text)`,
    [JSON.stringify(posts), since],
  );
  return missing.map(({ login }) => login);
}
