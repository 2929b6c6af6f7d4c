import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AgencyConnection } from '@app/exchange';
import { sha256Hex } from '@app/kernel';
import { PLAIN_STYLE, STAND_IN_STYLE_PATH } from '../http/plain-page.js';
import { Agency, EMPTY, type AgencyState, type Message } from './agency.js';
import { AGENCY_KINDS, type AgencyKind } from './answering.js';
import { agencyPage, play } from './agency-page.js';
import { NO_FAULTS } from './faults.js';
import { isFromDesk, readBody, send, sendJson, startServer } from './stand-in-server.js';
import type { StandInAgency } from './stand-in-agency.js';

/** The key the stand-ins share with the desk of a demonstration: public knowledge. */
const KEY = 'demonstration-only-key-of-the-agencies';

/** The running stand-ins, all on one port. */
export interface StandInAgencies {
  readonly port: number;
  readonly url: string;
  /** What the desk is told to reach them. */
  readonly connections: Readonly<Record<string, AgencyConnection>>;
  get(system: string): StandInAgency;
  close(): Promise<void>;
}

export interface StandInOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Where they keep their cases between starts; nowhere when left out. */
  readonly folder?: string;
  /** ISO instant, as the agencies' own clocks have it. */
  readonly now: () => string;
}

/**
 * Starts the stand-ins for the systems of the police and of social insurance: real servers that keep cases, tell what happens to
 * them and let anybody play the agency at a page. They belong to the demonstration; whoever starts a desk for real use does not call this.
 * @throws StartError when the port is taken
 */
export async function startStandInAgencies(options: StandInOptions): Promise<StandInAgencies> {
  const agencies = new Map(AGENCY_KINDS.map((kind): [string, StandInAgency] => [kind.system, { kind, agency: openAgency(kind, options), faults: NO_FAULTS }]));
  const { port, url, close } = await startServer({ ...options, what: 'stand-in agencies', variable: 'AGENCIES_STAND_IN_PORT' }, (request, response) => answer(request, response, agencies, options.now));
  return {
    port, url,
    connections: Object.fromEntries([...agencies.keys()].map((system) => [system, { url: `${url}/${system}`, key: KEY }])),
    get: (system) => {
      const agency = agencies.get(system);
      if (agency === undefined) throw new Error(`there is no stand-in for ${system}`);
      return agency;
    },
    close,
  };
}

function openAgency({ system, prefix }: AgencyKind, { folder, now }: StandInOptions): Agency {
  if (folder === undefined) return new Agency(prefix, EMPTY, now);
  const file = path.join(folder, `${system}.json`);
  mkdirSync(folder, { recursive: true });
  return new Agency(prefix, readState(file), now, (state) => {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  });
}

function readState(file: string): AgencyState {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AgencyState;
  } catch {
    return EMPTY;
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, agencies: ReadonlyMap<string, StandInAgency>, now: () => string): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const [, system = '', what = '', id = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (url.pathname === STAND_IN_STYLE_PATH) return send(response, 200, 'text/css; charset=utf-8', PLAIN_STYLE);
  const found = agencies.get(system);
  const isPage = system === '' || (found !== undefined && (what === '' || what === 'play'));
  if (isPage) {
    const body = request.method === 'POST' ? new URLSearchParams((await readBody(request)).toString('utf8')) : undefined;
    if (body !== undefined && found !== undefined) await play(found, body, now());
    if (body !== undefined) return void response.writeHead(303, { location: `/${system}` }).end();
    return send(response, 200, 'text/html; charset=utf-8', agencyPage([...agencies.values()], found));
  }
  if (found === undefined) return send(response, 404, 'text/plain', 'no such system');
  const { faults } = found;
  if (faults.isDown) return void request.socket.destroy();
  const body = await readBody(request);
  if (faults.slowMs > 0) await pause(faults.slowMs);
  if (!isFromDesk(request, body, KEY)) return send(response, 401, 'text/plain', 'not signed');
  return serve(found, { method: request.method ?? 'GET', what, id, after: Number(url.searchParams.get('after') ?? 0) }, body, response, now());
}

interface Asked {
  readonly method: string;
  readonly what: string;
  readonly id: string;
  readonly after: number;
}

function serve({ agency, faults }: StandInAgency, { method, what, id, after }: Asked, body: Buffer, response: ServerResponse, now: string): void {
  const receipt = (): void => (faults.answersNothing ? send(response, 200, 'application/json', '') : sendJson(response, { type: 'receipt', id, sha256: sha256Hex(body), at: now }));
  if (method === 'PUT' && what === 'files' && id === sha256Hex(body)) {
    agency.takeFile(id);
    return receipt();
  }
  if (method === 'PUT' && what === 'messages') {
    const message = JSON.parse(body.toString('utf8')) as Message;
    return agency.take(message, body.toString('utf8')) === 'taken' ? receipt() : send(response, 409, 'text/plain', 'another message has this id');
  }
  if (method === 'GET' && what === 'events') {
    const events = agency.events.filter(({ number }) => number > after).slice(0, 100);
    return sendJson(response, { type: 'events', events: faults.isConfused ? [...events, ...events].toReversed() : events });
  }
  const paper = method === 'GET' && what === 'results' ? agency.paper(id) : undefined;
  if (paper === undefined) return send(response, 404, 'text/plain', 'nothing here');
  return send(response, 200, 'application/pdf', faults.sendsWrongPaper ? Buffer.concat([paper, Buffer.from('\n')]) : paper);
}
