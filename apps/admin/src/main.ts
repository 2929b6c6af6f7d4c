import 'reflect-metadata';
import { DomainError, StartError } from '@app/kernel';
import { checkProcedures } from './commands/check-procedures.js';
import { drawProcesses } from './commands/draw-processes.js';
import { importBaseData } from './commands/import-base-data.js';
import { importOffices } from './commands/import-offices.js';
import { migrate } from './commands/migrate.js';
import { changePassword } from './commands/change-password.js';
import { showLanes, unparkLanes } from './commands/lanes.js';
import { verifyJournals } from './commands/verify-journals.js';

/** A command for operators. It answers whether all was well; its words go to standard output, faults to standard error. */
export interface Command {
  readonly what: string;
  run(args: readonly string[]): Promise<boolean>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: { what: 'bring the schema of the database up to date', run: migrate },
  'import-catalogue': { what: 'enter the national units and the procedures of libs/procedures', run: importBaseData },
  'import-organisation': { what: 'enter the units, hours and officers of a file like libs/organisation/data/dong-nai.json', run: importOffices },
  'set-password': { what: 'give an officer another password: set-password LOGIN, the password on standard input', run: changePassword },
  'check-procedures': { what: 'check every procedure folder, without a database', run: checkProcedures },
  draw: { what: 'write the drawing of each process into the folder of its procedure (--check: only compare)', run: drawProcesses },
  'verify-journal': { what: 'check the hash chain of every dossier (--json)', run: verifyJournals },
  lanes: { what: 'show the lanes whose effects wait or are parked, and deadlines that failed (--json)', run: showLanes },
  'unpark-lanes': { what: 'let parked lanes and failed deadlines try again', run: unparkLanes },
};

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return ['usage: npm run -s admin -- COMMAND [options]', '', ...Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(width)}  ${what}`), ''].join('\n');
}

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(usage());
    process.exitCode = 2;
    return;
  }
  process.exitCode = (await command.run(args)) ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 1;
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof DomainError) process.stderr.write(`${error.sentence('en')}\n`);
  else throw error;
});
