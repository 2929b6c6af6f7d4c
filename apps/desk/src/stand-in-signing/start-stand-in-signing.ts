import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerTimeStampRequest } from '@app/documents';
import { standInSigning } from '@app/signing';
import { PLAIN_STYLE, STAND_IN_STYLE_PATH } from '../http/plain-page.js';
import { readBody, send, startServer } from '../stand-in-agencies/stand-in-server.js';
import { openAuthorities, type StandInAuthorities } from './authorities.js';
import { REMOTE_FAULTS, SLOW_MS, STAMP_FAULTS, type StampFault } from './faults.js';
import { RemoteService } from './remote-service.js';
import { signingPage } from './signing-page.js';

/** The running stand-ins, both on one port. */
export interface StandInSigning {
  readonly port: number;
  readonly url: string;
  /** What the desk is told to reach them. */
  readonly connections: ReturnType<typeof standInSigning>;
  readonly authorities: StandInAuthorities;
  readonly stamps: { fault: StampFault; given: number };
  readonly remote: RemoteService;
  close(): Promise<void>;
}

export interface StandInSigningOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Where their keys are kept between starts; nowhere when left out. */
  readonly folder?: string;
  readonly now: () => Temporal.Instant;
}

/**
 * Starts the stand-ins for a time-stamping authority (RFC 3161) and a remote-signing service: real servers with faults anybody may switch
 * on. They belong to the demonstration; whoever starts a desk for real use does not call this.
 * @throws StartError when the port is taken
 */
export async function startStandInSigning({ host, port, folder, now }: StandInSigningOptions): Promise<StandInSigning> {
  const authorities = await openAuthorities(now(), folder);
  const state = { authorities, stamps: { fault: 'none' as StampFault, given: 0 }, remote: new RemoteService(authorities) };
  const server = await startServer({ host, port, what: 'stand-in signing services', variable: 'SIGNING_STAND_IN_PORT' }, (request, response) => answer(request, response, state, now));
  return { ...state, ...server, connections: standInSigning(server.url) };
}

type State = Pick<StandInSigning, 'authorities' | 'stamps' | 'remote'>;

async function answer(request: IncomingMessage, response: ServerResponse, state: State, now: () => Temporal.Instant): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
  if (pathname === STAND_IN_STYLE_PATH) return send(response, 200, 'text/css; charset=utf-8', PLAIN_STYLE);
  if (pathname === '/') return send(response, 200, 'text/html; charset=utf-8', signingPage(state));
  const body = await readBody(request);
  if (request.method !== 'POST') return send(response, 404, 'text/plain', 'nothing here');
  if (pathname === '/tsa/fault' || pathname === '/remote/fault') {
    const wanted = new URLSearchParams(body.toString('utf8')).get('fault');
    if (pathname === '/tsa/fault') state.stamps.fault = STAMP_FAULTS.find((each) => each === wanted) ?? state.stamps.fault;
    else state.remote.fault = REMOTE_FAULTS.find((each) => each === wanted) ?? state.remote.fault;
    return void response.writeHead(303, { location: '/' }).end();
  }
  if (pathname === '/tsa') return stamp(request, response, body, state, now());
  const method = /^\/csc\/v2\/(.+)$/.exec(pathname)?.[1];
  if (method === undefined) return send(response, 404, 'text/plain', 'nothing here');
  const { remote } = state;
  if (remote.fault === 'down') return void request.socket.destroy();
  if (remote.fault === 'slow') await pause(SLOW_MS, undefined, { ref: false });
  const token = String(request.headers.authorization ?? '').replace(/^Bearer /, '');
  const { status, body: said } = method === 'oauth2/token'
    ? remote.signIn(new URLSearchParams(body.toString('utf8')))
    : remote.answer(method, token, JSON.parse(body.toString('utf8')) as Record<string, unknown>);
  return send(response, status, 'application/json', JSON.stringify(said));
}

async function stamp(request: IncomingMessage, response: ServerResponse, body: Buffer, { stamps, authorities }: State, at: Temporal.Instant): Promise<void> {
  if (stamps.fault === 'down') return void request.socket.destroy();
  const answered = await answerTimeStampRequest(body, authorities.stamps, at);
  stamps.given += 1;
  return send(response, 200, 'application/timestamp-reply', answered);
}
