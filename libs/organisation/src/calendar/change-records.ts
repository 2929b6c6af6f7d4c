import type { Transaction } from '@app/database';
import { DomainError } from '@app/kernel';
import type { CalendarChangeBody } from './calendar-change.js';

/** A change of the calendar: what it would do, who proposed it and what became of it. */
export interface CalendarChange {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly body: CalendarChangeBody;
  /** The document that decides it, as cited. */
  readonly document: string;
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly rejectedReason: string | null;
  /** How many promise dates it moved. */
  readonly moved: number | null;
  /** The change it takes back. */
  readonly undoes: string | null;
  /** Whether it can be taken back: approved, and not taken back already. */
  readonly undoable: boolean;
}

const CHANGE = `c.id, c.unit_id AS "unitId", unit.short_vi AS "unitName", c.body, c.document,
    CASE WHEN c.approved_at IS NOT NULL THEN 'approved' WHEN c.rejected_at IS NOT NULL THEN 'rejected' ELSE 'proposed' END AS state,
    c.proposed_by AS "proposedBy", proposer.full_name AS "proposedByName", c.proposed_at AS "proposedAt",
    decider.full_name AS "decidedByName", coalesce(c.approved_at, c.rejected_at) AS "decidedAt", c.rejected_reason AS "rejectedReason",
    c.moved, c.undoes, c.inverse IS NOT NULL AND NOT EXISTS (
      SELECT FROM calendar_change u WHERE u.undoes = c.id AND u.rejected_at IS NULL) AS undoable
  FROM calendar_change c JOIN unit ON unit.id = c.unit_id JOIN officer proposer ON proposer.id = c.proposed_by
    LEFT JOIN officer decider ON decider.id = coalesce(c.approved_by, c.rejected_by)`;

/** Who does something, and when. */
export interface Editing {
  readonly officerId: string;
  readonly now: Temporal.Instant;
}

/** The changes, open ones first, then the latest. */
export function listChanges(tx: Transaction): Promise<CalendarChange[]> {
  return tx.rows<CalendarChange>(`SELECT ${CHANGE} ORDER BY num_nonnulls(c.approved_at, c.rejected_at), c.proposed_at DESC LIMIT 200`);
}

/** Throws `not-found`. */
export function getChange(tx: Transaction, id: string): Promise<CalendarChange> {
  return tx.one<CalendarChange>(`SELECT ${CHANGE} WHERE c.id = $1`, [id]);
}

/** Locks a change that waits for its decision. Throws `not-found`, `calendar.change-decided`. */
export async function lockProposed(tx: Transaction, id: string): Promise<CalendarChange> {
  await tx.one('SELECT FROM calendar_change WHERE id = $1 FOR UPDATE', [id]);
  const change = await getChange(tx, id);
  if (change.state !== 'proposed') throw new DomainError('calendar.change-decided');
  return change;
}

export async function insertChange(tx: Transaction, id: string, unitId: string, body: CalendarChangeBody, document: string, { officerId, now }: Editing, undoes: string | null = null): Promise<void> {
  await tx.execute(
    'INSERT INTO calendar_change (id, unit_id, body, document, proposed_by, proposed_at, undoes) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [id, unitId, JSON.stringify(body), document, officerId, now.toString(), undoes]);
  await note(tx, { change: id, officer: officerId, at: now, unitId, document }, [{ act: 'proposed', subject: null, before: null, after: body }]);
}

export async function rejectChange(tx: Transaction, change: CalendarChange, reason: string, { officerId, now }: Editing): Promise<void> {
  await tx.execute('UPDATE calendar_change SET rejected_by = $2, rejected_at = $3, rejected_reason = $4 WHERE id = $1', [change.id, officerId, now.toString(), reason]);
  await note(tx, { change: change.id, officer: officerId, at: now, unitId: change.unitId, document: change.document }, [{ act: 'rejected', subject: reason, before: null, after: null }]);
}

/** What an approved change takes back; nothing for one that only opened a year. */
export async function findInverse(tx: Transaction, id: string): Promise<CalendarChangeBody | undefined> {
  return (await tx.maybeOne<{ inverse: CalendarChangeBody }>('SELECT inverse FROM calendar_change WHERE id = $1 AND inverse IS NOT NULL', [id]))?.inverse;
}

/** A line of the edit log, which nobody can rewrite. */
export interface CalendarLogLine {
  readonly at: string;
  readonly officerName: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly act: 'proposed' | 'approved' | 'rejected' | 'day-set' | 'day-removed' | 'hours-set' | 'year-opened';
  /** The date, the first day of hours, the year, or the reason of a refusal. */
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly document: string | null;
}

/** The edit log of a unit, or of all, the latest first. */
export function readCalendarLog(tx: Transaction, unitId?: string): Promise<CalendarLogLine[]> {
  return tx.rows<CalendarLogLine>(
    `SELECT l.at, o.full_name AS "officerName", l.unit_id AS "unitId", unit.short_vi AS "unitName", l.act, l.subject, l.before, l.after, l.document
     FROM calendar_log l JOIN unit ON unit.id = l.unit_id LEFT JOIN officer o ON o.id = l.officer_id
     WHERE $1::text IS NULL OR l.unit_id = $1 ORDER BY l.id DESC LIMIT 300`, [unitId ?? null]);
}

interface Occasion {
  readonly change: string;
  readonly officer: string;
  readonly at: Temporal.Instant;
  readonly unitId: string;
  readonly document: string;
}

export interface NotedEdit {
  readonly act: CalendarLogLine['act'];
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** Writes edits into the log. */
export async function note(tx: Transaction, { change, officer, at, unitId, document }: Occasion, edits: readonly NotedEdit[]): Promise<void> {
  await tx.execute(
    `INSERT INTO calendar_log (at, change_id, officer_id, unit_id, act, subject, before, after, document)
     SELECT $1, $2, $3, $4, act, subject, nullif(before, 'null'), nullif(after, 'null'), $5
     FROM ROWS FROM (jsonb_to_recordset($6::jsonb) AS (act text, subject text, before jsonb, after jsonb)) WITH ORDINALITY AS row (act, subject, before, after, n) ORDER BY n`,
    [at.toString(), change, officer, unitId, document, JSON.stringify(edits)]);
}
