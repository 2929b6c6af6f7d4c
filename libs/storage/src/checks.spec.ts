import { describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import type { DomainError } from '@app/kernel';
import { checkContent } from './checks.js';

/** A real PDF of one page, as the papers of the desk are made. */
async function pdf(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.on('end', resolve));
  document.text('Giay khai sinh');
  document.end();
  await done;
  return Buffer.concat(chunks);
}

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2, 0, 0, 0], 16);
  const data = Buffer.from([0, 0, 0, 0, ...Buffer.from('IDAT', 'latin1'), 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, data]);
}

/** Start of image, one application segment, one frame of the given size. */
function jpeg(width: number, height: number): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, ...frame, 0xff, 0xd9]);
}

/** The first bytes of a Windows program, and room for the rest. */
const PROGRAM = Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), Buffer.alloc(600)]);

async function refusal(bytes: Uint8Array): Promise<{ code: string; sentence: string }> {
  return checkContent(bytes).then(
    (mediaType) => ({ code: `accepted as ${mediaType}`, sentence: '' }),
    (error: DomainError) => ({ code: error.code, sentence: error.sentence('vi') }),
  );
}

describe('accepted by its content', () => {
  test('a PDF', async () => {
    expect(await checkContent(await pdf())).toBe('application/pdf');
  });

  test('a PDF with padding behind its end, as scanners leave it', async () => {
    expect(await checkContent(Buffer.concat([await pdf(), Buffer.alloc(2000)]))).toBe('application/pdf');
  });

  test('a JPEG and a PNG', async () => {
    expect(await checkContent(jpeg(640, 480))).toBe('image/jpeg');
    expect(await checkContent(png(640, 480))).toBe('image/png');
  });

  test('a PDF that speaks of encryption without using it', async () => {
    const chunks = Buffer.from((await pdf()).toString('latin1').replace('%%EOF', '/EncryptMetadata true\n%%EOF'), 'latin1');
    expect(await checkContent(chunks)).toBe('application/pdf');
  });
});

describe('refused', () => {
  test('a program called .pdf, named for what it is', async () => {
    expect(await refusal(PROGRAM)).toEqual({ code: 'file.kind', sentence: 'Chỉ nhận tệp PDF, JPEG hoặc PNG; nội dung tệp này là EXE. Hãy chọn tệp khác.' });
  });

  test('a program behind a PDF header far inside', async () => {
    expect((await refusal(Buffer.concat([PROGRAM, await pdf()]))).code).toBe('file.kind');
  });

  test.each([
    ['plain text', Buffer.from('Kính gửi Ủy ban nhân dân')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can carry scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ])('%s', async (_name, bytes) => {
    expect((await refusal(bytes)).code).toBe('file.kind');
  });

  test('no bytes at all', async () => {
    expect((await refusal(new Uint8Array())).code).toBe('file.empty');
  });

  test('a PDF cut off on its way', async () => {
    expect((await refusal((await pdf()).subarray(0, 700))).code).toBe('file.empty');
  });

  test('a PDF locked with a password', async () => {
    expect((await refusal(await pdf({ userPassword: 'bi-mat' }))).code).toBe('file.locked');
  });

  test.each([
    ['PNG without width', png(0, 480)],
    ['JPEG without height', jpeg(640, 0)],
    ['JPEG cut off before its size', jpeg(640, 480).subarray(0, 12)],
  ])('a %s', async (_name, bytes) => {
    expect((await refusal(bytes)).code).toBe('file.empty');
  });
});
