import { drawField, drawFieldRow } from '../fields.js';
import { capitals, formatDateLong, two } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** One original of which copies are certified. */
export interface CertifiedEntry {
  /** Its number in the book of certified copies. */
  readonly number: string;
  /** The volume: "01/2026-SCT/BS". */
  readonly book: string;
  /** What the original is: "Căn cước". */
  readonly kind: string;
  readonly pages: number;
  readonly copies: number;
}

/** Lời chứng chứng thực bản sao từ bản chính (Decree 23/2015 and Circular 01/2020/TT-BTP; result of 2.000815): what stands under each copy. */
export interface CertifiedCopiesModel extends ResultModel {
  readonly dossierCode: string;
  readonly requester: { readonly name: string };
  readonly entries: readonly CertifiedEntry[];
  readonly signature: Signature;
}

export const CERTIFIED_COPIES_REQUIRED = ['dossierCode', 'requester.name', 'entries.0.number', 'signature.position'];

/** One statement for each original, to be put under its copies; then who signs them all. */
export function renderCertifiedCopies(sheet: Sheet, model: CertifiedCopiesModel): void {
  const { head, entries } = model;
  sheet.beginPart();
  drawHead(sheet, head);
  drawTitle(sheet, 'Chứng thực bản sao đúng với bản chính', { rule: true });
  drawField(sheet, { label: 'Người yêu cầu chứng thực', value: capitals(model.requester.name), strong: true });
  drawField(sheet, { label: 'Mã hồ sơ', value: model.dossierCode });
  for (const entry of entries) {
    sheet.space(8);
    sheet.paragraph('Chứng thực bản sao đúng với bản chính', { style: 'bold', keepWith: 4 * sheet.lineHeight() });
    drawField(sheet, { label: 'Giấy tờ', value: entry.kind, strong: true });
    drawFieldRow(sheet, [
      { label: 'Số chứng thực', value: entry.number, strong: true },
      { label: 'Quyển số', value: entry.book },
    ], [2, 3]);
    drawFieldRow(sheet, [
      { label: 'Số trang', value: two(entry.pages) },
      { label: 'Số bản sao', value: `${two(entry.copies)} bản` },
    ], [2, 3]);
    if (head.date) sheet.paragraph(`${head.place}, ${formatDateLong(head.date)}`, { style: 'italic' });
  }
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, ...(model.verification && { verification: model.verification }) });
}
