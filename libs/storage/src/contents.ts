import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DomainError } from '@app/kernel';

const A_DAY_MS = 86_400_000;

/** A stored content that could not be given out. */
export interface ContentFault {
  /** Names the content, and nobody: an operator fetches it from a back-up by it. */
  readonly sha256: string;
  readonly fault: 'damaged' | 'missing';
}

/**
 * The port to wherever the bytes of files and papers lie: contents named by their SHA-256. Equal contents lie there once, and a
 * content appears whole or not at all.
 *
 * Every method throws `file.storage-away` while the place does not answer.
 */
export abstract class Contents {
  /** What an operator calls the place. */
  abstract readonly place: string;

  private readonly listeners: Array<(fault: ContentFault) => void> = [];

  /** Keeps bytes; answers their SHA-256. Throws `file.no-space`, leaving nothing behind. */
  abstract keep(bytes: Uint8Array): Promise<string>;

  /**
   * Keeps what a stream brings, if it is what its digest says; answers its size in bytes, or nothing when it is something
   * else, and then nothing is left behind. Throws `file.no-space`, leaving nothing behind either.
   */
  abstract take(sha256: string, content: Readable): Promise<number | undefined>;

  /** The bytes as they lie there, unchecked: for whoever checks them on the way. Nothing when there are none. */
  abstract read(sha256: string): Promise<Readable | undefined>;

  /** When a content was last kept; nothing when it does not lie there. */
  abstract keptAt(sha256: string): Promise<Temporal.Instant | undefined>;

  /** The digests of all contents that lie there, in order. */
  abstract list(): AsyncGenerator<string>;

  /** Takes a content away at once, whoever may name it. {@link forget} is the careful way. */
  abstract remove(sha256: string): Promise<void>;

  /**
   * A content kept earlier, checked against its name before the first byte is given out: it is read twice, so that nobody is
   * served half of what turns out to be something else, and no file need fit into memory.
   * @throws DomainError file.damaged when it is missing, or not what it was
   */
  async open(sha256: string): Promise<Readable> {
    const digest = await this.digestOf(sha256);
    const content = digest === sha256 ? await this.read(sha256) : undefined;
    if (content !== undefined) return content;
    for (const hear of this.listeners) hear({ sha256, fault: digest === undefined ? 'missing' : 'damaged' });
    throw new DomainError('file.damaged');
  }

  /** Hears of every content that {@link open} refused. */
  watch(listener: (fault: ContentFault) => void): void {
    this.listeners.push(listener);
  }

  /** Whether a content lies there and is still, byte for byte, what its digest says; one that cannot be read is not. */
  async isIntact(sha256: string): Promise<boolean> {
    try {
      return (await this.digestOf(sha256)) === sha256;
    } catch (error) {
      // A place that is away says nothing about what lies there.
      if (error instanceof DomainError) throw error;
      return false;
    }
  }

  /** Whether a content lies there, whole or damaged. */
  async has(sha256: string): Promise<boolean> {
    return (await this.keptAt(sha256)) !== undefined;
  }

  /** Whether a content was kept, or kept again, within the last day: then somebody may be about to record it. */
  async isFresh(sha256: string): Promise<boolean> {
    const keptAt = await this.keptAt(sha256);
    return keptAt !== undefined && keptAt.epochMilliseconds > Date.now() - A_DAY_MS;
  }

  /** Takes a content away that no record names any more, unless it {@link isFresh}. Answers whether it is gone. */
  async forget(sha256: string): Promise<boolean> {
    if (await this.isFresh(sha256)) return false;
    await this.remove(sha256);
    return true;
  }

  /** Gives a content of another place the same name here without a second copy, where that can be; answers whether it could. */
  async share(_sha256: string, _from: Contents): Promise<boolean> {
    return false;
  }

  private async digestOf(sha256: string): Promise<string | undefined> {
    const content = await this.read(sha256);
    if (content === undefined) return undefined;
    const hash = createHash('sha256');
    for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex');
  }
}
