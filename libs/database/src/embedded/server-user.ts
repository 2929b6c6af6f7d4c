import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '@app/kernel';

/** The system user the server runs as; empty when the program itself runs as an ordinary user. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root. When the program does (a container, a first try on a rented machine), the server
 * runs as the system user `postgres`, which is made when missing.
 *
 * @throws StartError when that user can be neither found nor made
 */
export function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const known = idsOf(NAME);
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], { stdio: 'pipe' });
  } catch (cause) {
    throw new StartError(
      `PostgreSQL does not run as root and the system user "${NAME}" could not be made; start as an ordinary user, or make that user first.`,
      { cause },
    );
  }
  const made = idsOf(NAME);
  if (!made) throw new StartError(`The system user "${NAME}" was made but cannot be found; start as an ordinary user.`);
  return made;
}

function idsOf(name: string): Required<ServerUser> | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** The first folder on the way to a path that the server's user may not enter; nothing when the way is open. */
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
