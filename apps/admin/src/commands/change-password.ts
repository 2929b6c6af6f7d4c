import { text } from 'node:stream/consumers';
import { SYSTEM } from '@app/database';
import { StartError } from '@app/kernel';
import { setPassword } from '@app/organisation';
import { withDatabase } from '../with-database.js';

const SHORTEST = 10;

/** Gives an officer another password, read from standard input so that it stands in no list of processes. */
export async function changePassword([login]: readonly string[]): Promise<boolean> {
  if (login === undefined) throw new StartError('Name the account: npm run -s admin -- set-password LOGIN < FILE.');
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password.length < SHORTEST) throw new StartError(`A password has at least ${SHORTEST} characters.`);
  await withDatabase('migrator', (database) => database.transaction(SYSTEM, (tx) => setPassword(tx, login, password)));
  process.stdout.write(`${login} has the new password.\n`);
  return true;
}
