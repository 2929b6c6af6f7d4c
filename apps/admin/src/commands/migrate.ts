import { runMigrations } from '@app/database';
import { withOpenDatabase } from '../with-database.js';

/** Brings the schema up to date and names what it changed. */
export async function migrate(): Promise<boolean> {
  const made = await withOpenDatabase(({ migratorUrl }) => runMigrations(migratorUrl));
  process.stdout.write(made.length === 0 ? 'The schema is up to date.\n' : `${made.join('\n')}\n`);
  return true;
}
