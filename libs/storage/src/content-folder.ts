import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DomainError, newId, sha256Hex } from '@app/kernel';

/** What the system says when a disk is full, a quota used up or a file too big for it. */
const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const A_DAY_MS = 86_400_000;

/**
 * A folder of contents named by their SHA-256, two levels deep so no folder grows beyond what a file system likes.
 * Equal contents lie there once. A content appears whole or not at all: written beside, forced to the disk, renamed.
 */
export class ContentFolder {
  /**
   * @param folder made when missing
   * @param write how bytes reach the disk; a test lets it fail
   */
  constructor(
    private readonly folder: string,
    private readonly write: (file: string, bytes: Uint8Array) => Promise<void> = writeToDisk,
  ) {}

  /** Keeps bytes; answers their SHA-256. Throws `file.no-space`, leaving nothing behind. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Hex(bytes);
    const target = this.pathOf(sha256);
    const unfinished = path.join(this.folder, 'unfinished', newId());
    try {
      await mkdir(path.dirname(target), { recursive: true });
      await mkdir(path.dirname(unfinished), { recursive: true });
      await this.write(unfinished, bytes);
      await rename(unfinished, target);
      await syncFolder(path.dirname(target));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw isNoSpace(error) ? new DomainError('file.no-space') : error;
    }
    return sha256;
  }

  /** Opens a content kept earlier; a missing one fails here, not in the middle of an answer. */
  async open(sha256: string): Promise<ReadStream> {
    const handle = await open(this.pathOf(sha256), 'r');
    return createReadStream('', { fd: handle });
  }

  /**
   * Takes a content away that no record names any more, unless it was kept again within the last day: then somebody may be
   * about to record it. Answers whether it is gone.
   */
  async forget(sha256: string): Promise<boolean> {
    const file = this.pathOf(sha256);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
    if (mtimeMs > Date.now() - A_DAY_MS) return false;
    await rm(file, { force: true });
    return true;
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function writeToDisk(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name itself survive a power cut; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NO_SPACE.has(String(error.code));
}
