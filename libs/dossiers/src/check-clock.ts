import type { WorkingCalendar } from '@app/calendar';
import { promiseOf, stands, type ClockEntry } from './clock-ledger.js';
import type { DossierRow } from './dossier-row.js';
import type { JournalBody, JournalFault } from './journal.js';

/** What a promise date is checked by. */
export interface ClockCheck {
  readonly row: Pick<DossierRow, 'id' | 'clock_state' | 'due_at' | 'time_limit' | 'is_open'>;
  readonly bodies: readonly JournalBody[];
  readonly ledger: readonly ClockEntry[];
  /** The hours of the receiving unit as they are now. */
  readonly calendar: WorkingCalendar;
  /** When the calendar was last changed; null when it never was. */
  readonly calendarChangedAt: string | null;
  /** Whether the dossier still waits to be told of such a change. */
  readonly calendarChangePending: boolean;
}

/** Entries with which the promise date is derived anew; while the clock stands the last one stays, until it goes on or is stopped. */
function derives(entry: ClockEntry, ledger: readonly ClockEntry[]): boolean {
  return entry.kind === 'stop' ? stands(ledger.filter(({ seq }) => seq < entry.seq)) : entry.kind !== 'pause';
}

/**
 * Derives the promise date from the ledger and compares it with the stored one. A date that was derived before the
 * calendar changed, and is not derived again because the clock stands or the dossier is closed, cannot be compared.
 */
export function checkClock({ row, bodies, ledger, calendar, calendarChangedAt, calendarChangePending }: ClockCheck): JournalFault[] {
  const limit = row.time_limit;
  const hasStarted = ledger.some(({ kind }) => kind === 'start');
  if (limit === null || !hasStarted) {
    return limit === null && !hasStarted ? [] : [{ dossier: row.id, seq: bodies.length, fault: 'the clock has a limit without a start, or a start without a limit' }];
  }
  const derivations = bodies.filter(({ seq, event }) => event === 'calendarChanged' || ledger.some((entry) => entry.seq === seq && derives(entry, ledger)));
  for (const { seq, at } of derivations.toReversed()) {
    const promise = promiseOf(limit, calendar, ledger.filter((entry) => entry.seq <= seq));
    if (promise === undefined) continue;
    const isCurrent = row.is_open && row.clock_state === 'running' ? !calendarChangePending : calendarChangedAt === null || Date.parse(at) > Date.parse(calendarChangedAt);
    if (!isCurrent || (row.due_at !== null && Date.parse(row.due_at) === Date.parse(promise.due_at))) return [];
    return [{ dossier: row.id, seq, fault: `the dossier is due at ${row.due_at}, but its clock gives ${promise.due_at}` }];
  }
  return [];
}
