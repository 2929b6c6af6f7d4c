import type { Transaction } from '@app/database';

/** What happened to a procedure's drafts, proposals and versions. */
export type ProcedureEvent = 'started' | 'taken-over' | 'dropped' | 'proposed' | 'withdrawn' | 'rejected' | 'published' | 'end-proposed' | 'ended';

/** A line to be written. */
export interface NewLogLine {
  readonly code: string;
  readonly event: ProcedureEvent;
  readonly officerId: string;
  readonly now: Temporal.Instant;
  readonly version?: number;
  readonly digest?: string;
  readonly note?: string;
}

/** A line of the log, newest first. */
export interface LogLine {
  readonly event: ProcedureEvent;
  readonly version?: number;
  readonly who: string;
  readonly at: string;
  readonly note?: string;
}

/** Writes a line; the database lets nobody change one. */
export async function writeLog(tx: Transaction, { code, event, officerId, now, version, digest, note }: NewLogLine): Promise<void> {
  await tx.execute('insert into procedure_log (code, event, version, officer_id, at, digest, note) values ($1, $2, $3, $4, $5, $6, $7)', [
    code, event, version ?? null, officerId, now.toString(), digest ?? null, note ?? null,
  ]);
}

/** What happened to a procedure, newest first. */
export async function readLog(tx: Transaction, code: string): Promise<LogLine[]> {
  const rows = await tx.rows<{ event: ProcedureEvent; version: number | null; who: string; at: string; note: string | null }>(
    'select l.event, l.version, o.full_name as who, l.at, l.note from procedure_log l join officer o on o.id = l.officer_id where l.code = $1 order by l.id desc limit 200', [code]);
  return rows.map(({ event, version, who, at, note }) => ({ event, ...(version !== null && { version }), who, at, ...(note !== null && { note }) }));
}
