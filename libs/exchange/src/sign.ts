import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '@app/kernel';

/** The headers of a signed request. */
export const TIME_HEADER = 'x-mot-cua-time';
export const SIGNATURE_HEADER = 'x-mot-cua-signature';

/** How far a request's time may lie from that of whoever checks it: clocks differ, but an old request must not be played again. */
const MOST_MS = 5 * 60_000;

/** What is signed of a request. */
export interface SignedParts {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** ISO instant. */
  readonly time: string;
  readonly body: Uint8Array | string;
}

/** HMAC-SHA-256 over method, path, time and digest of the body, in lower-case hex. */
export function signatureOf({ method, path, time, body }: SignedParts, key: string): string {
  return createHmac('sha256', key).update([method, path, time, sha256Hex(body)].join('\n')).digest('hex');
}

/** Whether a request was signed with the key, and lately. @param nowMs milliseconds since 1970 */
export function isSigned(parts: SignedParts, signature: string, key: string, nowMs: number): boolean {
  const wanted = Buffer.from(signatureOf(parts, key));
  const given = Buffer.from(signature);
  const age = Math.abs(nowMs - Date.parse(parts.time));
  return age <= MOST_MS && wanted.length === given.length && timingSafeEqual(wanted, given);
}
