import { SigningError } from '@app/documents';

/** A remote-signing service, and who the desk is there. */
export interface RemoteService {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly timeoutMs?: number;
  readonly waitMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Tokens are renewed so long before they end. */
const EARLY_MS = 30_000;
/** What a service says when somebody, or a rule of theirs, said no; all else may pass. */
const REFUSALS: ReadonlySet<string> = new Set(['access_denied', 'authorization_declined', 'invalid_pin', 'invalid_otp', 'invalid_request', 'invalid_client', 'unauthorized_client', 'credential_disabled', 'invalid_credential']);

type Answer = Readonly<Record<string, unknown>>;

/** Asks a remote-signing service by the programming interface of the Cloud Signature Consortium, version 2. */
export class CscClient {
  private token: { readonly value: string; readonly until: number } | undefined;

  constructor(private readonly service: RemoteService) {}

  /**
   * @param method such as `credentials/info`
   * @throws SigningError unreachable when nothing that counts comes back in time; key-refused when the service says no
   */
  async ask(method: string, body: Readonly<Record<string, unknown>>): Promise<Answer> {
    const first = await this.post(method, body, await this.signIn());
    // A token may have been ended over there.
    const { status, answer } = first.status === 401 ? await this.post(method, body, await this.signIn(true)) : first;
    return accepted(method, status, answer);
  }

  private async post(method: string, body: object, token: string): Promise<{ status: number; answer: unknown }> {
    return this.send(method, { 'content-type': 'application/json', authorization: `Bearer ${token}` }, JSON.stringify(body));
  }

  private async signIn(anew = false): Promise<string> {
    if (!anew && this.token && performance.now() < this.token.until) return this.token.value;
    const { clientId, clientSecret } = this.service;
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
    const { status, answer } = await this.send('oauth2/token', { 'content-type': 'application/x-www-form-urlencoded' }, form.toString());
    const { access_token: value, expires_in: seconds = 3600 } = accepted('oauth2/token', status, answer);
    if (typeof value !== 'string' || typeof seconds !== 'number') throw new SigningError('unreachable', 'the remote-signing service gave no token');
    this.token = { value, until: performance.now() + seconds * 1000 - EARLY_MS };
    return value;
  }

  private async send(method: string, headers: Record<string, string>, body: string): Promise<{ status: number; answer: unknown }> {
    try {
      const response = await fetch(`${this.service.url}/${method}`, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(this.service.timeoutMs ?? TIMEOUT_MS) });
      return { status: response.status, answer: await response.json() };
    } catch {
      // The cause may hold what was sent: it stays here.
      throw new SigningError('unreachable', `the remote-signing service did not answer ${method}`);
    }
  }
}

function accepted(method: string, status: number, answer: unknown): Answer {
  const fields = typeof answer === 'object' && answer !== null ? (answer as Answer) : {};
  if (status >= 200 && status < 300) return fields;
  const code = typeof fields['error'] === 'string' ? fields['error'] : '';
  throw new SigningError(status < 500 && REFUSALS.has(code) ? 'key-refused' : 'unreachable', `the remote-signing service answered ${method} with ${status}${/^[a-z_]{1,40}$/.test(code) ? ` ${code}` : ''}`);
}
