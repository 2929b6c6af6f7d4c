import { openMinutesBetween, workingTime } from '@app/calendar';
import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { DossierWorld } from '../dossier-world.js';
import { unitView, type UnitView } from './unit-view.js';

export interface TransferQuery {
  /** Local days of receipt, both included. */
  readonly from: string;
  readonly to: string;
}

/** A dossier the counter did not pass on in time (Decree 118/2025 Art. 18(2)), by how much, and who had it. */
export interface TransferRowView {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly ownerName: string;
  readonly centre: UnitView;
  /** Who received it there. */
  readonly officer?: string;
  readonly receivedAt: string;
  readonly transferBy: string;
  /** Left out while it is still there. */
  readonly transferredAt?: string;
  readonly to?: UnitView;
  /** Whether another commune's offices decide. */
  readonly nonBoundary: boolean;
  readonly lateMinutes: number;
  readonly lateText: Localized;
}

export interface TransferListView extends TransferQuery {
  readonly rows: TransferRowView[];
  /** Received at the counter in that time; passed on in time; late; and of those late still there. */
  readonly counts: { readonly received: number; readonly inTime: number; readonly late: number; readonly stillHere: number };
}

interface Row {
  counts: { received: number; late: number; stillHere: number };
  id: string | null;
  code: string; procedure_code: string; procedure_version: number; owner_name: string; receiving_unit: string; officer_name: string | null;
  received_at: string; transfer_by: string; passed_at: string | null; ended_at: string | null; to_unit: string | null; elsewhere: boolean;
}

const MOST = 200;

/**
 * Counts and breaches in one statement, so that they agree: computed from receipt, handover and calendar as they are recorded,
 * never typed in. What was withdrawn or stopped before it was passed on counts until then.
 */
const READ_TRANSFERS = `
  with received as (
    select d.id, d.code, d.procedure_code, d.procedure_version, d.receiving_unit, d.received_at, d.transfer_by, d.commune <> d.competent_commune as elsewhere,
           h.sent_at as passed_at, h.to_unit, coalesce(h.sent_at, d.closed_at) as ended_at
      from dossier d
      left join lateral (select h.sent_at, h.to_unit from handover h
                          where h.dossier_id = d.id and h.from_unit = d.receiving_unit and h.recalled_at is null and h.sent_at >= d.received_at order by h.sent_seq limit 1) h on true
     where d.receiving_unit = any ($1) and d.transfer_by is not null and d.channel <> 'online'
       and d.received_at >= ($2::date)::timestamp at time zone 'Asia/Ho_Chi_Minh' and d.received_at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
  ), late as (select * from received where coalesce(ended_at, $4::timestamptz) > transfer_by)
  select (select json_build_object('received', (select count(*) from received), 'late', (select count(*) from late), 'stillHere', (select count(*) from late where ended_at is null))) as counts, l.*
    from (select 1) one left join lateral (
      select late.*, p.full_name as owner_name,
             (select o.full_name from journal j join officer o on o.id::text = j.body::jsonb -> 'actor' ->> 'id' where j.dossier_id = late.id and j.event = 'receive' order by j.seq desc limit 1) as officer_name
        from late join dossier_person p on p.dossier_id = late.id and p.role = 'owner'
       order by late.ended_at is not null, late.transfer_by, late.id limit ${MOST}) l on true`;

/** What the counters of some units passed on too late, what is still there first. */
export async function listTransfers(tx: Transaction, world: DossierWorld, units: readonly string[], { from, to }: TransferQuery, now: Temporal.Instant): Promise<TransferListView> {
  const rows = await tx.rows<Row>(READ_TRANSFERS, [units, from, to, now.toString()]);
  const { received, late, stillHere } = rows[0]!.counts;
  return {
    from, to,
    counts: { received, inTime: received - late, late, stillHere },
    rows: await Promise.all(rows.flatMap((row) => (row.id === null ? [] : [rowView(row, row.id, world, now)]))),
  };
}

async function rowView(row: Row, dossierId: string, world: DossierWorld, now: Temporal.Instant): Promise<TransferRowView> {
  const { procedure } = await world.procedure(row.procedure_code, row.procedure_version);
  const until = row.ended_at === null ? now : Temporal.Instant.from(row.ended_at);
  const lateMinutes = openMinutesBetween(await world.calendarOf(row.receiving_unit), Temporal.Instant.from(row.transfer_by), until);
  return {
    dossierId, code: row.code, procedureName: procedure.name.vi, ownerName: row.owner_name,
    centre: await unitView(world, row.receiving_unit),
    ...(row.officer_name === null ? {} : { officer: row.officer_name }),
    receivedAt: row.received_at, transferBy: row.transfer_by,
    ...(row.passed_at === null ? {} : { transferredAt: row.passed_at }),
    ...(row.to_unit === null ? {} : { to: await unitView(world, row.to_unit) }),
    nonBoundary: row.elsewhere,
    lateMinutes, lateText: workingTime(lateMinutes),
  };
}
