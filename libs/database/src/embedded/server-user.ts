import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartError } from '@app/kernel';

/** The system user the server runs as; empty when the program itself runs as an ordinary user. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root. When the program does (a container, a first try on a rented machine), the server
 * runs as whoever owns the data already, or else as the system user `postgres`, which is made when missing.
 *
 * @param data the data folder, which need not exist yet
 * @throws StartError when that user can be neither found nor made
 */
export function findServerUser(data: string): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
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
