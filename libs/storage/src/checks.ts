import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '@app/kernel';
import { jpegSize, pngSize, type PixelSize } from './image-size.js';

/** The kinds of file the desk takes in. */
export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** The usual ending of each kind. */
export const EXTENSIONS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const satisfies Record<MediaType, string>;

/** The marker `%PDF-` may stand behind leading bytes, within the first kilobyte (ISO 32000-1, implementation note 13). */
const PDF_HEADER_WITHIN = 1024;

/** Readers look for `%%EOF` in the last kilobyte (note 18); scanners leave more padding than that. */
const PDF_TRAILER_WITHIN = 4096;

/**
 * What a file really is, judged by its bytes and never by its name.
 *
 * Throws `file.empty` (no bytes, a broken file, an image without pixels), `file.kind` (any other content, an
 * executable called .pdf included) or `file.locked` (a PDF with a password, which no officer could open).
 */
export async function checkContent(bytes: Uint8Array): Promise<MediaType> {
  if (bytes.length === 0) throw new DomainError('file.empty');
  const found = await fileTypeFromBuffer(bytes);
  switch (found?.mime) {
    case 'application/pdf':
      checkPdf(bytes);
      return 'application/pdf';
    case 'image/jpeg':
      checkImage(jpegSize(bytes));
      return 'image/jpeg';
    case 'image/png':
      checkImage(pngSize(bytes));
      return 'image/png';
    default:
      throw new DomainError('file.kind', { params: { found: found?.ext.toUpperCase() ?? { vi: 'không rõ loại', en: 'of an unknown kind' } } });
  }
}

function checkImage(size: PixelSize | undefined): void {
  if (size === undefined || size.width === 0 || size.height === 0) throw new DomainError('file.empty');
}

function checkPdf(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const header = text.slice(0, PDF_HEADER_WITHIN).includes('%PDF-');
  const trailer = text.slice(-PDF_TRAILER_WITHIN).includes('%%EOF');
  if (!header || !trailer) throw new DomainError('file.empty');
  // The trailer's entry: a reference or a dictionary in place. (`/EncryptMetadata` is another word.)
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) throw new DomainError('file.locked');
}
