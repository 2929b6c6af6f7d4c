import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, lchownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { dataPath } from '@app/kernel';
import { assertRestrictedRole } from '../assert-restricted-role.js';
import { createDataSource } from '../create-data-source.js';
import { FAST_SETTINGS } from '../testing.js';
import { lockFolder } from './folder-lock.js';
import { withClient } from './set-up-database.js';
import { startEmbeddedDatabase, type EmbeddedDatabase } from './start-embedded-database.js';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-spec-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** A process that starts the database in a folder, prints its address and waits. */
async function startInChild(folder: string, env: Record<string, string> = {}): Promise<{ child: ChildProcess; said: string }> {
  const script = `
    import { startEmbeddedDatabase } from '@app/database';
    try {
      const { migratorUrl } = await startEmbeddedDatabase({ folder: ${JSON.stringify(folder)}, settings: ${JSON.stringify(FAST_SETTINGS)}, log: () => undefined });
      console.log(migratorUrl);
      setInterval(() => undefined, 1000);
    } catch (error) {
      console.log(error.name + ': ' + error.message);
      process.exitCode = 1;
    }`;
  const child = spawn(process.execPath, ['--import', dataPath('test/support/source-loader.mjs'), '--input-type=module', '-e', script], {
    cwd: dataPath('.'), env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: String(chunk).trim() };
}

async function ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return child.exitCode === null && child.signalCode === null
    ? ((await once(child, 'exit')) as [number | null, NodeJS.Signals | null])
    : [child.exitCode, child.signalCode];
}

/** The process number of the server over a folder, while its file is there. */
function serverOf(folder: string): number | undefined {
  const file = path.join(folder, 'data', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** Whether a process runs; one that ended but that nobody has buried yet does not. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat)) return !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const started: EmbeddedDatabase[] = [];

async function start(folder: string, more: { port?: number; log?: (line: string) => void } = {}): Promise<EmbeddedDatabase> {
  const server = await startEmbeddedDatabase({ folder, settings: FAST_SETTINGS, log: () => undefined, ...more });
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

jest.setTimeout(30_000);

const asRoot = process.getuid?.() === 0 ? test : test.skip;

describe('one folder through its life', () => {
  const folder = newFolder();

  beforeAll(async () => {
    const { child, said } = await startInChild(folder, { LANG: 'C', LC_ALL: 'POSIX' });
    await withClient(said, (client) => client.query("CREATE TABLE kept AS SELECT 'Nguyễn Thị Ước'::text AS name"));
    child.kill('SIGTERM');
    expect(await ended(child)).toEqual([null, 'SIGTERM']);
  });

  test('SIGTERM ended the server with its program', () => {
    expect(serverOf(folder)).toBeUndefined();
  });

  test('the passwords are for their owner alone', () => {
    expect(statSync(path.join(folder, 'passwords.json')).mode & 0o777).toBe(0o600);
  });

  test('after kill -9 the orphan is stopped, and the data are kept', async () => {
    const { child } = await startInChild(folder);
    const orphan = serverOf(folder)!;
    child.kill('SIGKILL');
    await ended(child);
    expect(isRunning(orphan)).toBe(true);

    const lines: string[] = [];
    const server = await start(folder, { log: (line) => lines.push(line) });
    expect(lines[0]).toBe('Stopped the database an earlier run left behind.');
    expect(isRunning(orphan)).toBe(false);
    const kept = await withClient(server.migratorUrl, (client) => client.query("SELECT name, length(name) AS length, current_setting('server_encoding') AS encoding, lower('ƯỚC ĐẤT') AS lower, show_trgm('đất') <> '{}' AS trigrams FROM kept"));
    expect(kept.rows).toEqual([{ name: 'Nguyễn Thị Ước', length: 14, encoding: 'UTF8', lower: 'ước đất', trigrams: true }]);
    await server.stop();
    expect(serverOf(folder)).toBeUndefined();
  });

  test('a second start at once says so', async () => {
    const server = await start(folder);
    const { child, said } = await startInChild(folder);
    expect(said).toBe(`StartError: The database in ${folder} is in use by another running Một Cửa; stop that one first, or set DATA_FOLDER to another folder.`);
    expect(await ended(child)).toEqual([1, null]);
    await expect(start(folder)).rejects.toThrow('is in use by another running');
    await server.stop();
    await server.stop();
  });

  test('a process number taken over by another program is no obstacle', async () => {
    writeFileSync(path.join(folder, 'data', 'postmaster.pid'), `${process.pid}\n`);
    const server = await start(folder);
    expect(serverOf(folder)).not.toBe(process.pid);
    await server.stop();
  });

  test('a port asked for is used, and refused when taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(start(folder, { port })).rejects.toThrow(
      `Port ${port} for the database is in use by another program; stop it, or set DATABASE_PORT to another port or to nothing for any free one.`,
    );
    other.close();
    await once(other, 'close');
    const server = await start(folder, { port });
    expect([server.port, new URL(server.applicationUrl).port]).toEqual([port, String(port)]);
    await server.stop();
  });

  test('the superuser is refused as the application role; each role has its own password', async () => {
    const server = await start(folder);
    const passwords = JSON.parse(readFileSync(path.join(folder, 'passwords.json'), 'utf8')) as Record<string, string>;
    expect(new Set(Object.values(passwords)).size).toBe(3);
    const url = new URL(server.applicationUrl);
    url.username = 'postgres';
    await expect(createDataSource({ url: url.href, role: 'application' }).initialize()).rejects.toThrow('password authentication failed');
    url.password = passwords['superuser']!;
    const dataSource = await createDataSource({ url: url.href, role: 'application' }).initialize();
    await expect(assertRestrictedRole(dataSource)).rejects.toThrow(
      'DATABASE_URL signs in as "postgres", which is a superuser, so row-level security would not bind the application; use a restricted role such as "mot_cua_app".',
    );
    await dataSource.destroy();
    await server.stop();
  });

  asRoot('started by root, the server runs as the owner of the data', async () => {
    const data = path.join(folder, 'data');
    const nobody = 65_534;
    for (const entry of ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })]) lchownSync(path.join(data, entry), nobody, nobody);
    await start(folder);
    expect(statSync(`/proc/${serverOf(folder)}`).uid).toBe(nobody);
  });
});

describe('elsewhere', () => {
  asRoot('started by root in a folder closed to others, the data lie where the server may go', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const folder = path.join(closed, 'database');
    const lines: string[] = [];
    await start(folder, { log: (line) => lines.push(line) });
    const data = readlinkSync(path.join(folder, 'data'));
    folders.push(path.dirname(data));
    expect(data).toMatch(/^\/var\/lib\/mot-cua\/data-\w+\/data$/);
    expect(lines[0]).toBe(`The data are kept in ${path.dirname(data)}, since the system user "postgres" may not enter ${closed}.`);
  });
});

describe('refusals', () => {
  test('a folder that cannot be made', async () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(start(path.join(file, 'below'))).rejects.toThrow(/^The folder .*\/file\/below cannot be written to by this user;/);
  });

  test('data of another major version are left alone', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'data'));
    writeFileSync(path.join(folder, 'data', 'PG_VERSION'), '17\n');
    writeFileSync(path.join(folder, 'passwords.json'), JSON.stringify({ superuser: 'a', migrator: 'b', application: 'c' }));
    await expect(start(folder)).rejects.toThrow(
      `The data in ${path.join(folder, 'data')} were written by PostgreSQL 17, but this program runs PostgreSQL 18; move them over with pg_dump of the old version, or set DATA_FOLDER to another folder.`,
    );
    expect(lockFolder(path.join(folder, 'lock'))).toBeDefined();
  });

  test('data without passwords', async () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'data'));
    await expect(start(folder)).rejects.toThrow('The passwords of the database cannot be read from');
  });

  test('damaged passwords', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'passwords.json'), '{"superuser":');
    await expect(start(folder)).rejects.toThrow(`The passwords of the database cannot be read from ${path.join(folder, 'passwords.json')}; restore that file from a backup.`);
  });
});
