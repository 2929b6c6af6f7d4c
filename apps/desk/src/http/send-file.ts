import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** What a file is sent with. */
export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes, when known. */
  readonly size?: number;
}

/**
 * Sends a file to be shown in the browser, or saved. It is one person's paper, so no cache between keeps it, and the
 * browser is told not to guess another kind.
 */
export function sendFile(reply: FastifyReply, file: SentFile, content: Readable | Uint8Array, as: 'inline' | 'attachment' = 'inline'): FastifyReply {
  if (file.size !== undefined) reply.header('content-length', file.size);
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', contentDisposition(file.name, as))
    .header('x-content-type-options', 'nosniff')
    .type(file.mediaType)
    .send(content);
}

/** The header's value with the name twice: plain for old browsers, in UTF-8 for the rest (RFC 6266). */
export function contentDisposition(name: string, as: 'inline' | 'attachment'): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${as}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
