import { DomainError, newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import { deferralOf, type DisclosureClass } from './disclosure.js';
import type { LogPage, LogQuery, Look, ReadLogEntry, Seen } from './reader.js';

/**
 * Writes one line per person looked at, in the transaction of the look itself: no line, no data.
 * Throws `reason.required` for a look without a purpose (118/2025 Art. 4(2a); Personal Data Law 91/2025).
 */
export async function logLook(tx: Transaction, personIds: readonly string[], look: Look, what: readonly Seen[]): Promise<void> {
  if (look.purpose.trim() === '') throw new DomainError('reason.required');
  if (personIds.length === 0) return;
  const { reader } = look;
  const officer = reader.kind === 'officer' ? reader : undefined;
  const deferral = deferralOf(look);
  await tx.execute(
    `INSERT INTO person_read_log (id, person_id, reader_kind, officer_id, unit_id, role, dossier_id, procedure_code, purpose, what, disclosure, disclosed_from)
     SELECT id, person_id, $3, $4, $5, CASE WHEN $3 = 'citizen' AND person_id <> $11 THEN 'parent' ELSE $6 END, $7, $8, $9, $10, $12, now() + make_interval(days => $13)
       FROM unnest($1::uuid[], $2::uuid[]) AS looked (id, person_id)`,
    [
      personIds.map(() => newId()), personIds, reader.kind, officer?.officerId ?? null, reader.kind === 'citizen' ? null : (reader.unitId ?? null), officer?.role ?? null,
      look.dossierId ?? null, look.procedureCode ?? null, look.purpose.trim(), what, reader.kind === 'citizen' ? reader.personId : null,
      deferral?.class ?? 'open', deferral?.days ?? null,
    ],
  );
}

const ENTRY = `id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, reader_kind AS "readerKind", officer_id AS "officerId",
  unit_id AS "unitId", role, dossier_id AS "dossierId", procedure_code AS "procedureCode", purpose, what`;

/** What the person may know of now, by the program's clock; the log's own wall asks the same. */
const TOLD = 'person_id = $1 AND (disclosed_from IS NULL OR disclosed_from <= $2)';
const MONTH = `to_char(at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM')`;

/** Who looked at a person's data, as the person may read it. The caller shows unit and role, never a third person's name. */
export async function readLogOf(tx: Transaction, personId: string, { now, month, withOwn, offset, limit }: LogQuery): Promise<LogPage> {
  const who = `${TOLD} AND ($3 OR reader_kind <> 'citizen')`;
  const [months, entries] = await Promise.all([
    tx.rows<{ month: string; count: number }>(
      `SELECT ${MONTH} AS month, count(*)::int AS count FROM person_read_log WHERE ${who} GROUP BY 1 ORDER BY 1 DESC`, [personId, now.toString(), withOwn]),
    tx.rows<ReadLogEntry>(
      `SELECT ${ENTRY} FROM person_read_log WHERE ${who} AND ($4::text IS NULL OR ${MONTH} = $4)
       ORDER BY person_read_log.at DESC, id DESC LIMIT $5 OFFSET $6`,
      [personId, now.toString(), withOwn, month ?? null, limit, offset]),
  ]);
  const total = months.filter((each) => month === undefined || each.month === month).reduce((sum, { count }) => sum + count, 0);
  return { entries, total, months };
}

/** A line of the log as an inspector reads it: with the class by which it is kept from the person, and until when. */
export interface InspectedEntry extends ReadLogEntry {
  readonly disclosure: DisclosureClass | 'open';
  /** ISO instant. */
  readonly disclosedFrom: string | null;
}

/** Every look at a person's data, also those the person is not told of yet, the latest first. For whoever supervises the looking. */
export function inspectLogOf(tx: Transaction, personId: string, limit = 200): Promise<InspectedEntry[]> {
  return tx.rows<InspectedEntry>(
    `SELECT ${ENTRY}, disclosure, to_char(disclosed_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "disclosedFrom"
     FROM person_read_log WHERE person_id = $1 ORDER BY person_read_log.at DESC, id DESC LIMIT $2`, [personId, limit]);
}
