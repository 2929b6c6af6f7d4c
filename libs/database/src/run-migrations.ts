import { runMigrations as runJobMigrations } from 'graphile-worker';
import { withClient } from './embedded/set-up-database.js';
import { assertSuitableServer } from './assert-suitable-server.js';
import { createDataSource } from './create-data-source.js';

/** Any number that every process of the program agrees on: one at a time changes the schema. */
export const MIGRATION_LOCK = 20_250_701;

/**
 * Brings the schema up to date: first the job runner's own (graphile-worker), then ours. Safe to call from several
 * processes at once. The job runner itself connects as the migrator, since its tables refuse a restricted role; the
 * application queues jobs through `app_add_job()`.
 *
 * @param migratorUrl the role that owns the schema
 * @throws StartError when the database cannot be reached or is not suitable
 * @returns the names of the changes made now
 */
export async function runMigrations(migratorUrl: string): Promise<string[]> {
  return withClient(migratorUrl, async (client) => {
    await assertSuitableServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runJobMigrations({ connectionString: migratorUrl });
    const dataSource = createDataSource({ url: migratorUrl, role: 'migrator' });
    await dataSource.initialize();
    try {
      return (await dataSource.runMigrations()).map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  });
}
