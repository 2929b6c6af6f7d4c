export { assertRestrictedRole } from './assert-restricted-role.js';
export { createDataSource, type ConnectionOptions } from './create-data-source.js';
export { Database, type TransactionOptions } from './database.js';
export { DatabaseModule } from './database.module.js';
export { startEmbeddedDatabase, type EmbeddedDatabase, type EmbeddedDatabaseOptions } from './embedded/start-embedded-database.js';
export { PUBLIC, SYSTEM, type DatabasePrincipal } from './principal.js';
export { runMigrations } from './run-migrations.js';
export { createScratch, startTestDatabase, type DatabaseUrls, type ScratchDatabase, type TestDatabase } from './testing.js';
export { type StatementParams, type Transaction } from './transaction.js';
