import type { WorkingCalendar } from '@app/calendar';
import type { Transaction } from '@app/database';
import { DomainError, localDate, type Localized } from '@app/kernel';
import { promiseOf, readLedger, type ClockEntry } from '../clock-ledger.js';
import { clockUnit, getDossier, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';

/** Where an extension would move the appointed date if it were signed now, with the explanation of the new date. */
export interface ExtensionPreview {
  readonly days: number;
  readonly from: string;
  readonly to: string;
  readonly trace: Localized[];
}

/**
 * The date an extension would give, derived as the act derives it: nobody types a date.
 * @param days working days, 1 to 60
 * @throws DomainError not-found, extension.clock-stands, extension.too-late
 */
export async function previewExtension(tx: Transaction, world: DossierWorld, id: string, days: number, now: Temporal.Instant): Promise<ExtensionPreview> {
  const dossier = await getDossier(tx, id);
  const [ledger, calendar] = await Promise.all([readLedger(tx, dossier.id), world.calendarOf(clockUnit(dossier))]);
  const preview = extendedBy(dossier, ledger, calendar, days, now);
  // The apology goes out at the latest one day before the deadline (Decree 61/2018).
  if (localDate(now) >= localDate(Temporal.Instant.from(preview.from))) throw new DomainError('extension.too-late');
  return preview;
}

/**
 * The same without the question whether it is too late: for a proposal that waits to be signed.
 * @param calendar of the receiving unit
 * @throws DomainError extension.clock-stands
 */
export function extendedBy(dossier: DossierRow, ledger: readonly ClockEntry[], calendar: WorkingCalendar, days: number, now: Temporal.Instant): ExtensionPreview {
  const { due_at: from, time_limit: limit } = dossier;
  if (dossier.clock_state !== 'running' || from === null || limit === null) throw new DomainError('extension.clock-stands');
  const promise = promiseOf(limit, calendar, [...ledger, {
    seq: dossier.version + 1, kind: 'extend', at: now.toString(), cause: null, basis: null, source: null, amount: { value: days, unit: 'working-days' },
  }]);
  if (promise === undefined) throw new DomainError('extension.clock-stands');
  return { days, from, to: promise.due_at, trace: JSON.parse(promise.due_trace) as Localized[] };
}
