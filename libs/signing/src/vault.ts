import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SigningError } from '@app/documents';
import { newId, StartError } from '@app/kernel';

const CIPHER = 'aes-256-gcm';
/** The first byte of what is sealed: how it was. */
const FORM = 1;
const NONCE = 12;
const TAG = 16;
const KEY = 32;

/** Where the key lies that seals the secrets of signing keys: outside the database. */
export interface VaultFile {
  readonly file: string;
  /** Whether a missing file is made; one that an operator named is not. */
  readonly mayBeMade: boolean;
}

/** Seals what opens a signing key (a password, a PIN) so that the database alone gives nobody a key. */
export class Vault {
  private key: Promise<Buffer> | undefined;

  constructor(private readonly place: VaultFile) {}

  /**
   * @param about what the secret belongs to; sealed for one thing it does not open for another
   * @throws StartError when the file of the key is missing or damaged
   */
  async seal(secret: string, about: string): Promise<Buffer> {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, await this.readKey(true), nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws SigningError key-refused when it was changed, or sealed with another key or for something else; unreachable without the key */
  async open(sealed: Uint8Array, about: string): Promise<string> {
    const key = await this.readKey(false).catch((cause: unknown) => {
      // Whoever put it elsewhere can put it back: what waits for the key is tried again.
      throw new SigningError('unreachable', 'the master key cannot be read', { cause });
    });
    try {
      if (sealed[0] !== FORM || sealed.length < 1 + NONCE + TAG) throw new Error('another form');
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
      return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new SigningError('key-refused', 'the stored secret does not open: it was changed, or sealed with another master key', { cause });
    }
  }

  private async readKey(isSealing: boolean): Promise<Buffer> {
    this.key ??= this.place.mayBeMade && isSealing ? makeKey(this.place.file) : readKey(this.place.file);
    try {
      return await this.key;
    } catch (error) {
      // Put there later, it is found.
      this.key = undefined;
      throw error;
    }
  }
}

async function readKey(file: string): Promise<Buffer> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new StartError(`The key that opens the secrets of signing keys is not in ${file}; put it back from where it is kept ("openssl rand -base64 32" makes a first one).`, { cause });
  });
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY) throw new StartError(`${file} does not hold 32 bytes in base64; put the right key back.`);
  return key;
}

/** Makes the key where there is none. Of two who do so at once, one wins and both read the same. */
async function makeKey(file: string): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${newId()}`;
  await writeFile(beside, `${randomBytes(KEY).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside, { force: true });
  }
  return readKey(file);
}
