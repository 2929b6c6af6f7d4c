import { localDate } from '@app/kernel';
import type { Transaction } from '@app/database';

/**
 * Takes the next number of a series. The row stays locked until commit, so numbers have no gap and no twin: a
 * rolled-back act gives its number back. Called last in a transaction, so that the lock is held for a moment only.
 */
export async function nextNumber(tx: Transaction, series: string, unitId: string, period: string): Promise<number> {
  const { value } = await tx.one<{ value: number }>(
    `insert into counter (series, unit_id, period, value) values ($1, $2, $3, 1)
     on conflict (series, unit_id, period) do update set value = counter.value + 1 returning value`, [series, unitId, period]);
  return value;
}

/** The local date as it stands in a dossier code: `261122`. */
function codeDate(at: Temporal.Instant): string {
  return localDate(at).replaceAll('-', '').slice(2);
}

/** A dossier code `H19.26.01-261122-0007`: unit, day and a gap-free serial of that unit and day (Decision 20/2020/QĐ-TTg). */
export async function nextDossierCode(tx: Transaction, unit: { id: string; codeSegment: string }, at: Temporal.Instant): Promise<string> {
  const serial = await nextNumber(tx, 'dossier', unit.id, localDate(at));
  return `${unit.codeSegment}-${codeDate(at)}-${String(serial).padStart(4, '0')}`;
}

/**
 * The provisional number of a filing not yet received: `N` + commune code + date + random letters. It is no dossier code and promises nothing;
 * that comes with receipt.
 */
export function filingNumber(communeId: string, at: Temporal.Instant, secret: string): string {
  return `N${communeId.replace(/^c/, '')}-${codeDate(at)}-${secret}`;
}

/** The number of an outgoing paper within its unit and year, with a leading zero under ten (Decree 30/2020, Annex I). */
export async function nextDocumentNumber(
  tx: Transaction,
  series: { unitId: string; kind: string; symbol: string },
  at: Temporal.Instant,
): Promise<string> {
  const value = await nextNumber(tx, `document:${series.kind}`, series.unitId, localDate(at).slice(0, 4));
  const number = String(value).padStart(2, '0');
  return series.symbol === '' ? `${number}/${localDate(at).slice(0, 4)}` : `${number}/${series.symbol}`;
}
