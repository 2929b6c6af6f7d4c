import { chmod, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { backUpDatabase } from '@app/database';
import { anchorJournal } from '@app/dossiers';
import { dataPath, newId, StartError } from '@app/kernel';
import { ContentFolder, copyContents, type Contents } from '@app/storage';
import { writeFileList } from './file-list.js';
import { copyKeyFiles } from './key-files.js';
import { inOneSentence } from './in-one-sentence.js';
import { FILES, FORMAT, readManifest, writeManifest, type Manifest } from './manifest.js';

/** What is backed up, and where to. */
export interface BackUpOrder {
  readonly migratorUrl: string;
  /** Where the bytes of files and papers lie. */
  readonly contents: Contents;
  /** The folder of signing keys. */
  readonly keysFolder: string;
  /** The back-up's own folder: new, or empty. */
  readonly to: string;
  readonly log: (line: string) => void;
}

/** What a back-up holds. */
export interface BackUpReport {
  readonly folder: string;
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Files shared with an earlier back-up beside this one. */
  readonly shared: number;
  /** Bytes written for tables and files. */
  readonly bytes: number;
  readonly journal: Manifest['journal'];
  /** Digests of files that rows name but that are lost or damaged. */
  readonly missing: readonly string[];
}

/**
 * Takes a back-up of the database and the files while the desk works on: first every table in one snapshot, then the
 * files, which nobody takes away meanwhile. It has its name only when it is whole.
 *
 * @throws StartError in one sentence; then nothing is left behind
 */
export async function takeBackUp(order: BackUpOrder): Promise<BackUpReport> {
  const to = path.resolve(order.to);
  await refuseTakenFolder(to);
  const unfinished = `${to}.unfinished-${newId().slice(-8)}`;
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await chmod(unfinished, 0o700);
    const report = await writeBackUp({ ...order, to }, unfinished);
    await rename(unfinished, to);
    return report;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw inOneSentence(error, `There is no room for the back-up in ${path.dirname(to)}; make some, or name a folder on another disk. Nothing of it was left there.`);
  }
}

async function writeBackUp({ migratorUrl, contents, keysFolder, to, log }: BackUpOrder, unfinished: string): Promise<BackUpReport> {
  const { database, facts: journal, beside: files } = await backUpDatabase({
    migratorUrl, folder: unfinished, log,
    inSnapshot: anchorJournal,
    beside: (named) => copyFiles(contents, unfinished, named, path.dirname(to), log),
  });
  // After the tables: a key registered meanwhile has its file here and no row, which harms nobody.
  const keys = await copyKeyFiles(keysFolder, unfinished);
  if (keys.length > 0) log(`keys: ${keys.length}; the master key is not among them, keep it elsewhere`);
  const { version } = JSON.parse(await readFile(dataPath('package.json'), 'utf8')) as { version: string };
  await writeManifest(unfinished, { format: FORMAT, product: version, database, journal, files: { count: files.count, list: files.list, missing: files.missing }, ...(keys.length > 0 && { keys }) });
  return {
    folder: to, takenAt: database.takenAt, tables: database.tables.length, rows: sum(database.tables.map(({ rows }) => rows)),
    files: files.count, shared: files.shared, bytes: files.bytes + sum(database.tables.map(({ bytes }) => bytes)), journal, missing: files.missing,
  };
}

/** Copies all contents that are stored; of what rows name, each must be there. */
async function copyFiles(from: Contents, unfinished: string, named: ReadonlySet<string>, beside: string, log: (line: string) => void) {
  await mkdir(path.join(unfinished, FILES), { mode: 0o700 });
  const to = new ContentFolder(path.join(unfinished, FILES), undefined, 0o600);
  const earlier = await findNewest(beside);
  const { contents, bytes, shared, damaged } = await copyContents({ from, to, contents: from.list(), earlier: earlier === undefined ? undefined : new ContentFolder(path.join(earlier, FILES)) });
  await rm(path.join(unfinished, FILES, 'unfinished'), { recursive: true, force: true });
  const there = new Set(contents);
  const missing = [...named].filter((sha256) => !there.has(sha256)).toSorted();
  const strays = damaged.filter((sha256) => !named.has(sha256));
  log(`files: ${contents.length}${shared > 0 ? `, ${shared} of them shared with ${earlier}` : ''}`);
  for (const sha256 of missing) log(`file ${sha256} is named by the database, but lost or damaged`);
  if (strays.length > 0) log(`${strays.length} damaged files that nothing names were left out`);
  return { count: contents.length, list: await writeFileList(unfinished, contents), bytes, shared, missing };
}

/** The newest whole back-up in a folder of back-ups. */
async function findNewest(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  let newest: { readonly folder: string; readonly takenAt: string } | undefined;
  for (const name of names) {
    const manifest = await readManifest(path.join(folder, name)).catch(() => undefined);
    if (manifest && (!newest || manifest.database.takenAt > newest.takenAt)) newest = { folder: path.join(folder, name), takenAt: manifest.database.takenAt };
  }
  return newest?.folder;
}

async function refuseTakenFolder(to: string): Promise<void> {
  try {
    await rmdir(to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw new StartError(`${to} holds something already; name a new folder for each back-up, such as ${path.join(to, 'monday')}.`);
    if (code === 'ENOTDIR') throw new StartError(`${to} is no folder; name a new one.`);
    throw new StartError(`${to} cannot be used for a back-up (${code}); name a new folder, such as ${path.join(to, 'monday')}.`, { cause: error });
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
