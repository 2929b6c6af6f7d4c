import type { CatalogueService } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { REUSE_CLASSES, unitView, type ClassTally, type DossierWorld, type ReuseClass, type Tally } from '@app/dossiers';
import { localDate, type Localized } from '@app/kernel';

/** What a row of the report stands for, from the whole down to one dossier. */
export type OnceOnlyLevel = 'procedure' | 'unit' | 'month' | 'dossier';

/** Each part that is fixed opens the next level: a procedure its units, a unit its months, a month its dossiers. */
export interface OnceOnlyQuery {
  /** Months of receipt, `YYYY-MM`, both included. */
  readonly from: string;
  readonly to: string;
  readonly procedure?: string;
  readonly unit?: string;
  readonly month?: string;
}

export interface OnceOnlyFigures {
  /** Dossiers; a linked group counts once. */
  readonly count: number;
  readonly fields: Tally;
  readonly papers: Tally;
  readonly classes: Readonly<Partial<Record<ReuseClass, ClassTally>>>;
}

export interface OnceOnlyRow extends OnceOnlyFigures {
  /** Code of the procedure, id of the unit, the month, or id of the dossier. */
  readonly key: string;
  readonly name: Localized;
  /** Of a single dossier. */
  readonly dossier?: OnceOnlyDossier;
}

export interface OnceOnlyDossier {
  readonly code: string;
  readonly receivedAt: string;
  /** Whether it stands for a whole linked group; then it is the first dossier of it. */
  readonly isGroup: boolean;
}

export interface OnceOnlyReport extends OnceOnlyQuery {
  readonly level: OnceOnlyLevel;
  readonly totals: OnceOnlyFigures;
  readonly rows: readonly OnceOnlyRow[];
}

/** A page shows so many dossiers; the totals are those of all. */
export const MOST_DOSSIERS = 500;

interface Row {
  readonly is_total: boolean;
  readonly key: string | null;
  readonly code: string | null;
  readonly received_at: string | null;
  readonly is_group: boolean | null;
  readonly count: number;
  readonly fields: Tally;
  readonly papers: Omit<Tally, 'mismatched'>;
  readonly classes: Readonly<Record<ReuseClass, ClassTally>>;
}

const KEYS: Readonly<Record<OnceOnlyLevel, string>> = { procedure: 'procedure', unit: 'unit', month: 'month', dossier: 'dossier_id::text' };

const LOCAL_MONTH = `to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`;

const tally = (what: string, parts: ReadonlyArray<readonly [name: string, column: string]>): string =>
  `json_build_object(${parts.map(([name, column]) => `'${name}', coalesce(sum(${what}_${column}), 0)::int`).join(', ')})`;

const CLASSES = REUSE_CLASSES.map((key) => `'${key}', json_build_object(${(['reused', 'refused', 'mismatched'] as const)
  .map((fate) => `'${fate}', coalesce(sum((classes #>> '{${key},${fate}}')::int), 0)::int`).join(', ')})`).join(', ');

/**
 * Rows and totals in one statement, so that they agree, over what the reader may see: row security hides the rest from both. Of a linked
 * group the one form it filled in counts, never its dossiers beside.
 */
const statement = (level: OnceOnlyLevel, most: number): string => `
  with scored as (
    select d.id as dossier_id, d.code, d.received_at, d.procedure_code as procedure, d.receiving_unit as unit, false as is_group, s.*
      from dossier d
      join lateral (select fields_needed, fields_not_asked, fields_refused, fields_mismatched, papers_needed, papers_not_asked, papers_refused, classes from once_only_score where dossier_id = d.id) s on true
     where d.linked_group is null and d.received_at >= $2::timestamptz and d.received_at < $3::timestamptz and d.receiving_unit = any ($1)
    union all
    select f.id, f.code, f.received_at, g.group_code, g.receiving_unit, true, s.*
      from linked_group g
      join lateral (select d.id, d.code, d.received_at from linked_member m join dossier d on d.id = m.dossier_id where m.group_id = g.id order by m.position limit 1) f on true
      join lateral (select fields_needed, fields_not_asked, fields_refused, fields_mismatched, papers_needed, papers_not_asked, papers_refused, classes from once_only_score where group_id = g.id) s on true
     where f.received_at >= $2::timestamptz and f.received_at < $3::timestamptz and g.receiving_unit = any ($1)
  ), chosen as (
    select *, ${LOCAL_MONTH} as month from scored
     where ($4::text is null or procedure = $4) and ($5::text is null or unit = $5) and ($6::text is null or ${LOCAL_MONTH} = $6)
  )
  select grouping(${KEYS[level]}) = 1 as is_total, ${KEYS[level]} as key, min(code) as code, min(received_at) as received_at, bool_or(is_group) as is_group, count(*)::int as count,
         ${tally('fields', [['needed', 'needed'], ['notAsked', 'not_asked'], ['refused', 'refused'], ['mismatched', 'mismatched']])} as fields,
         ${tally('papers', [['needed', 'needed'], ['notAsked', 'not_asked'], ['refused', 'refused']])} as papers,
         json_build_object(${CLASSES}) as classes
    from chosen group by grouping sets ((), (${KEYS[level]}))
   order by is_total desc, ${level === 'dossier' ? 'min(received_at), key' : 'key'} limit ${most + 1}`;

/**
 * How much the people did not have to bring, of what the counters of some units received in some months.
 * @param units the centres the reader answers for
 * @param most how many rows at the most
 */
export async function listOnceOnly(
  tx: Transaction, world: DossierWorld, catalogue: CatalogueService, units: readonly string[], query: OnceOnlyQuery, now: Temporal.Instant, most = MOST_DOSSIERS,
): Promise<OnceOnlyReport> {
  const level = levelOf(query);
  const rows = await tx.rows<Row>(statement(level, most), [units, startOf(query.from), startOf(query.to, 1), query.procedure ?? null, query.unit ?? null, query.month ?? null]);
  const today = localDate(now);
  const totals = figures(rows.find(({ is_total: isTotal }) => isTotal)!);
  return { ...query, level, totals, rows: await Promise.all(rows.flatMap((row) => (row.is_total ? [] : [rowOf(row, level, world, catalogue, today)]))) };
}

/** The level that follows what is fixed already. */
function levelOf({ procedure, unit, month }: OnceOnlyQuery): OnceOnlyLevel {
  if (procedure === undefined) return 'procedure';
  if (unit === undefined) return 'unit';
  return month === undefined ? 'month' : 'dossier';
}

/** The first local moment of a month, or of one so many months later. */
function startOf(month: string, later = 0): string {
  return Temporal.PlainYearMonth.from(month).add({ months: later }).toPlainDate({ day: 1 }).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant().toString();
}

function figures({ count, fields, papers, classes }: Row): OnceOnlyFigures {
  return {
    count, fields, papers: { ...papers, mismatched: 0 },
    classes: Object.fromEntries(Object.entries(classes).filter(([, { reused, refused, mismatched }]) => reused + refused + mismatched > 0)),
  };
}

async function rowOf(row: Row, level: OnceOnlyLevel, world: DossierWorld, catalogue: CatalogueService, today: string): Promise<OnceOnlyRow> {
  const key = row.key!;
  if (level === 'dossier') {
    return { ...figures(row), key, name: alike(row.code ?? ''), dossier: { code: row.code ?? '', receivedAt: row.received_at!, isGroup: row.is_group === true } };
  }
  if (level === 'month') return { ...figures(row), key, name: alike(key.split('-').reverse().join('/')) };
  return { ...figures(row), key, name: level === 'unit' ? alike((await unitView(world, key)).name) : nameOf(catalogue, key, today) };
}

const alike = (text: string): Localized => ({ vi: text, en: text });

/** The name of a procedure or linked group; of one that is no longer in force, that of its newest version. */
function nameOf(catalogue: CatalogueService, code: string, today: string): Localized {
  const entry = catalogue.find(code);
  return (catalogue.versionInForce(code, today) ?? catalogue.groupInForce(code, today) ?? entry?.versions[0] ?? entry?.groups?.[0])?.name ?? alike(code);
}
