import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '@app/kernel';

/** The header in which the browser repeats the session's token. */
export const CSRF_HEADER = 'x-csrf-token';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the check reads of a request. */
export interface CsrfRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Refuses (`csrf.missing`) a changing request that another site could have caused.
 *
 * Two walls: the browser's word on where the request comes from (Origin, Sec-Fetch-Site), and the session's
 * own token in a header, which another site can neither read nor set. Without a session (signing in) only
 * the first wall applies.
 */
export function checkCsrf(request: CsrfRequest, publicUrl: string, sessionToken: string | undefined): void {
  if (SAFE_METHODS.has(request.method.toUpperCase())) return;
  if (!isOwnOrigin(request, publicUrl)) throw new DomainError('csrf.missing');
  if (sessionToken !== undefined && !sameText(header(request, CSRF_HEADER) ?? '', sessionToken)) throw new DomainError('csrf.missing');
}

function isOwnOrigin(request: CsrfRequest, publicUrl: string): boolean {
  const site = header(request, 'sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = header(request, 'origin');
  // Clients that are not browsers (the command line, a health probe) send none and carry no cookie of a victim.
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === new URL(publicUrl).origin || url.host === header(request, 'host');
}

function header(request: CsrfRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
