import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { escapeIdentifier } from 'pg';
import { startEmbeddedDatabase } from './embedded/start-embedded-database.js';
import { DATABASE, withClient } from './embedded/set-up-database.js';
import { runMigrations } from './run-migrations.js';

/** Where to reach one database, as the restricted role and as the owner. */
export interface DatabaseUrls {
  readonly applicationUrl: string;
  readonly migratorUrl: string;
}

/** A migrated database of one's own. */
export interface ScratchDatabase extends DatabaseUrls {
  drop(): Promise<void>;
}

/** A server for tests, migrated and empty. */
export interface TestDatabase extends DatabaseUrls {
  /** Gives a copy of the migrated, empty database (some 50 ms); several may exist at once. */
  createScratch(): Promise<ScratchDatabase>;
  stop(): Promise<void>;
}

/** A test's data need not outlive it: nothing waits for the disk. */
export const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB', max_connections: '120' };

/**
 * Starts an embedded server in a temporary folder, for tests only, and migrates its database.
 *
 * @param prepare enters what every copy shall hold, once, before the first copy is made
 */
export async function startTestDatabase(prepare: (urls: DatabaseUrls) => Promise<void> = () => Promise.resolve()): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-test-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedDatabase({ folder, log: () => undefined, settings: FAST_SETTINGS, furtherDatabases: true });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await runMigrations(server.migratorUrl);
    await prepare(server);
    await copyDatabase(server.migratorUrl, DATABASE, TEMPLATE);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...server, createScratch: () => createScratch(server), stop };
}

/** An untouched copy of the migrated database: only what nobody is connected to can be copied. */
const TEMPLATE = `${DATABASE}_template`;

let scratches = 0;

/**
 * Makes a migrated, empty database on the server of {@link startTestDatabase}; works from any process that was told
 * the server's addresses.
 */
export async function createScratch(server: DatabaseUrls): Promise<ScratchDatabase> {
  scratches += 1;
  const copy = `${DATABASE}_scratch_${process.pid}_${scratches}`;
  await copyDatabase(server.migratorUrl, TEMPLATE, copy);
  return {
    applicationUrl: withDatabase(server.applicationUrl, copy),
    migratorUrl: withDatabase(server.migratorUrl, copy),
    drop: () => command(server.migratorUrl, `DROP DATABASE ${escapeIdentifier(copy)} WITH (FORCE)`),
  };
}

function copyDatabase(url: string, from: string, to: string): Promise<void> {
  return command(url, `CREATE DATABASE ${escapeIdentifier(to)} TEMPLATE ${escapeIdentifier(from)}`);
}

async function command(url: string, sql: string): Promise<void> {
  await withClient(withDatabase(url, 'postgres'), (client) => client.query(sql));
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
