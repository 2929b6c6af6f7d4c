import '@fastify/multipart';
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '@app/kernel';

/** A file as it comes in, not yet read. */
export interface ReceivedFile {
  readonly name: string;
  readonly content: Readable;
}

/**
 * The one file of a multipart request (field `file`), as a stream. What it really is, the file store decides; the
 * sender's word on its kind is not read. Throws `request.invalid` when there is none.
 */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedFile> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part || part.fieldname !== 'file') {
    throw new DomainError('request.invalid', { fields: [{ pointer: '/file', vi: 'Hãy chọn một tệp.', en: 'Choose a file.' }] });
  }
  return { name: part.filename, content: part.file };
}
