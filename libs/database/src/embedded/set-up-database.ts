import { Client, escapeIdentifier as name, escapeLiteral as text } from 'pg';
import { unreachable } from '../unreachable.js';
import type { Passwords } from './passwords.js';

/** The database, and the two roles that use it. With an external server the operator makes the same (docs/external-database.md). */
export const DATABASE = 'mot_cua';
export const MIGRATOR_ROLE = 'mot_cua_migrator';
export const APPLICATION_ROLE = 'mot_cua_app';

/** What the migrations need; all are "trusted", so an external database's owner may create them too. */
export const EXTENSIONS = ['pg_trgm', 'unaccent', 'ltree', 'btree_gin'] as const;

/**
 * Makes the roles, the database and its extensions, as far as they are missing. Runs at each start: it costs a few
 * milliseconds and mends a first start that was cut short.
 *
 * @param urlOf the superuser's URL of a database
 * @param furtherDatabases whether the migrator may make and drop databases, as tests do
 */
export async function setUpDatabase(urlOf: (database: string) => string, passwords: Passwords, furtherDatabases: boolean): Promise<void> {
  await withClient(urlOf('postgres'), async (client) => {
    await keepRole(client, MIGRATOR_ROLE, passwords.migrator, furtherDatabases ? 'CREATEDB' : 'NOCREATEDB');
    await keepRole(client, APPLICATION_ROLE, passwords.application, 'NOCREATEDB');
    await client.query(`${furtherDatabases ? 'GRANT' : 'REVOKE'} pg_signal_backend ${furtherDatabases ? 'TO' : 'FROM'} ${name(MIGRATOR_ROLE)}`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name(DATABASE)} OWNER ${name(MIGRATOR_ROLE)}`);
    await client.query(`REVOKE ALL ON DATABASE ${name(DATABASE)} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name(DATABASE)} TO ${name(APPLICATION_ROLE)}`);
  });
  await withClient(urlOf(DATABASE), async (client) => {
    await client.query(`ALTER SCHEMA public OWNER TO ${name(MIGRATOR_ROLE)}`);
    for (const extension of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${name(extension)}`);
  });
}

async function keepRole(client: Client, role: string, password: string, rights: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${name(role)}`);
  await client.query(`ALTER ROLE ${name(role)} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE ${rights} PASSWORD ${text(password)}`);
}

/** Runs work on one connection of its own and closes it; a StartError when there is none to be had. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // Without a listener a server that ends would end this process; the statement at work fails anyway.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
