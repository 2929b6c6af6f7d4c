import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Provider, Configuration as ProviderConfiguration, KoaContextWithOIDC } from 'oidc-provider';
import { wrongWayPage } from './choose-person-page.js';
import { memoryAdapter } from './memory-adapter.js';
import type { StandInPerson } from './person.js';

/** Which desk the stand-in serves, and under which address. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly deskUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly people: readonly StandInPerson[];
}

/** The assurance the stand-in vouches for: what Decree 69/2024 calls an electronic identity of level 2. */
export const ASSURANCE = 'vn:eid:level-2';

const SCOPE = 'openid profile identity';
const SECONDS = { code: 60, interaction: 15 * 60, token: 10 * 60 } as const;

/** Tells the accounts of the stand-in apart: the place in its list. */
export const accountIdOf = (index: number): string => `citizen-${index + 1}`;

/**
 * An OpenID provider for one client, in memory: keys and sign-ins live as long as the process. It speaks the protocol
 * in full, so the desk meets here what it meets at a real provider: PKCE, state, nonce, a signed token, user info.
 */
export async function createProvider(options: ProviderOptions): Promise<Provider> {
  const { Provider: Implementation } = await importQuietly();
  const provider = new Implementation(options.issuer, configurationOf(options));
  provider.on('server_error', (_ctx, error) => {
    // The library answers with its error page; the cause would be lost without this line.
    process.emitWarning(`stand-in identity provider: ${error.message}`);
  });
  return provider;
}

function configurationOf(options: ProviderOptions): ProviderConfiguration {
  return {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub', 'acr'], profile: ['name'], identity: ['personal_id'] },
    scopes: ['openid', 'profile', 'identity'],
    acrValues: [ASSURANCE],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    ttl: { AuthorizationCode: SECONDS.code, Interaction: SECONDS.interaction, AccessToken: SECONDS.token, IdToken: SECONDS.token, Session: SECONDS.interaction, Grant: SECONDS.interaction },
    findAccount: (_ctx, accountId) => accountOf(options.people, accountId),
    loadExistingGrant: grantEverything,
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = wrongWayPage(options.deskUrl);
    },
  };
}

function accountOf(people: readonly StandInPerson[], accountId: string) {
  const person = people.find((_person, index) => accountIdOf(index) === accountId);
  if (!person) return undefined;
  return { accountId, claims: () => ({ sub: accountId, name: person.name, personal_id: person.personalId }) };
}

/** The desk is the only client, and its own: there is nothing to consent to. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const earlier = known === undefined ? undefined : await provider.Grant.find(known);
  if (earlier) return earlier;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'stand-in' };
}

/**
 * Loads the library only where a stand-in runs. It warns of every Node that does not call itself LTS, as builds from npm
 * never do; the Node here is pinned and tested, so that line would only worry whoever starts the demonstration.
 */
async function importQuietly(): Promise<typeof import('oidc-provider')> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
