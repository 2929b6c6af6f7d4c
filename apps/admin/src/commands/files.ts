import { parseArgs } from 'node:util';
import { loadConfiguration, readEnvironment } from '@app/configuration';
import { sweepContents } from '@app/dossiers';
import { StartError } from '@app/kernel';
import { openContents, storageOptions } from '@app/storage';
import { withDatabase } from '../with-database.js';

const USAGE = 'Say what to do: npm run -s admin -- files sweep [--dry-run] [--json].';

/** Takes stored contents away that no row names; `--dry-run` only tells them. */
export async function files(args: readonly string[]): Promise<boolean> {
  const { look, json } = read(args);
  const contents = openContents(storageOptions(loadConfiguration(readEnvironment())));
  const report = await withDatabase('application', (database) => sweepContents(database, contents, { look }));
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    for (const sha256 of report.orphans) process.stdout.write(`${sha256}\n`);
    process.stdout.write(`${report.contents} files in ${contents.place}, ${report.orphans.length} that nothing names${look ? '' : ' taken away'}.\n`);
  }
  return true;
}

function read(args: readonly string[]): { look: boolean; json: boolean } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
    if (positionals.length === 1 && positionals[0] === 'sweep') return { look: values['dry-run'], json: values.json };
  } catch {
    // told below
  }
  throw new StartError(USAGE);
}
