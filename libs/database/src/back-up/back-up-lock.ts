import type { ClientBase } from 'pg';
import type { Database } from '../database.js';
import { SYSTEM } from '../principal.js';

/** Any number that every process of the program agrees on. */
const BACK_UP_LOCK = 20_250_702;

/** From here until it is let go, or the connection ends, nobody takes stored contents away. Several back-ups may hold it. */
export async function holdContents(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [BACK_UP_LOCK]);
}

/** Lets contents go; answers whether they were held until now. */
export async function letContentsGo(client: ClientBase): Promise<boolean> {
  const { rows: [row] } = await client.query<{ held: boolean }>('select pg_advisory_unlock_shared($1) as held', [BACK_UP_LOCK]);
  return row?.held ?? false;
}

/**
 * Runs work that takes stored contents away while no back-up is being taken: the snapshot of a back-up still names what
 * was thrown away a moment later, and its files are copied last. Waits for a back-up to end, as long as a statement may.
 *
 * @throws what the work throws; QueryFailedError when a back-up takes longer than a statement may wait. Nothing was done then
 */
export async function whileNoBackUp<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return database.transaction(SYSTEM, async (tx) => {
    await tx.execute('set local idle_in_transaction_session_timeout = 0');
    await tx.execute('select pg_advisory_xact_lock($1)', [BACK_UP_LOCK]);
    return work();
  });
}
