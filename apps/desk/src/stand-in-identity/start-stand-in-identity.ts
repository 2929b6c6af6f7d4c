import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import type { Configuration } from '@app/configuration';
import { StartError } from '@app/kernel';
import { PLAIN_STYLE, STAND_IN_STYLE_PATH } from '../http/plain-page.js';
import { choosePersonPage, PEOPLE_STYLE, wrongWayPage } from './choose-person-page.js';
import type { StandInPerson } from './person.js';
import { accountIdOf, ASSURANCE, createProvider } from './provider.js';

/** A running stand-in. */
export interface StandInIdentity {
  readonly port: number;
  close(): Promise<void>;
}

const LONGEST_FORM = 1_000;
const INTERACTION = /^\/interaction\/([\w-]+)$/;

/**
 * Starts the identity provider of the demonstration on a port of its own (`oidcStandInPort`). It lets anyone in as
 * anyone, so it refuses to start in real use.
 *
 * Throws StartError when the configuration does not ask for it, or its port is taken.
 */
export async function startStandInIdentity(configuration: Configuration, people: readonly StandInPerson[]): Promise<StandInIdentity> {
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcStandInPort, publicUrl } = configuration;
  if (configuration.mode !== 'demonstration' || oidcStandInPort === undefined) {
    throw new StartError('The stand-in identity provider belongs to the demonstration and does not run in real use.');
  }
  if (oidcIssuer === undefined || oidcClientId === undefined || oidcClientSecret === undefined) {
    throw new StartError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed for the stand-in identity provider.');
  }
  const provider = await createProvider({
    issuer: oidcIssuer,
    deskUrl: publicUrl,
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
    redirectUri: `${publicUrl}/api/citizen/callback`,
    people,
  });
  const protocol = provider.callback();
  const server = createServer((request, response) => {
    setHeaders(response, publicUrl);
    answer({ request, response, provider, protocol, people, deskUrl: publicUrl }).catch(() => {
      if (!response.headersSent) sendHtml(response, 400, wrongWayPage(publicUrl));
      else response.destroy();
    });
  });
  server.listen(oidcStandInPort, configuration.host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new StartError(`Port ${oidcStandInPort} for the stand-in identity provider is in use by another program; stop it, or set OIDC_STAND_IN_PORT.`, { cause });
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly provider: Provider;
  readonly protocol: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly people: readonly StandInPerson[];
  readonly deskUrl: string;
}

async function answer(visit: Visit): Promise<void> {
  const { request, response, protocol } = visit;
  const [address = '/'] = (request.url ?? '/').split('?', 1);
  if (address === STAND_IN_STYLE_PATH) return sendText(response, 200, 'text/css; charset=utf-8', PLAIN_STYLE + PEOPLE_STYLE);
  if (!INTERACTION.test(address)) return protocol(request, response);
  return request.method === 'POST' ? signIn(visit) : offer(visit);
}

async function offer({ request, response, provider, people }: Visit): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  sendHtml(response, 200, choosePersonPage(uid, people));
}

async function signIn({ request, response, provider, people }: Visit): Promise<void> {
  const chosen = new URLSearchParams(await readForm(request)).get('person') ?? '';
  const index = /^\d{1,4}$/.test(chosen) ? Number(chosen) : -1;
  const result = people[index]
    ? { login: { accountId: accountIdOf(index), acr: ASSURANCE, remember: false } }
    : { error: 'access_denied', error_description: 'the person did not sign in' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function readForm(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM) throw new Error('form too long');
  }
  return text;
}

/** As strict as the desk's own. The form leads back to the desk by redirects, which browsers hold against form-action. */
function setHeaders(response: ServerResponse, deskUrl: string): void {
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; form-action 'self' ${new URL(deskUrl).origin}; base-uri 'none'; frame-ancestors 'none'`,
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
}

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.setHeader('cache-control', 'no-store');
  sendText(response, status, 'text/html; charset=utf-8', html);
}

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type }).end(text);
}
