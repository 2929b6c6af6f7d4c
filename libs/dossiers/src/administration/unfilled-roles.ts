import type { Transaction } from '@app/database';
import { isHeld, readMovedPosts, type OfficerRole, type UnitPlan } from '@app/organisation';

/** Roles without which a unit cannot go on with its work. */
const WORKING: readonly OfficerRole[] = ['receiving-clerk', 'case-officer', 'reviewer', 'records-clerk'];
const LEADING: readonly OfficerRole[] = ['chairman', 'vice-chairman', 'director', 'deputy-director'];
const LANES: ReadonlyArray<readonly OfficerRole[]> = [...WORKING.map((role) => [role]), LEADING];

/** A lane that would have no owner after a change. */
export interface UnfilledRole {
  readonly unit: string;
  readonly role: OfficerRole;
}

/**
 * What nobody would do after a change: a role somebody plays in a unit that hands its work on, and nobody in the unit that takes it over,
 * neither by a post of its own nor by one that goes there; and a role that a unit which goes on loses with the posts that leave it.
 */
export async function unfilledRoles(tx: Transaction, plan: UnitPlan, day: string): Promise<UnfilledRole[]> {
  const pairs = plan.moves.flatMap(({ units }) => Object.entries(units).map(([from, to]) => ({ from, to })));
  const ended = new Set(plan.ended.map(({ unit }) => unit));
  const moved = await readMovedPosts(tx, plan, day);
  const leaving = new Set(moved.filter(({ to }) => to !== undefined).map(({ post }) => post));
  const posts = await tx.rows<{ id: string; unit: string; role: OfficerRole }>(
    `select p.id, p.unit_id as unit, p.role from post p join officer o on o.id = p.officer_id and o.active
      where p.unit_id = any ($1) and ${isHeld('p', '$2')}`, [pairs.flatMap(({ from, to }) => [from, to]), day]);
  const had = (unit: string, roles: readonly OfficerRole[]): boolean => posts.some((post) => post.unit === unit && roles.includes(post.role));
  const keeps = (unit: string, roles: readonly OfficerRole[]): boolean =>
    posts.some((post) => post.unit === unit && roles.includes(post.role) && !leaving.has(post.id)) || moved.some((post) => post.to === unit && roles.includes(post.role));
  const goingOn = [...new Set(pairs.map(({ from }) => from))].filter((unit) => !ended.has(unit)).map((unit) => ({ from: unit, to: unit }));
  const gaps = [...pairs, ...goingOn].flatMap(({ from, to }) => LANES.filter((roles) => had(from, roles) && !keeps(to, roles)).map((roles) => ({ unit: to, role: roles[0]! })));
  return gaps.filter(({ unit, role }, index) => gaps.findIndex((each) => each.unit === unit && each.role === role) === index);
}
