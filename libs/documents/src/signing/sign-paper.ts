import { createHash } from 'node:crypto';
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString, type PDF } from '@libpdf/core';
import { addLook, type Look } from './appearance.js';
import { buildCades } from './cades.js';
import { openPaper } from './open-paper.js';
import type { SignatureField } from './reserved.js';
import { SigningError, type Signer, type TimeStamper } from './signer.js';

/** Room for the signature in bytes: certificates of a chain of four and a time-stamp token. */
const ROOM = 16_384;
/** As wide as an offset may ever be; the true ones are written over it. */
const UNKNOWN_OFFSET = 9_999_999_999;
/** Filling in forms and signing; nothing else (PDF 32000-1, table 254). */
const FILL_AND_SIGN = 2;

export interface SignPaper {
  readonly field: SignatureField;
  readonly signer: Signer;
  /** The time of the act; it stands in the paper. What certainly proves a time is the stamp. */
  readonly at: Temporal.Instant;
  readonly look: Look;
  readonly stamper?: TimeStamper;
}

/**
 * Signs a paper in one of the places kept for it. The person's signature certifies it: afterwards its number and date
 * may be filled in and its seal given, and whatever else is changed shows.
 * @returns the paper with one more revision behind its bytes
 * @throws SigningError
 */
export async function signPaper(bytes: Uint8Array, { field, signer, at, look, stamper }: SignPaper): Promise<Uint8Array> {
  const paper = await openPaper(bytes);
  const { dict, width, height } = paper.field(field);
  if (dict.has('V')) throw new SigningError('field-signed', `the field ${field} is signed already`);
  const signature = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: new PdfArray([0, UNKNOWN_OFFSET, UNKNOWN_OFFSET, UNKNOWN_OFFSET].map((offset) => PdfNumber.of(offset))),
    Contents: new PdfString(new Uint8Array(ROOM), 'hex'),
    M: PdfString.fromString(pdfDate(at)),
  });
  dict.set('V', paper.pdf.context.registry.register(signature));
  dict.set('AP', PdfDict.of({ N: addLook(paper.pdf, look, width, height) }));
  if (field === 'signature') certify(paper.pdf, signature);
  const saved = await paper.save();
  const room = findRoom(saved);
  const digest = createHash('sha256').update(saved.subarray(0, room.from)).update(saved.subarray(room.to)).digest();
  const cms = await buildCades(digest, signer, stamper);
  if (cms.length > ROOM) throw new SigningError('too-long', `a signature of ${cms.length} bytes does not fit into ${ROOM}`);
  saved.write(Buffer.from(cms).toString('hex'), room.from + 1, 'latin1');
  return saved;
}

/** Makes a signature the certifying one: what may change after it is written into it and into the paper's catalogue. */
function certify(pdf: PDF, signature: PdfDict): void {
  const allowed = PdfDict.of({ Type: PdfName.of('TransformParams'), P: PdfNumber.of(FILL_AND_SIGN), V: PdfName.of('1.2') });
  signature.set('Reference', new PdfArray([PdfDict.of({ Type: PdfName.of('SigRef'), TransformMethod: PdfName.of('DocMDP'), TransformParams: allowed })]));
  pdf.context.catalog.getDict().set('Perms', PdfDict.of({ DocMDP: pdf.context.registry.getRef(signature)! }));
}

/** Finds where the signature goes, `<` to behind `>`, and writes the byte range around it: the last of the file is ours. */
function findRoom(saved: Buffer): { readonly from: number; readonly to: number } {
  const range = saved.lastIndexOf('/ByteRange');
  const open = saved.indexOf('[', range);
  const close = saved.indexOf(']', open);
  const zeros = '0'.repeat(ROOM * 2);
  const from = saved.lastIndexOf(`<${zeros}>`);
  if (range < 0 || from < 0) throw new Error('the saved paper has no room for its signature');
  const to = from + zeros.length + 2;
  saved.write(`[0 ${from} ${to} ${saved.length - to}`.padEnd(close - open, ' '), open, 'latin1');
  return { from, to };
}

/** As PDF writes a time, in UTC. */
function pdfDate(at: Temporal.Instant): string {
  return `D:${at.toString({ smallestUnit: 'second' }).replace(/[-:T]/g, '').replace('Z', '')}Z`;
}
