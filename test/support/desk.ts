import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SessionStore, SESSION_COOKIE, CSRF_HEADER } from '@app/access';
import { loadConfiguration, type AgencyAddresses } from '@app/configuration';
import type { SourceConnections } from '@app/exchange';
import { createDataSource, createScratch, Database, SYSTEM, type ScratchDatabase } from '@app/database';
import { DeadlineSweeper, LaneRunner } from '@app/dossiers';
import { MovableClock } from '@app/kernel';
import { DEMONSTRATION_PASSWORD } from '@app/organisation';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startDesk, type RunningDesk } from '../../apps/desk/src/start-desk.js';

/** An answer of the desk, body already read. */
export interface Answer<T = never> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Somebody with a browser: keeps the session and the CSRF token, signs in again when the moved clock has ended the session. */
export interface Visitor {
  get<T>(address: string): Promise<Answer<T>>;
  post<T>(address: string, body: unknown): Promise<Answer<T>>;
  put<T>(address: string, body: unknown): Promise<Answer<T>>;
  delete<T>(address: string): Promise<Answer<T>>;
  /** Uploads a file in the field `file`. */
  upload<T>(address: string, name: string, bytes: Uint8Array): Promise<Answer<T>>;
  /** A PDF or other bytes. */
  bytes(address: string): Promise<Answer<Uint8Array>>;
}

/** A whole desk on a database of its own, with a clock that the story moves. */
export interface TestDesk {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly clock: MovableClock;
  readonly scratch: ScratchDatabase;
  /** Where the desk keeps its files. */
  readonly folder: string;
  officer(login: string): Visitor;
  /** Signs in past the identity provider; that way itself has its own story. */
  citizen(personalId: string): Visitor;
  anonymous(): Visitor;
  /** As the owner of the schema, for looking behind the walls. */
  readonly asOwner: Database;
  /** Lets every effect that waits be carried out. */
  drain(): Promise<void>;
  /** Moves the clock (local time, `2026-11-23T09:00`) and lets due deadlines fall. */
  moveTo(to: string): Promise<void>;
  stop(): Promise<void>;
}

/** How a test's desk differs from the usual one. */
export interface TestDeskOptions {
  /** Starts the stand-in identity provider too, on a port of its own; the desk then knows its own address, to which browsers come back. */
  readonly withIdentity?: boolean;
  /** Starts the stand-ins for time stamps and remote signing too, on a port of their own; without them papers carry no stamp. */
  readonly withSigning?: boolean;
  /** The own systems of agencies the desk is connected to; none when left out. */
  readonly agencies?: AgencyAddresses;
  /** The national sources the desk may ask; none when left out. */
  readonly sources?: SourceConnections;
  /** Further variables of its configuration. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the desk is started on instead of a copy of the seeded database and a new folder; {@link TestDesk.stop} takes both away. */
  readonly on?: { readonly database: ScratchDatabase; readonly folder: string };
}

const AGENT = 'stories';

/** Starts a desk on a copy of the seeded database. */
export async function startTestDesk(at = '2026-11-23T08:30', { withIdentity = false, withSigning = false, agencies = {}, sources = {}, on, environment = {} }: TestDeskOptions = {}): Promise<TestDesk> {
  const scratch = on?.database ?? await createScratch({ applicationUrl: process.env['TEST_DATABASE_URL'] ?? '', migratorUrl: process.env['TEST_DATABASE_MIGRATOR_URL'] ?? '' });
  const folder = on?.folder ?? mkdtempSync(path.join(tmpdir(), 'mot-cua-story-'));
  const clock = new MovableClock('2026-11-23T01:30:00Z');
  clock.moveTo(at);
  const ownPort = withIdentity ? await freePort() : 0;
  const configuration = loadConfiguration({
    MODE: 'demonstration', HOST: '127.0.0.1', PUBLIC_URL: withIdentity ? `http://127.0.0.1:${ownPort}` : 'http://localhost:3000', DATA_FOLDER: folder, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
    DATABASE_URL: scratch.applicationUrl, DATABASE_MIGRATOR_URL: scratch.migratorUrl, WORKER_IN_PROCESS: 'false', HOTLINE: '1900 0000',
    ...environment,
    ...(withIdentity ? { OIDC_STAND_IN_PORT: String(await freePort()) } : {}),
  });
  const desk: RunningDesk = await startDesk({ ...configuration, port: ownPort, signingStandInPort: withSigning ? await freePort() : undefined, ...(withIdentity ? {} : { oidcStandInPort: undefined }) }, { clock, log: () => undefined, seedDossiers: false, agencies, sources });
  const { port } = desk.app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const owner = await createDataSource({ url: scratch.migratorUrl, role: 'migrator' }).initialize();
  const asOwner = new Database(owner);

  return {
    url, clock, scratch, folder, app: desk.app, asOwner,
    officer: (login) => visitor(url, () => signInOfficer(url, login)),
    citizen: (personalId) => visitor(url, () => openCitizenSession(desk.app, asOwner, personalId)),
    anonymous: () => visitor(url, undefined),
    drain: () => desk.app.get(LaneRunner).drain(),
    moveTo: async (to) => {
      clock.moveTo(to);
      await desk.app.get(DeadlineSweeper).sweep();
    },
    stop: async () => {
      await desk.stop();
      await owner.destroy();
      await scratch.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface SessionKeys {
  readonly cookie: string;
  readonly csrf: string;
}

async function signInOfficer(url: string, account: string): Promise<SessionKeys> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': AGENT }, body: JSON.stringify({ account, password: DEMONSTRATION_PASSWORD }),
  });
  if (response.status !== 200) throw new Error(`${account} cannot sign in: ${await response.text()}`);
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith(`${SESSION_COOKIE}=`))?.split(';')[0] ?? '';
  const { csrf } = (await response.json()) as { csrf: string };
  return { cookie, csrf };
}

async function openCitizenSession(app: NestFastifyApplication, asOwner: Database, personalId: string): Promise<SessionKeys> {
  const person = await asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string; full_name: string }>('select id, full_name from person where personal_id = $1', [personalId]));
  const opened = await app.get(SessionStore).open({ kind: 'citizen', personId: person.id, name: person.full_name, assurance: 'substantial' }, AGENT);
  return { cookie: `${SESSION_COOKIE}=${opened.token}`, csrf: opened.session.csrfToken };
}

function visitor(url: string, signIn: (() => Promise<SessionKeys>) | undefined): Visitor {
  let keys: SessionKeys | undefined;
  const send = async (method: string, address: string, body: string | FormData | undefined, type: string | undefined, retry = true): Promise<Response> => {
    if (keys === undefined && signIn) keys = await signIn();
    const response = await fetch(`${url}${address}`, {
      method, redirect: 'manual',
      headers: { 'user-agent': AGENT, ...(keys ? { cookie: keys.cookie, [CSRF_HEADER]: keys.csrf } : {}), ...(type === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    });
    if (response.status === 401 && signIn && retry) {
      keys = undefined;
      return send(method, address, body, type, false);
    }
    return response;
  };
  const json = async <T>(response: Response): Promise<Answer<T>> => {
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? undefined : /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as T };
  };
  const withBody = (method: string) => async <T>(address: string, body: unknown): Promise<Answer<T>> =>
    json<T>(await send(method, address, JSON.stringify(body), 'application/json'));
  return {
    get: async <T>(address: string) => json<T>(await send('GET', address, undefined, undefined)),
    post: withBody('POST'),
    put: withBody('PUT'),
    delete: async <T>(address: string) => json<T>(await send('DELETE', address, undefined, undefined)),
    upload: async <T>(address: string, name: string, bytes: Uint8Array) => {
      const form = new FormData();
      form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
      return json<T>(await send('POST', address, form, undefined));
    },
    bytes: async (address) => {
      const response = await send('GET', address, undefined, undefined);
      return { status: response.status, headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) };
    },
  };
}
