import type { Transaction } from '@app/database';
import { isHeld } from '../post-in-force.js';
import type { MovedPost, UnitChange, UnitPlan } from './unit-change.js';

/** The posts of the units that end, each with its place at the successor; and those that go to a part of a unit that is split. */
export async function readMovedPosts(tx: Transaction, plan: UnitPlan, day: string): Promise<MovedPost[]> {
  const picked = new Map(plan.posts.map(({ post, to }) => [post, to]));
  const ended = new Map(plan.ended.map(({ unit, successor }) => [unit, successor]));
  const rows = await tx.rows<MovedPost>(
    `select p.id as post, o.full_name as "officerName", p.role, p.unit_id as "from" from post p join officer o on o.id = p.officer_id
      where (p.unit_id = any ($1) or p.id = any ($2::uuid[])) and ${isHeld('p', '$3')} order by p.unit_id, p.role, o.login`,
    [[...ended.keys()], [...picked.keys()], day]);
  return rows.map((row) => {
    const part = picked.get(row.post);
    const to = part === undefined ? ended.get(row.from) : plan.moves.find((move) => move.to === part)?.units[row.from];
    return to === undefined ? row : { ...row, to };
  });
}

/**
 * The first moment of the day: the units, functions, hours and posts that follow are there. What ends goes on until its dossiers are
 * gone, so an officer has both posts meanwhile and no dossier is ever without somebody.
 */
export async function startUnitChange(tx: Transaction, change: UnitChange, plan: UnitPlan, now: Temporal.Instant): Promise<void> {
  for (const unit of plan.created) await makeUnit(tx, change, unit);
  for (const { unit, functions } of plan.functions) await tx.execute('update unit set functions = $2 where id = $1', [unit, functions]);
  await movePosts(tx, plan, change.effectiveOn);
  await tx.execute('update unit_change set started_at = $2 where id = $1', [change.id, now.toString()]);
  await raiseVersion(tx);
}

async function makeUnit(tx: Transaction, { id, decision, effectiveOn }: UnitChange, unit: UnitPlan['created'][number]): Promise<void> {
  await tx.execute(
    `insert into unit (id, parent_id, path, kind, functions, name_vi, name_en, short_vi, short_en, place_code, code_segment, code_invented, document_symbol, place_name, address, phone, since, begun_with)
     select $1, $2, path || $16::text, $3, $4, $5, $6, $7, $8, $9, $10, false, $11, $12, $13, $14, $15, $17 from unit where id = $2`,
    [unit.id, unit.parentId, unit.kind, unit.functions, unit.name.vi.normalize('NFC'), unit.name.en, unit.shortName.vi.normalize('NFC'), unit.shortName.en, unit.placeCode, unit.codeSegment,
      unit.documentSymbol, unit.placeName, unit.address, unit.phone, effectiveOn, unit.id.split('.').at(-1), id]);
  const like = [unit.id, unit.like, JSON.stringify(decision)];
  await tx.execute('insert into office_hours (unit_id, since, until, week, source) select $1, since, until, week, $3::jsonb from office_hours where unit_id = $2', like);
  await tx.execute(
    `insert into calendar_day (unit_id, date, kind, hours, swap_with, name_vi, name_en, source, status, code, for_date)
     select $1, date, kind, hours, swap_with, name_vi, name_en, $3::jsonb, status, code, for_date from calendar_day where unit_id = $2`, like);
}

/** Each post goes on at the unit that follows, with what was granted to it; an absence from it goes on too. A delegation ends with the post it is of. */
async function movePosts(tx: Transaction, plan: UnitPlan, day: string): Promise<void> {
  const moved = (await readMovedPosts(tx, plan, day)).filter(({ to }) => to !== undefined);
  await tx.execute(
    `with moved as (
       select p.*, m."to" from jsonb_to_recordset($1::jsonb) as m (post uuid, "to" text) join post p on p.id = m.post),
     made as (
       insert into post (id, officer_id, unit_id, role, since)
       select distinct on (officer_id, "to", role) gen_random_uuid(), officer_id, "to", role, $2::date from moved m
        where not exists (select from post p where p.officer_id = m.officer_id and p.unit_id = m."to" and p.role = m.role and ${isHeld('p', '$2::date')})
       returning id, officer_id, unit_id, role),
     granted as (
       insert into "grant" (id, post_id, permission, procedure_code, unit_id, since, until)
       select gen_random_uuid(), made.id, g.permission, g.procedure_code, case when g.unit_id = m.unit_id then made.unit_id else g.unit_id end, greatest(g.since, $2::date), g.until
         from moved m join made on made.officer_id = m.officer_id and made.role = m.role and made.unit_id = m."to" join "grant" g on g.post_id = m.id
        where g.until is null or g.until > greatest(g.since, $2::date) on conflict do nothing)
     insert into absence (id, officer_id, post_id, stand_in_id, procedures, reason, from_at, to_at, entered_by, entered_at)
     select gen_random_uuid(), a.officer_id, made.id, a.stand_in_id, a.procedures, a.reason, greatest(a.from_at, $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'), a.to_at, a.entered_by, a.entered_at
       from moved m join made on made.officer_id = m.officer_id and made.role = m.role and made.unit_id = m."to" join absence a on a.post_id = m.id
      where a.ended_at is null and a.to_at > $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`, [JSON.stringify(moved), day]);
}

/** The last moment: nothing open is left, so posts and units of before end with the day before. */
export async function finishUnitChange(tx: Transaction, { id, effectiveOn }: UnitChange, plan: UnitPlan, now: Temporal.Instant): Promise<void> {
  const moved = (await readMovedPosts(tx, plan, effectiveOn)).filter(({ to }) => to !== undefined);
  await tx.execute('update post set until = greatest(since, $2::date - 1) where id = any ($1::uuid[]) and until is null', [moved.map(({ post }) => post), effectiveOn]);
  await tx.execute(
    `update unit u set until = greatest(u.since, $2::date - 1), successor_id = r.successor from jsonb_to_recordset($1::jsonb) as r (unit text, successor text) where u.id = r.unit`,
    [JSON.stringify(plan.ended), effectiveOn]);
  await tx.execute('update unit_change set finished_at = $2 where id = $1', [id, now.toString()]);
  await raiseVersion(tx);
}

/** Every process that remembers units, or what an officer may do in them, reads them anew. */
async function raiseVersion(tx: Transaction): Promise<void> {
  await tx.execute('insert into calendar_version (value) values (1) on conflict (id) do update set value = calendar_version.value + 1');
}
