import { drawField } from '../fields.js';
import { capitals, formatInstantLong, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSigners, SIGN_HINT } from '../signature.js';
import { drawTable } from '../table.js';
import { italic, plain, type Run, type Text } from '../text.js';
import { drawCornerQr, drawPartyDetails, procedureText, type OfficerName, type PaperModel, type Party, type ProcedureName } from './shared.js';

/** One thing to bring or correct, with what is wrong and the rule that says so. */
export interface SupplementItem {
  /** The paper, or the field of the declaration. */
  readonly name: string;
  /** What to do, in words. */
  readonly instruction?: string;
  readonly reason: string;
  readonly legalBasis?: string;
  /** How many are needed; all absent for a field of the declaration. */
  readonly originals?: number;
  readonly certifiedCopies?: number;
  readonly photocopies?: number;
}

/** Form 02, Circular 03/2025/TT-VPCP: everything that is missing, at once (118/2025 Art. 17). */
export interface SupplementRequestModel extends PaperModel {
  readonly unit: string;
  readonly applicant: Party;
  readonly procedure: ProcedureName;
  /** Absent before receipt: the code is issued at receipt. */
  readonly dossierCode?: string;
  readonly items: readonly SupplementItem[];
  /** Reasons or an explanation that go for the whole dossier. */
  readonly remarks?: string;
  /** Until when; absent where no rule sets a limit. */
  readonly supplyBy?: InstantText;
  /** After receipt the clock stands still until the papers are in. */
  readonly clockPausedAt?: InstantText;
  readonly officer: OfficerName;
  /** Whom to ask and where to supply, where that is not the officer: the centre, when another agency asks. */
  readonly contact?: OfficerName;
}

export function renderSupplementRequest(sheet: Sheet, model: SupplementRequestModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Phiếu yêu cầu bổ sung,\nhoàn thiện hồ sơ', { ...area, before: 24 });
  sheet.y = Math.max(sheet.y, area.bottom) + 8;
  drawField(sheet, { label: 'Đơn vị', value: model.unit });
  drawField(sheet, { label: 'Hồ sơ của', value: capitals(model.applicant.name), strong: true });
  drawPartyDetails(sheet, model.applicant);
  drawField(sheet, { label: 'Nội dung yêu cầu giải quyết', value: procedureText(model.procedure) });
  if (model.dossierCode) drawField(sheet, { label: 'Mã hồ sơ', value: model.dossierCode, strong: true });
  sheet.paragraph('Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', { after: 4, keepWith: 70 });
  drawTable(
    sheet,
    [
      { title: 'TT', share: 7, align: 'center' },
      { title: 'Thành phần hồ sơ, nội dung cần hoàn thiện', share: 36 },
      { title: 'Số lượng', share: 19 },
      { title: 'Lý do và căn cứ', share: 38 },
    ],
    model.items.map((item, index) => [String(index + 1), contentText(item), quantities(item), reasonText(item)]),
    { after: 6 },
  );
  if (model.remarks) drawField(sheet, { label: 'Lý do chung', value: model.remarks });
  if (model.supplyBy) drawField(sheet, { label: 'Thời hạn bổ sung', value: `trước ${formatInstantLong(model.supplyBy)}`, strong: true });
  if (model.clockPausedAt) {
    sheet.paragraph(`Thời hạn giải quyết hồ sơ tạm dừng từ ${formatInstantLong(model.clockPausedAt)} cho đến khi nhận đủ nội dung bổ sung nêu trên.`, { after: 4 });
  }
  const ask = model.contact ?? model.officer;
  const contact = [ask.name, ask.position].filter(Boolean).join(', ');
  const phone = ask.phone ? `, số điện thoại ${ask.phone}` : '';
  sheet.paragraph(`Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, đề nghị liên hệ ${contact}${phone} để được hướng dẫn.`, { align: 'justify', after: 4 });
  drawSigners(sheet, [
    { lines: ['NGƯỜI NỘP HỒ SƠ'], hint: SIGN_HINT },
    { lines: ['NGƯỜI HƯỚNG DẪN'], hint: SIGN_HINT, name: model.officer.name },
  ]);
}

function contentText(item: SupplementItem): Text {
  return item.instruction ? [plain(`${item.name}\n`), italic(item.instruction)] : item.name;
}

function quantities(item: SupplementItem): string {
  const parts = [
    ['Bản chính', item.originals],
    ['Chứng thực', item.certifiedCopies],
    ['Bản chụp', item.photocopies],
  ] as const;
  return parts.flatMap(([label, count]) => (count ? [`${label}: ${String(count).padStart(2, '0')}`] : [])).join('\n');
}

function reasonText(item: SupplementItem): Text {
  const runs: Run[] = [plain(item.reason)];
  if (item.legalBasis) runs.push(italic(`\nCăn cứ: ${item.legalBasis}`));
  return runs;
}
