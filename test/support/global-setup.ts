import path from 'node:path';
import type { DatabaseUrls, TestDatabase } from '@app/database';
import { PARTS, buildIfStale } from '../../apps/admin/src/build-if-stale.mjs';
import { importSource } from './source-loader.mjs';

/** The day the stories begin: the demonstration's new-borns are a few days old then. */
export const FIRST_DAY = '2026-11-23';

/**
 * Starts one migrated database with the demonstration's offices and people for all stories, and tells the test
 * processes where it is: `createScratch()` of `@app/database` makes each spec a copy of its own from these addresses.
 * Browsers also get the pages as their sources are now.
 */
export default async function setup(_all: unknown, project: { displayName?: { name: string } }): Promise<void> {
  if (project.displayName?.name === 'browser') await buildPages();
  const { startTestDatabase } = (await importSource('libs/database/src/index.ts')) as typeof import('@app/database');
  const kept = globalThis as { storiesDatabase?: TestDatabase };
  kept.storiesDatabase ??= await startTestDatabase(enterBaseData);
  process.env['TEST_DATABASE_URL'] = kept.storiesDatabase.applicationUrl;
  process.env['TEST_DATABASE_MIGRATOR_URL'] = kept.storiesDatabase.migratorUrl;
}

async function buildPages(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  if (!(await buildIfStale(root, PARTS.filter(({ name }) => name === 'browser part')))) throw new Error('The pages could not be built.');
}

async function enterBaseData({ migratorUrl }: DatabaseUrls): Promise<void> {
  const { createDataSource, Database, SYSTEM } = (await importSource('libs/database/src/index.ts')) as typeof import('@app/database');
  const { importUnits, seedOrganisation } = (await importSource('libs/organisation/src/index.ts')) as typeof import('@app/organisation');
  const { seedPersons } = (await importSource('libs/persons/src/index.ts')) as typeof import('@app/persons');
  const { importCatalogue, loadCatalogue } = (await importSource('libs/catalogue/src/index.ts')) as typeof import('@app/catalogue');
  const dataSource = await createDataSource({ url: migratorUrl, role: 'migrator' }).initialize();
  await new Database(dataSource).transaction(SYSTEM, async (tx) => {
    await importUnits(tx);
    await importCatalogue(tx, loadCatalogue());
    await seedOrganisation(tx);
    await seedPersons(tx, FIRST_DAY);
  });
  await dataSource.destroy();
}
