import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 in lower-case hex. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * The canonical JSON text of a value (RFC 8785). Digests are always taken over this text, never over
 * `jsonb`, which reorders keys and rewrites numbers.
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}

/** SHA-256 of a value's canonical JSON text. */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalText(value));
}
