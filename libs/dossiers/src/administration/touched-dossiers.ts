import type { Transaction } from '@app/database';
import { newId } from '@app/kernel';
import type { UnitPlan } from '@app/organisation';
import { movesOf, type SplitFacts } from '../succession/plan-succession.js';

/** An open dossier that a change of units passes on. */
export interface TouchedDossier extends SplitFacts {
  readonly id: string;
  readonly version: number;
  readonly status: number;
  readonly holder_unit: string;
  readonly has_handover: boolean;
  readonly consulted: boolean;
  readonly deadlines: number;
  readonly alarms: number;
}

/** Every unit a plan moves something from. */
const unitsLeft = (plan: UnitPlan): string[] => [...new Set(plan.moves.flatMap(({ units }) => Object.keys(units)))];

/** The open dossiers a change passes on: whoever receives, decides, holds, awaits or is asked. */
export async function findTouched(tx: Transaction, plan: UnitPlan): Promise<TouchedDossier[]> {
  const rows = await tx.rows<TouchedDossier>(
    `select d.id, d.version, d.status, d.code, d.filing_number, d.procedure_code, d.holder_unit, p.address as owner_address,
       d.addressee_unit is not null as has_handover, d.consulted_units && $1::text[] as consulted,
       (select count(*)::int from deadline l where l.dossier_id = d.id and l.state = 'armed') as deadlines,
       (select count(*)::int from alarm a where a.dossier_id = d.id and a.cleared_at is null) as alarms
       from dossier d join dossier_person p on p.dossier_id = d.id and p.role = 'owner'
      where d.is_open and (array[d.commune, d.receiving_unit, d.competent_commune, d.holder_unit, d.head_unit, d.addressee_unit, d.reroute_to, d.help_unit, d.collect_unit] && $1::text[]
         or d.consulted_units && $1::text[])
      order by d.filed_at, d.id`, [unitsLeft(plan)]);
  return rows.filter((row) => movesOf(plan, row).length > 0);
}

/**
 * Has each of these dossiers passed on by an act of its own: a deadline that is due now. One that has such a deadline of this change waiting is
 * left out; with `once` also one that had.
 * @returns how many acts are on their way with this call
 */
export function havePassedOn(tx: Transaction, touched: ReadonlyArray<Pick<TouchedDossier, 'id' | 'version'>>, changeId: string, now: Temporal.Instant, once: boolean): Promise<number> {
  return tx.execute(
    `insert into deadline (id, dossier_id, event, armed_seq, due_at, params)
     select r.id, r.dossier, 'unitSucceeded', r.version, $2, jsonb_build_object('unitChangeId', $3::text)
     from jsonb_to_recordset($1::jsonb) as r (id uuid, dossier uuid, version integer)
     where not exists (select 1 from deadline d where d.dossier_id = r.dossier and d.params ->> 'unitChangeId' = $3 and ($4 or d.state = 'armed'))`,
    [JSON.stringify(touched.map(({ id, version }) => ({ id: newId(), dossier: id, version }))), now.toString(), changeId, once]);
}

/** What was refused is tried again: the refusal named something an operator could mend. It acts once all the same, by the id it has. */
export function tryFailedAgain(tx: Transaction, changeId: string): Promise<number> {
  return tx.execute(`update deadline set state = 'armed', claimed_until = null where state = 'failed' and params ->> 'unitChangeId' = $1`, [changeId]);
}

/** How far the acts of a change have come. */
export interface Progress {
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
}

export function readProgress(tx: Transaction, changeId: string): Promise<Progress> {
  return tx.one<Progress>(
    `select count(*) filter (where state = 'armed' and last_error is null)::int as waiting, count(*) filter (where state = 'fired')::int as done,
            count(*) filter (where state = 'failed' or (state = 'armed' and last_error is not null))::int as failed
       from deadline where params ->> 'unitChangeId' = $1`, [changeId]);
}
