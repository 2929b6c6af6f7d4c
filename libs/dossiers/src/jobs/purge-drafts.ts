import { SYSTEM, whileNoBackUp, type Database } from '@app/database';
import type { Contents } from '@app/storage';
import { unnamedContents } from './unnamed-contents.js';

/** How long what somebody typed and did not file is kept: fetched values must not lie about in stale drafts. */
export const DRAFT_DAYS = 30;

/**
 * Throws away drafts not touched for {@link DRAFT_DAYS} days with the files attached to them, bytes included; answers how many drafts.
 * Waits for a back-up to end.
 */
export async function purgeDrafts(database: Database, folder: Contents): Promise<number> {
  return whileNoBackUp(database, () => purge(database, folder));
}

async function purge(database: Database, folder: Contents): Promise<number> {
  const { count, unused } = await database.transaction(SYSTEM, async (tx) => {
    const files = await tx.rows<{ sha256: string }>(
      `delete from file f using draft d
        where f.draft_id = d.id and f.dossier_id is null and d.saved_at < now() - make_interval(days => $1) returning f.sha256`, [DRAFT_DAYS]);
    const drafts = await tx.execute('delete from draft where saved_at < now() - make_interval(days => $1)', [DRAFT_DAYS]);
    // Equal contents lie once: what something else still names must stay.
    const gone = await unnamedContents(tx, files.map(({ sha256 }) => sha256));
    return { count: drafts, unused: gone };
  });
  for (const sha256 of unused) await folder.forget(sha256);
  return count;
}
