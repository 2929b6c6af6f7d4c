import type { OfficerPrincipal } from '@app/access';
import type { Transaction } from '@app/database';
import { fold, type Localized } from '@app/kernel';
import { processRolesOf } from '@app/organisation';
import { STATUS_NAMES, describe, type AlarmKind, type NationalStatus } from '@app/workflow';
import { clockUnit, storedOf, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { actsForMany, type ActingRow } from './acts-for-many.js';
import type { PossibleAct } from './acts-view.js';
import { ANSWERING_UNIT } from './alarm-owner.js';
import { badgesOf, type BadgeView } from './badges.js';
import { madeLate, rowShares, SHARED_COLUMNS, type RowShareView, type SharedRow } from './row-shares.js';
import { timeView, type TimeView } from './time-view.js';
import { unitView, type UnitView } from './unit-view.js';
import { readWhereabouts, type WhereaboutsView } from './whereabouts.js';

/** Which list an officer looks at; `review` is what the unit holds and what is on its way to it, `sent` what it received and another agency has. */
export type ListName = 'mine' | 'unit' | 'incoming' | 'review' | 'sent' | 'all';

export interface DossierListQuery {
  readonly list?: ListName;
  /** Code tail. */
  readonly code?: string;
  readonly procedure?: string;
  readonly commune?: string;
  readonly state?: 'open' | 'closed';
  /** What the officer has in hand or is called in for, or what nobody of the unit has taken up. */
  readonly lead?: 'me' | 'nobody';
  /** Only what has an alarm that the officer's units have to answer. */
  readonly alarms?: 'open';
  /** Only what was late while this unit had it. */
  readonly lateBy?: string;
  /** Only these, as found by a search. */
  readonly ids?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
}

export { unitView, type UnitView };

export interface DossierRowView extends TimeView {
  readonly id: string;
  readonly code: string;
  readonly received: boolean;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly status: number;
  readonly statusName: Localized;
  readonly stepName: Localized;
  readonly holder: UnitView;
  readonly addressee?: UnitView;
  readonly commune: UnitView;
  readonly channel: string;
  readonly round: number;
  readonly dueAt?: string;
  readonly filedAt: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly leadName?: string;
  readonly badges: BadgeView[];
  /** Who held the clock how long, and who of them made it late. */
  readonly shares: RowShareView[];
  readonly where: WhereaboutsView;
  /** The acts this officer may do on it together with other dossiers. */
  readonly manyActs: PossibleAct[];
}

/** How many dossiers each list has, and how many of the list looked at each narrowing leaves. */
export interface ListCounts {
  readonly mine: number;
  readonly unit: number;
  readonly incoming: number;
  readonly sent: number;
  readonly all: number;
  readonly assignedToMe: number;
  readonly unassigned: number;
  readonly alarms: number;
}

export interface DossierListView {
  readonly rows: DossierRowView[];
  readonly counts: ListCounts;
  readonly total: number;
  /** Whose dossiers of the list were late while they had them, and how many each. */
  readonly lateBy: Array<{ readonly unit: UnitView; readonly count: number }>;
}

interface ListRow extends ActingRow, SharedRow, Pick<DossierRow, 'authority' | 'received_at' | 'competent_commune' | 'calendar_unit'> {
  id: string; filing_number: string; code: string | null; procedure_code: string; procedure_version: number; owner_name: string; status: NationalStatus;
  step_name: Localized; holder_unit: string; addressee_unit: string | null; commune: string; receiving_unit: string; channel: string; round: number;
  clock_state: 'not-started' | 'running' | 'paused' | 'stopped'; due_at: string | null; due_soon_at: string | null; closed_at: string | null;
  filed_at: string; updated_at: string; version: number; lead_name: string | null;
  head_pending: boolean; consulted_units: readonly string[]; alarms: AlarmKind[] | null;
}

/** Whether the officer does the work of a role in a unit: for every procedure, or standing in for some only. */
const worksAt = (unit: string, role: string): string => `(${unit} || ':' || ${role} = any ($2) or ${unit} || ':' || ${role} || ':' || d.procedure_code = any ($2))`;

/**
 * The condition of each list; `$1` = own units and those stood in for, `$2` = unit:role pairs there, some with a procedure, `$3` = the
 * officer, `$4` = the officer and whoever is away. Counts and rows use the same words.
 */
const LISTS: Readonly<Record<ListName, string>> = {
  mine: `d.is_open and ((d.addressee_unit is null and ${worksAt('d.holder_unit', 'd.holder_role')}) or (d.head_pending and ${worksAt('d.head_unit', "'leader'")}))`,
  unit: `d.is_open and d.holder_unit = any ($1)`,
  incoming: `d.is_open and (d.addressee_unit = any ($1) or d.consulted_units && $1)`,
  review: `d.is_open and (d.holder_unit = any ($1) or d.addressee_unit = any ($1) or d.consulted_units && $1)`,
  // Received here, and with another agency now: in another commune, or at the province.
  sent: `d.is_open and d.receiving_unit = any ($1) and not exists (select 1 from unit u where u.id = d.holder_unit and d.commune in (u.id, u.parent_id))`,
  all: 'true',
};

/** The narrowings of a list. */
const NARROWED = {
  me: `(d.assignee = any ($4::uuid[]) or d.cooperators && $4::uuid[])`,
  nobody: `d.is_open and d.assignee is null`,
  alarms: `d.is_open and exists (select 1 from alarm a where a.dossier_id = d.id and a.cleared_at is null and ${ANSWERING_UNIT} = any ($1))`,
} as const;

/** The units an officer sits in or stands in at, with each the process roles held there, and whose dossiers are the officer's in hand. */
function placesOf({ officerId, posts }: OfficerPrincipal): { units: string[]; pairs: string[]; selves: string[] } {
  return {
    units: [...new Set(posts.map((post) => post.unitId))],
    pairs: posts.flatMap((post) => processRolesOf(post.role).flatMap((role) => {
      const pair = `${post.unitId}:${role}`;
      return post.procedures === undefined ? [pair] : [...post.procedures].map((procedure) => `${pair}:${procedure}`);
    })),
    selves: [...new Set([officerId, ...posts.flatMap((post) => (post.for?.basis === 'absence' ? [post.for.officerId] : []))])],
  };
}

/** One list of an officer's dossiers, due first, with the counts of all four from the same conditions. */
export async function listDossiers(tx: Transaction, world: DossierWorld, principal: OfficerPrincipal, query: DossierListQuery, now: Temporal.Instant): Promise<DossierListView> {
  const { units, pairs, selves } = placesOf(principal);
  const params: unknown[] = [units, pairs, principal.officerId, selves, now.toString()];
  const where = [LISTS[query.list ?? 'mine']];
  const add = (sql: string, value: unknown): void => {
    params.push(value);
    where.push(sql.replace('?', `$${params.length}`));
  };
  if (query.code) add(`d.code like ?`, `%${query.code.toUpperCase()}`);
  if (query.procedure) add('d.procedure_code = ?', query.procedure);
  if (query.commune) add('d.commune = ?', query.commune);
  if (query.state) where.push(query.state === 'open' ? 'd.closed_at is null' : 'd.closed_at is not null');
  if (query.ids) add('d.id = any (?)', query.ids);
  // Naming the parameters keeps their types known where a list does not use them.
  const known = '$1::text[] is not null and $2::text[] is not null and $3::uuid is not null and $4::uuid[] is not null and $5::timestamptz is not null';
  const condition = [known, ...where].join(' and ');
  params.push(query.lateBy ?? null);
  const narrowed = [
    ...(query.lead ? [NARROWED[query.lead]] : []), ...(query.alarms ? [NARROWED.alarms] : []),
    `($${params.length}::text is null or exists (select 1 from holding h where h.unit_id = $${params.length} and ${madeLate('$5')}))`,
  ].join(' and ');
  const [rows, narrowing, counts, lateUnits] = await Promise.all([
    tx.rows<ListRow>(
      `select d.id, d.filing_number, d.code, d.procedure_code, d.procedure_version, p.full_name as owner_name, d.status, d.step_name, d.holder_unit,
              d.addressee_unit, d.commune, d.receiving_unit, d.calendar_unit, d.channel, d.round, d.clock_state, d.due_at, d.due_soon_at, d.closed_at, d.filed_at, d.updated_at,
              d.version, d.value, d.context, d.authority, d.received_at, d.competent_commune, o.full_name as lead_name, d.head_pending, d.head_unit, d.consulted_units,
              d.assignee, d.cooperators, d.authors, exists (select 1 from dossier_officer f where f.dossier_id = d.id and f.officer_id = $3 and f.part = 'follow' and f.until is null) as following,
              (select json_agg(a.kind order by a.raised_at) from alarm a where a.dossier_id = d.id and a.cleared_at is null) as alarms,${SHARED_COLUMNS}
         from dossier d join dossier_person p on p.dossier_id = d.id and p.role = 'owner' left join officer o on o.id = d.assignee
        where ${condition} and ${narrowed}
        order by d.closed_at is not null, d.due_at nulls last, d.filed_at desc, d.id limit $${params.length + 1} offset $${params.length + 2}`,
      [...params, query.limit ?? 50, query.offset ?? 0]),
    tx.one<Pick<ListCounts, 'assignedToMe' | 'unassigned' | 'alarms'> & { total: number }>(
      `select count(*) filter (where ${narrowed})::int as total, count(*) filter (where ${NARROWED.me})::int as "assignedToMe",
              count(*) filter (where ${NARROWED.nobody})::int as unassigned, count(*) filter (where ${NARROWED.alarms})::int as alarms
         from dossier d where ${condition}`, params),
    tx.one<Pick<ListCounts, 'mine' | 'unit' | 'incoming' | 'sent' | 'all'>>(
      `select count(*) filter (where ${LISTS.mine})::int as mine, count(*) filter (where ${LISTS.unit})::int as unit,
              count(*) filter (where ${LISTS.incoming})::int as incoming, count(*) filter (where ${LISTS.sent})::int as sent, count(*)::int as all
         from dossier d where ${known}`, params.slice(0, 5)),
    tx.rows<{ unit_id: string; count: number }>(
      `select h.unit_id, count(distinct d.id)::int as count from dossier d join holding h on ${madeLate('$5')}
        where ${condition} and ($${params.length}::text is null or true) group by 1 order by 2 desc, 1`, params),
  ]);
  const whereabouts = await readWhereabouts(tx, world, rows.map(({ id }) => id));
  const { total, ...narrowings } = narrowing;
  return {
    rows: await Promise.all(rows.map((row) => rowView(row, whereabouts.get(row.id)!, { tx, world, principal, ownUnits: new Set(units), now }))),
    counts: { ...counts, ...narrowings },
    total,
    lateBy: await Promise.all(lateUnits.map(async ({ unit_id, count }) => ({ unit: await unitView(world, unit_id), count }))),
  };
}

/** Finds dossiers the officer may see by code tail, identity number, phone or name, with or without accents. */
export async function findDossiers(tx: Transaction, world: DossierWorld, principal: OfficerPrincipal, text: string, now: Temporal.Instant): Promise<DossierListView> {
  const found = await tx.rows<{ id: string }>('select find_dossiers($1, $2, 50) as id', [text.trim(), fold(text)]);
  return listDossiers(tx, world, principal, { list: 'all', ids: found.map(({ id }) => id) }, now);
}

interface Reading {
  readonly tx: Transaction;
  readonly world: DossierWorld;
  readonly principal: OfficerPrincipal;
  readonly ownUnits: ReadonlySet<string>;
  readonly now: Temporal.Instant;
}

async function rowView(row: ListRow, where: WhereaboutsView, { tx, world, principal, ownUnits, now }: Reading): Promise<DossierRowView> {
  const calendar = await world.calendarOf(clockUnit(row));
  const { procedure, machine } = await world.procedureOf(tx, row, now);
  return {
    id: row.id,
    code: row.code ?? row.filing_number,
    received: row.code !== null,
    procedureCode: row.procedure_code,
    procedureName: procedure.name.vi,
    ownerName: row.owner_name,
    status: row.status,
    statusName: STATUS_NAMES[row.status],
    stepName: row.step_name,
    holder: await unitView(world, row.holder_unit),
    ...(row.addressee_unit === null ? {} : { addressee: await unitView(world, row.addressee_unit) }),
    commune: await unitView(world, row.commune),
    channel: row.channel,
    round: row.round,
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    ...timeView(row, describe(machine, storedOf(row)), calendar, now),
    filedAt: row.filed_at,
    updatedAt: row.updated_at,
    version: row.version,
    ...(row.lead_name === null ? {} : { leadName: row.lead_name }),
    badges: badgesOf(row, ownUnits),
    shares: await rowShares(row, calendar, world, now),
    where,
    manyActs: actsForMany(machine, row, principal),
  };
}
