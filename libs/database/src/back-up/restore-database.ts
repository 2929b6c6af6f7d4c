import { StartError } from '@app/kernel';
import type { ClientBase } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { assertSuitableServer } from '../assert-suitable-server.js';
import { dataSourceOptions } from '../create-data-source.js';
import { withClient } from '../embedded/set-up-database.js';
import { MIGRATIONS } from '../migrations/index.js';
import { MIGRATION_LOCK } from '../run-migrations.js';
import type { DatabasePart } from './back-up-database.js';
import { countOthers, dropSchema, findFilledTable } from './empty-schema.js';
import { loadTables } from './load-tables.js';

/** What a restore of the database is told. */
export interface RestoreChoice {
  readonly migratorUrl: string;
  /** The back-up's folder, and what it says it holds. */
  readonly folder: string;
  readonly part: DatabasePart;
  /** Whether what the database holds may go. */
  readonly replace: boolean;
  readonly log: (line: string) => void;
}

/**
 * Refuses a back-up that is of another make than this program can load.
 * @throws StartError in one sentence
 */
export function assertKnownMigrations(part: DatabasePart): void {
  const known = new Set(MIGRATIONS.map((migration) => migration.name));
  const unknown = part.migrations.find((migration) => !known.has(migration));
  if (unknown !== undefined) throw new StartError(`The back-up was made by a newer version: this program does not know the change "${unknown}" of the schema. Restore with that version or a later one.`);
}

/**
 * Refuses a database that must not be restored into.
 * @throws StartError in one sentence
 */
export async function assertRestorable(client: ClientBase, replace: boolean): Promise<void> {
  await assertSuitableServer(client as Parameters<typeof assertSuitableServer>[0]);
  if (!replace) {
    const filled = await findFilledTable(client);
    if (filled !== undefined) throw new StartError(`The database is not empty: "${filled}" has rows. Restore into an empty one, or say --replace everything to lose what it holds.`);
    return;
  }
  const others = await countOthers(client);
  if (others > 0) throw new StartError(`The database is in use by ${others} other connections; stop every desk and worker before replacing what it holds.`);
}

/** {@link assertRestorable} on a connection of its own. */
export async function assertRestorableAt(migratorUrl: string, replace: boolean): Promise<void> {
  await withClient(migratorUrl, (client) => assertRestorable(client, replace));
}

/**
 * Restores the database of a back-up, in one transaction: the schema is made by the migrations of the back-up, the tables
 * are loaded and compared, and this program's further migrations follow. Whatever goes wrong, the database is as before.
 *
 * @returns the migrations that followed
 * @throws StartError in one sentence when the target may not be restored into or something does not fit
 */
export async function restoreDatabase(choice: RestoreChoice): Promise<string[]> {
  const options = dataSourceOptions({ url: choice.migratorUrl, role: 'migrator', applicationName: 'mot-cua restore' });
  // COPY needs its connection for itself, so statements cannot be sent ahead.
  const dataSource = await new DataSource({ ...options, extra: { options: '-c timezone=UTC -c idle_session_timeout=0' } }).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrated = await inTransaction(runner, () => restoreInto(client, new MigrationExecutor(dataSource, runner), choice));
    // Without it the first queries would be planned as for empty tables.
    await client.query('analyze');
    return migrated;
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

async function restoreInto(client: ClientBase, executor: MigrationExecutor, { part, folder, replace, log }: RestoreChoice): Promise<string[]> {
  await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0; set local row_security = off; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1`);
  await assertRestorable(client, replace);
  await dropSchema(client);
  await migrate(executor, part.migrations);
  await loadTables(client, part, folder, log);
  return migrate(executor, undefined);
}

/** Makes the named changes of the schema that are not made yet, or all; answers which. */
async function migrate(executor: MigrationExecutor, wanted: readonly string[] | undefined): Promise<string[]> {
  const pending = (await executor.getPendingMigrations()).filter(({ name }) => wanted?.includes(name) ?? true);
  for (const migration of pending) await executor.executeMigration(migration);
  return pending.map(({ name }) => name);
}

async function inTransaction<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.startTransaction();
  try {
    const done = await work();
    await runner.commitTransaction();
    return done;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}
