import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex, StartError } from '@app/kernel';
import { FILE_LIST, FILES, type FilesPart } from './manifest.js';

/** Writes the list of files; answers its SHA-256. */
export async function writeFileList(folder: string, contents: readonly string[]): Promise<string> {
  const text = contents.map((sha256) => `${sha256}  ${placeOf(sha256)}\n`).join('');
  await writeFile(path.join(folder, FILE_LIST), text, { mode: 0o600, flag: 'wx', flush: true });
  return sha256Hex(text);
}

/**
 * Reads the list of files.
 * @throws StartError when it is not the list the manifest speaks of
 */
export async function readFileList(folder: string, part: FilesPart): Promise<string[]> {
  const text = await readFile(path.join(folder, FILE_LIST), 'utf8').catch(() => '');
  const contents = text.split('\n').slice(0, -1).map((line) => line.slice(0, 64));
  if (sha256Hex(text) !== part.list || contents.length !== part.count) {
    throw new StartError(`The back-up in ${folder} is damaged: ${FILE_LIST} differs from its manifest. Nothing was restored; take another back-up.`);
  }
  return contents;
}

/** Where in a back-up a file lies. */
export const placeOf = (sha256: string): string => `${FILES}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
