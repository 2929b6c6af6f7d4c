import { drawField } from '../fields.js';
import { sentence, two, uncapitalised } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import { bold, plain, type Text } from '../text.js';
import { nameWithNote } from './papers-table.js';
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
  /** Instructions of the province or commune, each with its decision. */
  readonly localNotes?: readonly string[];
  readonly legalBases: readonly string[];
  /** The procedure's page on the National Portal. */
  readonly portalAddress?: string;
  /** Another agency takes the dossier in (police, social insurance, court, treasury …). */
  readonly referral?: { readonly agency: string; readonly address?: string; readonly phone?: string };
  readonly contact?: { readonly hotline?: string; readonly hours?: string };
}

export function renderGuidance(sheet: Sheet, model: GuidanceModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head, { numbered: false });
  drawTitle(sheet, 'Phiếu hướng dẫn\nthực hiện thủ tục hành chính');
  drawField(sheet, { label: 'Tên thủ tục', value: model.procedure.name, strong: true });
  drawField(sheet, { label: 'Mã thủ tục', value: model.procedure.code });
  if (model.field) drawField(sheet, { label: 'Lĩnh vực', value: model.field });
  if (model.referral) drawReferral(sheet, model.referral);
  drawKnown(sheet, model);
  sheet.space(8);
  drawFoot(sheet, model);
}

/** What is published, numbered; what is not, in one sentence. */
function drawKnown(sheet: Sheet, model: GuidanceModel): void {
  let number = 0;
  const missing: string[] = [];
  const heading = (label: string): void => {
    number += 1;
    sheet.paragraph(`${number}. ${label}`, { style: 'bold', after: 3, keepWith: 50 });
  };
  if (model.components.length === 0) missing.push('thành phần hồ sơ');
  else {
    heading('Thành phần hồ sơ');
    drawComponents(sheet, model.components);
  }
  const facts: [string, string | undefined][] = [
    ['Số lượng hồ sơ', model.sets === undefined ? undefined : `${two(model.sets)} (bộ)`],
    ['Thời hạn giải quyết', model.timeLimit],
    ['Phí, lệ phí', model.fee],
    ['Cơ quan giải quyết', model.decidedBy],
    ['Nơi nộp hồ sơ', model.where],
    ['Cách thức nộp', model.channels],
    ['Kết quả', model.result],
  ];
  for (const [label, value] of facts) {
    if (!value) {
      missing.push(uncapitalised(label));
      continue;
    }
    number += 1;
    sheet.paragraph([bold(`${number}. ${label}: `), plain(sentence(value))], { after: 4 });
  }
  if (model.localNotes?.length) {
    heading('Hướng dẫn của địa phương');
    for (const note of model.localNotes) sheet.paragraph(`- ${sentence(note)}`, { after: 3 });
  }
  if (model.legalBases.length === 0) missing.push('căn cứ pháp lý');
  else {
    heading('Căn cứ pháp lý');
    model.legalBases.forEach((basis, index) => {
      const line = sentence(basis);
      sheet.paragraph(`- ${index === model.legalBases.length - 1 ? line : line.replace(/\.$/, ';')}`, { size: 12, after: 1 });
    });
  }
  if (missing.length === 0 || model.referral) return;
  sheet.space(4);
  sheet.paragraph(`Chưa có dữ liệu được công bố về: ${missing.join(', ')}. Đề nghị hỏi tại quầy trước khi chuẩn bị hồ sơ.`, { style: 'italic', align: 'justify' });
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
  sheet.space(3);
  sheet.ensure(height);
  sheet.frame(sheet.left, sheet.y, sheet.width, height);
  sheet.block(text, { ...area, y: sheet.y + padding });
  sheet.y += height + 8;
}

function drawComponents(sheet: Sheet, components: readonly GuidanceComponent[]): void {
  drawTable(
    sheet,
    [
      NUMBERS,
      { title: 'Tên giấy tờ', share: 66 },
      { title: 'Bản chính', share: 13, align: 'center' },
      { title: 'Bản sao', share: 13, align: 'center' },
    ],
    numbered(components.map(({ name, condition, shownOnly, originals, copies }) => {
      const note = [condition, shownOnly && 'Xuất trình để đối chiếu, không phải nộp'].filter(Boolean).join('. ');
      const count = (value: number): string => (value > 0 ? two(value) : '–');
      return [nameWithNote(name, note), count(originals), count(copies)];
    })),
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
