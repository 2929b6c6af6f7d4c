import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { MIGRATIONS } from './migrations/index.js';
import { StatementClient } from './statement-client.js';

/** How to reach the database, and as whom. */
export interface ConnectionOptions {
  readonly url: string;
  /** `migrator` owns the schema and changes it; `application` is restricted and bound by row-level security. */
  readonly role: 'migrator' | 'application';
  /** Entity classes the libs register. */
  readonly entities?: PostgresDataSourceOptions['entities'];
  /** Connections kept at most; more than 8 on two cores only lose. */
  readonly poolSize?: number;
  /** What the server shows as the program's name. */
  readonly applicationName?: string;
}

const POOL_SIZE = 8;

/** Nothing the application does takes this long; a stuck statement or an abandoned transaction would hold its locks for ever. */
const LIMITS = '-c statement_timeout=60s -c idle_in_transaction_session_timeout=60s';

/** The TypeORM options of a connection; the schema is never changed from entities, only by migrations. */
export function dataSourceOptions({ url, role, entities, poolSize, applicationName }: ConnectionOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: entities ?? [],
    migrations: role === 'migrator' ? MIGRATIONS : [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: role === 'migrator' ? 2 : (poolSize ?? POOL_SIZE),
    applicationName: applicationName ?? `mot-cua ${role}`,
    connectTimeoutMS: 10_000,
    extra: { Client: StatementClient, pipeline: true, options: `-c timezone=UTC ${role === 'application' ? LIMITS : ''}` },
  };
}

/** A data source, not yet connected: call `initialize()`. */
export function createDataSource(options: ConnectionOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}
