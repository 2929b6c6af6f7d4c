import type { Transaction } from '@app/database';
import { DomainError } from '@app/kernel';
import type { SpecialDay, UnitHours } from '../working-hours.js';
import type { CalendarChangeBody, ProposedDay, ProposedHours } from './calendar-change.js';
import type { CalendarData } from './calendar-data.js';
import { note, type CalendarChange, type Editing, type NotedEdit } from './change-records.js';

/**
 * Puts a change in force: its records are written, every edit is logged with what stood before, and the calendar has a new
 * number. The caller then has the promise dates derived anew.
 * @param before the calendar as it is without the change
 * @param lineHours the hours a unit goes by where it has none of its own (for taking a change back)
 * @throws DomainError permission.four-eyes for who proposed it
 */
export async function applyChange(tx: Transaction, change: CalendarChange, before: CalendarData, lineHours: readonly UnitHours[], editing: Editing): Promise<void> {
  if (change.proposedBy === editing.officerId) throw new DomainError('permission.four-eyes');
  const { unitId, body, document } = change;
  const days = new Map((before.days.get(unitId) ?? []).map((day) => [day.date, day]));
  const hours = before.hours.get(unitId) ?? lineHours;
  const own = new Set((before.hours.get(unitId) ?? []).map(({ since }) => since));

  await tx.execute('DELETE FROM calendar_day WHERE unit_id = $1 AND date = ANY ($2::date[])', [unitId, body.removed]);
  await tx.execute(
    `INSERT INTO calendar_day (unit_id, date, kind, hours, swap_with, name_vi, name_en, source, status)
     SELECT $1, date, kind, hours, "swapWith", "nameVi", "nameEn", to_jsonb($2::text), status
     FROM jsonb_to_recordset($3::jsonb) AS row (date date, kind text, hours text[], "swapWith" date, "nameVi" text, "nameEn" text, status text)
     ON CONFLICT (unit_id, date) DO UPDATE SET kind = excluded.kind, hours = excluded.hours, swap_with = excluded.swap_with, name_vi = excluded.name_vi,
       name_en = excluded.name_en, source = excluded.source, status = excluded.status, code = NULL, for_date = NULL`,
    [unitId, document, JSON.stringify(body.days)]);
  await tx.execute(
    `INSERT INTO office_hours (unit_id, since, week, source) SELECT $1, since, week, to_jsonb($2::text) FROM jsonb_to_recordset($3::jsonb) AS row (since date, week jsonb)
     ON CONFLICT (unit_id, since) DO UPDATE SET week = excluded.week, source = excluded.source`,
    [unitId, document, JSON.stringify(body.hours)]);
  await tx.execute('INSERT INTO calendar_year (year, document) SELECT unnest($1::int[]), $2 ON CONFLICT DO NOTHING', [body.years, document]);
  await tx.execute('INSERT INTO calendar_version (value) VALUES (1) ON CONFLICT (id) DO UPDATE SET value = calendar_version.value + 1');

  const edits: NotedEdit[] = [
    ...body.removed.map((date) => ({ act: 'day-removed' as const, subject: date, before: days.get(date) ?? null, after: null })),
    ...body.days.map((day) => ({ act: 'day-set' as const, subject: day.date, before: days.get(day.date) ?? null, after: day })),
    ...body.hours.map(({ since, week }) => ({ act: 'hours-set' as const, subject: since, before: own.has(since) ? hours.find((each) => each.since === since)!.week : null, after: week })),
    ...body.years.map((year) => ({ act: 'year-opened' as const, subject: String(year), before: null, after: null })),
    { act: 'approved', subject: null, before: null, after: null },
  ];
  await note(tx, { change: change.id, officer: editing.officerId, at: editing.now, unitId, document }, edits);
  const inverse = inverseOf(body, days, hours);
  await tx.execute('UPDATE calendar_change SET approved_by = $2, approved_at = $3, moved = 0, inverse = $4 WHERE id = $1',
    [change.id, editing.officerId, editing.now.toString(), inverse === undefined ? null : JSON.stringify(inverse)]);
}

/** How many promise dates an approved change moved. */
export async function noteMoved(tx: Transaction, changeId: string, moved: number): Promise<void> {
  await tx.execute('UPDATE calendar_change SET moved = $2 WHERE id = $1', [changeId, moved]);
}

/** The change that takes a change back. A year once opened stays open: dates may already rest on it. */
function inverseOf(body: CalendarChangeBody, days: ReadonlyMap<string, SpecialDay>, hours: readonly UnitHours[]): CalendarChangeBody | undefined {
  const touched = [...body.removed, ...body.days.map(({ date }) => date)];
  const inverse: CalendarChangeBody = {
    days: touched.flatMap((date) => proposedAgain(days.get(date))),
    removed: body.days.map(({ date }) => date).filter((date) => !days.has(date)),
    hours: body.hours.flatMap(({ since }) => hoursBefore(since, hours)),
    years: [],
  };
  return inverse.days.length + inverse.removed.length + inverse.hours.length === 0 ? undefined : inverse;
}

function proposedAgain(day: SpecialDay | undefined): ProposedDay[] {
  if (day === undefined) return [];
  const { date, kind, hours, swapWith, nameVi = '', nameEn = '', status = 'official' } = day;
  return [{ date, kind, nameVi, nameEn, status, ...(hours && { hours }), ...(swapWith !== undefined && { swapWith }) }];
}

/** The week that held on the first day of a new one. */
function hoursBefore(since: string, hours: readonly UnitHours[]): ProposedHours[] {
  const held = hours.filter((each) => each.since <= since).at(-1);
  return held === undefined ? [] : [{ since, week: held.week }];
}
