import type { OfficerPrincipal } from '@app/access';
import { openMinutesBetween, workingTime } from '@app/calendar';
import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import { ALARMS, describe, ruleOf, type AlarmKind } from '@app/workflow';
import { clockUnit, storedOf, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { ANSWERED_BY_HOLDER } from './alarm-owner.js';
import { rowShares, SHARED_COLUMNS, type RowShareView, type SharedRow } from './row-shares.js';
import { timeView, type TimeView } from './time-view.js';
import { unitView, type UnitView } from './unit-view.js';

export interface AlarmListQuery {
  readonly kind?: AlarmKind;
  readonly offset?: number;
  /** With 0 only the counts are told. */
  readonly limit?: number;
}

/** Something that warns: of which dossier, who has to answer, since when. */
export interface AlarmRowView extends TimeView {
  readonly kind: AlarmKind;
  readonly label: Localized;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly stepName: Localized;
  readonly unit: UnitView;
  readonly officer?: string;
  readonly since: string;
  /** The working time since then, by the hours of the unit that has to answer. */
  readonly sinceText: Localized;
  /** The promise date. */
  readonly dueAt?: string;
  /** Who held the clock how long, and who of them made it late. */
  readonly shares: RowShareView[];
  /** The bodies whose opinion is overdue. */
  readonly waitsFor: UnitView[];
}

export interface AlarmListView {
  readonly rows: AlarmRowView[];
  readonly counts: Array<{ readonly kind: AlarmKind; readonly label: Localized; readonly count: number }>;
  /** Of all kinds. */
  readonly total: number;
}

interface ListRow extends SharedRow, Pick<DossierRow, 'code' | 'receiving_unit' | 'calendar_unit' | 'filing_number' | 'procedure_code' | 'procedure_version' | 'step_name' | 'clock_state' | 'due_at' | 'due_soon_at' | 'closed_at' | 'status' | 'value' | 'context' | 'authority' | 'received_at' | 'competent_commune'> {
  counts: Partial<Record<AlarmKind, number>>;
  /** Null in the one row that comes when the page is empty. */
  dossier_id: string | null;
  kind: AlarmKind; unit_id: string; officer_name: string | null; raised_at: string; owner_name: string; waits_for: string[] | null;
}

/** The warnings of the promise date, the strongest first: of one dossier only the strongest is told. */
const OF_THE_DATE: readonly AlarmKind[] = ['overdue', 'dueTomorrow', 'dueSoon'];

/**
 * The open alarms of those units, one of a kind for each dossier, and how many there are of each kind: one statement, so that
 * counts and rows agree. What the holder answers and what others answer are found apart, each by its own index.
 * `$1` = units, `$2` = the warnings of the promise date, `$3` = the only kind wanted, or null.
 */
const READ_ALARMS = `
  with found as (
    select d.id as dossier_id, a.kind, a.raised_at, d.holder_unit as unit_id, d.assignee as officer_id
      from dossier d join alarm a on a.dossier_id = d.id
     where d.is_open and d.holder_unit = any ($1) and a.cleared_at is null and ${ANSWERED_BY_HOLDER}
    union all
    select d.id, a.kind, a.raised_at, a.unit_id, a.officer_id
      from alarm a join dossier d on d.id = a.dossier_id
     where d.is_open and a.unit_id = any ($1) and a.cleared_at is null and not (${ANSWERED_BY_HOLDER})
  ), told as (
    select distinct on (dossier_id, case when kind = any ($2) then 'due' else kind end) * from found
     order by dossier_id, case when kind = any ($2) then 'due' else kind end, array_position($2, kind), raised_at
  )
  select k.counts, r.*
    from (select coalesce(json_object_agg(kind, count), '{}') as counts from (select kind, count(*)::int as count from told group by kind) each) k
    left join lateral (
      select t.dossier_id, t.kind, t.raised_at, t.unit_id, o.full_name as officer_name, p.full_name as owner_name,
             d.code, d.filing_number, d.procedure_code, d.procedure_version, d.authority, d.received_at, d.competent_commune, d.step_name, d.clock_state, d.due_at, d.due_soon_at, d.closed_at, d.status, d.value, d.context, d.receiving_unit, d.calendar_unit,${SHARED_COLUMNS},
             case when t.kind = 'consultationOverdue' then (
               select json_agg(c.unit_id order by c.due_at, c.unit_id) from consultation c where c.dossier_id = t.dossier_id and c.overdue_at is not null and c.outcome is null) end as waits_for
        from told t join dossier d on d.id = t.dossier_id join dossier_person p on p.dossier_id = d.id and p.role = 'owner' left join officer o on o.id = t.officer_id
       where $3::text is null or t.kind = $3
       order by t.raised_at, t.dossier_id, t.kind limit $4 offset $5) r on true`;

/** What warns in an officer's units, those below included where the officer answers for them; the oldest first. */
export async function listAlarms(tx: Transaction, world: DossierWorld, principal: OfficerPrincipal, query: AlarmListQuery, now: Temporal.Instant): Promise<AlarmListView> {
  const rows = await tx.rows<ListRow>(READ_ALARMS, [principal.units, OF_THE_DATE, query.kind ?? null, query.limit ?? 100, query.offset ?? 0]);
  const counts = ALARMS.map((kind) => ({ kind, label: ruleOf(kind).label, count: rows[0]?.counts[kind] ?? 0 }));
  return {
    rows: await Promise.all(rows.flatMap((row) => (row.dossier_id === null ? [] : [rowView(tx, row, row.dossier_id, world, now)]))),
    counts,
    total: counts.reduce((sum, { count }) => sum + count, 0),
  };
}

async function rowView(tx: Transaction, row: ListRow, dossierId: string, world: DossierWorld, now: Temporal.Instant): Promise<AlarmRowView> {
  const { procedure, machine } = await world.procedureOf(tx, { ...row, id: dossierId }, now);
  const calendar = await world.calendarOf(row.unit_id);
  return {
    kind: row.kind,
    label: ruleOf(row.kind).label,
    dossierId,
    code: row.code ?? row.filing_number,
    procedureName: procedure.name.vi,
    ownerName: row.owner_name,
    stepName: row.step_name,
    unit: await unitView(world, row.unit_id),
    ...(row.officer_name === null ? {} : { officer: row.officer_name }),
    since: row.raised_at,
    sinceText: workingTime(openMinutesBetween(calendar, Temporal.Instant.from(row.raised_at), now)),
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    ...timeView(row, describe(machine, storedOf(row)), calendar, now),
    shares: await rowShares(row, await world.calendarOf(clockUnit(row)), world, now),
    waitsFor: await Promise.all((row.waits_for ?? []).map((unit) => unitView(world, unit))),
  };
}
