import { sign, type KeyObject } from 'node:crypto';
import type { Signer } from './signer.js';

/** A key held in this process: opened from a file, or made for a demonstration. */
export function keySigner(key: KeyObject, certificate: Uint8Array, chain: readonly Uint8Array[] = []): Signer {
  return {
    certificate,
    chain,
    algorithm: key.asymmetricKeyType === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256',
    sign: (bytes) => Promise.resolve(sign('sha256', bytes, key)),
  };
}
