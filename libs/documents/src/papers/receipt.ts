import { formatDong } from '@app/kernel';
import { drawField, drawFieldRow } from '../fields.js';
import { capitals, formatDateShort, formatInstantLong, sentence, two, type DateText, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSigners, SIGN_HINT } from '../signature.js';
import { bold, plain, type Run } from '../text.js';
import { drawPapersTable, type ReceivedComponent } from './papers-table.js';
import { drawCornerQr, drawPartyDetails, procedureText, type OfficerName, type PaperModel, type Party, type ProcedureName } from './shared.js';

export interface FeeLine {
  readonly name: string;
  /** Whole đồng; 0 with the reason in `note` when exempt. */
  readonly amount: number;
  readonly note?: string;
}

/** How the fee stands: paid at the counter, to be paid now or at return, or nothing to pay. */
export type FeeStatus = 'paid' | 'due' | 'due-at-return' | 'none';

export interface FeeSummary {
  readonly lines: readonly FeeLine[];
  readonly status: FeeStatus;
  readonly method?: 'cash' | 'transfer' | 'card';
  /** Number of the money receipt. */
  readonly moneyReceipt?: string;
}

/** Something on file the person did not have to bring: its names, where it was read, of which day it is, when it was read. */
export interface ReusedItem {
  readonly what: readonly string[];
  readonly source: string;
  readonly asOf: DateText;
  readonly readOn: DateText;
}

export type ReturnPlace = 'counter' | 'post' | 'electronic';

/**
 * When the result is promised. Without a date where the clock starts only when another agency has the dossier
 * (118/2025 Art. 17(3)): `startsWhen` says what starts it, "Ủy ban nhân dân xã … nhận được hồ sơ".
 */
export type ReceiptPromise = { readonly at: InstantText } | { readonly startsWhen: string };

/** Form 01, Circular 03/2025/TT-VPCP: receipt and appointment. */
export interface ReceiptModel extends PaperModel {
  readonly dossierCode: string;
  /** The receiving unit with the commune's name. */
  readonly receivingUnit: string;
  /** Where a clerk helped to file it, which is neither where it was received nor where it is decided. */
  readonly helpedAt?: string;
  readonly owner: Party;
  /** Only when somebody else files. */
  readonly filer?: Party;
  readonly procedure: ProcedureName;
  /** What is asked for, where it says more than the procedure's name. */
  readonly request?: string;
  readonly components: readonly ReceivedComponent[];
  /** What the person did not have to bring; the values themselves are not printed. */
  readonly reused?: readonly ReusedItem[];
  readonly sets: number;
  /** The statutory time limit in words: "03 ngày làm việc". */
  readonly timeLimit: string;
  /** By which decision of a province the limit is another than the national one, in one sentence. */
  readonly limitNote?: string;
  readonly receivedAt: InstantText;
  readonly promise: ReceiptPromise;
  /** Who decides, where other agencies than the receiving unit's own have a part: the deciding one first. */
  readonly decidedBy?: readonly string[];
  /** Why the result comes on that day, in one sentence. */
  readonly dueNote?: string;
  readonly returnPlace: ReturnPlace;
  /** Name or address of the place of return. */
  readonly returnAddress?: string;
  readonly fees: FeeSummary;
  readonly register?: { readonly volume?: string; readonly ordinal?: string };
  readonly receiver: OfficerName;
  /** Whether a place is kept for the seal of the centre, on the filer's copy. */
  readonly isSealed?: boolean;
  /** For following the dossier without an account; printed on the filer's copy only, because the secret opens the status. */
  readonly lookup?: { readonly address: string; readonly secret: string };
  readonly contact: { readonly hotline?: string; readonly complaints?: string };
  /** A later print of the same receipt. */
  readonly reprint?: { readonly count: number; readonly at: InstantText };
  /** Which copies: the one kept, the filer's, or both as two pages. */
  readonly copy: 'kept' | 'filer' | 'both';
}

const RETURN_PLACES: Record<ReturnPlace, string> = {
  counter: 'Trực tiếp tại quầy',
  post: 'Qua dịch vụ bưu chính công ích',
  electronic: 'Bản điện tử qua Cổng Dịch vụ công quốc gia',
};

const METHODS = { cash: 'tiền mặt', transfer: 'chuyển khoản', card: 'thẻ' } as const;

export function renderReceipt(sheet: Sheet, model: ReceiptModel): void {
  if (model.copy !== 'filer') drawCopy(sheet, model, 'kept');
  if (model.copy !== 'kept') drawCopy(sheet, model, 'filer');
}

function drawCopy(sheet: Sheet, model: ReceiptModel, copy: 'kept' | 'filer'): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Giấy tiếp nhận hồ sơ\nvà hẹn trả kết quả', { ...area, before: 12, after: 2 });
  const line = { x: area.x, width: area.width, align: 'center' } as const;
  sheet.paragraph(copy === 'kept' ? '(Liên: Lưu)' : '(Liên: Giao người nộp hồ sơ)', { ...line, style: 'italic' });
  sheet.paragraph([plain('Mã hồ sơ: '), bold(model.dossierCode)], line);
  if (model.reprint) {
    const { count, at } = model.reprint;
    sheet.paragraph([bold('BẢN IN LẠI'), plain(` lần ${count}, lúc ${formatInstantLong(at)}`)], { ...line, size: 12 });
  }
  sheet.y = Math.max(sheet.y, area.bottom) + 8;
  drawParties(sheet, model);
  drawContents(sheet, model);
  drawTimes(sheet, model);
  drawFees(sheet, model.fees);
  drawFieldRow(sheet, [
    { label: 'Vào Sổ theo dõi hồ sơ, quyển số', value: model.register?.volume },
    { label: 'Số thứ tự', value: model.register?.ordinal },
  ], [3, 2]);
  drawSigners(sheet, [
    { lines: ['NGƯỜI NỘP HỒ SƠ'], hint: SIGN_HINT, name: (model.filer ?? model.owner).name },
    {
      lines: ['NGƯỜI TIẾP NHẬN HỒ SƠ'],
      hint: SIGN_HINT,
      name: model.receiver.name,
      ...(model.receiver.phone && { below: `Điện thoại: ${model.receiver.phone}` }),
      ...(model.isSealed && copy === 'filer' && { isSealed: true }),
    },
  ]);
  drawNotes(sheet, model, copy);
  drawReused(sheet, model.reused ?? []);
}

function drawParties(sheet: Sheet, model: ReceiptModel): void {
  drawField(sheet, { label: 'Đơn vị tiếp nhận', value: model.receivingUnit });
  if (model.helpedAt) drawField(sheet, { label: 'Nơi hỗ trợ nộp hồ sơ', value: model.helpedAt });
  drawField(sheet, { label: 'Tiếp nhận hồ sơ của', value: capitals(model.owner.name), strong: true });
  drawPartyDetails(sheet, model.owner);
  if (model.filer) {
    drawField(sheet, { label: 'Người nộp hồ sơ', value: capitals(model.filer.name), strong: true });
    drawPartyDetails(sheet, model.filer);
  }
  drawField(sheet, { label: 'Nội dung yêu cầu giải quyết', value: procedureText(model.procedure) });
  if (model.request) drawField(sheet, { label: 'Chi tiết', value: model.request });
  if (model.decidedBy?.length) drawField(sheet, { label: 'Cơ quan giải quyết', value: model.decidedBy.join('; ') });
}

function drawContents(sheet: Sheet, model: ReceiptModel): void {
  sheet.paragraph('1. Thành phần hồ sơ nộp gồm:', { after: 3, keepWith: 60 });
  drawPapersTable(sheet, model.components, 'Không phải nộp giấy tờ');
}

function drawTimes(sheet: Sheet, model: ReceiptModel): void {
  drawFieldRow(sheet, [
    { label: '2. Số lượng hồ sơ', value: `${two(model.sets)} (bộ)` },
    { label: '3. Thời gian giải quyết theo quy định', value: model.timeLimit },
  ], [2, 4]);
  if (model.limitNote) sheet.paragraph(`(${model.limitNote})`, { style: 'italic', size: 12, after: 3 });
  drawField(sheet, { label: '4. Thời gian nhận hồ sơ', value: formatInstantLong(model.receivedAt) });
  drawPromise(sheet, model.promise);
  if (model.dueNote) sheet.paragraph(`(${model.dueNote})`, { style: 'italic', size: 12, after: 3 });
  const place = [RETURN_PLACES[model.returnPlace], model.returnAddress].filter(Boolean).join(': ');
  drawField(sheet, { label: '6. Đăng ký nhận kết quả', value: place });
}

function drawPromise(sheet: Sheet, promise: ReceiptPromise): void {
  const label = '5. Thời gian trả kết quả giải quyết hồ sơ';
  if ('at' in promise) {
    drawField(sheet, { label, value: formatInstantLong(promise.at), strong: true });
    return;
  }
  sheet.paragraph([
    plain(`${label}: `),
    bold(`thời hạn bắt đầu tính khi ${promise.startsWhen}`),
    plain('; thời gian trả kết quả được thông báo ngay khi đó.'),
  ], { after: 3 });
}

function drawFees(sheet: Sheet, fees: FeeSummary): void {
  const total = fees.lines.reduce((sum, line) => sum + line.amount, 0);
  if (fees.status === 'none' || (fees.lines.length === 0 && total === 0)) {
    const notes = fees.lines.map((line) => line.note).filter(Boolean).join('; ');
    drawField(sheet, { label: '7. Phí, lệ phí', value: notes ? `Không phải nộp (${notes})` : 'Không phải nộp' });
    return;
  }
  const [only] = fees.lines;
  if (fees.lines.length === 1 && only) {
    sheet.paragraph([plain(`7. Phí, lệ phí: ${feeText(only)}. `), ...statusRuns(fees)], { after: 3 });
    return;
  }
  sheet.paragraph('7. Phí, lệ phí:', { after: 2, keepWith: 40 });
  for (const line of fees.lines) sheet.paragraph(`- ${feeText(line)}`, { x: sheet.left + 14, width: sheet.width - 14, after: 2 });
  sheet.paragraph([plain('Tổng cộng: '), bold(formatDong(total)), plain('. '), ...statusRuns(fees)], { x: sheet.left + 14, width: sheet.width - 14, after: 3 });
}

function feeText(line: FeeLine): string {
  return `${line.name}: ${formatDong(line.amount)}${line.note ? ` (${line.note})` : ''}`;
}

function statusRuns(fees: FeeSummary): Run[] {
  switch (fees.status) {
    case 'paid': {
      const how = [fees.method && METHODS[fees.method], fees.moneyReceipt && `biên lai số ${fees.moneyReceipt}`].filter(Boolean).join(', ');
      return [bold('Đã nộp tại quầy'), plain(how ? ` (${how}).` : '.')];
    }
    case 'due':
      return [bold('Chưa nộp.')];
    case 'due-at-return':
      return [bold('Chưa nộp'), plain(' – nộp khi nhận kết quả.')];
    case 'none':
      return [];
  }
}

/** Sizes of the list of what was reused: as the notes above it, or as small as keeps the copy on one page. */
const REUSED_SIZES = [10.5, 9, 8];

/** After the form itself, so that its seven items stay as the circular has them. */
function drawReused(sheet: Sheet, reused: readonly ReusedItem[]): void {
  const [first] = reused;
  if (first === undefined) return;
  const paragraphs = [
    [bold('Thông tin, giấy tờ đã có được sử dụng lại, người nộp không phải cung cấp'), plain(` (đọc ngày ${formatDateShort(first.readOn)}):`)],
    ...reused.map(({ what, source, asOf }) => [plain(`- ${what.join('; ')}: ${source}, dữ liệu ngày ${formatDateShort(asOf)}.`)]),
  ];
  sheet.space(3);
  const heightAt = (size: number): number => paragraphs.reduce((sum, paragraph) => sum + sheet.lines(paragraph, { size }).length, 0) * sheet.lineHeight(size);
  const size = REUSED_SIZES.find((each) => heightAt(each) <= sheet.room) ?? REUSED_SIZES[0]!;
  // On a page of its own rather than in two pieces, where the receipt leaves too little room even for the small list.
  sheet.ensure(heightAt(size));
  for (const paragraph of paragraphs) sheet.paragraph(paragraph, { size });
}

function drawNotes(sheet: Sheet, model: ReceiptModel, copy: 'kept' | 'filer'): void {
  const notes: (string | Run[])[] = [];
  if (copy === 'filer' && model.lookup) {
    notes.push([
      plain(`Theo dõi hồ sơ tại ${model.lookup.address}: nhập mã hồ sơ `),
      bold(model.dossierCode),
      plain(' và mã bí mật '),
      bold(model.lookup.secret),
      plain('. Giữ kín mã bí mật.'),
    ]);
  }
  notes.push('Khi nhận kết quả, mang theo giấy này và giấy tờ tùy thân; người nhận thay có giấy ủy quyền hợp lệ.');
  const { hotline, complaints } = model.contact;
  if (hotline) notes.push(`Đường dây nóng: ${hotline}.`);
  if (complaints) notes.push(`Phản ánh, kiến nghị: ${sentence(complaints)}`);
  const lines = notes.map((note) => (typeof note === 'string' ? [plain(`- ${note}`)] : [plain('- '), ...note]));
  const height = lines.reduce((sum, line) => sum + sheet.lines(line, { size: 10.5 }).length, 1) * sheet.lineHeight(10.5);
  sheet.space(5);
  sheet.ensure(height);
  // Bold, not bold italic: a fourth cut for two words would cost a fifth of the file.
  sheet.paragraph('Lưu ý:', { style: 'bold', size: 10.5 });
  for (const line of lines) sheet.paragraph(line, { size: 10.5 });
}
