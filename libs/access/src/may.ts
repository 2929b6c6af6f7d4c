import { DomainError } from '@app/kernel';
import type { OfficerRole } from '@app/organisation';
import { PERMISSIONS, ROLE_PERMISSIONS, isTakenOver, reachesDown, type Permission } from './permissions.js';
import type { ActingFor, Authority, HeldPost, OfficerPrincipal, Principal } from './principal.js';

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
  /** Units that were merged into its own: their archives are in the keeping of whoever followed. */
  readonly unitsBefore?: readonly string[];
  /** Those that were merged into the units below. */
  readonly unitsBeforeBelow?: readonly string[];
}

/** A post of another officer, as an absence or a delegation passes it on. */
export interface PassedOnPost extends RegisteredPost {
  readonly for: ActingFor;
  /** Empty: every procedure. */
  readonly procedures: readonly string[];
  /** Of a delegation: what it is of. An absence passes on the work of the post. */
  readonly permissions: readonly Permission[];
}

/**
 * Builds the officer who acts from posts and grants.
 *
 * A post brings the permissions of its role, for every procedure, wherever it reaches. Where grants name a
 * permission for that post they take the place of the role's default *for that permission only*: so one row
 * can narrow a post to a procedure or a place, or add what the role does not have.
 *
 * A post passed on brings what its owner may do with it, and less: only the procedures named; of an absence the work but no
 * signature; of a delegation what its document names, and reading. Only own posts can be passed on, so what is passed on
 * goes no further.
 *
 * @param grants those of the officer's own posts and of the posts passed on
 */
export function officerPrincipal(
  officer: { officerId: string; name: string; holdsKey?: boolean },
  posts: readonly RegisteredPost[],
  grants: readonly Grant[] = [],
  passedOn: readonly PassedOnPost[] = [],
): OfficerPrincipal {
  const granted = (post: HeldPost): Authority[] => authoritiesOf(post, grants.filter((grant) => grant.postId === post.postId));
  const own = posts.map(heldPost);
  const others = passedOn.map((post) => ({
    post: { ...heldPost(post), for: post.for, ...(post.procedures.length === 0 ? {} : { procedures: new Set(post.procedures) }) },
    permissions: post.permissions,
  }));
  const held: HeldPost[] = [...own, ...others.map(({ post }) => post)];
  const authorities = [...own.flatMap(granted), ...others.flatMap(({ post, permissions }) => narrowed(granted(post), post, permissions))];
  return {
    kind: 'officer',
    officerId: officer.officerId,
    name: officer.name,
    posts: held,
    units: [...new Set(held.flatMap((post) => [...post.reach]))],
    permissions: new Set(authorities.map((authority) => authority.permission)),
    authorities,
    holdsKey: officer.holdsKey ?? false,
  };
}

function heldPost({ postId, unitId, role, unitsBelow, unitsBefore = [], unitsBeforeBelow = [] }: RegisteredPost): HeldPost {
  const reach = new Set([unitId, ...(reachesDown(role) ? [...unitsBelow, ...unitsBeforeBelow] : []), ...unitsBefore]);
  return { postId, unitId, role, reach, ...(unitsBefore.length > 0 && { before: new Set(unitsBefore) }) };
}

/** What of an owner's authorities an absence or a delegation passes on. */
function narrowed(authorities: readonly Authority[], { for: acting, procedures }: HeldPost & { readonly for: ActingFor }, permissions: readonly Permission[]): Authority[] {
  const passes = (permission: Permission): boolean =>
    acting.basis === 'absence' ? isTakenOver(permission) : permission === 'dossier.read' || permissions.includes(permission);
  return authorities.filter(({ permission }) => passes(permission)).flatMap((authority): Authority[] => {
    const through = { ...authority, through: acting.id };
    if (procedures === undefined) return [through];
    if (authority.procedureCode !== null) return procedures.has(authority.procedureCode) ? [through] : [];
    return [...procedures].map((procedureCode) => ({ ...through, procedureCode }));
  });
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

const RIGHTS = new WeakMap<OfficerPrincipal, readonly OfficerPrincipal[]>();

/**
 * The rights an officer may act in, one after the other: first the own one, then each absence and delegation by itself. Who
 * acts for another does so wholly: role and permission come from the same right, never one from each.
 */
export function rightsOf(principal: OfficerPrincipal): readonly OfficerPrincipal[] {
  const known = RIGHTS.get(principal);
  if (known) return known;
  const through = [...new Set(principal.posts.flatMap((post) => post.for?.id ?? []))];
  const rights = through.length === 0 ? [principal] : [undefined, ...through].map((id) => onlyThrough(principal, id));
  RIGHTS.set(principal, rights);
  return rights;
}

function onlyThrough(principal: OfficerPrincipal, id: string | undefined): OfficerPrincipal {
  const authorities = principal.authorities.filter(({ through }) => through === id);
  const posts = principal.posts.filter((post) => post.for?.id === id);
  return { ...principal, posts, authorities, permissions: new Set(authorities.map(({ permission }) => permission)) };
}

/** For whom a right is exercised; nothing where it is the officer's own. */
export function actingFor(right: Principal): ActingFor | undefined {
  return right.kind === 'officer' ? right.posts[0]?.for : undefined;
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
