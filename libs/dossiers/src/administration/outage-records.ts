import type { Transaction } from '@app/database';
import { DomainError } from '@app/kernel';

/** What the owner of a system the desk depends on announces of an outage. */
export interface AnnouncedOutage {
  readonly system: string;
  /** Who runs the system and announced the outage. */
  readonly owner: string;
  /** The number of the announcement. */
  readonly document: string;
  readonly from: string;
  /** Null while it goes on. */
  readonly to: string | null;
  /** Codes of procedures, or `field:<code>`; empty: all. */
  readonly procedures: readonly string[];
  /** Communes, or provinces with all of theirs; empty: all. */
  readonly communes: readonly string[];
}

/** An outage on record: who announced it and what became of it. */
export interface Outage extends AnnouncedOutage {
  readonly id: string;
  readonly state: 'announced' | 'approved' | 'rejected';
  readonly announcedBy: string;
  readonly announcedByName: string;
  readonly announcedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  /** Dossiers whose clock it stopped. */
  readonly paused: number;
}

const OUTAGE = `o.id, o.system, o.owner, o.document, o.from_at as "from", o.to_at as "to", o.procedures, o.communes,
    case when o.approved_at is not null then 'approved' when o.rejected_at is not null then 'rejected' else 'announced' end as state,
    o.announced_by as "announcedBy", announcer.full_name as "announcedByName", o.announced_at as "announcedAt",
    decider.full_name as "decidedByName", coalesce(o.approved_at, o.rejected_at) as "decidedAt",
    (select count(*)::int from deadline x where x.params ? 'outageId' and x.params ->> 'outageId' = o.id::text and x.event = 'outageBegan' and x.state = 'fired') as paused
  from outage o join officer announcer on announcer.id = o.announced_by left join officer decider on decider.id = coalesce(o.approved_by, o.rejected_by)`;

/** The outages, those that wait for a decision or go on first, then the latest. */
export function listOutages(tx: Transaction): Promise<Outage[]> {
  return tx.rows<Outage>(`select ${OUTAGE} order by (o.to_at is null and o.rejected_at is null) desc, o.from_at desc limit 200`);
}

/** Throws `not-found`. */
export function getOutage(tx: Transaction, id: string): Promise<Outage> {
  return tx.one<Outage>(`select ${OUTAGE} where o.id = $1`, [id]);
}

/** Locks an outage for the rest of the transaction. Throws `not-found`. */
export async function lockOutage(tx: Transaction, id: string): Promise<Outage> {
  await tx.one('select from outage where id = $1 for update', [id]);
  return getOutage(tx, id);
}

/** Locks one that waits for its decision. Throws `not-found`, `outage.decided`. */
export async function lockAnnounced(tx: Transaction, id: string): Promise<Outage> {
  const outage = await lockOutage(tx, id);
  if (outage.state !== 'announced') throw new DomainError('outage.decided');
  return outage;
}

/**
 * Gives every dossier an outage touches its acts: one that stops the clock from the beginning, and, when it is over, one that
 * lets it go on from the end. Rows that are there already are not made twice, so it may run as often as one likes: every minute
 * it finds what was received while the outage went on. The open hours in between are what the dossier is given back.
 * @param codes the procedures it concerns; empty for all
 * @returns how many acts are on their way with this call
 */
export async function armOutage(tx: Transaction, outage: Outage, codes: readonly string[], now: Temporal.Instant): Promise<number> {
  const began = await tx.execute(
    `insert into deadline (id, dossier_id, event, armed_seq, due_at, params)
     select gen_random_uuid(), d.id, 'outageBegan', d.version, $2, jsonb_build_object('outageId', $1::text)
     from dossier d join unit u on u.id = d.commune
     where d.is_open and d.clock_state in ('running', 'paused') and $3::timestamptz <= $2
       and ($4::timestamptz is null or d.received_at < $4) and ($5 or d.procedure_code = any ($6))
       and (cardinality($7::text[]) = 0 or exists (select from unit c where c.id = any ($7) and u.path <@ c.path))
       and not exists (select from deadline x where x.dossier_id = d.id and x.params ? 'outageId' and x.params ->> 'outageId' = $1::text)`,
    [outage.id, now.toString(), outage.from, outage.to, outage.procedures.length === 0, codes, outage.communes]);
  if (outage.to === null) return began;
  return began + (await tx.execute(
    `insert into deadline (id, dossier_id, event, armed_seq, due_at, params)
     select gen_random_uuid(), b.dossier_id, 'outageEnded', d.version, $2, b.params
     from deadline b join dossier d on d.id = b.dossier_id
     where b.params ? 'outageId' and b.params ->> 'outageId' = $1::text and b.event = 'outageBegan' and b.state = 'fired' and $3::timestamptz <= $2
       and not exists (select from deadline x where x.dossier_id = b.dossier_id and x.params ? 'outageId' and x.params ->> 'outageId' = $1::text and x.event = 'outageEnded')`,
    [outage.id, now.toString(), outage.to]));
}
