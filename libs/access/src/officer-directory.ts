import { localDate, type Clock } from '@app/kernel';
import { SYSTEM, type Database } from '@app/database';
import { findOfficerByLogin, OFFICER_ROLES, type OfficerAccount, type OfficerRole } from '@app/organisation';
import { officerPrincipal, type Grant, type RegisteredPost } from './may.js';
import { isPermission, reachesDown } from './permissions.js';
import type { OfficerPrincipal } from './principal.js';

interface OfficerRow {
  name: string;
  posts: RegisteredPost[] | null;
  grants: Array<{ postId: string; permission: string; procedureCode: string | null; unitId: string | null }> | null;
}

/** How long a principal read from the register is used again: the longest a withdrawn post outlives its end. */
const KEPT_SECONDS = 10;

/** Reads who an officer is and what they may do, as of today. */
export class OfficerDirectory {
  private readonly kept = new Map<string, { principal: OfficerPrincipal; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The account of an active officer, by its login in any case and with blanks around it. */
  async findAccount(login: string): Promise<OfficerAccount | undefined> {
    const account = await this.database.transaction(SYSTEM, (tx) => findOfficerByLogin(tx, login));
    return account?.active ? account : undefined;
  }

  /** The principal of an active officer, with the posts and grants in force today; nothing when the account is closed. */
  async findPrincipal(officerId: string): Promise<OfficerPrincipal | undefined> {
    const now = this.clock.now().epochMilliseconds;
    const kept = this.kept.get(officerId);
    if (kept && kept.until > now) return kept.principal;
    const principal = await this.read(officerId);
    if (principal) this.kept.set(officerId, { principal, until: now + KEPT_SECONDS * 1000 });
    else this.kept.delete(officerId);
    return principal;
  }

  /** Forgets what was read, so that a change made in this process counts at once. */
  forget(officerId: string): void {
    this.kept.delete(officerId);
  }

  private async read(officerId: string): Promise<OfficerPrincipal | undefined> {
    const today = localDate(this.clock.now());
    const row = await this.database.transaction(SYSTEM, (tx) => tx.maybeOne<OfficerRow>(READ_OFFICER, [officerId, today, ROLES_REACHING_DOWN]));
    if (!row) return undefined;
    // A permission that a later version no longer knows opens nothing.
    const grants = (row.grants ?? []).filter((grant): grant is Grant => isPermission(grant.permission));
    return officerPrincipal({ officerId, name: row.name }, row.posts ?? [], grants);
  }
}

const ROLES_REACHING_DOWN = (Object.keys(OFFICER_ROLES) as OfficerRole[]).filter(reachesDown);

/** One statement: the officer, the posts of today with the units below where the role reaches them, the grants of today. */
const READ_OFFICER = `
  SELECT o.full_name AS name,
    (SELECT json_agg(json_build_object('postId', p.id, 'unitId', p.unit_id, 'role', p.role, 'unitsBelow', coalesce(
        (SELECT json_agg(below.id) FROM unit own JOIN unit below ON below.path <@ own.path AND below.id <> own.id
          WHERE own.id = p.unit_id AND p.role = ANY ($3)), '[]'::json)) ORDER BY p.since, p.unit_id, p.role)
      FROM post p WHERE p.officer_id = o.id AND p.since <= $2 AND (p.until IS NULL OR p.until > $2)) AS posts,
    (SELECT json_agg(json_build_object('postId', g.post_id, 'permission', g.permission, 'procedureCode', g.procedure_code, 'unitId', g.unit_id))
      FROM "grant" g JOIN post p ON p.id = g.post_id
      WHERE p.officer_id = o.id AND g.since <= $2 AND (g.until IS NULL OR g.until > $2)) AS grants
  FROM officer o WHERE o.id = $1 AND o.active`;
