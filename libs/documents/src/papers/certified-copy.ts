import { drawField } from '../fields.js';
import { capitals, formatDateLong, numberText, two, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { drawDateField, drawNumberField } from '../reserve.js';
import { mm, type Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, signatureHeight, type Signature } from '../signature.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** One original and the copies made of it. */
export interface CertifiedOriginal {
  /** What it is: "Bằng tốt nghiệp trung học phổ thông". */
  readonly kind: string;
  /** How many copies are certified. */
  readonly copies: number;
  /** Pages of one copy. */
  readonly pages: number;
  /** Its number in the register where several were taken together. */
  readonly number?: string;
}

/**
 * Lời chứng chứng thực bản sao từ bản chính (Decree 23/2015 Art. 16–22, amended by 280/2025; Circular 01/2020/TT-BTP; result of 2.000815).
 * The statement stands on a sheet of its own that belongs to the copies; each original has its number in the register.
 */
export interface CertifiedCopyModel extends ResultModel {
  readonly originals: readonly CertifiedOriginal[];
  /** Who asked, where it is to be said. */
  readonly requester?: string;
  /** The book of the register: "01/2026-SCT/BS". */
  readonly book: string;
  /** The number in the register: the first one where numbers of several originals follow each other. */
  readonly number?: string;
  /** Left blank until the paper is numbered. */
  readonly certifiedOn?: DateText;
  readonly signature: Signature;
}

export const CERTIFIED_COPY_REQUIRED = ['originals.0.kind', 'originals.0.copies', 'originals.0.pages', 'book', 'signature.position'];

export function renderCertifiedCopy(sheet: Sheet, model: CertifiedCopyModel): void {
  const { head, originals } = model;
  const [only, ...others] = originals;
  sheet.beginPart();
  drawHead(sheet, head, { numbered: false, dated: false });
  drawTitle(sheet, 'Lời chứng', { abstract: 'Chứng thực bản sao đúng với bản chính', rule: true });
  sheet.paragraph(`${capitals(head.agency)} CHỨNG THỰC`, { style: 'bold', align: 'center', balanced: true, after: 8 });
  const asked = model.requester ? ` theo yêu cầu của ông/bà ${model.requester}` : '';
  sheet.paragraph(`Bản sao sau đây đúng với bản chính đã xuất trình${asked}:`, { align: 'justify', firstLine: mm(10), after: 6, keepWith: 60 });
  if (only && others.length === 0) {
    drawField(sheet, { label: 'Giấy tờ, văn bản', value: only.kind, strong: true });
    drawField(sheet, { label: 'Số bản sao được chứng thực', value: `${numberText(only.copies)} bản` });
    drawField(sheet, { label: 'Số trang của mỗi bản', value: `${numberText(only.pages)} trang` });
  } else drawOriginals(sheet, originals);
  const several = others.length > 0 && others.every(({ number }) => number === undefined);
  drawNumberField(sheet, several ? 'Số chứng thực (số đầu; các dòng sau lấy số tiếp theo)' : 'Số chứng thực', head.reserved, model.number ?? only?.number);
  drawField(sheet, { label: 'Quyển số', value: model.book, strong: true });
  if (head.reserved) drawDateField(sheet, 'Ngày chứng thực', head.reserved, undefined);
  else drawField(sheet, { label: 'Ngày chứng thực', value: (model.certifiedOn ?? head.date) && formatDateLong((model.certifiedOn ?? head.date)!) });
  const beside = { hint: SEAL_HINT, verification: model.verification };
  sheet.space(4);
  sheet.paragraph('Bản sao được chứng thực có giá trị sử dụng thay cho bản chính dùng để đối chiếu chứng thực, trừ trường hợp pháp luật có quy định khác. Việc chứng thực không xác nhận nội dung của bản chính.',
    { style: 'italic', align: 'justify', after: 6, keepWith: signatureHeight(sheet, model.signature, beside) });
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, beside);
}

function drawOriginals(sheet: Sheet, originals: readonly CertifiedOriginal[]): void {
  const withNumbers = originals.some(({ number }) => number !== undefined);
  drawTable(
    sheet,
    [
      NUMBERS, { title: 'Giấy tờ, văn bản', share: 54 }, { title: 'Số bản', share: 11, align: 'center' }, { title: 'Số trang mỗi bản', share: 13, align: 'center' },
      ...(withNumbers ? [{ title: 'Số chứng thực', share: 14, align: 'center' } as const] : []),
    ],
    numbered(originals.map(({ kind, copies, pages, number }) => [kind, two(copies), two(pages), ...(withNumbers ? [number ?? ''] : [])])),
    { after: 6 },
  );
  const copies = originals.reduce((sum, each) => sum + each.copies, 0);
  drawField(sheet, { label: 'Tổng cộng', value: `${numberText(originals.length)} giấy tờ, ${numberText(copies)} bản sao` });
}
