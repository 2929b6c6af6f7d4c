import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Client } from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { dataSourceOptions } from '../create-data-source.js';
import { withClient } from '../embedded/set-up-database.js';
import { startTestDatabase, createDataSource, Database, MIGRATIONS, type TestDatabase } from '../index.js';
import { backUpDatabase, type DatabasePart } from './back-up-database.js';
import { whileNoBackUp } from './back-up-lock.js';
import { loadTables } from './load-tables.js';
import { assertKnownMigrations, restoreDatabase } from './restore-database.js';
import { LEFT_OUT, readForeignKeys, readTables } from './table-shape.js';

jest.setTimeout(60_000);

let server: TestDatabase;
const folders: string[] = [];

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(async () => {
  await server?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const newFolder = (): string => {
  folders.push(mkdtempSync(path.join(tmpdir(), 'mot-cua-back-up-')));
  return folders.at(-1)!;
};

/** A database with nothing in it, on the server of these tests. */
async function createEmpty(name: string): Promise<string> {
  const url = new URL(server.migratorUrl);
  url.pathname = '/postgres';
  await withClient(url.href, (client) => client.query(`create database ${name} template template0`));
  url.pathname = `/${name}`;
  return url.href;
}

const silently = { log: () => undefined, inSnapshot: () => Promise.resolve(undefined), beside: () => Promise.resolve(undefined) };
const backUp = async (migratorUrl: string, folder: string): Promise<DatabasePart> => (await backUpDatabase({ ...silently, migratorUrl, folder })).database;
const rowsOf = async (url: string, sql: string): Promise<unknown[]> => (await withClient(url, (client) => client.query<Record<string, unknown>>(sql))).rows;

describe('the schema', () => {
  test('no table hangs on one that a back-up leaves out', async () => {
    const keys = await withClient(server.migratorUrl, readForeignKeys);
    expect(keys.filter(({ table, target }) => LEFT_OUT.includes(target) && !LEFT_OUT.includes(table))).toEqual([]);
    const names = (await withClient(server.migratorUrl, readTables)).map(({ name }) => name);
    expect(LEFT_OUT.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('lies in one place, where back-ups look', async () => {
    expect(await rowsOf(server.migratorUrl, `select n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('public', 'graphile_worker', 'information_schema') and n.nspname not like 'pg\\_%'`)).toEqual([]);
  });
});

/** What a schema may hold that makes loading hard: circles, keys that cannot wait, triggers, computed and counted columns. */
const HARD = `
  create table migration (id int, "timestamp" bigint, name text);
  create table a (id int primary key, b int not null, note text, double int generated always as (id * 2) stored);
  create table b (id int primary key, a int not null references a);
  alter table a add constraint a_b foreign key (b) references b;
  create table later (id int primary key, a int references a deferrable initially immediate);
  create table tree (id int primary key, parent int references tree);
  create table counted (id bigint generated always as identity primary key, "Tên" text, at timestamptz, span interval, amount double precision, bytes bytea);
  create sequence number start 7;
  create function no_more() returns trigger language plpgsql as $$ begin raise 'a trigger ran'; end $$;
  alter table a enable row level security;`;
/** Made once the rows are there. */
const TRIGGERS = `
  create trigger a_row before insert on a for each row execute function no_more();
  create trigger a_empty before truncate on a execute function no_more();
  create trigger b_off after insert on b for each row execute function no_more(); alter table b disable trigger b_off;`;

describe('a hard schema', () => {
  let from: string;
  let to: string;
  let part: DatabasePart;
  const folder = newFolder();
  const state = async (url: string): Promise<unknown[]> => Promise.all([
    'select * from a order by 1', 'select * from b order by 1', 'select * from tree order by 1', 'select * from counted order by 1', 'select * from later', 'select last_value, is_called from number', 'select last_value, is_called from counted_id_seq',
    'select conname, condeferrable, condeferred from pg_constraint where contype = \'f\' order by 1', 'select tgname, tgenabled from pg_trigger where not tgisinternal order by 1',
  ].map((sql) => rowsOf(url, sql)));

  beforeAll(async () => {
    [from, to] = [await createEmpty('hard_from'), await createEmpty('hard_to')];
    await withClient(from, async (client) => {
      await client.query(`${HARD}
        begin; alter table a alter constraint a_b deferrable initially deferred;
        insert into a values (1, 1, null), (2, 2, ''), (3, 1, E'\\\\N\\ttab\\nline\\r\\\\.'), (4, 2, 'Đặng Thị Ước');
        insert into b values (1, 2), (2, 1); commit;
        alter table a alter constraint a_b not deferrable;
        insert into tree values (3, null), (1, 3), (2, 1); update tree set parent = 2 where id = 3;
        insert into counted ("Tên", at, span, amount, bytes) values ('x', '2026-11-23 09:00+07', '1 day 02:03:04', 0.1, '\\x00ff0a'), (null, 'infinity', null, 'NaN', null);
        select nextval('number'); ${TRIGGERS}`);
    });
    await withClient(to, (client) => client.query(`${HARD} ${TRIGGERS}`));
    part = await backUp(from, folder);
  });

  const load = (within: (client: Client) => Promise<void>): Promise<void> => withClient(to, async (client) => {
    await client.query('begin');
    await within(client);
    await client.query('commit');
  });

  test('is loaded as it was, by the owner of the tables alone, and keeps its rules', async () => {
    await load((client) => loadTables(client, part, folder, () => undefined));
    expect(await state(to)).toEqual(await state(from));
    expect((await rowsOf(to, 'select count(*)::int as n from a'))[0]).toEqual({ n: 4 });
  });

  test('is written as PostgreSQL writes it, for its owner alone, with what the manifest says of it', () => {
    expect(readdirSync(path.join(folder, 'database'))).toEqual(['a', 'b', 'counted', 'later', 'tree'].map((table) => `${table}.copy.zst`));
    expect(statSync(path.join(folder, 'database', 'a.copy.zst')).mode & 0o777).toBe(0o600);
    expect(zstdDecompressSync(readFileSync(path.join(folder, 'database', 'tree.copy.zst'))).toString()).toBe('1\t3\n2\t1\n3\t2\n');
    expect(part.tables.map(({ name, columns, rows }) => [name, columns, rows])).toEqual([
      ['a', ['id', 'b', 'note'], 4], ['b', ['id', 'a'], 2], ['counted', ['id', 'Tên', 'at', 'span', 'amount', 'bytes'], 2], ['later', ['id', 'a'], 0], ['tree', ['id', 'parent'], 3],
    ]);
    expect(part.sequences).toEqual([{ name: 'counted_id_seq', value: '2', called: true }, { name: 'number', value: '7', called: true }]);
  });

  test.each<[string, (table: DatabasePart['tables'][number]) => object, string]>([
    ['fewer rows than there are', ({ rows }) => ({ rows: rows - 1 }), 'database/a.copy.zst gave 4 rows, but the back-up says 3.'],
    ['other rows', ({ content }) => ({ content: content.replace(/./, (digit) => (digit === '0' ? '1' : '0')) }), 'The rows of database/a.copy.zst differ from what the back-up says of them.'],
    ['other columns', () => ({ columns: ['id', 'b'] }), 'The back-up and this program disagree about the table a (id, b, note); restore with the version that made the back-up.'],
  ])('a manifest that speaks of %s is refused', async (_what, change, sentence) => {
    const other = { ...part, tables: part.tables.map((table) => (table.name === 'a' ? { ...table, ...change(table) } : table)) };
    await expect(load((client) => loadTables(client, other, folder, () => undefined))).rejects.toThrow(sentence);
  });
});

describe('a back-up of an earlier version', () => {
  test('is restored with the schema it had, which is then brought up to date; one of a later version is refused', async () => {
    const old = await createEmpty('old');
    const dataSource = await new DataSource({ ...dataSourceOptions({ url: old, role: 'migrator' }), extra: {} }).initialize();
    const runner = dataSource.createQueryRunner();
    const executor = new MigrationExecutor(dataSource, runner);
    const last = MIGRATIONS.at(-1)!.name;
    for (const migration of await executor.getPendingMigrations()) if (migration.name !== last) await executor.executeMigration(migration);
    await runner.query(`insert into unit (id, path, kind, name_vi, name_en, short_vi, short_en, since) values ('vn', 'vn', 'nation', 'Việt Nam', 'Viet Nam', 'VN', 'VN', '2025-07-01')`);
    await runner.release();
    await dataSource.destroy();

    const folder = newFolder();
    const part = await backUp(old, folder);
    expect(part.migrations).toEqual(MIGRATIONS.map(({ name }) => name).filter((name) => name !== last));
    const fresh = await createEmpty('fresh');
    const choice = { migratorUrl: fresh, folder, part, replace: false, log: () => undefined };
    expect(await restoreDatabase(choice)).toEqual([last]);
    expect(await rowsOf(fresh, 'select id, name_vi from unit')).toEqual([{ id: 'vn', name_vi: 'Việt Nam' }]);
    expect(await rowsOf(fresh, 'select name from migration order by name')).toEqual(await rowsOf(server.migratorUrl, 'select name from migration order by name'));
    await expect(restoreDatabase(choice)).rejects.toThrow(/^The database is not empty: "\w+" has rows\. Restore into an empty one/);
    expect(await restoreDatabase({ ...choice, replace: true })).toEqual([last]);
    expect(() => assertKnownMigrations({ ...part, migrations: [...part.migrations, 'Tomorrow1900000000000'] })).toThrow(
      'The back-up was made by a newer version: this program does not know the change "Tomorrow1900000000000" of the schema. Restore with that version or a later one.');
  });

  test('has the rights of the application as migrations gave them', async () => {
    const rights = `select table_name, string_agg(privilege_type, ',' order by privilege_type) as rights from information_schema.table_privileges where grantee = 'mot_cua_app' and table_schema = 'public' group by 1 order by 1`;
    const fresh = new URL(server.migratorUrl);
    fresh.pathname = '/fresh';
    expect(await rowsOf(fresh.href, rights)).toEqual(await rowsOf(server.migratorUrl, rights));
  });
});

test('what takes contents away waits for a back-up to end', async () => {
  const dataSource = await createDataSource({ url: server.applicationUrl, role: 'application' }).initialize();
  const order: string[] = [];
  let purge: Promise<void> | undefined;
  await backUpDatabase({
    ...silently, migratorUrl: server.migratorUrl, folder: newFolder(),
    beside: async () => {
      purge = whileNoBackUp(new Database(dataSource), () => Promise.resolve(void order.push('purged')));
      while ((await rowsOf(server.migratorUrl, `select from pg_locks where locktype = 'advisory' and not granted`)).length === 0);
      order.push('copied');
    },
  });
  await purge;
  expect(order).toEqual(['copied', 'purged']);
  await dataSource.destroy();
});
