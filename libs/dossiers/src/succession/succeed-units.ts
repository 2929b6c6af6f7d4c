import { newId } from '@app/kernel';
import { dayOf, isHeld } from '@app/organisation';
import type { ActScope } from '../act-scope.js';

/**
 * Passes everything of a dossier that names a unit on to its successor: who sees it, who has it in hand, whose opinion is open, whose alarm it
 * is, between whom a handover is on its way, where originals lie. What is over keeps its unit. The clock does not move: the promise goes on by the hours it was made by.
 */
export async function succeedUnits(scope: ActScope): Promise<void> {
  const { succession, dossier, tx, now, seq } = scope;
  if (succession === undefined) throw new Error(`dossier ${dossier.id} is passed on without a plan`);
  const { change, units, columns } = succession;
  Object.assign(scope.changes, columns, { consulted_units: [...new Set(dossier.consulted_units.map((unit) => units[unit] ?? unit))] });
  if (columns.receiving_unit !== dossier.receiving_unit && dossier.calendar_unit === null) scope.changes.calendar_unit = dossier.receiving_unit;
  const map = JSON.stringify(Object.entries(units).map(([from, to]) => ({ from, to })));
  const both = [dossier.id, map];
  const R = 'jsonb_to_recordset($2::jsonb) as r ("from" text, "to" text)';
  await Promise.all([
    tx.execute(
      `insert into dossier_succession (dossier_id, seq, change_id, at, commune, receiving_unit, competent_commune) values ($1, $2, $3, $4, $5, $6, $7)`,
      [dossier.id, seq, change.id, now.toString(), dossier.commune, dossier.receiving_unit, dossier.competent_commune]),
    tx.execute(
      `insert into dossier_party (dossier_id, kind, party, role, since)
       select distinct on (r."to") p.dossier_id, 'unit', r."to", p.role, $3::timestamptz from dossier_party p join ${R} on p.kind = 'unit' and p.party = r."from"
        where p.dossier_id = $1 order by r."to", p.since on conflict do nothing`, [...both, now.toString()]),
    tx.execute(
      `update handover h set from_unit = coalesce((select r."to" from ${R} where r."from" = h.from_unit), h.from_unit), to_unit = coalesce((select r."to" from ${R} where r."from" = h.to_unit), h.to_unit)
        where h.dossier_id = $1 and h.acknowledged_at is null and h.returned_at is null and h.recalled_at is null`, both),
    tx.execute(`update consultation c set unit_id = r."to" from ${R} where c.dossier_id = $1 and c.outcome is null and c.unit_id = r."from"`, both),
    tx.execute(`update extension e set unit_id = r."to" from ${R} where e.dossier_id = $1 and e.outcome is null and e.unit_id = r."from"`, both),
    tx.execute(`update alarm a set unit_id = r."to" from ${R} where a.dossier_id = $1 and a.cleared_at is null and a.unit_id = r."from"`, both),
    tx.execute(`update dossier_component c set location = r."to" from ${R} where c.dossier_id = $1 and c.location = r."from"`, both),
    passLeadsOn(scope, both, R),
    armNext(scope, columns),
  ]);
}

/** A lead who goes along keeps it in hand; one who does not leaves it to be taken up. */
async function passLeadsOn({ tx, dossier, now, seq }: ActScope, both: readonly string[], map: string): Promise<void> {
  await tx.execute(
    `with ended as (
       update dossier_officer o set until = $3 from ${map} where o.dossier_id = $1 and o.part = 'lead' and o.until is null and o.unit_id = r."from"
       returning o.officer_id, r."from", r."to")
     insert into dossier_officer (dossier_id, officer_id, part, unit_id, since_seq, since)
     select distinct on (e."to") $1, e.officer_id, 'lead', e."to", $4, $3::timestamptz from ended e
      where exists (select from post p where p.officer_id = e.officer_id and p.unit_id = e."to" and ${isHeld('p', dayOf('$3'))})
      order by e."to", (e."from" = $5) desc, e.officer_id on conflict do nothing`,
    [...both, now.toString(), seq, dossier.holder_unit]);
}

/** A dossier that was over stays with the unit that has ended; opened again, it goes to the one that followed. */
export function followWhoFollowed(scope: ActScope): Promise<void> {
  return armNext(scope, scope.dossier);
}

/** Has it passed on by the change that ended one of its units, where there is one: an act of its own, due now. */
async function armNext({ tx, dossier, seq, now }: ActScope, { receiving_unit, competent_commune }: Pick<ActScope['dossier'], 'receiving_unit' | 'competent_commune'>): Promise<void> {
  await tx.execute(
    `insert into deadline (id, dossier_id, event, armed_seq, due_at, params)
     select $1, $2, 'unitSucceeded', $3, $4, jsonb_build_object('unitChangeId', c.id) from unit_change c
      where c.finished_at is not null and exists (
        select from jsonb_array_elements(c.plan -> 'ended') e join unit u on u.id = e ->> 'unit' and u.successor_id = e ->> 'successor' where u.id in ($5, $6))
      order by c.finished_at limit 1`,
    [newId(), dossier.id, seq, now.toString(), receiving_unit, competent_commune]);
}
