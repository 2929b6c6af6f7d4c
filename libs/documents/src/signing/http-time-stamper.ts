import { HttpTimestampAuthority, TimestampError } from '@libpdf/core';
import { SigningError, type TimeStamper } from './signer.js';

/** Asks a time-stamping authority over HTTP (RFC 3161, 3.4). */
export function httpTimeStamper(address: string, options: { readonly timeoutMs?: number } = {}): TimeStamper {
  const authority = new HttpTimestampAuthority(address, { timeout: options.timeoutMs ?? 10_000 });
  return {
    async stamp(digest) {
      try {
        return await authority.timestamp(digest, 'SHA-256');
      } catch (cause) {
        if (cause instanceof TimestampError) throw new SigningError('unreachable', 'the time-stamping authority gave no token', { cause });
        throw cause;
      }
    },
  };
}
