import type { Contents } from './contents.js';

/** What is copied where. */
export interface ContentCopy {
  readonly from: Contents;
  readonly to: Contents;
  /** The digests to copy. */
  readonly contents: AsyncIterable<string> | Iterable<string>;
  /** Where a content may lie already, to be shared instead of written again. */
  readonly earlier?: Contents | undefined;
  /** Hears of each content that was not at the target before. */
  readonly added?: (sha256: string) => void;
}

/** What came of it. */
export interface CopiedContents {
  /** The digests of all that lie at the target now, in order. */
  readonly contents: readonly string[];
  /** Their size; of those written, not of those shared. */
  readonly bytes: number;
  readonly shared: number;
  /** The digests of what is not there, or is not what its digest says. */
  readonly damaged: readonly string[];
}

/** Disks and networks have several requests on their way; more only wait. */
const AT_ONCE = 4;

/**
 * Copies contents and checks each against its digest on the way.
 * @throws DomainError `file.no-space`
 */
export async function copyContents({ from, to, contents, earlier, added }: ContentCopy): Promise<CopiedContents> {
  const copied: string[] = [];
  const damaged: string[] = [];
  let bytes = 0;
  let shared = 0;
  const copy = async (sha256: string): Promise<void> => {
    const wasThere = await to.has(sha256);
    // A fault of an earlier copy must not live on in later ones: what is shared is read first.
    if (!wasThere && earlier && (await earlier.isIntact(sha256)) && (await to.share(sha256, earlier))) shared += 1;
    else {
      const content = await from.read(sha256);
      const size = content && (await to.take(sha256, content));
      if (size === undefined) return void damaged.push(sha256);
      bytes += size;
    }
    copied.push(sha256);
    if (!wasThere) added?.(sha256);
  };
  await severalAtOnce(contents, copy);
  return { contents: copied.toSorted(), bytes, shared, damaged: damaged.toSorted() };
}

/** Runs work on all items, a few side by side; after a failure no further one is begun. */
async function severalAtOnce<T>(items: AsyncIterable<T> | Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const source = (Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()) as AsyncIterator<T>;
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let next = await source.next(); !failed && next.done !== true; next = await source.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
