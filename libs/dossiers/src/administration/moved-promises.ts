import type { Transaction } from '@app/database';
import { newId } from '@app/kernel';
import { calendarFrom, type CalendarData, type OrganisationService } from '@app/organisation';
import { dueOf, type ClockEntry, type FrozenLimit } from '../clock-ledger.js';

/** An open promise date that a change of the calendar moves. */
export interface MovedPromise {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly unitName: string;
  readonly from: string;
  readonly to: string;
}

interface RunningRow {
  readonly id: string;
  readonly code: string;
  readonly procedure_code: string;
  readonly clock_unit: string;
  readonly unit_name: string;
  readonly version: number;
  readonly due_at: string;
  readonly time_limit: FrozenLimit;
  readonly ledger: readonly ClockEntry[];
}

/**
 * The promise dates below a unit that another calendar would move: of dossiers whose clock runs. One whose clock stands gets
 * its date when the clock goes on, and a closed one keeps what it had.
 * @param data the calendar as it would be, or as it has just become
 * @throws DomainError calendar.no-hours, calendar.year-not-loaded where the calendar would leave a dossier without a date
 */
export async function findMovedPromises(tx: Transaction, organisation: OrganisationService, unitId: string, data: CalendarData): Promise<Array<MovedPromise & { readonly version: number }>> {
  const rows = await tx.rows<RunningRow>(
    `select d.id, d.code, d.procedure_code, u.id as clock_unit, u.short_vi as unit_name, d.version, d.due_at, d.time_limit,
       (select json_agg(json_build_object('seq', c.seq, 'kind', c.kind, 'at', c.at, 'cause', c.cause, 'basis', coalesce(c.basis, c.document), 'source', c.source, 'amount', c.amount)
          order by c.seq, c.at) from clock_entry c where c.dossier_id = d.id) as ledger
     from dossier d join unit u on u.id = coalesce(d.calendar_unit, d.receiving_unit)
     where d.is_open and d.clock_state = 'running' and d.time_limit is not null and d.due_at is not null
       and u.path <@ (select path from unit where id = $1)
     order by d.due_at, d.code`, [unitId]);
  const calendars = new Map<string, ReturnType<typeof calendarFrom>>();
  for (const { clock_unit: unit } of rows) {
    if (!calendars.has(unit)) calendars.set(unit, calendarFrom(data, await organisation.lineOf(unit)));
  }
  return rows.flatMap((row) => {
    const { at } = dueOf(row.time_limit, calendars.get(row.clock_unit)!, row.ledger);
    const from = Temporal.Instant.from(row.due_at);
    if (at === null || at.epochMilliseconds === from.epochMilliseconds) return [];
    const { id, code, procedure_code, unit_name, version } = row;
    return [{ dossierId: id, code, procedureCode: procedure_code, unitName: unit_name, from: from.toString(), to: at.toString(), version }];
  });
}

/**
 * Has each of these promise dates derived anew by an act of its own: a deadline that is due now, which the sweeper turns into
 * an ordinary, journalled act, once. A dossier that waits for such an act already is left out.
 * @returns how many acts are on their way with this call
 */
export async function haveDerivedAnew(tx: Transaction, moved: ReadonlyArray<{ readonly dossierId: string; readonly version: number }>, changeId: string, now: Temporal.Instant): Promise<number> {
  return tx.execute(
    `insert into deadline (id, dossier_id, event, armed_seq, due_at, params)
     select r.id, r.dossier, 'calendarChanged', r.version, $2, jsonb_build_object('calendarChangeId', $3::text)
     from jsonb_to_recordset($1::jsonb) as r (id uuid, dossier uuid, version integer)
     where not exists (select 1 from deadline d where d.dossier_id = r.dossier and d.event = 'calendarChanged' and d.state = 'armed')`,
    [JSON.stringify(moved.map(({ dossierId, version }) => ({ id: newId(), dossier: dossierId, version }))), now.toString(), changeId]);
}
