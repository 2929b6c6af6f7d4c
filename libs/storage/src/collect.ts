import type { Readable } from 'node:stream';
import { DomainError } from '@app/kernel';

/** One megabyte as people, disks and the configuration count it: 10^6 bytes. */
export const MEGABYTE = 1_000_000;

/**
 * The whole content of a stream, but never more than the limit: reading stops at the first byte beyond.
 * Throws `file.too-large`, naming the limit in megabytes.
 */
export async function collect(content: Readable | Uint8Array, limitBytes: number): Promise<Buffer> {
  const tooLarge = () => new DomainError('file.too-large', { params: { limit: limitBytes / MEGABYTE } });
  if (content instanceof Uint8Array) {
    if (content.length > limitBytes) throw tooLarge();
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
