import type { Transaction } from '@app/database';
import type { Unit, UnitKind } from './unit.js';

interface UnitRow {
  id: string;
  parent_id: string | null;
  kind: UnitKind;
  functions: string[];
  name_vi: string;
  name_en: string;
  short_vi: string;
  short_en: string;
  place_code: string | null;
  code_segment: string | null;
  code_invented: boolean;
  document_symbol: string | null;
  place_name: string | null;
  address: string | null;
  phone: string | null;
  since: string;
  until: string | null;
  successor_id: string | null;
  in_force: boolean;
}

/** All units, ended ones too, since an old dossier still names them. About 3,400 rows, read once and kept. */
export async function readUnits(tx: Transaction): Promise<Unit[]> {
  const rows = await tx.rows<UnitRow>(
    `SELECT id, parent_id, kind, functions, name_vi, name_en, short_vi, short_en, place_code, code_segment, code_invented,
       document_symbol, place_name, address, phone, since::text, until::text, successor_id,
       -- What a change of units begins or ends does so when the change is carried out.
       successor_id IS NULL AND (begun_with IS NOT NULL OR (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date >= since)
         AND (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= coalesce(until, 'infinity') AS in_force
     FROM unit ORDER BY path`,
  );
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    kind: row.kind,
    functions: row.functions,
    name: { vi: row.name_vi, en: row.name_en },
    shortName: { vi: row.short_vi, en: row.short_en },
    placeCode: row.place_code,
    codeSegment: row.code_segment,
    codeInvented: row.code_invented,
    documentSymbol: row.document_symbol,
    placeName: row.place_name,
    address: row.address,
    phone: row.phone,
    since: row.since,
    until: row.until,
    successorId: row.successor_id,
    inForce: row.in_force,
  }));
}
