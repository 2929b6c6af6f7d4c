import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { withClient } from '../embedded/set-up-database.js';
import { holdContents, letContentsGo } from './back-up-lock.js';
import { copyOut, type TablePart } from './copy-table.js';
import { readKeptTables, readNamedContents, readSequences, type SequenceState } from './table-shape.js';

/** The database of a back-up: what is needed to load it, and to know that all of it is there. */
export interface DatabasePart {
  /** When the snapshot was taken; UTC, ISO 8601. Whatever was committed before is in it, nothing after. */
  readonly takenAt: string;
  /** The changes of the schema that had been made, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly TablePart[];
  readonly sequences: readonly SequenceState[];
}

/** What a back-up of the database is told. */
export interface BackUpChoice<Facts, Beside> {
  readonly migratorUrl: string;
  /** Where to write; must be there. */
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Reads further facts in the same snapshot. */
  readonly inSnapshot: (rows: <T>(sql: string) => Promise<T[]>) => Promise<Facts>;
  /** What is copied beside the tables, after them, while nobody takes stored contents away. @param named the digests that rows name */
  readonly beside: (named: ReadonlySet<string>) => Promise<Beside>;
}

/** One snapshot for all tables; times and numbers in a form that every server reads alike. */
const BEGIN = `
  begin isolation level repeatable read, read only;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0;
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local row_security = off`;

/**
 * Copies every table as it is at one moment, while the desk works on. As the owner of the tables row-level security hides
 * nothing from it; were that ever changed, it would fail rather than leave rows out.
 */
export async function backUpDatabase<Facts, Beside>(choice: BackUpChoice<Facts, Beside>): Promise<{ database: DatabasePart; facts: Facts; beside: Beside }> {
  await mkdir(path.join(choice.folder, 'database'), { mode: 0o700 });
  return withClient(choice.migratorUrl, async (client) => {
    await client.query('set idle_session_timeout = 0');
    await holdContents(client);
    await client.query(BEGIN);
    const database = await copySnapshot(client, choice);
    const facts = await choice.inSnapshot(async <T>(sql: string) => (await client.query(sql)).rows as T[]);
    const named = await readNamedContents(client);
    await client.query('commit');
    const beside = await choice.beside(named);
    if (!(await letContentsGo(client))) throw new Error('the lock on stored contents was lost while they were copied');
    return { database, facts, beside };
  });
}

async function copySnapshot(client: ClientBase, { folder, log }: Pick<BackUpChoice<unknown, unknown>, 'folder' | 'log'>): Promise<DatabasePart> {
  const { rows: [moment] } = await client.query<{ at: string }>(`select to_char(statement_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`);
  const { rows: migrations } = await client.query<{ name: string }>('select name from migration order by timestamp, id');
  const shapes = await readKeptTables(client);
  // Whoever would change a table waits; whoever works with rows does not notice.
  await client.query(`lock table ${shapes.map(({ name }) => client.escapeIdentifier(name)).join(', ')} in access share mode`);
  const tables: TablePart[] = [];
  for (const shape of shapes) {
    const part = await copyOut(client, shape, folder);
    tables.push(part);
    if (part.rows > 0) log(`${part.name}: ${part.rows} rows`);
  }
  return { takenAt: moment!.at, migrations: migrations.map(({ name }) => name), tables, sequences: await readSequences(client) };
}
