import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex, StartError } from '@app/kernel';

/** Where the key files lie in a back-up. Each is encrypted with its own password; what seals the passwords is never beside them. */
const KEYS = 'keys';

/** A key file of a back-up. */
export interface KeyFilePart {
  readonly name: string;
  readonly sha256: string;
}

const isKeyFile = (name: string): boolean => /^[0-9a-f-]{36}\.p12$/.test(name);

/** Copies the key files as they are, and nothing else of the folder: the master key stays where it is. */
export async function copyKeyFiles(from: string, backUp: string): Promise<KeyFilePart[]> {
  const names = (await readdir(from).catch(() => [])).filter(isKeyFile).toSorted();
  if (names.length > 0) await mkdir(path.join(backUp, KEYS), { mode: 0o700 });
  const parts: KeyFilePart[] = [];
  for (const name of names) {
    const bytes = await readFile(path.join(from, name));
    await writeFile(path.join(backUp, KEYS, name), bytes, { mode: 0o600, flag: 'wx', flush: true });
    parts.push({ name, sha256: sha256Hex(bytes) });
  }
  return parts;
}

/** Compares the key files with what the back-up says of them. @throws StartError naming the first that differs */
export async function checkKeyFiles(backUp: string, parts: readonly KeyFilePart[]): Promise<void> {
  for (const { name, sha256 } of parts) {
    const bytes = await readFile(path.join(backUp, KEYS, name)).catch(() => undefined);
    if (bytes === undefined || sha256Hex(bytes) !== sha256 || !isKeyFile(name)) {
      throw new StartError(`The back-up in ${backUp} is damaged: ${KEYS}/${name} ${bytes === undefined ? 'is missing' : 'differs from its digest'}. Nothing was restored; take another back-up.`);
    }
  }
}

/** Puts back the key files that are not there. @returns what takes them away again */
export async function restoreKeyFiles(backUp: string, parts: readonly KeyFilePart[], to: string): Promise<() => Promise<void>> {
  if (parts.length > 0) await mkdir(to, { recursive: true, mode: 0o700 });
  const there = new Set(await readdir(to).catch(() => []));
  const added = parts.map(({ name }) => name).filter((name) => !there.has(name));
  const undo = async (): Promise<void> => {
    for (const name of added) await rm(path.join(to, name), { force: true });
  };
  try {
    for (const name of added) await copyFile(path.join(backUp, KEYS, name), path.join(to, name));
  } catch (error) {
    await undo();
    throw error;
  }
  return undo;
}
