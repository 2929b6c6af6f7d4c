import path from 'node:path';
import { assertKnownMigrations, assertRestorableAt, createDataSource, Database, digestFile, fileOf, restoreDatabase, SYSTEM } from '@app/database';
import { anchorJournal, verifyJournal, type JournalReport } from '@app/dossiers';
import { StartError } from '@app/kernel';
import { ContentFolder, copyContents, type Contents } from '@app/storage';
import { placeOf, readFileList } from './file-list.js';
import { checkKeyFiles, restoreKeyFiles } from './key-files.js';
import { inOneSentence } from './in-one-sentence.js';
import { FILES, readManifest, type Manifest } from './manifest.js';

/** What is restored, and where to. */
export interface RestoreOrder {
  readonly migratorUrl: string;
  /** Where the bytes of files and papers are to lie. */
  readonly contents: Contents;
  /** The folder of signing keys. */
  readonly keysFolder: string;
  /** The back-up's folder. */
  readonly from: string;
  /** Whether what database and folder hold may go. */
  readonly replace: boolean;
  readonly log: (line: string) => void;
}

/** What was restored, and what the check of it found. */
export interface RestoreReport {
  readonly folder: string;
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Changes of the schema that this program is ahead of the back-up, made now. */
  readonly migrated: readonly string[];
  /** Files that were lost already when the back-up was taken. */
  readonly missing: readonly string[];
  readonly journal: JournalReport;
  /** Whether all journals end as they did in the back-up. */
  readonly anchored: boolean;
}

/**
 * Restores a back-up into an empty database and an empty folder of files: every part is compared with what the back-up
 * says of it, and the journal is verified at the end.
 *
 * @throws StartError in one sentence that names the part; then database and folder are as before
 */
export async function restoreBackUp(order: RestoreOrder): Promise<RestoreReport> {
  const from = path.resolve(order.from);
  const manifest = await readManifest(from);
  assertKnownMigrations(manifest.database);
  await checkTables(from, manifest);
  const { keys = [] } = manifest;
  await checkKeyFiles(from, keys);
  const contents = await readFileList(from, manifest.files);
  const files = order.contents;
  const foreign = await findForeign(files, contents, order);
  await assertRestorableAt(order.migratorUrl, order.replace);
  const added: string[] = [];
  let migrated: string[];
  let undoKeys = (): Promise<void> => Promise.resolve();
  try {
    await restoreFiles(from, files, contents, (sha256) => added.push(sha256));
    order.log(`files: ${contents.length}`);
    undoKeys = await restoreKeyFiles(from, keys, order.keysFolder);
    if (keys.length > 0) order.log(`keys: ${keys.length}; put the master key back, then "keys check" opens each`);
    // Last, since it is undone by itself: from its commit on the restore counts.
    migrated = await restoreDatabase({ migratorUrl: order.migratorUrl, folder: from, part: manifest.database, replace: order.replace, log: order.log });
  } catch (error) {
    for (const sha256 of added) await files.remove(sha256);
    await undoKeys();
    throw inOneSentence(error, 'There is no room for what the back-up holds; make some. Nothing was restored.');
  }
  for (const sha256 of foreign) await files.remove(sha256);
  const tables = manifest.database.tables.filter(({ rows }) => rows > 0);
  return {
    folder: from, takenAt: manifest.database.takenAt, tables: manifest.database.tables.length, rows: tables.reduce((total, { rows }) => total + rows, 0),
    files: contents.length, migrated, missing: manifest.files.missing, ...(await check(order.migratorUrl, manifest)),
  };
}

/** Reads every table's file once before anything is touched. */
async function checkTables(from: string, { database }: Manifest): Promise<void> {
  for (const table of database.tables) {
    const place = fileOf(table.name);
    const sha256 = await digestFile(path.join(from, place)).catch(() => undefined);
    if (sha256 !== table.sha256) throw damaged(from, place, sha256 === undefined);
  }
}

async function restoreFiles(from: string, to: Contents, contents: readonly string[], added: (sha256: string) => void): Promise<void> {
  const source = new ContentFolder(path.join(from, FILES));
  const { damaged: [bad] } = await copyContents({ from: source, to, contents, added });
  if (bad !== undefined) throw damaged(from, placeOf(bad), !(await source.has(bad)));
}

const damaged = (from: string, place: string, gone: boolean): StartError =>
  new StartError(`The back-up in ${from} is damaged: ${place} ${gone ? 'is missing' : 'differs from its digest'}. Nothing was restored; take another back-up.`);

/**
 * What lies in the target and not in the back-up. What lies in both is no obstacle: a restore that was killed begins again.
 * @throws StartError when there is such a file and it may not go
 */
async function findForeign(files: Contents, contents: readonly string[], { replace }: RestoreOrder): Promise<string[]> {
  const expected = new Set(contents);
  const foreign: string[] = [];
  for await (const sha256 of files.list()) if (!expected.has(sha256)) foreign.push(sha256);
  if (foreign.length > 0 && !replace) {
    throw new StartError(`${files.place} holds files that are not of the back-up. Restore into an empty place, or say --replace everything to lose what it holds.`);
  }
  return foreign;
}

/** Looks at what is there now as a running desk would. */
async function check(migratorUrl: string, manifest: Manifest): Promise<Pick<RestoreReport, 'journal' | 'anchored'>> {
  const dataSource = await createDataSource({ url: migratorUrl, role: 'migrator' }).initialize();
  try {
    const database = new Database(dataSource);
    const { anchor } = await database.transaction(SYSTEM, (tx) => anchorJournal((sql) => tx.rows(sql)));
    return { journal: await verifyJournal(database), anchored: anchor === manifest.journal.anchor };
  } finally {
    await dataSource.destroy();
  }
}
