import { chownSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { StartError } from '@app/kernel';
import { EMBEDDED_MAJOR, type Binaries } from './binaries.js';
import type { ServerUser } from './server-user.js';

/** The superuser of an embedded server; only the server's own set-up uses it. */
export const SUPERUSER = 'postgres';

/**
 * Makes the data folder of a server unless it is there. It is made under another name and renamed when complete, so a
 * start that was cut short leaves nothing half made.
 *
 * @param home the folder to make `data` in
 * @returns the data folder
 * @throws StartError when the data belong to another major version, or cannot be made
 */
export async function prepareCluster(home: string, binaries: Binaries, user: ServerUser, password: string): Promise<string> {
  const data = path.join(home, 'data');
  if (existsSync(data)) {
    refuseOtherVersion(data);
    return data;
  }
  const unfinished = mkdtempSync(path.join(home, 'data.unfinished-'));
  const passwordFile = path.join(home, 'password.once');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await initialise(binaries, user, unfinished, passwordFile);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, data);
  return data;
}

function refuseOtherVersion(data: string): void {
  const file = path.join(data, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  if (found === EMBEDDED_MAJOR) return;
  throw new StartError(
    `The data in ${data} were written by PostgreSQL ${found}, but this program runs PostgreSQL ${EMBEDDED_MAJOR}; move them over with pg_dump of the old version, or set DATA_FOLDER to another folder.`,
  );
}

/**
 * UTF-8 whatever LANG says. Sorting and case come from PostgreSQL's built-in provider, so an update of the system's C
 * library cannot silently spoil an index. Vietnamese order is asked for where it matters: COLLATE "vi-x-icu".
 */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

async function initialise(binaries: Binaries, user: ServerUser, data: string, passwordFile: string): Promise<void> {
  const run = (locale: readonly string[]) =>
    runProgram(binaries.initdb, [
      `--pgdata=${data}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-instructions', ...locale,
    ], user, path.dirname(data));
  // Character classes (which letters make a word for trigrams) still come from the C library, where it has UTF-8.
  const first = await run([...LOCALE, '--lc-ctype=C.UTF-8']);
  const last = first.code !== 0 && /invalid locale name/.test(first.output) ? await run(LOCALE) : first;
  if (last.code !== 0) {
    throw new StartError(`The database in ${data} could not be made: ${lastLine(last.output)}`);
  }
}

/** Runs one of PostgreSQL's programs to its end, in English, and collects what it says. */
export function runProgram(program: string, args: readonly string[], user: ServerUser, cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...user, cwd, env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The environment of PostgreSQL's programs: messages in English, and no PG… setting of the operator's shell. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** The last line a program said that is not blank: its reason, when it failed. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() || 'it gave no reason.';
}
