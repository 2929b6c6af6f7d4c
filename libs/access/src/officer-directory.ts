import { localDate, type Clock } from '@app/kernel';
import { SYSTEM, type Database } from '@app/database';
import { findOfficerByLogin, isHeld, OFFICE_VERSION, OFFICER_ROLES, positionAt, type OfficerAccount, type OfficerRole } from '@app/organisation';
import { officerPrincipal, type Grant, type PassedOnPost, type RegisteredPost } from './may.js';
import { isPermission, reachesDown } from './permissions.js';
import type { ActingFor, OfficerPrincipal } from './principal.js';

interface PassedOnRow extends Omit<PassedOnPost, 'for' | 'permissions'> {
  permissions: string[];
  for: ActingFor & { readonly role?: OfficerRole; readonly unitName?: string };
}

interface OfficerRow {
  name: string;
  posts: RegisteredPost[] | null;
  absences: PassedOnRow[] | null;
  delegations: PassedOnRow[] | null;
  /** When the next of them begins or ends. */
  changes_at: string | null;
  office_version: number;
  holds_key: boolean;
  grants: Array<{ postId: string; permission: string; procedureCode: string | null; unitId: string | null }> | null;
}

/** How long a principal read from the register is used again: the longest a withdrawn post outlives its end. */
const KEPT_SECONDS = 10;

/**
 * Reads who an officer is and what they may do: own posts as of today, what is passed on as of this moment. What is kept is
 * never kept past the moment at which a stand-in or a delegation begins or ends, nor past a change of units.
 */
export class OfficerDirectory {
  private readonly kept = new Map<string, { principal: OfficerPrincipal; until: number; version: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The account of an active officer, by its login in any case and with blanks around it. */
  async findAccount(login: string): Promise<OfficerAccount | undefined> {
    const account = await this.database.transaction(SYSTEM, (tx) => findOfficerByLogin(tx, login));
    return account?.active ? account : undefined;
  }

  /**
   * The principal of an active officer, with the posts and grants in force today; nothing when the account is closed.
   * @param officeVersion the number of the last change of units that has to be known: a dossier that moved is never with an officer whose post here has not
   */
  async findPrincipal(officerId: string, officeVersion = 0): Promise<OfficerPrincipal | undefined> {
    const now = this.clock.now().epochMilliseconds;
    const kept = this.kept.get(officerId);
    if (kept && kept.until > now && kept.version >= officeVersion) return kept.principal;
    const found = await this.read(officerId);
    if (found) this.kept.set(officerId, { principal: found.principal, until: Math.min(now + KEPT_SECONDS * 1000, found.changesAt), version: found.version });
    else this.kept.delete(officerId);
    return found?.principal;
  }

  /** Forgets what was read, so that a change made in this process counts at once. */
  forget(officerId: string): void {
    this.kept.delete(officerId);
  }

  private async read(officerId: string): Promise<{ principal: OfficerPrincipal; changesAt: number; version: number } | undefined> {
    const now = this.clock.now();
    const row = await this.database.transaction(SYSTEM, (tx) => tx.maybeOne<OfficerRow>(READ_OFFICER, [officerId, localDate(now), ROLES_REACHING_DOWN, now.toString()]));
    if (!row) return undefined;
    // A permission that a later version no longer knows opens nothing.
    const grants = (row.grants ?? []).filter((grant): grant is Grant => isPermission(grant.permission));
    const passedOn = [...(row.absences ?? []), ...(row.delegations ?? [])].map(passedOnPost);
    return {
      principal: officerPrincipal({ officerId, name: row.name, holdsKey: row.holds_key }, row.posts ?? [], grants, passedOn),
      changesAt: row.changes_at === null ? Infinity : Temporal.Instant.from(row.changes_at).epochMilliseconds,
      version: row.office_version,
    };
  }
}

function passedOnPost({ for: { role, unitName, ...acting }, permissions, ...post }: PassedOnRow): PassedOnPost {
  const position = role === undefined || unitName === undefined ? {} : { position: positionAt(role, unitName) };
  return { ...post, permissions: permissions.filter(isPermission), for: { ...acting, until: Temporal.Instant.from(acting.until).toString(), ...position } };
}

const ROLES_REACHING_DOWN = (Object.keys(OFFICER_ROLES) as OfficerRole[]).filter(reachesDown);

const POST_WITH_REACH = `'postId', p.id, 'unitId', p.unit_id, 'role', p.role, 'unitsBelow', coalesce(
        (SELECT json_agg(below.id) FROM unit own JOIN unit below ON below.path <@ own.path AND below.id <> own.id
          WHERE own.id = p.unit_id AND p.role = ANY ($3)), '[]'::json), 'unitsBefore', coalesce(
        (SELECT json_agg(before) FROM unit_predecessors(p.unit_id) AS before), '[]'::json), 'unitsBeforeBelow', coalesce(
        (SELECT json_agg(before) FROM unit own JOIN unit below ON below.path <@ own.path AND below.id <> own.id, unit_predecessors(below.id) AS before
          WHERE own.id = p.unit_id AND p.role = ANY ($3)), '[]'::json)`;
const POST_IN_FORCE = isHeld('p', '$2');
const IN_FORCE_NOW = (alias: string): string => `${alias}.ended_at IS NULL AND ${alias}.from_at <= $4::timestamptz AND ${alias}.to_at > $4::timestamptz`;
const PASSED_ON = (alias: string): string => `'procedures', ${alias}.procedures`;

/**
 * One statement: the officer, the posts of today with the units below where the role reaches them, the posts of those the
 * officer stands in or signs for now, and the grants of today of all of these posts.
 */
const READ_OFFICER = `
  SELECT o.full_name AS name, ${OFFICE_VERSION} AS office_version, holds_signing_key(o.id, null, $4::timestamptz) AS holds_key,
    (SELECT json_agg(json_build_object(${POST_WITH_REACH}) ORDER BY p.since, p.unit_id, p.role)
      FROM post p WHERE p.officer_id = o.id AND ${POST_IN_FORCE}) AS posts,
    (SELECT json_agg(json_build_object(${POST_WITH_REACH}, ${PASSED_ON('a')}, 'permissions', '[]'::json, 'for', json_build_object(
        'basis', 'absence', 'id', a.id, 'officerId', away.id, 'officerName', away.full_name, 'until', a.to_at)) ORDER BY a.from_at, a.id, p.since, p.unit_id, p.role)
      FROM absence a JOIN officer away ON away.id = a.officer_id JOIN post p ON p.officer_id = a.officer_id AND (a.post_id IS NULL OR a.post_id = p.id)
      WHERE a.stand_in_id = o.id AND ${IN_FORCE_NOW('a')} AND ${POST_IN_FORCE}) AS absences,
    (SELECT json_agg(json_build_object(${POST_WITH_REACH}, ${PASSED_ON('d')}, 'permissions', d.permissions, 'for', json_build_object(
        'basis', 'delegation', 'id', d.id, 'officerId', giver.id, 'officerName', giver.full_name, 'until', d.to_at, 'formula', d.formula,
        'document', d.document, 'role', own.role, 'unitName', own_unit.name_vi)) ORDER BY d.from_at, d.id)
      FROM delegation d JOIN officer giver ON giver.id = d.delegator_id AND giver.active JOIN post p ON p.id = d.post_id
        JOIN post own ON own.id = d.delegate_post_id AND ${isHeld('own', '$2')} JOIN unit own_unit ON own_unit.id = own.unit_id
      WHERE d.delegate_id = o.id AND d.approved_at IS NOT NULL AND ${IN_FORCE_NOW('d')} AND ${POST_IN_FORCE}) AS delegations,
    (SELECT min(moment) FROM (
        SELECT unnest(ARRAY[a.from_at, a.to_at]) AS moment FROM absence a WHERE a.stand_in_id = o.id AND a.ended_at IS NULL AND a.to_at > $4::timestamptz
        UNION ALL
        SELECT unnest(ARRAY[d.from_at, d.to_at]) FROM delegation d
          WHERE d.delegate_id = o.id AND d.approved_at IS NOT NULL AND d.ended_at IS NULL AND d.to_at > $4::timestamptz) moments
      WHERE moment > $4::timestamptz) AS changes_at,
    (SELECT json_agg(json_build_object('postId', g.post_id, 'permission', g.permission, 'procedureCode', g.procedure_code, 'unitId', g.unit_id))
      FROM "grant" g
      WHERE g.post_id IN (
          SELECT id FROM post WHERE officer_id = o.id
          UNION SELECT p.id FROM absence a JOIN post p ON p.officer_id = a.officer_id WHERE a.stand_in_id = o.id AND ${IN_FORCE_NOW('a')}
          UNION SELECT d.post_id FROM delegation d WHERE d.delegate_id = o.id AND ${IN_FORCE_NOW('d')})
        AND g.since <= $2 AND (g.until IS NULL OR g.until > $2)) AS grants
  FROM officer o WHERE o.id = $1 AND o.active`;
