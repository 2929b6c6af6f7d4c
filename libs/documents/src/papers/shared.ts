import type { PaperHead } from '../head.js';
import { drawField, drawFieldRow } from '../fields.js';
import { formatDateLong, sentence, type DateText } from '../format.js';
import { drawQr, verificationUrl, type Verification } from '../qr.js';
import { mm, type Sheet } from '../sheet.js';

/** A person or organisation as slips name it. Empty values leave a dotted line. */
export interface Party {
  /** As typed; papers print it in capitals. */
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly identity?: Identity;
}

export type IdentityKind = 'personal-id' | 'passport' | 'tax-code';

export interface Identity {
  readonly kind: IdentityKind;
  readonly number: string;
}

export const IDENTITY_LABELS: Record<IdentityKind, string> = {
  'personal-id': 'Số định danh cá nhân',
  passport: 'Số hộ chiếu',
  'tax-code': 'Mã số thuế',
};

/** A procedure by its code on the National Portal and its published name. */
export interface ProcedureName {
  readonly code: string;
  readonly name: string;
}

/** An officer as slips name them. */
export interface OfficerName {
  readonly name: string;
  readonly position?: string;
  readonly phone?: string;
}

/** What every paper of the desk carries. */
export interface PaperModel {
  readonly head: PaperHead;
  /** Without it the paper carries no QR code. */
  readonly verification?: Verification;
}

/** The result that another one takes the place of because it was wrong. Both are kept. */
export interface Correction {
  /** What the wrong one is called: "Giấy khai sinh". */
  readonly title: string;
  readonly number: string;
  readonly date: DateText;
  /** Why it was corrected. */
  readonly reason: string;
}

/** What every result of a procedure carries. */
export interface ResultModel extends PaperModel {
  /** Only when this result corrects an earlier one. */
  readonly correction?: Correction;
}

/** "Thay thế Giấy khai sinh số 12/2026 ngày 02 tháng 01 năm 2026; lý do: …." */
export function correctionText({ title, number, date, reason }: Correction): string {
  return `Thay thế ${title} số ${number} ${formatDateLong(date)}; lý do: ${sentence(reason)}`;
}

/** That a certificate corrects an earlier one, above its signature. */
export function drawCorrection(sheet: Sheet, correction: Correction | undefined): void {
  if (correction) sheet.paragraph(correctionText(correction), { style: 'bold', align: 'justify', after: 3 });
}

/** "Đăng ký khai sinh (mã thủ tục: 1.001193)". */
export function procedureText(procedure: ProcedureName): string {
  return `${procedure.name} (mã thủ tục: ${procedure.code})`;
}

/** Address, telephone, e-mail and identity of a party, one under the other. */
export function drawPartyDetails(sheet: Sheet, party: Party): void {
  drawField(sheet, { label: 'Địa chỉ', value: party.address });
  drawFieldRow(sheet, [
    { label: 'Số điện thoại', value: party.phone },
    { label: 'Email', value: party.email },
  ], [2, 3]);
  if (party.identity) drawField(sheet, { label: IDENTITY_LABELS[party.identity.kind], value: party.identity.number });
}

const QR_SIDE = mm(21);

/** The QR code at the left, beside a title; the space of a title that stays clear of it. */
export function drawCornerQr(sheet: Sheet, verification: Verification | undefined): { x: number; width: number; bottom: number } {
  if (!verification) return { x: sheet.left, width: sheet.width, bottom: sheet.y };
  const top = sheet.y + 12;
  drawQr(sheet, verificationUrl(verification), sheet.left, top, QR_SIDE);
  const room = QR_SIDE + mm(4);
  return { x: sheet.left + room, width: sheet.width - 2 * room, bottom: top + QR_SIDE };
}
