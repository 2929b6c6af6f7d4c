import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { DossierWorld } from '../dossier-world.js';
import { laterVersions, type LaterVersionView } from './version-move-view.js';

/** An open dossier on an earlier version of its procedure. */
export interface EarlierDossierView {
  readonly id: string;
  readonly code: string;
  /** The dossier's own version: how many acts it has seen. */
  readonly version: number;
  readonly state: Localized;
  readonly unit: string;
  readonly dueAt?: string;
}

/** The open dossiers of one earlier version, and where they may be moved. */
export interface EarlierVersionView {
  readonly version: number;
  readonly later: LaterVersionView[];
  /** How many the reader sees; of them the first are listed. */
  readonly total: number;
  readonly dossiers: EarlierDossierView[];
}

/** More are not listed, nor moved in one go. */
const MOST = 500;

/** How many open dossiers of a procedure follow an earlier version, by where they stand. */
export interface EarlierCount {
  readonly code: string;
  readonly version: number;
  readonly later: LaterVersionView[];
  readonly total: number;
  readonly states: ReadonlyArray<{ readonly state: Localized; readonly count: number }>;
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly procedure_version: number;
  readonly step_name: Localized;
  readonly unit: string;
  readonly due_at: string | null;
}

/** The open dossiers of a procedure that follow a version before the newest in force, as far as the reader sees them; newest version first. */
export async function earlierDossiers(tx: Transaction, world: DossierWorld, code: string, now: Temporal.Instant): Promise<EarlierVersionView[]> {
  const rows = await tx.rows<Row>(
    `select d.id, coalesce(d.code, d.filing_number) as code, d.version, d.procedure_version, d.step_name, u.short_vi as unit, d.due_at
       from dossier d join unit u on u.id = d.holder_unit where d.procedure_code = $1 and d.is_open order by d.due_at, d.filed_at`, [code]);
  const versions = [...new Set(rows.map(({ procedure_version }) => procedure_version))].toSorted((one, other) => other - one);
  return versions.flatMap((version): EarlierVersionView[] => {
    const later = laterVersions(world, { procedure_code: code, procedure_version: version }, now);
    const on = rows.filter((row) => row.procedure_version === version);
    return later.length === 0 ? [] : [{ version, later, total: on.length, dossiers: on.slice(0, MOST).map(view) }];
  });
}

function view({ id, code, version, step_name: state, unit, due_at: dueAt }: Row): EarlierDossierView {
  return { id, code, version, state, unit, ...(dueAt === null ? {} : { dueAt }) };
}

/** For each procedure the earlier versions that open dossiers follow, as far as the reader sees them, with counts by state; most first. */
export async function countEarlierDossiers(tx: Transaction, world: DossierWorld, now: Temporal.Instant): Promise<EarlierCount[]> {
  const rows = await tx.rows<{ code: string; version: number; state: Localized; count: number }>(
    `select procedure_code as code, procedure_version as version, step_name as state, count(*)::int as count
       from dossier where is_open group by 1, 2, 3 order by 4 desc, 3`);
  const groups = Map.groupBy(rows, ({ code, version }) => `${code} ${version}`);
  return [...groups.values()].flatMap((states): EarlierCount[] => {
    const { code, version } = states[0]!;
    const later = laterVersions(world, { procedure_code: code, procedure_version: version }, now);
    return later.length === 0 ? [] : [{ code, version, later, total: states.reduce((sum, { count }) => sum + count, 0), states: states.map(({ state, count }) => ({ state, count })) }];
  }).toSorted((one, other) => other.total - one.total || one.code.localeCompare(other.code) || other.version - one.version);
}
