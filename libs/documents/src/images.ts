import { inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { DomainError } from '@app/kernel';
import { mm } from './sheet.js';

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = mm(10);
/** More picture than any camera or scanner of an office takes; what says it has more is a bomb. */
const MOST_PIXELS = 120_000_000;
const PNG_SIGNATURE = 8;

/** What pdfkit knows of an opened picture, and does not type. */
interface OpenedImage {
  readonly width: number;
  readonly height: number;
  /** As the camera was held (EXIF); above 4 the picture lies on its side. */
  readonly orientation?: number;
}

/**
 * Makes pictures of papers readable as pages: each upright on an A4 page of its own, as large as it fits and never larger than it is. The same
 * pictures give the same bytes.
 * @param images JPEG or PNG, in order
 * @param title of the document, Vietnamese: what the paper is
 * @throws DomainError file.empty for a picture that is not whole
 */
export async function renderImages(images: readonly Uint8Array[], { title, createdAt }: { readonly title: string; readonly createdAt: Temporal.Instant }): Promise<Uint8Array> {
  const at = new Date(createdAt.epochMilliseconds);
  const document = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0, lang: 'vi', tagged: true, displayTitle: true, pdfVersion: '1.7', info: { Title: title, CreationDate: at, ModDate: at } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.once('end', resolve).once('error', reject));
  images.forEach((bytes, index) => drawOn(document, bytes, `Trang ${index + 1}: ${title}`));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawOn(document: PDFKit.PDFDocument, bytes: Uint8Array, alt: string): void {
  const image = open(document, bytes);
  const { width, height } = upright(image);
  const lies = width > height;
  document.addPage({ size: 'A4', layout: lies ? 'landscape' : 'portrait', margin: 0 });
  const room = lies ? { width: A4.height - 2 * MARGIN, height: A4.width - 2 * MARGIN } : { width: A4.width - 2 * MARGIN, height: A4.height - 2 * MARGIN };
  // A point for each pixel at the most: enlarged, a small picture only looks worse.
  const fit: [number, number] = [Math.min(room.width, width), Math.min(room.height, height)];
  const figure = document.struct('Figure', { alt }, () => {
    document.image(image as never, MARGIN + (room.width - fit[0]) / 2, MARGIN + (room.height - fit[1]) / 2, { fit, align: 'center', valign: 'center' });
  });
  document.addStructure(figure);
}

function open(document: PDFKit.PDFDocument, bytes: Uint8Array): OpenedImage {
  try {
    if (isPng(bytes)) inflatePng(bytes);
    const image = (document as unknown as { openImage: (bytes: Uint8Array) => OpenedImage }).openImage(Buffer.from(bytes));
    if (image.width * image.height > 0 && image.width * image.height <= MOST_PIXELS) return image;
  } catch {
    // What a library says of somebody's picture helps nobody; that it is broken does.
  }
  throw new DomainError('file.empty');
}

const upright = ({ width, height, orientation = 1 }: OpenedImage): { width: number; height: number } => (orientation > 4 ? { width: height, height: width } : { width, height });

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50;

/**
 * Tries whether a PNG's pixels can be read. pdfkit unpacks them later and beside its caller, where a broken picture would
 * end the process.
 * @throws Error when they cannot, or are more than {@link MOST_PIXELS} could be
 */
function inflatePng(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Buffer[] = [];
  for (let at = PNG_SIGNATURE; at + 12 <= view.length; ) {
    const length = view.readUInt32BE(at);
    const kind = view.toString('latin1', at + 4, at + 8);
    if (kind === 'IDAT') data.push(view.subarray(at + 8, at + 8 + length));
    at += 12 + length;
    if (kind === 'IEND') break;
  }
  const bytesPerPixel = 8;
  const { width, height } = { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  const unpacked = inflateSync(Buffer.concat(data), { maxOutputLength: Math.min(MOST_PIXELS, width * height) * bytesPerPixel + height + 1024 });
  if (unpacked.length < height) throw new Error('fewer rows than the picture says it has');
}
