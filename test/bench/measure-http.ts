import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { CSRF_HEADER, SESSION_COOKIE, SessionStore } from '@app/access';
import { Database } from '@app/database';
import { newId, systemClock } from '@app/kernel';
import type { BenchOffice, PreparedDossier } from './bench-office.js';
import { COMMUNES, LIFE, loginOf, type BenchCommune, type LifeAct } from './life.js';
import { quantile, rounded } from './statistics.js';

const CONNECTIONS = 32;
const WARM_UP_SECONDS = 1;
const AGENT_NAME = 'bench';

export interface HttpFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
}

/** Acts over HTTP at 32 connections against the desk, with the worker carrying out their effects beside it: a process each. */
export async function measureHttp(office: BenchOffice, { dossiers, seconds }: { dossiers: number; seconds: number }): Promise<HttpFigures> {
  const desk = run(office, 'desk-process.ts');
  const worker = run(office, '../../apps/worker/src/main.ts');
  try {
    const [port, prepared, headers] = await Promise.all([portOf(desk), office.prepare(dossiers), openSessions(office)]);
    await office.analyse();
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    await load(port, agent, headers, prepared.splice(0, CONNECTIONS), WARM_UP_SECONDS);
    const { times, errors, elapsed } = await load(port, agent, headers, prepared, seconds);
    agent.destroy();
    return {
      perSecond: rounded((times.length - errors) / elapsed), p50: rounded(quantile(times, 0.5), 1), p95: rounded(quantile(times, 0.95), 1), p99: rounded(quantile(times, 0.99), 1), errors,
    };
  } finally {
    await Promise.all([desk.stop(), worker.stop()]);
  }
}

type Headers = ReadonlyMap<string, Record<string, string>>;

/** Signs the officers in past the password, whose slowness is on purpose. */
async function openSessions(office: BenchOffice): Promise<Headers> {
  const sessions = new SessionStore(office.app.get(Database), systemClock);
  const seats = COMMUNES.flatMap((commune) => (['clerk', 'officer', 'leader', 'records'] as const).map((by) => ({ commune, by })));
  return new Map(await Promise.all(seats.map(async ({ commune, by }) => {
    const { token, session } = await sessions.open({ kind: 'officer', officerId: office.officer(commune, by).officerId }, AGENT_NAME);
    return [loginOf(commune, by), { 'cookie': `${SESSION_COOKIE}=${token}`, [CSRF_HEADER]: session.csrfToken, 'user-agent': AGENT_NAME, 'content-type': 'application/json' }] as const;
  })));
}

/** A process of the program that is ended when the measurement is. */
interface Running {
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

function run(office: BenchOffice, program: string): Running {
  const child = fork(path.join(import.meta.dirname, program), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'], MODE: 'demonstration', HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:3000', DATA_FOLDER: office.folder, LOG_LEVEL: 'fatal',
      DATABASE_URL: office.applicationUrl, DATABASE_MIGRATOR_URL: office.migratorUrl, WORKER_IN_PROCESS: 'false', HOTLINE: '1900 0000',
    },
  });
  const ended = once(child, 'exit');
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  return {
    child,
    stop: async () => {
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(kill);
      process.off('exit', endWithUs);
    },
  };
}

async function portOf({ child }: Running): Promise<number> {
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('the desk did not start')));
  const [{ port }] = (await Promise.race([once(child, 'message'), gone])) as [{ port: number }];
  gone.catch(() => undefined);
  return port;
}

/** Lets 32 connections live dossiers through until all are done or the time is over. */
async function load(port: number, agent: Agent, headers: Headers, dossiers: readonly PreparedDossier[], seconds: number): Promise<{ times: number[]; errors: number; elapsed: number }> {
  const times: number[] = [];
  let errors = 0;
  let next = 0;
  const begun = performance.now();
  const isOver = (): boolean => performance.now() - begun > seconds * 1000;
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (next < dossiers.length && !isOver()) {
      const { id, commune } = dossiers[next++]!;
      for (const [index, act] of LIFE.entries()) {
        if (isOver()) break;
        const at = performance.now();
        const status = await post(port, agent, headersOf(headers, commune, act), `/api/dossiers/${id}/acts`, { commandId: newId(), expectedVersion: index + 1, event: act.event, ...act.data });
        times.push(performance.now() - at);
        if (status === 200) continue;
        errors += 1;
        break;
      }
    }
  }));
  return { times, errors, elapsed: (performance.now() - begun) / 1000 };
}

function headersOf(headers: Headers, commune: BenchCommune, { by }: LifeAct): Record<string, string> {
  return headers.get(loginOf(commune, by))!;
}

function post(port: number, agent: Agent, headers: Record<string, string>, address: string, body: object): Promise<number> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path: address, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(text) } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
