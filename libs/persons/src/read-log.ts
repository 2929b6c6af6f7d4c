import { DomainError, newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Look, ReadLogEntry, Seen } from './reader.js';

/**
 * Writes one line per person looked at, in the transaction of the look itself: no line, no data.
 * Throws `reason.required` for a look without a purpose (118/2025 Art. 4(2a); Personal Data Law 91/2025).
 */
export async function logLook(tx: Transaction, personIds: readonly string[], look: Look, what: readonly Seen[]): Promise<void> {
  if (look.purpose.trim() === '') throw new DomainError('reason.required');
  if (personIds.length === 0) return;
  const officer = look.reader.kind === 'officer' ? look.reader : undefined;
  await tx.execute(
    `INSERT INTO person_read_log (id, person_id, reader_kind, officer_id, unit_id, role, dossier_id, procedure_code, purpose, what)
     SELECT id, person_id, $3, $4, $5, $6, $7, $8, $9, $10 FROM unnest($1::uuid[], $2::uuid[]) AS looked (id, person_id)`,
    [
      personIds.map(() => newId()), personIds, look.reader.kind, officer?.officerId ?? null, look.reader.kind === 'citizen' ? null : (look.reader.unitId ?? null), officer?.role ?? null,
      look.dossierId ?? null, look.procedureCode ?? null, look.purpose.trim(), what,
    ],
  );
}

/** Who looked at a person's data, the latest first. The caller shows unit and role, never a third person's name. */
export function readLogOf(tx: Transaction, personId: string, limit = 100): Promise<ReadLogEntry[]> {
  return tx.rows<ReadLogEntry>(
    `SELECT id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, reader_kind AS "readerKind", officer_id AS "officerId",
       unit_id AS "unitId", role, dossier_id AS "dossierId", procedure_code AS "procedureCode", purpose, what
     FROM person_read_log WHERE person_id = ANY (ARRAY(SELECT person_members($1))) ORDER BY person_read_log.at DESC, id DESC LIMIT $2`,
    [personId, limit],
  );
}
