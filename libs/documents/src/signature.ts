import { capitals } from './format.js';
import { mm, type Sheet } from './sheet.js';
import { type Text } from './text.js';

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
}

/** Room for a signature and a seal of 36 mm across that covers a third of it. */
const SIGNING_ROOM = mm(25);

/** The signature at the right, the recipients at the left, kept together on one page. */
export function drawSignature(sheet: Sheet, signature: Signature, options: { recipients?: readonly string[]; hint?: string } = {}): void {
  const signer = { lines: signatureLines(signature), ...(options.hint && { hint: options.hint }), ...(signature.name && { name: signature.name }) };
  const gap = mm(4);
  const half = (sheet.width - gap) / 2;
  const recipients = options.recipients ?? [];
  sheet.space(8);
  sheet.ensure(Math.max(signerHeight(sheet, signer, half), recipientsHeight(sheet, recipients, half)));
  const top = sheet.y;
  const left = drawRecipients(sheet, recipients, half);
  const right = drawSigner(sheet, signer, sheet.left + half + gap, half, top);
  sheet.y = Math.max(left, right);
}

/** Two or three signers side by side, as slips and minutes have them. */
export function drawSigners(sheet: Sheet, signers: readonly Signer[]): void {
  const width = sheet.width / signers.length;
  sheet.space(8);
  sheet.ensure(Math.max(...signers.map((signer) => signerHeight(sheet, signer, width))));
  const top = sheet.y;
  sheet.y = Math.max(...signers.map((signer, index) => drawSigner(sheet, signer, sheet.left + index * width, width, top)));
}

function drawSigner(sheet: Sheet, signer: Signer, x: number, width: number, top: number): number {
  const area = { x, width, align: 'center', balanced: true } as const;
  let y = top;
  for (const line of signer.lines) y += sheet.block(line, { ...area, y, style: 'bold' });
  y += sheet.block(signer.hint, { ...area, y, size: 12, style: 'italic' });
  y += SIGNING_ROOM;
  y += sheet.block(signer.name, { ...area, y, style: 'bold' });
  return y + sheet.block(signer.below, { ...area, y, size: 12 });
}

function signerHeight(sheet: Sheet, signer: Signer, width: number): number {
  const height = (text: Text | undefined, size: number, style: 'bold' | 'regular'): number =>
    text ? sheet.lines(text, { size, style, width }).length * sheet.lineHeight(size) : 0;
  const lines = signer.lines.reduce((total, line) => total + height(line, sheet.size, 'bold'), 0);
  return lines + height(signer.hint, 12, 'regular') + SIGNING_ROOM + height(signer.name, sheet.size, 'bold') + height(signer.below, 12, 'regular');
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
