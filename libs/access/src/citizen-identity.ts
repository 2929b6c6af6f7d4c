import * as client from 'openid-client';
import { DomainError, type Clock } from '@app/kernel';
import { sign, unsign } from './signed-value.js';

/** Which identity provider citizens sign in at, and as which client of it. */
export interface CitizenIdentityOptions {
  /** The provider's issuer address. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back: this desk's `/api/citizen/callback`. */
  readonly redirectUri: string;
  /** The claim that carries the 12-digit personal identification number. */
  readonly personalIdClaim: string;
  /** What is asked for besides `openid`. */
  readonly scope: string;
  /** Signs the cookie that waits for the return. */
  readonly cookieSecret: string;
}

/** Who came back from the provider. */
export interface CitizenIdentityClaims {
  /** The provider's own name for the person. */
  readonly subject: string;
  readonly personalId: string;
  /** The assurance level the provider vouches for (`acr`), if it says. */
  readonly assurance: string | null;
}

/** A sign-in under way: what must be the same when the browser comes back. */
interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** How long a citizen may take at the provider. */
const PENDING_MINUTES = 15;

/** How long the provider may take to answer us. */
const ANSWER_SECONDS = 10;

/**
 * Signing citizens in by OpenID Connect: authorization code with PKCE, `state` and `nonce`. The provider's
 * description is fetched at the first sign-in and kept; a failure is not kept, so an outage ends by itself.
 */
export class CitizenIdentity {
  private discovered: Promise<client.Configuration> | undefined;

  constructor(
    private readonly options: CitizenIdentityOptions,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a sign-in: where to send the browser, and the value of the cookie it must bring back.
   * Throws `sign-in.provider-down`.
   */
  async begin(returnTo: string): Promise<{ url: string; cookie: string }> {
    const provider = await this.provider();
    const pending: Pending = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      returnTo: localPath(returnTo),
    };
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.options.redirectUri,
      scope: `openid ${this.options.scope}`,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      // A browser at a kiosk may still be signed in there as the person before: always ask anew.
      prompt: 'login',
    });
    return { url: url.href, cookie: sign(pending, this.options.cookieSecret, this.clock.now().add({ minutes: PENDING_MINUTES })) };
  }

  /**
   * Ends a sign-in with what the browser brought back.
   *
   * Throws `sign-in.interrupted` when the cookie is missing, old or does not fit, or the person gave up there;
   * `sign-in.provider-down` when the provider does not answer; `sign-in.citizen-unknown` when it names nobody.
   *
   * @param query the query of the callback's address, as received
   * @param cookie the value {@link begin} gave
   */
  async complete(query: string, cookie: string | undefined): Promise<{ claims: CitizenIdentityClaims; returnTo: string }> {
    const pending = this.pending(cookie);
    const provider = await this.provider();
    const address = new URL(this.options.redirectUri);
    address.search = query;
    try {
      const tokens = await client.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
      return { claims: await this.claimsOf(provider, tokens), returnTo: pending.returnTo };
    } catch (error) {
      throw asRefusal(error);
    }
  }

  private async claimsOf(
    provider: client.Configuration,
    tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  ): Promise<CitizenIdentityClaims> {
    const idToken = tokens.claims();
    if (!idToken) throw new DomainError('sign-in.citizen-unknown');
    // A provider may give the number in the ID token or, more often, only at its user-info address.
    const personalId =
      personalIdIn(idToken, this.options.personalIdClaim) ??
      personalIdIn(await client.fetchUserInfo(provider, tokens.access_token, idToken.sub), this.options.personalIdClaim);
    if (personalId === undefined) throw new DomainError('sign-in.citizen-unknown');
    return { subject: idToken.sub, personalId, assurance: typeof idToken.acr === 'string' ? idToken.acr : null };
  }

  private pending(cookie: string | undefined): Pending {
    const value = cookie === undefined ? undefined : unsign(cookie, this.options.cookieSecret, this.clock.now());
    if (value === undefined) throw new DomainError('sign-in.interrupted');
    return value as Pending;
  }

  private async provider(): Promise<client.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      throw new DomainError('sign-in.provider-down', { facts: { reason: error instanceof Error ? error.name : 'unknown' } });
    }
  }

  private discover(): Promise<client.Configuration> {
    const issuer = new URL(this.options.issuer);
    // Plain HTTP only to this very machine: the stand-in provider of a demonstration.
    const local = issuer.protocol === 'http:' && isLoopback(issuer.hostname);
    return client.discovery(issuer, this.options.clientId, {}, client.ClientSecretBasic(this.options.clientSecret), {
      timeout: ANSWER_SECONDS,
      ...(local && { execute: [client.allowInsecureRequests] }),
    });
  }
}

function personalIdIn(claims: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && /^\d{12}$/.test(value) ? value : undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Which refusal a failed exchange is: the person gave up or the return does not fit, or the provider failed. */
function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof client.AuthorizationResponseError) return new DomainError('sign-in.interrupted', { facts: { reason: error.error } });
  if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return new DomainError('sign-in.interrupted', { facts: { reason: error.error } });
  if (error instanceof client.ClientError && error.code === 'OAUTH_INVALID_RESPONSE') return new DomainError('sign-in.interrupted');
  return new DomainError('sign-in.provider-down', { facts: { reason: error instanceof Error ? error.name : 'unknown' } });
}

/** A path on this desk, or its root: an address elsewhere would turn the sign-in into a springboard for phishing. */
export function localPath(path: string): string {
  if (!/^\/(?![/\\])/.test(path) || /[\p{Cc}\\]/u.test(path)) return '/';
  const url = new URL(path, 'http://desk.invalid');
  return url.origin === 'http://desk.invalid' ? url.pathname + url.search + url.hash : '/';
}
