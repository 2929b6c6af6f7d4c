import { due, dueSoonAt, explain, type DueResult, type Pause, type PauseCause, type TimeLimit, type WorkingCalendar } from '@app/calendar';
import { limitReason, type Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { TimeAmount } from '@app/workflow';
import { measured } from './time-amount.js';

/** The time limit of a dossier as frozen at its receipt. */
export type FrozenLimit = Procedure['timeLimit'];

/** One entry of a dossier's clock: why it started, stood still, was extended or stopped. */
export interface ClockEntry {
  readonly seq: number;
  readonly kind: 'start' | 'pause' | 'resume' | 'extend' | 'stop';
  readonly at: string;
  readonly cause: PauseCause | null;
  /** The article or document behind it, as the explanation cites it. */
  readonly basis: string | null;
  /** The record behind a pause (an outage); of two pauses of one cause each ends with its own. */
  readonly source: string | null;
  /** By how much an extension moves the date. */
  readonly amount: TimeAmount | null;
}

/** The ledger of a dossier in its order. */
export async function readLedger(tx: Transaction, dossierId: string): Promise<ClockEntry[]> {
  return tx.rows<ClockEntry>('select seq, kind, at, cause, coalesce(basis, document) as basis, source, amount from clock_entry where dossier_id = $1 order by seq, at', [dossierId]);
}

/** The pauses a ledger tells of; those not ended by the stop may still be open. */
export function pausesOf(ledger: readonly ClockEntry[]): Pause[] {
  const pauses: Pause[] = [];
  const open = new Map<string, ClockEntry>();
  for (const entry of ledger) {
    const key = `${entry.cause} ${entry.source ?? ''}`;
    if (entry.kind === 'pause') open.set(key, entry);
    const begun = entry.kind === 'stop' ? [...open.values()] : entry.kind === 'resume' ? [open.get(key)] : [];
    for (const start of begun) if (start !== undefined) pauses.push(pauseBetween(start, entry.at));
    if (entry.kind === 'resume') open.delete(key);
    if (entry.kind === 'stop') open.clear();
  }
  return [...pauses, ...[...open.values()].map((start) => pauseBetween(start, undefined))];
}

function pauseBetween(start: ClockEntry, to: string | undefined): Pause {
  return {
    from: Temporal.Instant.from(start.at),
    ...(to === undefined ? {} : { to: Temporal.Instant.from(to) }),
    cause: start.cause ?? 'supplement',
    ...(start.basis === null ? {} : { basis: start.basis }),
  };
}

/** Whether the clock of a ledger stands. */
export function stands(ledger: readonly ClockEntry[]): boolean {
  return pausesOf(ledger).some(({ to }) => to === undefined);
}

/** The one extension of a ledger. */
export function extensionOf(ledger: readonly ClockEntry[]): TimeAmount | undefined {
  return ledger.find((entry) => entry.kind === 'extend')?.amount ?? undefined;
}

/**
 * The due date with its explanation: derived by one pure function, never overwritten. A preview before receipt, the
 * stored date and the printed one all come from here. An extension is counted on from the date it extends.
 * @throws DomainError calendar.no-hours, calendar.year-not-loaded
 */
export function dueFrom(limit: FrozenLimit, calendar: WorkingCalendar, start: Temporal.Instant, pauses: readonly Pause[] = [], extension?: TimeAmount): DueResult {
  const ends = 'sameDay' in limit ? 'close-of-day' : limit.ends;
  const promise = due(calendar, { from: start, limit: counted(limit), ends, pauses });
  if (extension === undefined || promise.at === null) return promise;
  // A close of day is the last minute of that day, which is not counted again.
  const from = ends === 'close-of-day' ? promise.at.subtract({ minutes: 1 }) : promise.at;
  const further = due(calendar, { from, limit: measured(extension), ends, pauses });
  return { ...further, countsFrom: promise.countsFrom, trace: [...promise.trace, ...further.trace] };
}

/** A procedure's limit as the calendar counts it. */
function counted(limit: FrozenLimit): TimeLimit {
  if ('sameDay' in limit) return { sameDay: true, cutoff: limit.cutoff };
  return 'parts' in limit ? { parts: limit.parts } : { value: limit.value, unit: limit.unit };
}

/** The due date a whole ledger gives. @throws Error when the clock never started */
export function dueOf(limit: FrozenLimit, calendar: WorkingCalendar, ledger: readonly ClockEntry[]): DueResult {
  const start = ledger.find((entry) => entry.kind === 'start');
  if (start === undefined) throw new Error('a clock that never started has no due date');
  return dueFrom(limit, calendar, Temporal.Instant.from(start.at), pausesOf(ledger), extensionOf(ledger));
}

/** A promise date as the dossier row keeps it: the date, when it becomes "due soon", and its explanation. */
export interface StoredPromise {
  readonly due_at: string;
  readonly due_soon_at: string;
  readonly due_trace: string;
}

/** Works a promise date out for storing; nothing while the clock stands, when there is no date to store. */
export function promiseOf(limit: FrozenLimit, calendar: WorkingCalendar, ledger: readonly ClockEntry[]): StoredPromise | undefined {
  const promise = dueOf(limit, calendar, ledger);
  if (promise.at === null) return undefined;
  const soon = dueSoonAt(calendar, { countsFrom: promise.countsFrom, at: promise.at, pauses: pausesOf(ledger) });
  return { due_at: promise.at.toString(), due_soon_at: soon.toString(), due_trace: JSON.stringify([...[limitReason(limit)].filter((line) => line !== undefined), ...explain(promise.trace)]) };
}
