import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { SOURCES, type SourceConnections, type SourceKey, type SourceQuestion, type SourceRecord } from '@app/exchange';
import { sha256Hex } from '@app/kernel';
import { PLAIN_STYLE, STAND_IN_STYLE_PATH } from '../http/plain-page.js';
import { isFromDesk, readBody, send, sendJson, startServer } from '../stand-in-agencies/stand-in-server.js';
import { readRegisters } from './registers.js';
import { sourcePage, switchFault } from './source-page.js';
import { SLOW_MS, type StandInSource } from './stand-in-source.js';

/** The key the stand-ins share with the desk of a demonstration: public knowledge. */
const KEY = 'demonstration-only-key-of-the-sources';
const LICENCE = 'Văn bản minh hoạ số 01/2026 của bản trình diễn';

/** Which complete procedures may ask which source. The funeral support may ask none: a refusal is there to be seen, too. */
const LICENSED: Readonly<Record<SourceKey, readonly string[]>> = {
  'population-register': ['1.000656', '1.001193', '1.001612', '1.001776', '1.001939', '1.003197', '1.004222', '1.004859', '1.004873', '1.010803', '1.011607', '1.012786', '1.013225', '1.013978', '1.014062', '2.000635', '2.000821', '2.002516', '2.002913', '3.000722'],
  'civil-status-register': ['1.000656', '1.001193', '1.001776', '1.001939', '1.003197', '1.004222', '1.004859', '1.004873', '1.014062', '2.000635', '2.000821', '2.002516', '2.002913', '3.000722'],
  'land-register': ['1.004222', '1.012786', '1.013225', '1.013978', '3.000722'],
  'social-insurance': ['1.000656', '1.001193', '1.001776', '1.001939', '2.000821', '2.002913', '3.000722'],
  'welfare-register': ['1.000656', '1.001776', '1.001939', '1.004859', '1.010803', '1.011607', '1.013225', '1.013978', '2.000635', '2.002516', '2.002913'],
};

/** The running stand-ins, all on one port. */
export interface StandInSources {
  readonly port: number;
  readonly url: string;
  /** What the desk is told to reach them. */
  readonly connections: SourceConnections;
  get(source: SourceKey): StandInSource;
  close(): Promise<void>;
}

/**
 * Starts the stand-ins for the national sources: real servers that know the demonstration's invented people, with faults anybody may
 * switch on. They belong to the demonstration; whoever starts a desk for real use does not call this.
 * @throws StartError when the port is taken
 */
export async function startStandInSources(options: { readonly host: string; readonly port: number }): Promise<StandInSources> {
  const registers = readRegisters();
  const sources = new Map(SOURCES.map((key): [SourceKey, StandInSource] => [key, {
    key, licences: Object.fromEntries(LICENSED[key].map((code) => [code, LICENCE])), records: registers[key], fault: 'none', asked: new Set(),
  }]));
  const { port, url, close } = await startServer({ ...options, what: 'stand-in sources', variable: 'SOURCES_STAND_IN_PORT' }, (request, response) => answer(request, response, sources));
  return {
    port, url, close,
    connections: Object.fromEntries([...sources.values()].map(({ key, licences }) => [key, { url: `${url}/${key}`, key: KEY, licences }])),
    get: (key) => sources.get(key)!,
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, sources: ReadonlyMap<string, StandInSource>): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
  const [, key = '', what = '', id = ''] = pathname.split('/').map(decodeURIComponent);
  if (pathname === STAND_IN_STYLE_PATH) return send(response, 200, 'text/css; charset=utf-8', PLAIN_STYLE);
  if (pathname === '/') return send(response, 200, 'text/html; charset=utf-8', sourcePage([...sources.values()]));
  const source = sources.get(key);
  if (source === undefined) return send(response, 404, 'text/plain', 'no such source');
  if (request.method === 'POST' && what === 'fault') {
    switchFault(source, new URLSearchParams((await readBody(request)).toString('utf8')));
    return void response.writeHead(303, { location: '/' }).end();
  }
  if (source.fault === 'down') return void request.socket.destroy();
  const body = await readBody(request);
  if (!isFromDesk(request, body, KEY)) return send(response, 401, 'text/plain', 'not signed');
  if (request.method !== 'PUT' || what !== 'questions') return send(response, 404, 'text/plain', 'nothing here');
  source.asked.add(id);
  if (source.fault === 'slow') await pause(SLOW_MS, undefined, { ref: false });
  if (source.fault === 'malformed') return send(response, 200, 'application/json', '{"type":"answer","records":"none"}');
  const question = JSON.parse(body.toString('utf8')) as SourceQuestion;
  if (source.licences[question.procedureCode] !== question.licence) return send(response, 403, 'text/plain', 'no licence for this procedure');
  return sendJson(response, { type: 'answer', id, sha256: sha256Hex(body), records: recordsFor(source, question) });
}

/** What a source tells: of the person asked about, and only what is wanted. */
function recordsFor({ records, fault }: StandInSource, { subject, wanted }: SourceQuestion): SourceRecord[] {
  const isAsked = (record: SourceRecord): boolean => record.subject.personalId === subject.personalId && record.subject.birthDate === subject.birthDate;
  const found = fault === 'wrong-person' ? records.filter((record) => !isAsked(record)).slice(0, 1) : records.filter(isAsked);
  const told = found.map((record) => ({ ...record, values: Object.fromEntries(Object.entries(record.values).filter(([path]) => wanted.includes(path))) }));
  return fault === 'duplicate' ? [...told, ...told] : told;
}
