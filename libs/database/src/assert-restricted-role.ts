import { StartError } from '@app/kernel';
import type { DataSource } from 'typeorm';

interface RoleFacts {
  name: string;
  superuser: boolean;
  bypasses: boolean;
  owns: string | null;
  member: string | null;
}

/** What makes a role unfit: it, or a role it may become, stands above row-level security. */
const ROLE_FACTS = `
  WITH owned AS (
    SELECT nspname AS what, nspowner AS owner FROM pg_namespace WHERE nspname IN ('public', 'graphile_worker')
    UNION ALL SELECT datname, datdba FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT c.relname, c.relowner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
  )
  SELECT me.rolname AS name, me.rolsuper AS superuser, me.rolbypassrls AS bypasses,
    (SELECT min(what) FROM owned WHERE owner = me.oid) AS owns,
    (SELECT min(other.rolname) FROM pg_roles other WHERE other.oid <> me.oid AND pg_has_role(me.oid, other.oid, 'MEMBER')
       AND (other.rolsuper OR other.rolbypassrls OR other.oid IN (SELECT owner FROM owned))) AS member
  FROM pg_roles me WHERE me.rolname = current_user`;

/**
 * Refuses to go on as a role that row-level security does not bind.
 *
 * @param dataSource the application's, connected
 * @throws StartError when its role is superuser, bypasses row security, owns something of ours, or may become such a role
 */
export async function assertRestrictedRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<RoleFacts[]>(ROLE_FACTS);
  const fault = role && faultOf(role);
  if (!fault) return;
  throw new StartError(`DATABASE_URL signs in as "${role.name}", which ${fault}, so row-level security would not bind the application; use a restricted role such as "mot_cua_app".`);
}

function faultOf(role: RoleFacts): string | undefined {
  if (role.superuser) return 'is a superuser';
  if (role.bypasses) return 'bypasses row-level security';
  if (role.owns !== null) return `owns "${role.owns}"`;
  if (role.member !== null) return `may act as "${role.member}"`;
  return undefined;
}
