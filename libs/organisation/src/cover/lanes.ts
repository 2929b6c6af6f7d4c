import type { Transaction } from '@app/database';
import { dayOf, isHeld, isNotOver } from '../post-in-force.js';
import { processRolesOf, rolesFulfilling, type OfficerRole, type ProcessRole } from '../roles.js';

/** The work of one process role in one unit. */
export interface Lane {
  readonly unitId: string;
  readonly role: string;
}

/** A stretch of time in which nobody does the work of a lane. */
export interface Gap extends Lane {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether somebody does the work of a lane at a moment: in a post of their own, standing in for whoever is away, or signing by a
 * document. The database knows the rule (`lane_served`), so that an entry and its check are one transaction.
 * @param procedure only for this one; left out: an absence for some procedures leaves the officer there
 */
export async function isLaneServed(tx: Transaction, { unitId, role }: Lane, at: Temporal.Instant, procedure?: string): Promise<boolean> {
  const { served } = await tx.one<{ served: boolean }>('select lane_served($1, $2, $3, $4) as served', [unitId, rolesFulfilling(role), at.toString(), procedure ?? null]);
  return served;
}

/** The lanes an officer works in between two moments: by posts of their own, and by those they stand in at. */
export async function lanesOf(tx: Transaction, officerId: string, from: Temporal.Instant, to: Temporal.Instant): Promise<Lane[]> {
  const posts = await tx.rows<{ unit_id: string; role: OfficerRole }>(
    `select distinct p.unit_id, p.role from post p
      where p.since <= ${dayOf('$3')} and ${isNotOver('p', dayOf('$2'))}
        and (p.officer_id = $1 or exists (select from absence a where a.stand_in_id = $1 and a.officer_id = p.officer_id and (a.post_id is null or a.post_id = p.id)
          and a.ended_at is null and a.from_at < $3 and a.to_at > $2))
      order by 1, 2`, [officerId, from.toString(), to.toString()]);
  const lanes = posts.flatMap(({ unit_id, role }) => processRolesOf(role).map((processRole) => ({ unitId: unit_id, role: processRole })));
  return lanes.filter(({ unitId, role }, index) => lanes.findIndex((each) => each.unitId === unitId && each.role === role) === index);
}

/**
 * When between two moments nobody does the work of a lane. It can change only where an absence, a delegation or a post begins or
 * ends, so only those moments are asked about.
 */
export async function gapsOf(tx: Transaction, { unitId, role }: Lane, from: Temporal.Instant, to: Temporal.Instant, procedure?: string): Promise<Gap[]> {
  const points = await tx.rows<{ at: string; served: boolean }>(
    `select at, lane_served($1, $2, at, $5) as served from (
       select $3::timestamptz as at
       union select unnest(array[from_at, to_at]) from absence where ended_at is null and to_at > $3 and from_at < $4
       union select unnest(array[from_at, to_at]) from delegation where approved_at is not null and ended_at is null and to_at > $3 and from_at < $4
       union select day::timestamp at time zone 'Asia/Ho_Chi_Minh' from post p, unnest(array[p.since, p.until + 1]) as day where p.unit_id = $1
     ) moments where at >= $3 and at < $4 order by at`,
    [unitId, rolesFulfilling(role), from.toString(), to.toString(), procedure ?? null]);
  const gaps: Gap[] = [];
  for (const [index, { at, served }] of points.entries()) {
    const end = points[index + 1]?.at ?? to.toString();
    const last = gaps.at(-1);
    if (served) continue;
    if (last?.to === at) gaps[gaps.length - 1] = { ...last, to: end };
    else gaps.push({ unitId, role, from: at, to: end });
  }
  return gaps;
}

/** A lane nobody serves now, and who sees to it. */
export interface LaneAlarm extends Lane {
  readonly raisedAt: string;
  /** The head of the unit, or of what stands above it; nothing where nobody heads it. */
  readonly ownerName: string | null;
  readonly ownerUnitId: string | null;
  readonly openDossiers: number;
}

const LANE_ROLES: readonly ProcessRole[] = ['receiving-clerk', 'case-officer', 'reviewer', 'leader', 'records-clerk'];
const ROLES_BY_LANE = JSON.stringify(LANE_ROLES.map((role) => ({ role, roles: rolesFulfilling(role) })));

/**
 * Compares the lanes with who serves them: raises an alarm for one without anybody that has open work or is to receive, and
 * clears it once somebody is there again or nothing is left to do. At an agency with a system of its own nobody signs in here: what is late
 * there is told to the desk that answers for the dossier. Harmless however often it runs.
 * @returns how many were raised
 */
export async function watchLanes(tx: Transaction, now: Temporal.Instant): Promise<number> {
  const { raised } = await tx.one<{ raised: number }>(
    `with role_of as (select role, roles from jsonb_to_recordset($1::jsonb) as r (role text, roles text[])),
     lane as (
       select d.holder_unit as unit_id, d.holder_role as role from dossier d join unit u on u.id = d.holder_unit and u.kind <> 'agency' where d.is_open
       union select id, 'receiving-clerk' from unit where 'centre' = any (functions) and until is null
     ), unserved as (
       select l.unit_id, l.role from lane l join role_of r on r.role = l.role where not lane_served(l.unit_id, r.roles, $2::timestamptz)
     ), cleared as (
       update lane_alarm a set cleared_at = $2 where cleared_at is null and not exists (select from unserved u where u.unit_id = a.unit_id and u.role = a.role)
     ), raised as (
       insert into lane_alarm (id, unit_id, role, raised_at) select gen_random_uuid(), unit_id, role, $2 from unserved on conflict do nothing returning 1
     ) select count(*)::int as raised from raised`, [ROLES_BY_LANE, now.toString()]);
  return raised;
}

/** The open alarms of lanes in these units, each with the nearest head who is there to answer it. */
export function laneAlarmsIn(tx: Transaction, unitIds: readonly string[], now: Temporal.Instant): Promise<LaneAlarm[]> {
  return tx.rows<LaneAlarm>(
    `select a.unit_id as "unitId", a.role, a.raised_at as "raisedAt", head.full_name as "ownerName", head.unit_id as "ownerUnitId",
            (select count(*)::int from dossier d where d.is_open and d.holder_unit = a.unit_id and d.holder_role = a.role) as "openDossiers"
       from lane_alarm a join unit u on u.id = a.unit_id
       left join lateral (
         select o.full_name, p.unit_id from unit above join post p on p.unit_id = above.id join officer o on o.id = p.officer_id and o.active
          where u.path <@ above.path and p.role in ('centre-director', 'division-head', 'chairman', 'vice-chairman', 'director', 'deputy-director')
            and ${isHeld('p', dayOf('$2'))}
            and not exists (select from absence b where b.officer_id = o.id and b.post_id is null and b.ended_at is null and b.from_at <= $2 and b.to_at > $2)
          order by nlevel(above.path) desc, p.role in ('vice-chairman', 'deputy-director'), p.since limit 1) head on true
      where a.cleared_at is null and a.unit_id = any ($1) order by a.raised_at, a.unit_id, a.role`, [unitIds, now.toString()]);
}

/** A unit in which only one person can sign. */
export interface SingleSigner {
  readonly unitId: string;
  readonly officerName: string;
  /** When that person is away next, or is now: nobody can sign then. */
  readonly awayFrom: string | null;
  readonly awayTo: string | null;
}

/** The units of these in which leaders sign and only one person can: neither a deputy nor anybody a document gave the signature. */
export function singleSignersIn(tx: Transaction, unitIds: readonly string[], now: Temporal.Instant): Promise<SingleSigner[]> {
  return tx.rows<SingleSigner>(
    `with signer as (
       select p.unit_id, p.officer_id, o.full_name from post p join officer o on o.id = p.officer_id and o.active
        where p.unit_id = any ($1) and p.role = any ($3) and ${isHeld('p', dayOf('$2'))}
       union
       select p.unit_id, d.delegate_id, o.full_name from delegation d join post p on p.id = d.post_id join officer o on o.id = d.delegate_id and o.active
        where p.unit_id = any ($1) and d.approved_at is not null and d.ended_at is null and d.from_at <= $2 and d.to_at > $2 and 'dossier.approve' = any (d.permissions)
     ), single as (select unit_id, min(full_name) as full_name, min(officer_id::text)::uuid as officer_id from signer group by unit_id having count(distinct officer_id) = 1)
     select s.unit_id as "unitId", s.full_name as "officerName", a.from_at as "awayFrom", a.to_at as "awayTo"
       from single s left join lateral (
         select from_at, to_at from absence where officer_id = s.officer_id and ended_at is null and to_at > $2 order by from_at limit 1) a on true
      order by s.unit_id`, [unitIds, now.toString(), rolesFulfilling('leader')]);
}
