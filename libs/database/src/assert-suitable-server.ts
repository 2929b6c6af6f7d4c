import { StartError } from '@app/kernel';
import type { Client } from 'pg';

/** The oldest PostgreSQL the schema runs on. */
const OLDEST_MAJOR = 16;

/**
 * Refuses a server of one's own that is too old, or a database that cannot hold Vietnamese.
 *
 * @throws StartError in one sentence
 */
export async function assertSuitableServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
  );
  const { version, encoding } = rows[0]!;
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_MAJOR) throw new StartError(`The database server is PostgreSQL ${major}, but ${OLDEST_MAJOR} or newer is needed.`);
  if (encoding !== 'UTF8') throw new StartError(`The database stores text as ${encoding}, which cannot hold Vietnamese; create it with ENCODING 'UTF8'.`);
}
