import { afterAll, beforeAll } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, Database, startTestDatabase, SYSTEM, type DatabasePrincipal, type TestDatabase, type Transaction } from '@app/database';
import { seedPersons } from '../index.js';

/** A database of one suite, reached as the application's role. */
export interface SeededRegistry {
  /** Runs work in a transaction of the system. */
  readonly run: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** The same as somebody whose rights the rows are held to. */
  readonly as: <T>(principal: DatabasePrincipal, work: (tx: Transaction) => Promise<T>) => Promise<T>;
}

/** Gives the suite that calls it a database with the people of the demonstration, and takes it away afterwards. */
export function seededRegistry(): SeededRegistry {
  let server: TestDatabase;
  let source: DataSource;
  const as: SeededRegistry['as'] = (principal, work) => new Database(source).transaction(principal, work);
  const run: SeededRegistry['run'] = (work) => as(SYSTEM, work);

  beforeAll(async () => {
    server = await startTestDatabase();
    source = await createDataSource({ url: server.applicationUrl, role: 'application' }).initialize();
    await run((tx) => seedPersons(tx, '2026-11-22'));
  }, 60_000);

  afterAll(async () => {
    await source?.destroy();
    await server?.stop();
  });
  return { run, as };
}
