import type { ClientBase } from 'pg';

/** A table and the columns a back-up holds of it; what is computed from other columns is not among them. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A foreign key: rows of one table name rows of another. */
export interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly target: string;
  readonly deferrable: boolean;
  readonly deferred: boolean;
}

/**
 * What a back-up leaves out, and why; every other table of the schema is in it, also one that is added tomorrow.
 *
 * - `migration`: the migrations write it again when they make the schema.
 * - `session`: one that was ended after the back-up (a lost computer, a stolen cookie) must not come back to life.
 */
export const LEFT_OUT: readonly string[] = ['migration', 'session'];

/** Things that belong to an extension come back with it. */
const notOfAnExtension = (catalogue: string, id: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${id} and d.deptype = 'e')`;

const TABLES = `
  select c.relname::text as name,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and ${notOfAnExtension('pg_class', 'c.oid')}
   order by 1`;

const FOREIGN_KEYS = `
  select k.conname::text as name, t.relname::text as table, f.relname::text as target, k.condeferrable as deferrable, k.condeferred as deferred
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class f on f.oid = k.confrelid
   where k.contype = 'f' and k.conparentid = 0 and t.relnamespace = 'public'::regnamespace
   order by 2, 1`;

/** All tables of the schema with their columns, by name. */
export async function readTables(client: ClientBase): Promise<TableShape[]> {
  return (await client.query<TableShape>(TABLES)).rows;
}

/** The tables a back-up holds. */
export async function readKeptTables(client: ClientBase): Promise<TableShape[]> {
  return (await readTables(client)).filter(({ name }) => !LEFT_OUT.includes(name));
}

/** All foreign keys of the schema. */
export async function readForeignKeys(client: ClientBase): Promise<ForeignKey[]> {
  return (await client.query<ForeignKey>(FOREIGN_KEYS)).rows;
}

/** Where a sequence stands; the number as text, since it may be beyond what JavaScript counts. */
export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

const SEQUENCES = `
  select c.relname::text as name
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and ${notOfAnExtension('pg_class', 'c.oid')}
     and not exists (select from pg_depend d join pg_class t on t.oid = d.refobjid
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and t.relname = any ($1))
   order by 1`;

/**
 * Where every sequence stands now. Sequences are outside of snapshots: read after the tables, they are never behind
 * the rows, at most ahead of them.
 */
export async function readSequences(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES, [LEFT_OUT]);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: [state] } = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${client.escapeIdentifier(name)}`);
    states.push({ name, ...state! });
  }
  return states;
}

/** The columns that name stored contents: by convention `sha256` of a table that knows the `size` too. */
const CONTENT_TABLES = `
  select t.table_name::text as name
    from information_schema.columns t join information_schema.columns s using (table_schema, table_name)
   where table_schema = 'public' and t.column_name = 'sha256' and s.column_name = 'size'
   order by 1`;

/** The digests of all contents that rows name. */
export async function readNamedContents(client: ClientBase): Promise<Set<string>> {
  const named = new Set<string>();
  for (const { name } of (await client.query<{ name: string }>(CONTENT_TABLES)).rows) {
    const { rows } = await client.query<{ sha256: string }>(`select distinct sha256::text from ${client.escapeIdentifier(name)}`);
    for (const { sha256 } of rows) named.add(sha256);
  }
  return named;
}
