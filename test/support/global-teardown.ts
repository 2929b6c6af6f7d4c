import type { TestDatabase } from '@app/database';

/** Stops the stories' database and removes its folder. */
export default async function teardown(): Promise<void> {
  const kept = globalThis as { storiesDatabase?: TestDatabase };
  await kept.storiesDatabase?.stop();
  delete kept.storiesDatabase;
}
