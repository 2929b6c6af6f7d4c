import { capitals } from './format.js';
import { drawQr, verificationUrl, type Verification } from './qr.js';
import { mm, type Sheet } from './sheet.js';

/** In whose right a person signs (Decree 30/2020, Art. 13): for the collective, for the head, by order, by written delegation. */
export type SigningFormula = 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'none';

/** A signature block of an administrative document, to be signed and sealed by hand. */
export interface Signature {
  readonly formula: SigningFormula;
  /** The collective body of a `TM.` line ("Ủy ban nhân dân"); may stand above a `KT.` line. */
  readonly body?: string;
  /** The position signed for with `KT.`, `TL.` or `TUQ.` ("Chủ tịch"). */
  readonly head?: string;
  /** The signer's own position. */
  readonly position: string;
  /** The signer's full name without an honorific; left out while it is not known who will sign. */
  readonly name?: string;
}

/** The lines above the signature, in capitals: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
export function signatureLines(signature: Signature): string[] {
  const { formula, body, head, position } = signature;
  const lines: string[] = [];
  if (body && (formula === 'TM.' || formula === 'KT.')) lines.push(`TM. ${body}`);
  if (head && formula !== 'TM.' && formula !== 'none') lines.push(`${formula} ${head}`);
  lines.push(position);
  return lines.map(capitals);
}

/** One column of signatures. */
export interface Signer {
  readonly lines: readonly string[];
  /** The instruction in brackets below, such as "(Ký, ghi rõ họ tên)". */
  readonly hint?: string;
  readonly name?: string;
  /** A line under the name, such as a telephone number. */
  readonly below?: string;
  /** Signs for the agency: the places of a paper that is signed after it was rendered are kept here. */
  readonly forAgency?: boolean;
  /** Signs by hand, and the seal of the office is given beside it: its place is kept here. */
  readonly isSealed?: boolean;
}

/** Room for a signature with a seal over a third of it, and for a signature alone. */
const SEALED_ROOM = mm(25);
const SIGNING_ROOM = mm(17);
const QR_SIDE = mm(18);
const HALF_GAP = mm(4);
/** Space above the block. */
const BEFORE = 8;

/** What stands beside and under a signature. */
export interface SignatureOptions {
  readonly recipients?: readonly string[];
  readonly hint?: string;
  readonly verification?: Verification;
}

/** The signature at the right, the recipients and the QR code at the left, kept together on one page. */
export function drawSignature(sheet: Sheet, signature: Signature, options: SignatureOptions = {}): void {
  const recipients = options.recipients ?? [];
  const half = halfWidth(sheet);
  // Nobody is told to sign by hand where a key does it.
  const signer = signerOf(signature, sheet.isReserved ? undefined : options.hint);
  sheet.ensure(signatureHeight(sheet, signature, options));
  sheet.space(BEFORE);
  const top = sheet.y;
  let left = drawRecipients(sheet, recipients, half);
  const right = drawSigner(sheet, signer, { x: sheet.left + half + HALF_GAP, width: half, top, room: SEALED_ROOM });
  if (sheet.isReserved && !sheet.keeps('signature')) reserveSignatures(sheet, { x: sheet.left + half + HALF_GAP, width: half, bottom: right - heightOf(sheet, signature.name, half, sheet.size) });
  if (options.verification) {
    // At the foot of the block, as far as the recipients leave it.
    const y = Math.max(left + mm(3), right - QR_SIDE);
    drawQr(sheet, verificationUrl(options.verification), sheet.left, y, QR_SIDE);
    sheet.block('Quét mã để kiểm tra giấy tờ', { x: sheet.left + QR_SIDE + 7, y: y + QR_SIDE / 2 - 12, width: half - QR_SIDE - 40, size: 10, style: 'italic', balanced: true });
    left = y + QR_SIDE;
    left += sheet.block(options.verification.note, { x: sheet.left, y: left + 2, width: half, size: 9, style: 'italic' });
  }
  sheet.y = Math.max(left, right);
}

/** The seal covers about a third of the signature at its left (Decree 110/2004 Art. 26 as amended; Decree 30/2020, Annex I). */
const SIGNATURE_WIDTH = mm(48);
const SEAL_SIDE = mm(30);

function reserveSignatures(sheet: Sheet, { x, width, bottom }: { x: number; width: number; bottom: number }): void {
  const signature = { x: x + (width - SIGNATURE_WIDTH) / 2, y: bottom - SEALED_ROOM, width: SIGNATURE_WIDTH, height: SEALED_ROOM };
  sheet.reserve('signature', signature);
  sheet.reserve('seal', { x: signature.x + SIGNATURE_WIDTH / 3 - SEAL_SIDE, y: signature.y + (SEALED_ROOM - SEAL_SIDE) / 2, width: SEAL_SIDE, height: SEAL_SIDE });
}

/** The room a signature takes: for the last paragraph, which goes along with it to the next page. */
export function signatureHeight(sheet: Sheet, signature: Signature, options: SignatureOptions = {}): number {
  const half = halfWidth(sheet);
  const qr = options.verification ? QR_SIDE + mm(3) + heightOf(sheet, options.verification.note, half, 9) : 0;
  const left = recipientsHeight(sheet, options.recipients ?? [], half) + qr;
  return BEFORE + Math.max(left, signerHeight(sheet, signerOf(signature, options.hint), half, SEALED_ROOM));
}

/** Two or three signers side by side, as slips and minutes have them. */
export function drawSigners(sheet: Sheet, signers: readonly Signer[]): void {
  const width = sheet.width / signers.length;
  sheet.ensure(signersHeight(sheet, signers));
  sheet.space(BEFORE);
  // Hints and names stand level, however many lines the headings above them take.
  const level = Math.max(...signers.map((signer) => headingHeight(sheet, signer, width)));
  const top = sheet.y;
  const room = signersRoom(sheet, signers);
  sheet.y = Math.max(...signers.map((signer, index) => {
    const x = sheet.left + index * width;
    const bottom = drawSigner(sheet, signer, { x, width, top, room, level });
    const signed = top + level + heightOf(sheet, signer.hint, width, 12);
    if (signer.isSealed) sheet.reserve('seal', { x, y: signed, width: room, height: room });
    if (room === SEALED_ROOM && signer.forAgency) reserveSignatures(sheet, { x, width, bottom: signed + room });
    return bottom;
  }));
}

/** The room that signers side by side take. */
export function signersHeight(sheet: Sheet, signers: readonly Signer[]): number {
  const width = sheet.width / signers.length;
  const headings = signers.map((signer) => headingHeight(sheet, signer, width));
  const level = Math.max(...headings);
  return BEFORE + Math.max(...signers.map((signer, index) => signerHeight(sheet, signer, width, signersRoom(sheet, signers)) + level - headings[index]!));
}

/** A seal needs more room than a hand. */
function signersRoom(sheet: Sheet, signers: readonly Signer[]): number {
  return sheet.isReserved && !sheet.keeps('signature') && signers.some(({ forAgency }) => forAgency) ? SEALED_ROOM : SIGNING_ROOM;
}

function signerOf(signature: Signature, hint: string | undefined): Signer {
  return { lines: signatureLines(signature), hint, name: signature.name };
}

function halfWidth(sheet: Sheet): number {
  return (sheet.width - HALF_GAP) / 2;
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  /** Room for the signature itself. */
  readonly room: number;
  /** How far below the top the hint stands at least. */
  readonly level?: number;
}

function drawSigner(sheet: Sheet, signer: Signer, { x, width, top, room, level }: Place): number {
  const area = { x, width, align: 'center', balanced: true } as const;
  let y = top;
  for (const line of signer.lines) y += sheet.block(line, { ...area, y, style: 'bold' });
  y = Math.max(y, top + (level ?? 0));
  y += sheet.block(signer.hint, { ...area, y, size: 12, style: 'italic' });
  y += room;
  y += sheet.block(signer.name, { ...area, y, style: 'bold' });
  return y + sheet.block(signer.below, { ...area, y, size: 12 });
}

function signerHeight(sheet: Sheet, signer: Signer, width: number, room: number): number {
  const { hint, name, below } = signer;
  return headingHeight(sheet, signer, width) + heightOf(sheet, hint, width, 12) + room + heightOf(sheet, name, width, sheet.size) + heightOf(sheet, below, width, 12);
}

function headingHeight(sheet: Sheet, signer: Signer, width: number): number {
  return signer.lines.reduce((total, line) => total + heightOf(sheet, line, width, sheet.size), 0);
}

/** As tall as the text could be: measured in bold, the widest cut. */
function heightOf(sheet: Sheet, text: string | undefined, width: number, size: number): number {
  return text ? sheet.lines(text, { size, width, style: 'bold' }).length * sheet.lineHeight(size) : 0;
}

function drawRecipients(sheet: Sheet, recipients: readonly string[], width: number): number {
  if (recipients.length === 0) return sheet.y;
  let y = sheet.y;
  y += sheet.block('Nơi nhận:', { y, size: 12, style: 'bold-italic', width });
  recipients.forEach((line, index) => {
    const end = index === recipients.length - 1 ? '.' : ';';
    y += sheet.block(`- ${line.replace(/[.;]\s*$/, '')}${end}`, { y, size: 11, width });
  });
  return y;
}

function recipientsHeight(sheet: Sheet, recipients: readonly string[], width: number): number {
  if (recipients.length === 0) return 0;
  const lines = recipients.reduce((total, line) => total + sheet.lines(`- ${line};`, { size: 11, width }).length, 0);
  return sheet.lineHeight(12) + lines * sheet.lineHeight(11);
}

/** The bracketed hint of a signature on a slip. */
export const SIGN_HINT = '(Ký, ghi rõ họ tên)';
/** The same of a certificate. */
export const SEAL_HINT = '(Ký, ghi rõ họ tên, chức vụ và đóng dấu)';
