import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '@app/kernel';
import type { Binaries } from './binaries.js';
import { lastLine, runProgram, serverEnvironment } from './cluster.js';
import { LOCALHOST } from './port.js';
import type { ServerUser } from './server-user.js';

/** What it takes to run a server over a data folder. */
export interface ServerPlace {
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly data: string;
}

/** How starting a server ended. */
export type StartOutcome = { kind: 'ready'; child: ChildProcess } | { kind: 'port-taken' } | { kind: 'still-closing' };

const SETTINGS = {
  listen_addresses: LOCALHOST,
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * Starts the server and waits until it takes connections (recovery after a crash included).
 *
 * It gets a process group of its own: Ctrl+C in a terminal then reaches this program alone, which ends the server after
 * the requests in flight. It does not keep this program alive, and it is told to stop when this program exits.
 */
export async function startServer(place: ServerPlace, port: number, settings: Readonly<Record<string, string>>, log: (line: string) => void): Promise<StartOutcome> {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(place.binaries.postgres, ['-D', place.data, '-p', String(port), ...flags], {
    ...place.user, cwd: place.data, env: serverEnvironment(), detached: true, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true,
  });
  let output = '';
  let ended = false;
  child.stderr.on('data', (chunk) => {
    output = (output + String(chunk)).slice(-4000);
    for (const line of String(chunk).trim().split('\n')) log(line);
  });
  child.once('exit', () => (ended = true));
  child.once('error', (error) => {
    output += error.message;
    ended = true;
  });
  while (!ended && !isReady(place.data, child.pid)) await pause(20);
  if (!ended) {
    child.unref();
    (child.stderr as Socket).unref();
    return { kind: 'ready', child };
  }
  await pause(20);
  if (/could not create any TCP\/IP sockets|could not bind/.test(output)) return { kind: 'port-taken' };
  if (/shared memory block .* is still in use|lock file .* already exists/s.test(output)) return { kind: 'still-closing' };
  const reason = output.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lastLine(output);
  throw new StartError(`The database in ${place.data} did not start: ${reason.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').trim()}`);
}

/** The eighth line of postmaster.pid is the server's own word that it takes connections. */
function isReady(data: string, pid: number | undefined): boolean {
  const [first, , , , , , , status] = readPidFile(data);
  return Number(first) === pid && status?.trim() === 'ready';
}

function readPidFile(data: string): string[] {
  const file = path.join(data, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/**
 * Stops the server of a data folder and waits for its end: open transactions are rolled back, then everything is
 * written. Does nothing when none runs.
 */
export async function stopServer({ binaries, user, data }: ServerPlace): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (!existsSync(path.join(data, 'postmaster.pid'))) return;
    await runProgram(binaries.pgCtl, ['stop', '-D', data, '-m', mode, '-w', '-t', '30', '--silent'], user, data);
  }
}

/**
 * Clears what an earlier run left behind when it was killed: a server still running is stopped. To be called only by
 * the holder of the folder's lock, so whatever runs here is an orphan.
 *
 * @returns whether a server was stopped
 */
export async function stopOrphan(place: ServerPlace): Promise<boolean> {
  const pid = Number(readPidFile(place.data)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  if (await isServerOf(pid, place)) {
    await stopServer(place);
    return true;
  }
  // The number now belongs to another program (usual after a container restarts); PostgreSQL would take it for itself.
  rmSync(path.join(place.data, 'postmaster.pid'), { force: true });
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process is the server of this data folder, by its command line. */
async function isServerOf(pid: number, { user, data }: ServerPlace): Promise<boolean> {
  // On Windows pg_ctl reaches a server only through a pipe that servers alone open: nothing else can be hit.
  if (process.platform === 'win32') return true;
  const commandLine = existsSync(`/proc/${pid}/cmdline`)
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : (await runProgram('ps', ['-o', 'args=', '-p', String(pid)], user, data)).output;
  return commandLine.includes(data);
}
