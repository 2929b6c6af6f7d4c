import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError, newId, sha256Hex } from '@app/kernel';
import { Contents } from './contents.js';

/** What the system says when a disk is full, a quota used up or a file too big for it. */
const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The owner writes, a group such as that of a scanner or of back-ups reads. */
const MODE = 0o640;

/**
 * A folder of contents named by their SHA-256, two levels deep so no folder grows beyond what a file system likes.
 * A content appears whole or not at all: written beside, forced to the disk, renamed.
 */
export class ContentFolder extends Contents {
  readonly place: string;

  /**
   * @param folder made when missing
   * @param write how bytes reach the disk; a test lets it fail
   * @param mode the rights of a file that {@link take} writes
   */
  constructor(
    private readonly folder: string,
    private readonly write: (file: string, bytes: Uint8Array) => Promise<void> = writeToDisk,
    private readonly mode = MODE,
  ) {
    super();
    this.place = folder;
  }

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

  async read(sha256: string): Promise<Readable | undefined> {
    const handle = await open(this.pathOf(sha256), 'r').catch(nothingThere);
    return handle && createReadStream('', { fd: handle });
  }

  async keptAt(sha256: string): Promise<Temporal.Instant | undefined> {
    const found = await stat(this.pathOf(sha256)).catch(nothingThere);
    return found && Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs));
  }

  /** A folder that is not there holds none. */
  async *list(): AsyncGenerator<string> {
    for (const first of await namesIn(this.folder, PAIR)) {
      for (const second of await namesIn(path.join(this.folder, first), PAIR)) yield* await namesIn(path.join(this.folder, first, second), DIGEST);
    }
  }

  async take(sha256: string, content: Readable): Promise<number | undefined> {
    const target = this.pathOf(sha256);
    const unfinished = path.join(this.folder, 'unfinished', newId());
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    try {
      await mkdir(path.dirname(target), { recursive: true });
      await mkdir(path.dirname(unfinished), { recursive: true });
      await pipeline(content, measure, createWriteStream(unfinished, { flags: 'wx', mode: this.mode, flush: true }));
      if (hash.digest('hex') !== sha256) return undefined;
      await rename(unfinished, target);
      await syncFolder(path.dirname(target));
      return bytes;
    } catch (error) {
      throw isNoSpace(error) ? new DomainError('file.no-space') : error;
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** By a second name of the same file, where the file system can. */
  override async share(sha256: string, from: Contents): Promise<boolean> {
    if (!(from instanceof ContentFolder)) return false;
    const target = this.pathOf(sha256);
    await mkdir(path.dirname(target), { recursive: true });
    return link(from.pathOf(sha256), target).then(() => true, () => false);
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

function nothingThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

const PAIR = /^[0-9a-f]{2}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** Names of one kind in a folder, in order; none where there is no such folder. */
async function namesIn(folder: string, kind: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => kind.test(name)).toSorted();
}

async function writeToDisk(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', MODE);
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
