import { drawField } from '../fields.js';
import { two } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawTable } from '../table.js';
import { bold, italic, plain, type Text } from '../text.js';
import type { PaperModel, ProcedureName } from './shared.js';

export interface GuidanceComponent {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** When it is needed, if not always. */
  readonly condition?: string;
  /** Shown at the counter, not handed in. */
  readonly shownOnly?: boolean;
}

/** The guidance slip: what a procedure needs. Printed without a dossier; it holds nothing about a person. */
export interface GuidanceModel extends PaperModel {
  readonly procedure: ProcedureName;
  readonly field?: string;
  readonly components: readonly GuidanceComponent[];
  readonly sets?: number;
  readonly timeLimit?: string;
  readonly fee?: string;
  readonly result?: string;
  /** Who decides. */
  readonly decidedBy?: string;
  /** Where and how to file. */
  readonly where?: string;
  readonly channels?: string;
  readonly legalBases: readonly string[];
  /** The procedure's page on the National Portal. */
  readonly portalAddress?: string;
  /** Another agency takes the dossier in (police, social insurance, court, treasury …). */
  readonly referral?: { readonly agency: string; readonly address?: string; readonly phone?: string };
  readonly contact?: { readonly hotline?: string; readonly hours?: string };
}

const UNKNOWN = 'Chưa có dữ liệu được công bố; đề nghị hỏi tại quầy';

export function renderGuidance(sheet: Sheet, model: GuidanceModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head, { numbered: false });
  drawTitle(sheet, 'Phiếu hướng dẫn\nthực hiện thủ tục hành chính');
  drawField(sheet, { label: 'Tên thủ tục', value: model.procedure.name, strong: true });
  drawField(sheet, { label: 'Mã thủ tục', value: model.procedure.code });
  if (model.field) drawField(sheet, { label: 'Lĩnh vực', value: model.field });
  if (model.referral) drawReferral(sheet, model.referral);
  sheet.paragraph('1. Thành phần hồ sơ', { style: 'bold', after: 3, keepWith: 50 });
  if (model.components.length === 0) sheet.paragraph(`${UNKNOWN}.`, { after: 5 });
  else drawComponents(sheet, model.components);
  const facts: [string, string | undefined][] = [
    ['2. Số lượng hồ sơ', model.sets === undefined ? '01 (bộ)' : `${two(model.sets)} (bộ)`],
    ['3. Thời hạn giải quyết', model.timeLimit],
    ['4. Phí, lệ phí', model.fee],
    ['5. Cơ quan giải quyết', model.decidedBy],
    ['6. Nơi nộp hồ sơ', model.where],
    ['7. Cách thức nộp', model.channels],
    ['8. Kết quả', model.result],
  ];
  for (const [label, value] of facts) sheet.paragraph([bold(`${label}: `), plain(`${value || UNKNOWN}`.replace(/\.?$/, '.'))], { after: 4 });
  sheet.paragraph('9. Căn cứ pháp lý', { style: 'bold', after: 2, keepWith: 16 });
  if (model.legalBases.length === 0) sheet.paragraph(`${UNKNOWN}.`, { after: 4 });
  for (const basis of model.legalBases) sheet.paragraph(`- ${basis.replace(/[;.]\s*$/, '')};`, { size: 12, after: 1 });
  sheet.space(8);
  drawFoot(sheet, model);
}

function drawReferral(sheet: Sheet, referral: NonNullable<GuidanceModel['referral']>): void {
  const place = [referral.address && `Địa chỉ: ${referral.address}`, referral.phone && `Điện thoại: ${referral.phone}`].filter(Boolean).join('. ');
  const text: Text = [
    plain('Thủ tục này do '),
    bold(referral.agency),
    plain(' tiếp nhận và giải quyết. Trung tâm không tiếp nhận hồ sơ; đề nghị ông/bà nộp tại cơ quan nêu trên.'),
    ...(place ? [plain(` ${place}.`)] : []),
  ];
  const padding = 6;
  const area = { x: sheet.left + padding, width: sheet.width - 2 * padding };
  const height = sheet.lines(text, area).length * sheet.lineHeight() + 2 * padding;
  sheet.ensure(height);
  sheet.frame(sheet.left, sheet.y, sheet.width, height);
  sheet.block(text, { ...area, y: sheet.y + padding });
  sheet.y += height + 8;
}

function drawComponents(sheet: Sheet, components: readonly GuidanceComponent[]): void {
  drawTable(
    sheet,
    [
      { title: 'STT', share: 8, align: 'center' },
      { title: 'Tên giấy tờ', share: 66 },
      { title: 'Bản chính', share: 13, align: 'center' },
      { title: 'Bản sao', share: 13, align: 'center' },
    ],
    components.map((component, index) => {
      const note = [component.condition, component.shownOnly && 'Xuất trình để đối chiếu, không phải nộp'].filter(Boolean).join('. ');
      const name: Text = note ? [plain(`${component.name}\n`), italic(note)] : component.name;
      const count = (value: number): string => (value > 0 ? two(value) : '–');
      return [String(index + 1), name, count(component.originals), count(component.copies)];
    }),
    { after: 6 },
  );
}

function drawFoot(sheet: Sheet, model: GuidanceModel): void {
  const lines = [
    model.portalAddress && `Thông tin đầy đủ: ${model.portalAddress}`,
    model.contact?.hotline && `Đường dây nóng: ${model.contact.hotline}`,
    model.contact?.hours && `Giờ làm việc: ${model.contact.hours}`,
    'Phiếu này chỉ để hướng dẫn, không phải giấy tiếp nhận hồ sơ.',
  ];
  for (const line of lines) if (line) sheet.paragraph(line, { size: 11, style: 'italic' });
}
