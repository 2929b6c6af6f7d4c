import { drawField } from '../fields.js';
import { capitals, formatInstantLong, formatInstantShort, two, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSigners, SIGN_HINT, type Signer } from '../signature.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import { bold, italic, plain } from '../text.js';
import { drawPapersTable, type ReceivedComponent } from './papers-table.js';
import { drawCornerQr, procedureText, type OfficerName, type PaperModel, type ProcedureName } from './shared.js';

/** One dossier that changes hands. */
export interface HandedOverDossier {
  readonly code: string;
  readonly owner: string;
  readonly procedure: ProcedureName;
  readonly dueAt?: InstantText;
  /** What goes along on paper; nothing where all of it is electronic. */
  readonly papers: readonly ReceivedComponent[];
  readonly note?: string;
}

/** One side of a handover. */
export interface HandoverSide {
  readonly unit: string;
  readonly officer?: OfficerName;
}

/** Phiếu bàn giao hồ sơ: from one office to another, one dossier with its list of papers or several at once (118/2025 Art. 18). */
export interface HandoverSlipModel extends PaperModel {
  readonly from: HandoverSide;
  readonly to: HandoverSide;
  readonly handedAt: InstantText;
  /** When the addressee has acknowledged; a blank until then. */
  readonly acknowledgedAt?: InstantText;
  readonly dossiers: readonly HandedOverDossier[];
  readonly reason?: string;
}

export function renderHandoverSlip(sheet: Sheet, model: HandoverSlipModel): void {
  const { dossiers } = model;
  sheet.beginPart();
  drawHead(sheet, model.head);
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Phiếu bàn giao hồ sơ', { ...area, before: 24 });
  sheet.y = Math.max(sheet.y, area.bottom) + 8;
  drawField(sheet, { label: 'Bên giao', value: sideText(model.from) });
  drawField(sheet, { label: 'Bên nhận', value: sideText(model.to) });
  drawField(sheet, { label: 'Thời điểm giao', value: formatInstantLong(model.handedAt), strong: true });
  drawField(sheet, { label: 'Thời điểm nhận', value: model.acknowledgedAt && formatInstantLong(model.acknowledgedAt), strong: true });
  if (model.reason) drawField(sheet, { label: 'Nội dung bàn giao', value: model.reason });
  sheet.paragraph([plain('Số hồ sơ bàn giao: '), bold(two(dossiers.length))], { after: 5, keepWith: 70 });
  if (dossiers.length === 1) drawOne(sheet, dossiers[0]!);
  else drawMany(sheet, dossiers);
  drawSigners(sheet, [signerOf('BÊN GIAO', model.from), signerOf('BÊN NHẬN', model.to)]);
}

function drawOne(sheet: Sheet, { code, owner, procedure, dueAt, papers, note }: HandedOverDossier): void {
  drawField(sheet, { label: 'Mã hồ sơ', value: code, strong: true });
  drawField(sheet, { label: 'Chủ hồ sơ', value: capitals(owner), strong: true });
  drawField(sheet, { label: 'Thủ tục', value: procedureText(procedure) });
  drawField(sheet, { label: 'Thời gian hẹn trả kết quả', value: dueAt && formatInstantLong(dueAt) });
  if (note) drawField(sheet, { label: 'Ghi chú', value: note });
  sheet.paragraph('Giấy tờ bàn giao:', { after: 4, keepWith: 60 });
  drawPapersTable(sheet, papers, 'Không có giấy tờ; hồ sơ điện tử toàn bộ');
}

function drawMany(sheet: Sheet, dossiers: readonly HandedOverDossier[]): void {
  drawTable(
    sheet,
    [NUMBERS, { title: 'Mã hồ sơ, chủ hồ sơ', share: 32 }, { title: 'Thủ tục', share: 32 }, { title: 'Hẹn trả', share: 15, align: 'center' }, { title: 'Số giấy tờ', share: 13, align: 'center' }],
    numbered(dossiers.map(({ code, owner, procedure, dueAt, papers, note }) => [
      [bold(code), plain(`\n${owner}`)],
      [plain(procedureText(procedure)), ...(note ? [italic(`\n${note}`)] : [])],
      dueAt ? formatInstantShort(dueAt) : '',
      two(papers.reduce((sum, { quantity }) => sum + quantity, 0)),
    ])),
    { after: 6, size: Math.min(sheet.size - 1, 12) },
  );
}

function sideText({ unit, officer }: HandoverSide): string {
  return [unit, officer?.name, officer?.position].filter(Boolean).join(', ');
}

function signerOf(heading: string, { officer }: HandoverSide): Signer {
  return { lines: [heading], hint: SIGN_HINT, ...(officer && { name: officer.name, ...(officer.phone && { below: `Điện thoại: ${officer.phone}` }) }) };
}
