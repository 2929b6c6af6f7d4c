import { StartError } from '@app/kernel';
import { escapeIdentifier as name, escapeLiteral as text, type ClientBase } from 'pg';
import type { DatabasePart } from './back-up-database.js';
import { copyIn, digestTable, fileOf, type TablePart } from './copy-table.js';
import { loadOrder } from './load-order.js';
import { readForeignKeys, readKeptTables, type ForeignKey } from './table-shape.js';

/**
 * Loads all tables and sequences into a schema that the migrations of the back-up have made, inside the caller's
 * transaction and as the owner of the tables: no superuser is needed. Each table is read back and compared with what the
 * back-up says of it.
 *
 * @throws StartError naming the table that does not fit
 */
export async function loadTables(client: ClientBase, part: DatabasePart, folder: string, log: (line: string) => void): Promise<void> {
  await refuseOtherTables(client, part.tables);
  const order = loadOrder(part.tables.map((table) => table.name), await readForeignKeys(client));
  const byName = new Map(part.tables.map((table) => [table.name, table]));
  const triggers = await readTriggers(client);
  // What a trigger did when a row was written stands in the rows already.
  for (const trigger of triggers) await client.query(`alter table ${trigger.table} disable trigger ${trigger.name}`);
  // A migration may have entered rows; the back-up has them too. Cascades only to what a back-up leaves out, which is empty.
  await client.query(`truncate ${part.tables.map((table) => name(table.name)).join(', ')} cascade`);
  for (const key of order.checkedLast) await client.query(alterKey(key, 'deferrable initially deferred'));
  await client.query('set constraints all deferred');
  for (const table of order.tables.map((each) => byName.get(each)!)) {
    await loadTable(client, table, folder);
    if (table.rows > 0) log(`${table.name}: ${table.rows} rows`);
  }
  await client.query('set constraints all immediate');
  for (const key of order.checkedLast) await client.query(alterKey(key, key.deferrable ? `deferrable initially ${key.deferred ? 'deferred' : 'immediate'}` : 'not deferrable'));
  for (const trigger of triggers) await client.query(`alter table ${trigger.table} enable trigger ${trigger.name}`);
  for (const { name: sequence, value, called } of part.sequences) await client.query(`select setval(${text(name(sequence))}, ${text(value)}::bigint, ${String(called)})`);
}

async function loadTable(client: ClientBase, table: TablePart, folder: string): Promise<void> {
  await copyIn(client, table, folder);
  const { rows, content } = await digestTable(client, table);
  if (rows !== table.rows) throw new StartError(`${fileOf(table.name)} gave ${rows} rows, but the back-up says ${table.rows}.`);
  if (content !== table.content) throw new StartError(`The rows of ${fileOf(table.name)} differ from what the back-up says of them.`);
}

async function refuseOtherTables(client: ClientBase, parts: readonly TablePart[]): Promise<void> {
  const here = (await readKeptTables(client)).map((table) => `${table.name} (${table.columns.join(', ')})`);
  const there = parts.map((table) => `${table.name} (${table.columns.join(', ')})`);
  const other = here.find((table) => !there.includes(table)) ?? there.find((table) => !here.includes(table));
  if (other !== undefined) throw new StartError(`The back-up and this program disagree about the table ${other}; restore with the version that made the back-up.`);
}

const alterKey = (key: ForeignKey, how: string): string => `alter table ${name(key.table)} alter constraint ${name(key.name)} ${how}`;

/** Triggers of the schema's own that are on; names are quoted already. */
async function readTriggers(client: ClientBase): Promise<Array<{ table: string; name: string }>> {
  return (await client.query<{ table: string; name: string }>(
    `select g.tgrelid::regclass::text as table, quote_ident(g.tgname) as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
      where not g.tgisinternal and g.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace order by 1, 2`)).rows;
}
