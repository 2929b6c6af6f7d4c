import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned, SIGNATURE_HEADER, TIME_HEADER } from '@app/exchange';
import { StartError } from '@app/kernel';

const LONGEST = 30_000_000;

export interface ServerOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** What it is called, and which variable sets its port, in the sentence for whoever starts it. */
  readonly what: string;
  readonly variable: string;
}

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server of a stand-in. @throws StartError when the port is taken */
export async function startServer({ host, port, what, variable }: ServerOptions, answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400).end();
      else response.destroy();
    });
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new StartError(`Port ${port} for the ${what} is in use by another program; stop it, or set ${variable}.`, { cause });
  }
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `http://${host}:${taken}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

/** The other side, too, believes only who knows the key. */
export function isFromDesk(request: IncomingMessage, body: Buffer, key: string): boolean {
  const parts = { method: request.method ?? 'GET', path: request.url ?? '/', time: String(request.headers[TIME_HEADER] ?? ''), body };
  return isSigned(parts, String(request.headers[SIGNATURE_HEADER] ?? ''), key, Date.now());
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > LONGEST) throw new Error('too long');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

export function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  }).end(body);
}
