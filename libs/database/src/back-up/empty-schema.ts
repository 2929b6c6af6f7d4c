import { escapeIdentifier as name, type ClientBase } from 'pg';
import { APPLICATION_ROLE } from '../embedded/set-up-database.js';
import { readTables } from './table-shape.js';

/** Whether a table holds a row; asking for one is quicker than counting. */
async function holdsRows(client: ClientBase, table: string): Promise<boolean> {
  return (await client.query(`select from ${name(table)} limit 1`)).rowCount === 1;
}

/** The first table that holds a row, or nothing: the notes of the migrations do not count. */
export async function findFilledTable(client: ClientBase): Promise<string | undefined> {
  for (const table of await readTables(client)) if (table.name !== 'migration' && (await holdsRows(client, table.name))) return table.name;
  return undefined;
}

/** How many other connections there are to this database: desks, workers, somebody's tools. */
export async function countOthers(client: ClientBase): Promise<number> {
  const { rows: [row] } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`);
  return row?.others ?? 0;
}

/** Everything of ours in the schema, as the statements that drop it; what an extension brought stays, what belongs to a column goes with it. */
const DROPS = `
  with theirs as (select d.objid from pg_depend d where d.deptype = 'e'
           or (d.deptype in ('a', 'i') and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0))
  select format('drop %s if exists %s cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, c.oid::regclass) as statement
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.oid not in (select objid from theirs)
  union all
  select format('drop routine if exists %s cascade', p.oid::regprocedure)
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.oid not in (select objid from theirs)
  union all
  select format('drop type if exists %s cascade', t.oid::regtype)
    from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd', 'r') and t.oid not in (select objid from theirs)`;

/** Takes the whole schema away, jobs of the runner included, inside the caller's transaction. */
export async function dropSchema(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(DROPS);
  for (const { statement } of rows) await client.query(statement);
  await client.query('drop schema if exists graphile_worker cascade');
  // Else the rights that a migration gives for later tables would hold for the earlier ones too.
  for (const kind of ['tables', 'sequences', 'functions']) await client.query(`alter default privileges in schema public revoke all on ${kind} from ${name(APPLICATION_ROLE)}`);
}
