import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '@app/kernel';
import { binariesIn, type Binaries } from './binaries.js';
import type { ServerUser } from './server-user.js';

/** Where programs and data go that the server's user could not reach otherwise; open to all, owned by root. */
const REACHABLE = '/var/lib/mot-cua';

/**
 * The programs where the server's user may run them. A project below `/root` (mode 700) is closed to it: then they are
 * copied, once per version.
 */
export function reachableBinaries(binaries: Binaries, user: ServerUser): Binaries {
  if (findClosedFolder(binaries.postgres, user) === undefined) return binaries;
  const source = path.resolve(binaries.postgres, '..', '..');
  const { version } = JSON.parse(readFileSync(path.join(source, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(REACHABLE, `postgresql-${version}`);
  if (!existsSync(copy)) {
    makeReachable(source, user);
    const unfinished = mkdtempSync(`${copy}.`);
    cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return binariesIn(path.join(copy, 'bin'));
}

/**
 * The folder that holds the server's `data`: the embedded database's own, or, where the server's user cannot reach that,
 * one below `/var/lib/mot-cua` that a link named `data` points to.
 *
 * @throws StartError when data lie already where the server's user cannot reach them
 */
export function reachableHome(folder: string, user: ServerUser, log: (line: string) => void): string {
  const data = path.join(folder, 'data');
  const found = lstatSync(data, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return path.dirname(path.resolve(folder, readlinkSync(data)));
  const closed = findClosedFolder(data, user);
  if (closed === undefined) return folder;
  if (found) throw closedWay(closed);
  makeReachable(folder, user);
  const home = mkdtempSync(path.join(REACHABLE, 'data-'));
  chmodSync(home, 0o755);
  symlinkSync(path.join(home, 'data'), data);
  log(`The data are kept in ${home}, since the system user "postgres" may not enter ${closed}.`);
  return home;
}

function makeReachable(wanted: string, user: ServerUser): void {
  try {
    mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  } catch {
    throw closedWay(findClosedFolder(wanted, user) ?? wanted);
  }
}

function closedWay(closed: string): StartError {
  return new StartError(
    `PostgreSQL does not run as root but as the system user "postgres", which may not enter ${closed}; start as an ordinary user, move the program to a folder such as /srv, or run "chmod o+x ${closed}".`,
  );
}

/** The topmost folder on the way to a path that the server's user may not enter; nothing when the way is open. */
export function findClosedFolder(target: string, user: ServerUser): string | undefined {
  if (user.uid === undefined) return undefined;
  const closed: string[] = [];
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) closed.push(folder);
    if (folder === path.dirname(folder)) return closed.at(-1);
  }
}
