import { DomainError } from '@app/kernel';
import type { OfficerRole } from '@app/organisation';
import { PERMISSIONS, ROLE_PERMISSIONS, reachesDown, type Permission } from './permissions.js';
import type { Authority, HeldPost, OfficerPrincipal, Principal } from './principal.js';

/** Where and on what a permission is to be used. What is left out does not restrict. */
export interface Place {
  readonly procedureCode?: string;
  readonly unitId?: string;
}

/** A row of the grant table: it narrows or widens what one post may do. */
export interface Grant {
  readonly postId: string;
  readonly permission: Permission;
  /** Null: every procedure. */
  readonly procedureCode: string | null;
  /** Null: wherever the post reaches. */
  readonly unitId: string | null;
}

/** A post as read from the register, with the units below its own. */
export interface RegisteredPost {
  readonly postId: string;
  readonly unitId: string;
  readonly role: OfficerRole;
  readonly unitsBelow: readonly string[];
}

/**
 * Builds the officer who acts from posts and grants.
 *
 * A post brings the permissions of its role, for every procedure, wherever it reaches. Where grants name a
 * permission for that post they take the place of the role's default *for that permission only*: so one row
 * can narrow a post to a procedure or a place, or add what the role does not have.
 */
export function officerPrincipal(
  officer: { officerId: string; name: string },
  posts: readonly RegisteredPost[],
  grants: readonly Grant[] = [],
): OfficerPrincipal {
  const held = posts.map(
    (post): HeldPost => ({
      postId: post.postId,
      unitId: post.unitId,
      role: post.role,
      reach: new Set(reachesDown(post.role) ? [post.unitId, ...post.unitsBelow] : [post.unitId]),
    }),
  );
  const authorities = held.flatMap((post) => authoritiesOf(post, grants.filter((grant) => grant.postId === post.postId)));
  return {
    kind: 'officer',
    officerId: officer.officerId,
    name: officer.name,
    posts: held,
    units: [...new Set(held.flatMap((post) => [...post.reach]))],
    permissions: new Set(authorities.map((authority) => authority.permission)),
    authorities,
  };
}

function authoritiesOf(post: HeldPost, grants: readonly Grant[]): Authority[] {
  const named = new Set(grants.map((grant) => grant.permission));
  const byRole = ROLE_PERMISSIONS[post.role]
    .filter((permission) => !named.has(permission))
    .map((permission): Authority => ({ permission, procedureCode: null, units: post.reach }));
  const byGrant = grants.map(
    (grant): Authority => ({
      permission: grant.permission,
      procedureCode: grant.procedureCode,
      units: grant.unitId === null ? post.reach : new Set([grant.unitId]),
    }),
  );
  return [...byRole, ...byGrant];
}

/**
 * Whether this principal may use a permission there: permission × procedure × place.
 *
 * An officer may when some post carries the permission, for that procedure, at that unit (or as a leader above
 * it). The system may everything: it acts on rows, not on requests. A citizen holds no permission: what citizens
 * may do follows from being a party of the dossier, which `act()` checks.
 */
export function may(principal: Principal, permission: Permission, place: Place = {}): boolean {
  if (principal.kind === 'system') return true;
  if (principal.kind === 'citizen') return false;
  return principal.authorities.some(
    (authority) =>
      authority.permission === permission &&
      (authority.procedureCode === null || place.procedureCode === undefined || authority.procedureCode === place.procedureCode) &&
      (place.unitId === undefined || authority.units.has(place.unitId)),
  );
}

/** Throws `permission.missing`, naming the permission in the reader's words, unless {@link may}. */
export function requirePermission(principal: Principal, permission: Permission, place: Place = {}): void {
  if (may(principal, permission, place)) return;
  throw new DomainError('permission.missing', { params: { permission: PERMISSIONS[permission] }, facts: { permission } });
}

/** The roles an officer holds at a unit, by a post there or by a leader's post above it. */
export function rolesAt(principal: Principal, unitId: string): OfficerRole[] {
  if (principal.kind !== 'officer') return [];
  return [...new Set(principal.posts.filter((post) => post.reach.has(unitId)).map((post) => post.role))];
}

/** The units on which an officer may use a permission (for one procedure, if named). */
export function unitsWith(principal: Principal, permission: Permission, procedureCode?: string): string[] {
  if (principal.kind !== 'officer') return [];
  const units = principal.authorities
    .filter((authority) => authority.permission === permission)
    .filter((authority) => authority.procedureCode === null || procedureCode === undefined || authority.procedureCode === procedureCode)
    .flatMap((authority) => [...authority.units]);
  return [...new Set(units)];
}
