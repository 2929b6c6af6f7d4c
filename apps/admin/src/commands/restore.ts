import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfiguration, readEnvironment } from '@app/configuration';
import { StartError } from '@app/kernel';
import { openContents, storageOptions } from '@app/storage';
import { readManifest } from '../back-up/manifest.js';
import { restoreBackUp } from '../back-up/restore-back-up.js';
import { withOpenDatabase } from '../with-database.js';

const USAGE = 'Say what from: npm run -s admin -- restore --from FOLDER [--replace everything] [--json].';

/** The word that allows to lose what is there: nobody types it by accident. */
const REPLACE = 'everything';

/** Restores a back-up and verifies its journal. Answers false when the journal has faults, or files were lost before the back-up. */
export async function restore(args: readonly string[]): Promise<boolean> {
  const { from, replace, json } = read(args);
  const configuration = loadConfiguration(readEnvironment());
  const contents = openContents(storageOptions(configuration));
  const log = (line: string): void => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  // What is no back-up is told before a database is opened, or made, for it.
  await readManifest(path.resolve(from));
  const begun = performance.now();
  const report = await withOpenDatabase(({ migratorUrl }) => restoreBackUp({ migratorUrl, contents, keysFolder: path.join(configuration.dataFolder, 'keys'), from, replace, log }), !replace);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  if (json) process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
  else {
    log(`${report.rows} rows of ${report.tables} tables and ${report.files} files as of ${report.takenAt} restored in ${seconds} s.`);
    if (report.migrated.length > 0) log(`This program is newer than the back-up; the schema was brought up to date: ${report.migrated.join(', ')}.`);
    for (const { dossier, seq, fault } of report.journal.faults) log(`dossier ${dossier}, row ${seq}: ${fault}`);
    log(`${report.journal.rows} rows of ${report.journal.dossiers} journals checked, ${report.journal.faults.length} faults; they end ${report.anchored ? 'as they did' : 'OTHERWISE than'} in the back-up.`);
    if (report.missing.length > 0) log(`${report.missing.length} files were lost before the back-up was taken: ${report.missing.join(', ')}.`);
  }
  return report.journal.faults.length === 0 && report.anchored && report.missing.length === 0;
}

function read(args: readonly string[]): { from: string; replace: boolean; json: boolean } {
  try {
    const { values: { from, replace, json = false } } = parseArgs({
      args: [...args], options: { from: { type: 'string' }, replace: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (from && (replace === undefined || replace === REPLACE)) return { from, replace: replace === REPLACE, json };
  } catch {
    // told below
  }
  throw new StartError(USAGE);
}
