import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { sha256Hex } from '@app/kernel';
import { Agencies } from './agencies.js';
import { Breaker } from './breaker.js';
import { ExchangeError } from './exchange-error.js';
import { HttpAgency } from './http-agency.js';
import { SIGNATURE_HEADER, TIME_HEADER, isSigned, signatureOf } from './sign.js';

const KEY = 'a key that only the two of them know';
const RULES = { timeoutMs: 300, mostBytes: 1000 };
const AT = '2026-11-23T01:30:00Z';

let server: Server | undefined;

/** An agency that answers as the test says. */
async function agency(answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void): Promise<HttpAgency> {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => answer(request, Buffer.concat(parts), response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new HttpAgency(`http://127.0.0.1:${(server.address() as AddressInfo).port}/residence`, KEY, RULES);
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const faultOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'none', (error: unknown) => (error instanceof ExchangeError ? error.fault : String(error)));
const json = (value: unknown) => (_: IncomingMessage, __: Buffer, response: ServerResponse): void => void response.end(JSON.stringify(value));
const MESSAGE = { id: 'm-1', body: '{"type":"case"}' };
const RECEIPT = { type: 'receipt', id: 'm-1', sha256: sha256Hex(MESSAGE.body), at: AT };
const EVENT = { id: 'e-1', number: 1, caseId: '01a20552-b98e-780c-90e6-841cce066d17', kind: 'acknowledged', at: AT, reference: 'CT-1' };

describe('Handing a message over', () => {
  test('counts only with a typed receipt of this very message', async () => {
    const port = await agency(json(RECEIPT));
    expect(await port.send(MESSAGE)).toEqual({ id: 'm-1', sha256: RECEIPT.sha256, at: AT });
  });

  test.each<[string, unknown, string]>([
    ['an empty answer', '', 'malformed'],
    ['a friendly word', { ok: true }, 'malformed'],
    ['a receipt without its kind', { ...RECEIPT, type: undefined }, 'malformed'],
    ['the receipt of another message', { ...RECEIPT, id: 'm-2' }, 'wrong-digest'],
    ['a receipt of other bytes', { ...RECEIPT, sha256: sha256Hex('other') }, 'wrong-digest'],
  ])('does not count with %s', async (_, answer, fault) => {
    const port = await agency((__, ___, response) => void response.end(answer === '' ? '' : JSON.stringify(answer)));
    expect(await faultOf(port.send(MESSAGE))).toBe(fault);
  });

  test.each([[200, 'none'], [400, 'refused'], [409, 'refused'], [429, 'unreachable'], [500, 'unreachable'], [503, 'unreachable']])('with HTTP %i it is %s', async (status, fault) => {
    const port = await agency((_, __, response) => void response.writeHead(status).end(JSON.stringify(RECEIPT)));
    expect(await faultOf(port.send(MESSAGE))).toBe(fault);
  });

  test('is given up when no answer comes in time, when the connection is cut, when nobody is there, and never follows elsewhere', async () => {
    const silent = await agency(() => undefined);
    expect(await faultOf(silent.send(MESSAGE))).toBe('unreachable');
    server?.closeAllConnections();
    const cut = await agency((request) => void request.socket.destroy());
    expect(await faultOf(cut.send(MESSAGE))).toBe('unreachable');
    const moved = await agency((_, __, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect(await faultOf(moved.send(MESSAGE))).toBe('unreachable');
    expect(await faultOf(new HttpAgency('http://127.0.0.1:1', KEY, RULES).send(MESSAGE))).toBe('unreachable');
  });

  test('is signed over method, path, time and body', async () => {
    let seen: boolean[] = [];
    const port = await agency((request, body, response) => {
      const parts = { method: 'PUT', path: '/residence/messages/m-1', time: String(request.headers[TIME_HEADER]), body };
      const signature = String(request.headers[SIGNATURE_HEADER]);
      const now = Date.now();
      seen = [
        isSigned(parts, signature, KEY, now), isSigned({ ...parts, body: '{}' }, signature, KEY, now), isSigned({ ...parts, path: '/residence/messages/m-2' }, signature, KEY, now),
        isSigned(parts, signature, 'another key', now), isSigned(parts, signature, KEY, now + 6 * 60_000),
      ];
      response.end(JSON.stringify(RECEIPT));
    });
    await port.send(MESSAGE);
    expect(seen).toEqual([true, false, false, false, false]);
    expect(signatureOf({ method: 'GET', path: '/', time: AT, body: '' }, KEY)).toMatch(/^[0-9a-f]{64}$/u);
  });
});

describe('Reading the feed', () => {
  test('takes events as agreed', async () => {
    const port = await agency(json({ type: 'events', events: [EVENT] }));
    expect(await port.events(0)).toEqual([EVENT]);
  });

  test.each<[string, object]>([
    ['a kind nobody knows', { kind: 'exploded' }],
    ['no number', { number: undefined }],
    ['a case that is no id', { caseId: '12' }],
    ['an acknowledgement without a reference', { reference: undefined }],
    ['a grant without its paper', { kind: 'granted' }],
    ['a refusal without a word why', { kind: 'refused' }],
    ['a supplement that asks for nothing', { kind: 'supplement-asked' }],
    ['a time that is none', { at: 'yesterday' }],
  ])('does not take %s', async (_, change) => {
    const port = await agency(json({ type: 'events', events: [{ ...EVENT, ...change }] }));
    expect(await faultOf(port.events(0))).toBe('malformed');
  });

  test('gives up an answer that does not end', async () => {
    const port = await agency((_, __, response) => void response.end('x'.repeat(2000)));
    expect(await faultOf(port.events(0))).toBe('malformed');
  });
});

describe('Fetching a paper', () => {
  test('gives its bytes when they are what was announced, and nothing else', async () => {
    const port = await agency((_, __, response) => void response.end('the paper'));
    expect(Buffer.from(await port.fetchResult({ id: 'r', sha256: sha256Hex('the paper') })).toString()).toBe('the paper');
    expect(await faultOf(port.fetchResult({ id: 'r', sha256: sha256Hex('another') }))).toBe('wrong-digest');
  });
});

describe('The breaker', () => {
  const away = () => Promise.reject(new ExchangeError('unreachable', 'away'));

  test('stops asking after a few failures in a row, and lets one call see whether it is back', async () => {
    let now = 0;
    const breaker = new Breaker({ failures: 2, restMs: 1000 }, () => now);
    let calls = 0;
    const call = (work: () => Promise<unknown>) => faultOf(breaker.call(() => { calls += 1; return work(); }));
    await call(away);
    expect(breaker.isOpen).toBe(false);
    await call(away);
    expect([await call(away), calls, breaker.isOpen]).toEqual(['unreachable', 2, true]);
    now = 1000;
    expect([await call(away), calls, breaker.isOpen]).toEqual(['unreachable', 3, true]);
    now = 2000;
    expect([await call(() => Promise.resolve()), calls, breaker.isOpen]).toEqual(['none', 4, false]);
  });

  test('does not open for what is no failure of the server', async () => {
    const breaker = new Breaker({ failures: 1, restMs: 1000 });
    await faultOf(breaker.call(() => Promise.reject(new ExchangeError('refused', 'no'))));
    expect(breaker.isOpen).toBe(false);
  });

  test('stands before each system of its own', async () => {
    const agencies = new Agencies({ residence: { url: 'http://127.0.0.1:1/', key: KEY } }, { http: RULES, breaker: { failures: 1, restMs: 60_000 } });
    expect(await faultOf(agencies.get('residence').events(0))).toBe('unreachable');
    expect(() => agencies.get('identity-card')).toThrow('not-connected');
    expect(agencies.systems).toEqual(['residence']);
  });
});
