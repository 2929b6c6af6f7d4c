import { SYSTEM, whileNoBackUp, type Database } from '@app/database';
import type { Contents } from '@app/storage';
import { unnamedContents } from './unnamed-contents.js';

/** So many digests are looked up at once. */
const BATCH = 500;

/** What a sweep found. */
export interface SweepReport {
  /** How many contents lie there. */
  readonly contents: number;
  /** The digests of those that no row names and that were not kept within a day: gone now, unless it was only a look. */
  readonly orphans: readonly string[];
}

/**
 * Takes away stored contents that no row names: what an upload left whose recording failed, or a draft that was thrown away. What was kept
 * within a day stays, since somebody may be about to record it. Waits for a back-up to end.
 * @param look only tells, and takes nothing away
 */
export async function sweepContents(database: Database, contents: Contents, { look = false } = {}): Promise<SweepReport> {
  return whileNoBackUp(database, async () => {
    let count = 0;
    const orphans: string[] = [];
    for await (const batch of inBatches(contents.list())) {
      count += batch.length;
      for (const sha256 of await database.transaction(SYSTEM, (tx) => unnamedContents(tx, batch))) {
        if (look ? !(await contents.isFresh(sha256)) : await contents.forget(sha256)) orphans.push(sha256);
      }
    }
    return { contents: count, orphans };
  });
}

async function* inBatches(digests: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const sha256 of digests) {
    batch.push(sha256);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
