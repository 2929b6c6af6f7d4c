import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '@app/kernel';
import { lockFolder } from './embedded/folder-lock.js';
import { keepPasswords } from './embedded/passwords.js';
import { LOCALHOST } from './embedded/port.js';
import { APPLICATION_ROLE, DATABASE, MIGRATOR_ROLE } from './embedded/set-up-database.js';
import { startEmbeddedDatabase } from './embedded/start-embedded-database.js';

/** Which database a program works on. */
export interface DatabaseChoice {
  /** An external PostgreSQL as the restricted role; with {@link migratorUrl}. Without both, the embedded one. */
  readonly applicationUrl?: string;
  readonly migratorUrl?: string;
  /** The embedded server's folder. */
  readonly folder: string;
  readonly port?: number;
  readonly log: (line: string) => void;
  /** Whether to use the embedded server of a desk that already runs over this folder; the worker and the commands do. */
  readonly join?: boolean;
}

/** A database that can be worked on. */
export interface OpenDatabase {
  readonly applicationUrl: string;
  readonly migratorUrl: string;
  /** Stops the server if it was started here. */
  stop(): Promise<void>;
}

/** Opens the chosen database: an external one as it is, the embedded one started, or joined where it runs already. */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  const { applicationUrl, migratorUrl } = choice;
  if (applicationUrl !== undefined && migratorUrl !== undefined) return { applicationUrl, migratorUrl, stop: () => Promise.resolve() };
  if (choice.join && isRunning(choice.folder)) return joinRunning(path.resolve(choice.folder));
  return startEmbeddedDatabase({
    folder: choice.folder,
    log: (line) => (isServerLine(line) ? appendFileSync(path.join(choice.folder, 'server.log'), `${line}\n`) : choice.log(line)),
    stopOnSignal: false,
    ...(choice.port === undefined ? {} : { port: choice.port }),
  });
}

/** The server's own lines begin with their time, or go on with a tab; they belong into a file, not on the operator's screen. */
function isServerLine(line: string): boolean {
  return /^(\d{4}-\d{2}-\d{2} \d{2}:|\t)/.test(line);
}

function isRunning(folder: string): boolean {
  try {
    const lock = lockFolder(path.join(path.resolve(folder), 'lock'));
    lock?.release();
    return lock === undefined;
  } catch {
    return false; // no such folder yet: nothing runs there
  }
}

/** The addresses of the server that runs over this folder; its port stands in the fourth line of its own pid file. */
function joinRunning(folder: string): OpenDatabase {
  const data = path.join(folder, 'data');
  const passwords = keepPasswords(path.join(folder, 'passwords.json'), data);
  const port = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
  if (!Number.isInteger(port)) throw new StartError(`The database in ${folder} is just starting or stopping; try again in a moment.`);
  const url = (role: string, password: string): string => `postgresql://${role}:${password}@${LOCALHOST}:${port}/${DATABASE}`;
  return { migratorUrl: url(MIGRATOR_ROLE, passwords.migrator), applicationUrl: url(APPLICATION_ROLE, passwords.application), stop: () => Promise.resolve() };
}
