import { verifyJournal } from '@app/dossiers';
import { withDatabase } from '../with-database.js';

/** Checks every chain; with `--json` one object, else sentences. Answers false when a row is faulty. */
export async function verifyJournals(args: readonly string[]): Promise<boolean> {
  const report = await withDatabase('application', verifyJournal);
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    for (const { dossier, seq, fault } of report.faults) process.stdout.write(`dossier ${dossier}, row ${seq}: ${fault}\n`);
    process.stdout.write(`${report.rows} rows of ${report.dossiers} dossiers checked, ${report.faults.length} faults.\n`);
  }
  return report.faults.length === 0;
}
