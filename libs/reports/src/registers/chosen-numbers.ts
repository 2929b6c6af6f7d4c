import type { CatalogueService } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { DossierWorld } from '@app/dossiers';
import type { RegisterName, RegisterQuery } from './register.js';

/** What a register is read with. */
export interface RegisterReader {
  readonly tx: Transaction;
  readonly world: DossierWorld;
  readonly catalogue: CatalogueService;
  /** The units whose books may be read. */
  readonly units: readonly string[];
  readonly now: Temporal.Instant;
}

/** So many lines from a place on. */
export interface RegisterPart {
  readonly offset: number;
  readonly limit: number;
}

/** The bounds of a query as instants, and the series of numbers its book consists of. */
export interface Bounds {
  readonly series: string;
  readonly units: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly asOf: string;
  readonly procedure: string | null;
  readonly holder: string | null;
}

/** The result whose numbers are the book of extracts. */
const EXTRACTS = 'document:KQ.G15.000342';
const SERIES: Readonly<Record<RegisterName, string>> = { dossiers: 'dossier', outgoing: 'document:%', 'certified-copies': 'register:certified-copies', extracts: EXTRACTS };

const startOf = (day: string, later = 0): string => Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant().toString();

export function boundsOf(name: RegisterName, query: RegisterQuery, { units, now }: Pick<RegisterReader, 'units' | 'now'>): Bounds {
  return {
    series: SERIES[name],
    units: query.unit === undefined ? units : units.filter((each) => each === query.unit),
    from: startOf(query.from), until: startOf(query.to, 1),
    // What the act of this very moment wrote belongs to it.
    asOf: query.asOf === undefined ? now.add({ microseconds: 1 }).toString() : startOf(query.asOf, 1),
    procedure: query.procedure ?? null, holder: query.holder ?? null,
  };
}

/** The lines of a book: one for each number of its series that was given, in the order of the numbers. Parameters $1 to $7. */
export const CHOSEN = `
  chosen as (
    select n.*, d.procedure_code, d.procedure_version, d.delivery
      from issued_number n join dossier d on d.id = n.dossier_id
     where n.series like $1 and n.unit_id = any ($2) and n.at >= $3::timestamptz and n.at < $4::timestamptz and n.at < $5::timestamptz
       and ($6::text is null or d.procedure_code = $6)
       and ($7::text is null or exists (select 1 from holding h where h.dossier_id = d.id and h.unit_id = $7 and h.since < $5::timestamptz and (h.until is null or h.until >= $5::timestamptz)))
  )`;

export const parametersOf = ({ series, units, from, until, asOf, procedure, holder }: Bounds): unknown[] => [series, units, from, until, asOf, procedure, holder];
