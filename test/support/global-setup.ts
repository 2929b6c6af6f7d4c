import type { TestDatabase } from '@app/database';
import { importSource } from './source-loader.mjs';

/**
 * Starts one migrated database for all stories and tells the test processes where it is: `createScratch()` of
 * `@app/database` makes each spec a copy of its own from these addresses.
 */
export default async function setup(): Promise<void> {
  const { startTestDatabase } = (await importSource('libs/database/src/index.ts')) as typeof import('@app/database');
  const kept = globalThis as { storiesDatabase?: TestDatabase };
  kept.storiesDatabase ??= await startTestDatabase();
  process.env['TEST_DATABASE_URL'] = kept.storiesDatabase.applicationUrl;
  process.env['TEST_DATABASE_MIGRATOR_URL'] = kept.storiesDatabase.migratorUrl;
}
