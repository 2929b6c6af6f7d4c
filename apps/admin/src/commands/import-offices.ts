import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SYSTEM } from '@app/database';
import { localDate, StartError, systemClock } from '@app/kernel';
import { importOrganisation, type DemonstrationProvince } from '@app/organisation';
import { withDatabase } from '../with-database.js';

/** Enters a real province's offices and officers; prints the first password of each new officer, once. */
export async function importOffices([file]: readonly string[]): Promise<boolean> {
  if (file === undefined) throw new StartError('Name the file: npm run -s admin -- import-organisation FILE.');
  const province = read(file);
  const passwords = new Map<string, string>();
  const firstPassword = (login: string): string => {
    const password = randomBytes(9).toString('base64url');
    passwords.set(login, password);
    return password;
  };
  const added = await withDatabase('migrator', (database) => database.transaction(SYSTEM, (tx) =>
    importOrganisation(tx, province, { since: localDate(systemClock.now()), firstPassword })));
  for (const login of added) process.stdout.write(`${login}\t${passwords.get(login) ?? ''}\n`);
  process.stderr.write(`${province.units.length} units entered, ${added.length} officers are new. Hand each first password over in person; it is not shown again.\n`);
  return true;
}

function read(file: string): DemonstrationProvince {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DemonstrationProvince;
  } catch (cause) {
    throw new StartError(`${file} cannot be read as JSON; compare it with libs/organisation/data/dong-nai.json.`, { cause });
  }
}
