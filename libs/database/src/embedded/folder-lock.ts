import { DatabaseSync } from 'node:sqlite';

/** A held lock; it is also released by the operating system when the process dies, however it dies. */
export interface FolderLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes the operating system's lock on a file, so that one process at a time runs the database in a folder. Node has
 * no file locks of its own; SQLite, which comes with it, does, on every system. Unlike a file with a process number it
 * cannot go stale, which is what tells an orphaned server from one in use.
 *
 * @param file path of the lock file; made when missing
 * @returns the lock, or nothing when another process (or this one) holds it
 */
export function lockFolder(file: string): FolderLock | undefined {
  const handle = new DatabaseSync(file);
  try {
    handle.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { release: () => handle.close() };
}
