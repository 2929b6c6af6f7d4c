import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfiguration, readEnvironment } from '@app/configuration';
import { StartError } from '@app/kernel';
import { openContents, storageOptions } from '@app/storage';
import { takeBackUp } from '../back-up/take-back-up.js';
import { withOpenDatabase } from '../with-database.js';

const USAGE = 'Say where to: npm run -s admin -- back-up --to FOLDER [--json].';

/** Takes a back-up of database and files. Answers false when a file that the database names is lost or damaged; all else is in it. */
export async function backUp(args: readonly string[]): Promise<boolean> {
  const { to, json } = read(args);
  const configuration = loadConfiguration(readEnvironment());
  const contents = openContents(storageOptions(configuration));
  const log = (line: string): void => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  const begun = performance.now();
  const report = await withOpenDatabase(({ migratorUrl }) => takeBackUp({ migratorUrl, contents, keysFolder: path.join(configuration.dataFolder, 'keys'), to, log }));
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  if (json) process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
  else {
    log(`${report.folder}: ${report.rows} rows of ${report.tables} tables and ${report.files} files as of ${report.takenAt}, ${report.bytes} bytes written in ${seconds} s.`);
    log(`The journal has ${report.journal.rows} rows of ${report.journal.dossiers} dossiers and ends with ${report.journal.anchor}.`);
    if (report.missing.length > 0) log(`${report.missing.length} files are lost or damaged; fetch them from an earlier back-up.`);
  }
  return report.missing.length === 0;
}

function read(args: readonly string[]): { to: string; json: boolean } {
  try {
    const { values: { to, json = false } } = parseArgs({ args: [...args], options: { to: { type: 'string' }, json: { type: 'boolean' } } });
    if (to) return { to, json };
  } catch {
    // told below
  }
  throw new StartError(USAGE);
}
