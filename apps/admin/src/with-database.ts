import path from 'node:path';
import { loadConfiguration, readEnvironment } from '@app/configuration';
import { createDataSource, Database, openDatabase, type OpenDatabase } from '@app/database';

const toStandardError = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Runs work on the configured database; one that a running desk has open is joined, else it is started for the while.
 * @param join false refuses an embedded database that a desk has open
 */
export async function withOpenDatabase<T>(work: (database: OpenDatabase) => Promise<T>, join = true): Promise<T> {
  const configuration = loadConfiguration(readEnvironment());
  const database = await openDatabase({
    applicationUrl: configuration.databaseUrl,
    migratorUrl: configuration.databaseMigratorUrl,
    folder: path.join(configuration.dataFolder, 'database'),
    port: configuration.databasePort,
    log: toStandardError,
    join,
  });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

/** The same as one of the two roles. */
export async function withDatabase<T>(role: 'migrator' | 'application', work: (database: Database) => Promise<T>): Promise<T> {
  return withOpenDatabase(async ({ migratorUrl, applicationUrl }) => {
    const dataSource = await createDataSource({ url: role === 'migrator' ? migratorUrl : applicationUrl, role }).initialize();
    try {
      return await work(new Database(dataSource));
    } finally {
      await dataSource.destroy();
    }
  });
}
