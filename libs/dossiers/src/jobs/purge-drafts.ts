import { SYSTEM, type Database } from '@app/database';

/** How long what somebody typed and did not file is kept: fetched values must not lie about in stale drafts. */
export const DRAFT_DAYS = 30;

/** Throws away drafts not touched for {@link DRAFT_DAYS} days, with the files attached to them; answers how many. */
export async function purgeDrafts(database: Database): Promise<number> {
  return database.transaction(SYSTEM, async (tx) => {
    await tx.execute(
      `delete from file f using draft d where f.draft_id = d.id and f.dossier_id is null and d.saved_at < now() - make_interval(days => $1)`, [DRAFT_DAYS]);
    return tx.execute('delete from draft where saved_at < now() - make_interval(days => $1)', [DRAFT_DAYS]);
  });
}
