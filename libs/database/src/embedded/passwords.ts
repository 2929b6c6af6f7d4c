import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { StartError } from '@app/kernel';

/** The passwords of the embedded server's roles. */
export interface Passwords {
  readonly superuser: string;
  readonly migrator: string;
  readonly application: string;
}

const ROLES = ['superuser', 'migrator', 'application'] as const;

/**
 * Reads the passwords of an embedded server, or makes them (192 random bits each) at its first start.
 *
 * @param file kept with mode 600
 * @param data the data folder they belong to
 * @throws StartError when the file cannot be understood, or is missing while there are data
 */
export function keepPasswords(file: string, data: string): Passwords {
  if (!existsSync(file) && !existsSync(data)) {
    const fresh = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('base64url')]));
    writeFileSync(file, `${JSON.stringify(fresh, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  const kept = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
  if (!kept) throw new StartError(`The passwords of the database cannot be read from ${file}; restore that file from a backup.`);
  return kept;
}

function parse(text: string): Passwords | undefined {
  try {
    const value = JSON.parse(text) as Partial<Passwords>;
    return ROLES.every((role) => typeof value[role] === 'string' && value[role] !== '') ? (value as Passwords) : undefined;
  } catch {
    return undefined;
  }
}
