import { drawField } from '../fields.js';
import { capitals, formatInstantLong, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawTable, numbered, NUMBERS } from '../table.js';
import { bold, italic, plain, type Text } from '../text.js';
import { drawCornerQr, procedureText, type PaperModel, type Party, type ProcedureName } from './shared.js';

/** Whether the office that held the dossier before this handover kept its time. */
export type HandoverResult = 'early' | 'on-time' | 'late';

/** One handover: who gave, who received, and when. */
export interface ControlRow {
  readonly from: string;
  readonly to: string;
  readonly givenAt: InstantText;
  readonly givenBy: string;
  /** Absent until the addressee has acknowledged. */
  readonly receivedAt?: InstantText;
  readonly receivedBy?: string;
  readonly result?: HandoverResult;
  readonly note?: string;
}

/** What a commune sent up to the province with the dossier. */
export interface SlipPackage {
  /** How many times it went there, from 1. */
  readonly round: number;
  readonly to: string;
  readonly request: string;
  readonly finding: string;
  readonly openQuestions: readonly string[];
  readonly papers: ReadonlyArray<{ readonly name: string; readonly sha256?: string }>;
}

/** Form 06, Circular 03/2025/TT-VPCP: travels with the dossier, one row for each handover. */
export interface ControlSlipModel extends PaperModel {
  readonly dossierCode: string;
  readonly owner: Party;
  readonly procedure: ProcedureName;
  readonly receivedAt: InstantText;
  /** Absent while the competent agency elsewhere has not taken the dossier in: its time has not begun. */
  readonly dueAt?: InstantText;
  readonly handlingAgency: string;
  readonly cooperatingAgencies?: readonly string[];
  readonly handovers: readonly ControlRow[];
  readonly packages?: readonly SlipPackage[];
  /** Empty rows below for offices that still sign by hand. */
  readonly emptyRows?: number;
}

const RESULTS: Record<HandoverResult, string> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' };
const BLANK = '…… giờ …… phút,\nngày …… tháng …… năm ………';

export function renderControlSlip(sheet: Sheet, model: ControlSlipModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Phiếu kiểm soát\nquá trình giải quyết hồ sơ', { ...area, before: 16, after: 2 });
  sheet.paragraph([plain('Mã hồ sơ: '), bold(model.dossierCode)], { x: area.x, width: area.width, align: 'center' });
  sheet.y = Math.max(sheet.y, area.bottom) + 8;
  drawField(sheet, { label: 'Kèm theo hồ sơ của', value: capitals(model.owner.name), strong: true });
  drawField(sheet, { label: 'Địa chỉ', value: model.owner.address });
  drawField(sheet, { label: 'Thủ tục', value: procedureText(model.procedure) });
  drawField(sheet, { label: 'Thời gian nhận hồ sơ', value: formatInstantLong(model.receivedAt) });
  drawField(sheet, { label: 'Thời gian trả kết quả', value: model.dueAt ? formatInstantLong(model.dueAt) : `Tính từ khi ${model.handlingAgency} nhận được hồ sơ` });
  drawField(sheet, { label: 'Cơ quan giải quyết hồ sơ', value: model.handlingAgency });
  drawField(sheet, { label: 'Cơ quan phối hợp giải quyết hồ sơ', value: model.cooperatingAgencies?.join('; ') || 'Không' });
  sheet.space(4);
  const empty: Text[] = ['1. Giao:\n\n2. Nhận:', `1. Giao: ${BLANK}\n\n\n2. Nhận: ${BLANK}\n\n`, '', ''];
  drawTable(
    sheet,
    [
      { title: 'TÊN CƠ QUAN', share: 26 },
      { title: 'THỜI GIAN GIAO, NHẬN HỒ SƠ', share: 40 },
      { title: 'KẾT QUẢ GIẢI QUYẾT\n(trước hạn, đúng hạn, quá hạn)', share: 18, align: 'center' },
      { title: 'GHI CHÚ', share: 16 },
    ],
    [...model.handovers.map(rowOf), ...Array.from({ length: model.emptyRows ?? 0 }, () => empty)],
    { size: 11.5 },
  );
  sheet.space(6);
  sheet.paragraph('Kết quả ghi theo thời hạn của cơ quan giao. Giờ giao, nhận lấy từ nhật ký hồ sơ; người giao, người nhận ký khi giao nhận bản giấy.', {
    size: 11,
    style: 'italic',
  });
  for (const each of model.packages ?? []) drawPackage(sheet, each);
}

/** What is asked, what was found, what is open, and the papers with their digests, so that who receives can compare. */
function drawPackage(sheet: Sheet, { round, to, request, finding, openQuestions, papers }: SlipPackage): void {
  sheet.space(6);
  sheet.paragraph(`Nội dung chuyển ${to} (lần ${round})`, { style: 'bold' });
  drawField(sheet, { label: 'Đề nghị', value: request });
  drawField(sheet, { label: 'Kết quả thẩm tra', value: finding });
  drawField(sheet, { label: 'Nội dung còn vướng', value: openQuestions.join('; ') || 'Không' });
  drawTable(
    sheet,
    [NUMBERS, { title: 'GIẤY TỜ', share: 42 }, { title: 'SHA-256', share: 50 }],
    numbered(papers.map(({ name, sha256 }) => [name, sha256 ?? 'Bản giấy'])),
    { size: 9.5 },
  );
}

function rowOf(row: ControlRow): Text[] {
  return [
    [bold('1. Giao: '), plain(`${row.from}\n`), bold('2. Nhận: '), plain(row.to)],
    [
      bold('1. Giao: '),
      plain(`${formatInstantLong(row.givenAt)}\n`),
      italic('Người giao: '),
      plain(`${row.givenBy}\n`),
      bold('2. Nhận: '),
      plain(`${row.receivedAt ? formatInstantLong(row.receivedAt) : BLANK}\n`),
      italic('Người nhận: '),
      plain(row.receivedBy ?? '………………………'),
    ],
    row.result ? RESULTS[row.result] : '',
    row.note ?? '',
  ];
}
