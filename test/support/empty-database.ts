import { createDataSource, type DatabaseUrls, type ScratchDatabase } from '@app/database';

let made = 0;

/** A database of one's own with nothing in it, not even a schema, on the server of the stories. */
export async function createEmptyDatabase(): Promise<ScratchDatabase> {
  const server: DatabaseUrls = { applicationUrl: process.env['TEST_DATABASE_URL'] ?? '', migratorUrl: process.env['TEST_DATABASE_MIGRATOR_URL'] ?? '' };
  made += 1;
  const name = `mot_cua_empty_${process.pid}_${made}`;
  const at = (url: string, database = name): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const command = async (sql: string): Promise<void> => {
    const dataSource = await createDataSource({ url: at(server.migratorUrl, 'postgres'), role: 'migrator' }).initialize();
    try {
      await dataSource.query(sql);
    } finally {
      await dataSource.destroy();
    }
  };
  await command(`create database ${name} template template0`);
  return { applicationUrl: at(server.applicationUrl), migratorUrl: at(server.migratorUrl), drop: () => command(`drop database ${name} with (force)`) };
}
