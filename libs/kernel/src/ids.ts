import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A new version-7 UUID: sorts by time, so indexes grow at their end. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The UUID (version 8) that belongs to a text: the same text always has the same one. For commands that come from another system under ids of its own. */
export function idOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a text is a UUID of any version. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** An opaque, unguessable token for a QR code or a link (144 random bits, base64url). */
export function newToken(): string {
  return randomBytes(18).toString('base64url');
}

/** The letters of a look-up secret: no 0/O, 1/I/L, so it survives being read aloud and typed. */
const SECRET_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A six-character look-up secret as printed on the receipt. */
export function newSecret(): string {
  return Array.from({ length: 6 }, () => SECRET_ALPHABET[randomInt(SECRET_ALPHABET.length)]).join('');
}
