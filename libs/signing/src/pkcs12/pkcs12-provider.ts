import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { openPkcs12, SigningError, type Signer } from '@app/documents';
import type { KeyPlace, KeyProvider } from '../key-provider.js';

/** Opening a file takes a tenth of a second on purpose; who signs five hundred papers needs it once. */
const KEPT = 32;
const KEPT_MS = 5 * 60_000;

interface OpenedFile {
  readonly signer: Promise<Signer>;
  readonly changedMs: number;
  readonly openedAt: number;
  readonly secret: string;
}

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Keys in PKCS #12 files of one folder; the reference is the name of the file. */
export class Pkcs12Provider implements KeyProvider {
  private readonly opened = new Map<string, OpenedFile>();

  constructor(private readonly folder: string) {}

  async open({ reference, secret }: KeyPlace): Promise<Signer> {
    if (reference !== path.basename(reference)) throw new SigningError('key-refused', 'a key file lies in the folder of keys itself');
    const file = path.join(this.folder, reference);
    const changedMs = await found(file, async () => (await stat(file)).mtimeMs);
    const known = this.opened.get(reference);
    if (known && known.changedMs === changedMs && known.secret === digest(secret) && performance.now() - known.openedAt < KEPT_MS) return known.signer;
    const signer = found(file, () => readFile(file)).then((bytes) => openPkcs12(bytes, secret));
    this.keep(reference, { signer, changedMs, openedAt: performance.now(), secret: digest(secret) });
    return signer;
  }

  private keep(reference: string, opened: OpenedFile): void {
    this.opened.delete(reference);
    this.opened.set(reference, opened);
    if (this.opened.size > KEPT) this.opened.delete(this.opened.keys().next().value!);
    // What did not open is not remembered: the right secret may come next.
    opened.signer.catch(() => this.opened.get(reference) === opened && this.opened.delete(reference));
  }
}

async function found<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new SigningError('unreachable', `the key file ${path.basename(file)} cannot be read`, { cause });
  }
}
