import { due, dueSoonAt, explain, type DueResult, type Pause, type PauseCause, type WorkingCalendar } from '@app/calendar';
import type { Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';

/** One entry of a dossier's clock: why it started, stood still or stopped. */
export interface ClockEntry {
  readonly seq: number;
  readonly kind: 'start' | 'pause' | 'resume' | 'stop';
  readonly at: string;
  readonly cause: PauseCause | null;
  readonly basis: string | null;
}

/** The ledger of a dossier in its order. */
export async function readLedger(tx: Transaction, dossierId: string): Promise<ClockEntry[]> {
  return tx.rows<ClockEntry>('select seq, kind, at, cause, basis from clock_entry where dossier_id = $1 order by seq, at', [dossierId]);
}

/** The pauses a ledger tells of; the last one may still be open. */
export function pausesOf(ledger: readonly ClockEntry[]): Pause[] {
  const pauses: Pause[] = [];
  let open: ClockEntry | undefined;
  for (const entry of ledger) {
    if (entry.kind === 'pause') open = entry;
    if (entry.kind === 'resume' && open) {
      pauses.push(pauseBetween(open, entry.at));
      open = undefined;
    }
  }
  if (open) pauses.push(pauseBetween(open, undefined));
  return pauses;
}

function pauseBetween(start: ClockEntry, to: string | undefined): Pause {
  return {
    from: Temporal.Instant.from(start.at),
    ...(to === undefined ? {} : { to: Temporal.Instant.from(to) }),
    cause: start.cause ?? 'supplement',
    ...(start.basis === null ? {} : { basis: start.basis }),
  };
}

/**
 * The due date of a ledger with its explanation: derived by one pure function, never overwritten. A preview before
 * receipt, the stored date and the printed one all come from here.
 * @throws DomainError calendar.no-hours, calendar.year-not-loaded
 */
export function dueFrom(procedure: Procedure, calendar: WorkingCalendar, start: Temporal.Instant, pauses: readonly Pause[] = []): DueResult {
  const limit = procedure.timeLimit;
  return due(calendar, {
    from: start,
    limit: 'sameDay' in limit ? { sameDay: true, cutoff: limit.cutoff } : { value: limit.value, unit: limit.unit },
    ends: 'sameDay' in limit ? 'close-of-day' : limit.ends,
    pauses,
  });
}

/** A promise date as the dossier row keeps it: the date, when it becomes "due soon", and its explanation. */
export interface StoredPromise {
  readonly due_at: string;
  readonly due_soon_at: string;
  readonly due_trace: string;
}

/**
 * Works a promise date out for storing.
 * @throws Error while the clock stands: then there is no date to store
 */
export function promiseOf(procedure: Procedure, calendar: WorkingCalendar, start: Temporal.Instant, pauses: readonly Pause[] = []): StoredPromise {
  const promise = dueFrom(procedure, calendar, start, pauses);
  if (promise.at === null) throw new Error('a clock that stands has no promise date');
  const soon = dueSoonAt(calendar, { countsFrom: promise.countsFrom, at: promise.at, pauses });
  return { due_at: promise.at.toString(), due_soon_at: soon.toString(), due_trace: JSON.stringify(explain(promise.trace)) };
}
