import { localDate } from '@app/kernel';
import type { Transaction } from '@app/database';

/** A series of numbers: of one unit, one kind and one period, counted from 1. */
export interface NumberSeries {
  /** `dossier`, `document:<kind>` or `register:<book>`. */
  readonly series: string;
  readonly unitId: string;
  /** A local day or year. */
  readonly period: string;
}

/** What a number is given to: the act that takes it, and when. */
export interface NumberedAct {
  readonly dossierId: string;
  readonly seq: number;
  readonly at: Temporal.Instant;
}

/** How a number is written: what stands before and behind it, and how many digits it has at least. */
interface Writing {
  readonly before?: string;
  readonly digits: number;
  readonly after?: string;
}

/**
 * Takes the next numbers of a series, as many as are wanted, side by side. The counter stays locked until commit, so numbers have no
 * gap and no twin: a rolled-back act gives its numbers back. Each is a row that stays. Called last in a transaction, so that the lock
 * is held for a moment only.
 * @param count one or more
 * @returns the numbers as they are written, in order
 */
export async function takeNumbers(tx: Transaction, { series, unitId, period }: NumberSeries, { before = '', digits, after = '' }: Writing, count: number, of: NumberedAct): Promise<string[]> {
  const taken = await tx.rows<{ label: string }>(
    `with last as (
       insert into counter (series, unit_id, period, value) values ($1, $2, $3, $4)
         on conflict (series, unit_id, period) do update set value = counter.value + $4 returning value
     ), given as (
       insert into issued_number (series, unit_id, period, value, entry, label, dossier_id, seq, at)
         select $1, $2, $3, n.value, n.entry, $5 || lpad(n.value::text, greatest($6, length(n.value::text)), '0') || $7, $8, $9, $10
           from last cross join lateral (select last.value - $4 + each as value, each - 1 as entry from generate_series(1, $4) each) n
         returning entry, label)
     select label from given order by entry`,
    [series, unitId, period, count, before, digits, after, of.dossierId, of.seq, of.at.toString()]);
  return taken.map(({ label }) => label);
}

async function takeNumber(tx: Transaction, series: NumberSeries, writing: Writing, of: NumberedAct): Promise<string> {
  const [label] = await takeNumbers(tx, series, writing, 1, of);
  if (label === undefined) throw new Error(`no number was given in ${series.series}`);
  return label;
}

/** The local date as it stands in a dossier code: `261122`. */
function codeDate(at: Temporal.Instant): string {
  return localDate(at).replaceAll('-', '').slice(2);
}

/** A dossier code `H19.26.01-261122-0007`: unit, day and a gap-free serial of that unit and day (Decision 20/2020/QĐ-TTg). */
export function nextDossierCode(tx: Transaction, unit: { id: string; codeSegment: string }, of: NumberedAct): Promise<string> {
  return takeNumber(tx, { series: 'dossier', unitId: unit.id, period: localDate(of.at) }, { before: `${unit.codeSegment}-${codeDate(of.at)}-`, digits: 4 }, of);
}

/**
 * The provisional number of a filing not yet received: `N` + commune code + date + random letters. It is no dossier code and promises nothing;
 * that comes with receipt.
 */
export function filingNumber(communeId: string, at: Temporal.Instant, secret: string): string {
  return `N${communeId.replace(/^c/, '')}-${codeDate(at)}-${secret}`;
}

/** The next numbers of a book of the year, one for each entry: `01`, `02`, … */
export function nextEntries(tx: Transaction, { unitId, book }: { unitId: string; book: string }, count: number, of: NumberedAct): Promise<string[]> {
  return takeNumbers(tx, { series: `register:${book}`, unitId, period: localDate(of.at).slice(0, 4) }, { digits: 2 }, count, of);
}

/** The number of an outgoing paper within its unit and year, with a leading zero under ten (Decree 30/2020, Annex I). */
export function nextDocumentNumber(tx: Transaction, { unitId, kind, symbol }: { unitId: string; kind: string; symbol: string }, of: NumberedAct): Promise<string> {
  const year = localDate(of.at).slice(0, 4);
  return takeNumber(tx, { series: `document:${kind}`, unitId, period: year }, { digits: 2, after: `/${symbol === '' ? year : symbol}` }, of);
}
