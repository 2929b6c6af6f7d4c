import { SYSTEM, type Database } from '@app/database';

/** Something that does not fit with every other record of who has a dossier. */
export interface HolderFault {
  readonly id: string;
  readonly fault: string;
}

/**
 * Every dossier has exactly one holder at every instant since its first act, and whatever says who that is says the same: the
 * journal, the stretches of `holding`, the dossier's row, `whereabouts`, and the parties who may see it.
 * @param ids only these; left out: all
 */
export function findHolderFaults(database: Database, ids?: readonly string[]): Promise<HolderFault[]> {
  return database.transaction(SYSTEM, (tx) => tx.rows<HolderFault>(
    `with line as (
       select dossier_id, seq, at, body::jsonb -> 'to' ->> 'holder' as unit_id,
              lag(body::jsonb -> 'to' ->> 'holder') over (partition by dossier_id order by seq) as before, lead(seq) over (partition by dossier_id order by seq) is null as is_last
         from journal where $1::uuid[] is null or dossier_id = any ($1)
     ), told as (
       select dossier_id, seq, unit_id, at as since, lead(at) over (partition by dossier_id order by seq) as until from line where before is distinct from unit_id
     ), held as (select * from holding where $1::uuid[] is null or dossier_id = any ($1))
     select coalesce(t.dossier_id, h.dossier_id)::text as id,
            format('journal: %s from %s to %s; holding: %s from %s to %s', t.unit_id, t.since, t.until, h.unit_id, h.since, h.until) as fault
       from told t full join held h on h.dossier_id = t.dossier_id and h.seq = t.seq
      where t.unit_id is distinct from h.unit_id or t.since is distinct from h.since or t.until is distinct from h.until
     union all
     select d.id::text, format('row: %s; journal: %s; whereabouts: %s; open holdings: %s', d.holder_unit, l.unit_id, w.holder_unit, o.units)
       from dossier d left join line l on l.dossier_id = d.id and l.is_last left join lateral whereabouts(array[d.id]) w on true
       cross join lateral (select array_agg(h.unit_id) as units from held h where h.dossier_id = d.id and h.until is null) o
      where ($1::uuid[] is null or d.id = any ($1))
        and (l.unit_id is distinct from d.holder_unit or w.holder_unit is distinct from d.holder_unit or o.units is distinct from array[d.holder_unit])
     union all
     select h.dossier_id::text, format('held by %s, which is no party', h.unit_id)
       from held h where not exists (select from dossier_party p where p.dossier_id = h.dossier_id and p.kind = 'unit' and p.party = h.unit_id)`, [ids ?? null]));
}

/** Acts for somebody else that no absence or document in force at that moment covers; left out: all dossiers. */
export function findActsBeyondRight(database: Database, ids?: readonly string[]): Promise<Array<{ readonly id: string; readonly seq: number }>> {
  return database.transaction(SYSTEM, (tx) => tx.rows(
    `select dossier_id::text as id, seq from (
       select dossier_id, seq, at, body::jsonb -> 'actor' as actor from journal where body::jsonb -> 'actor' ? 'for' and ($1::uuid[] is null or dossier_id = any ($1))) told
      where not exists (select from absence a where a.id::text = actor -> 'for' ->> 'id' and a.officer_id::text = actor -> 'for' ->> 'officer' and a.stand_in_id::text = actor ->> 'id'
              and a.from_at <= told.at and told.at <= coalesce(a.ended_at, a.to_at))
        and not exists (select from delegation d where d.id::text = actor -> 'for' ->> 'id' and d.delegator_id::text = actor -> 'for' ->> 'officer' and d.delegate_id::text = actor ->> 'id'
              and d.approved_at <= told.at and d.from_at <= told.at and told.at <= coalesce(d.ended_at, d.to_at))`, [ids ?? null]));
}

/** What a decision answers: whoever wrote it, and for whom, has no part in deciding it. */
const ANSWERS: ReadonlyArray<readonly [written: string, decided: readonly string[]]> = [
  ['submitForApproval', ['approve', 'refuse']], ['proposeExtension', ['grantExtension', 'declineExtension']], ['proposeSupplement', ['approveSupplement', 'declineSupplement']],
];

/** Decisions in which the author's hand, or that of whom the author stood in for, is found; told from the journal alone. */
export async function findOwnDecisions(database: Database, ids?: readonly string[]): Promise<Array<{ readonly id: string; readonly seq: number }>> {
  const lines = await database.transaction(SYSTEM, (tx) => tx.rows<{ id: string; seq: number; event: string; hands: string[] }>(
    `select dossier_id::text as id, seq, event, array_remove(array[body::jsonb -> 'actor' ->> 'id', body::jsonb -> 'actor' -> 'for' ->> 'officer'], null) as hands
       from journal where $1::uuid[] is null or dossier_id = any ($1) order by dossier_id, seq`, [ids ?? null]));
  return ANSWERS.flatMap(([written, decided]) => lines.filter(({ id, seq, event, hands }) => {
    if (!decided.includes(event)) return false;
    const author = lines.findLast((line) => line.id === id && line.seq < seq && line.event === written);
    return author?.hands.some((hand) => hands.includes(hand)) ?? false;
  })).map(({ id, seq }) => ({ id, seq }));
}
