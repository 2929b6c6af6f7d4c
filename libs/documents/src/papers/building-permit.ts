import { drawField } from '../fields.js';
import { capitals, formatDateLong, formatNumber, two, uncapitalised, type DateText } from '../format.js';
import { drawHead, drawTitle, type PaperHead } from '../head.js';
import { mm, type Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, signatureHeight, type Signature } from '../signature.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** Measures in metres and square metres. */
export interface BuildingMeasures {
  /** Of the ground floor. */
  readonly footprint?: number;
  readonly totalFloorArea?: number;
  /** Storeys above ground. */
  readonly floors?: number;
  readonly basements?: number;
  /** Which of the mezzanine, attic, stair head stand on top of the storeys. */
  readonly additions?: string;
  readonly height?: number;
  /** Level of the ground floor above the pavement. */
  readonly groundLevel?: number;
  /** Distance of the red line from the centre of the road. */
  readonly redLine?: number;
  /** Distances of the building line from the borders of the lot. */
  readonly setbackFront?: number;
  readonly setbackBack?: number;
  readonly setbackLeft?: number;
  readonly setbackRight?: number;
  /** How deep the building reaches below the ground floor. */
  readonly depth?: number;
  /** Of a linear work. */
  readonly length?: number;
  readonly clearance?: number;
}

/** What a body that was asked has said; silence is told as such, with the article that counts it as consent. */
export interface Opinion {
  readonly agency: string;
  readonly question?: string;
  readonly answer: string;
}

/** Giấy phép xây dựng with its annex (Construction Law 50/2014, 62/2020; Decree 175/2024; result of 1.013225). */
export interface BuildingPermitModel extends ResultModel {
  /** Who may build. */
  readonly holder: { readonly name: string; readonly identity?: string; readonly address?: string; readonly representative?: string };
  readonly work: { readonly name: string; readonly kind: string; readonly grade?: string; readonly designer?: string; readonly designerLicence?: string; readonly design?: string };
  readonly lot: { readonly number: string; readonly mapSheet: string; readonly area: number; readonly landUse?: string; readonly address: string; readonly certificate?: string };
  readonly measures: BuildingMeasures;
  readonly opinions?: readonly Opinion[];
  /** Months in which building must begin. */
  readonly startWithin: number;
  readonly received?: { readonly code?: string; readonly on?: DateText };
  readonly signature: Signature;
}

export const BUILDING_PERMIT_REQUIRED = ['holder.name', 'work.name', 'work.kind', 'lot.number', 'lot.mapSheet', 'lot.area', 'lot.address', 'measures', 'startWithin', 'signature.position'];

/** What the permit binds its holder to, by the printed form. */
const DUTIES = [
  'Chịu trách nhiệm trước pháp luật nếu xâm phạm quyền, lợi ích hợp pháp của chủ sở hữu công trình, nhà ở liền kề.',
  'Thực hiện đúng quy định của pháp luật về đất đai, về đầu tư xây dựng và nội dung Giấy phép này.',
  'Thông báo ngày khởi công bằng văn bản cho Ủy ban nhân dân cấp xã nơi xây dựng trước khi khởi công 03 ngày làm việc.',
  'Báo cơ quan cấp phép đến kiểm tra khi định vị công trình, xây móng và công trình ngầm.',
  'Xuất trình Giấy phép cho người có thẩm quyền khi được yêu cầu và treo biển báo tại nơi xây dựng theo quy định.',
  'Khi điều chỉnh thiết kế làm thay đổi nội dung Giấy phép phải đề nghị điều chỉnh Giấy phép và chỉ thi công phần điều chỉnh khi đã được chấp thuận.',
];

export function renderBuildingPermit(sheet: Sheet, model: BuildingPermitModel): void {
  const { holder, work, lot, measures } = model;
  sheet.beginPart();
  drawHead(sheet, model.head);
  drawTitle(sheet, 'Giấy phép xây dựng', { size: 16, before: 18, after: 1 });
  sheet.paragraph(`(Sử dụng cho ${uncapitalised(work.kind)})`, { style: 'italic', align: 'center', balanced: true, after: 10 });
  heading(sheet, '1. Cấp cho');
  drawField(sheet, { label: 'Ông/bà (tổ chức)', value: capitals(holder.name), strong: true });
  drawField(sheet, { label: 'Giấy tờ nhân thân, mã số', value: holder.identity });
  drawField(sheet, { label: 'Địa chỉ', value: holder.address });
  if (holder.representative) drawField(sheet, { label: 'Người đại diện', value: holder.representative });
  heading(sheet, '2. Được phép xây dựng');
  drawField(sheet, { label: 'Công trình', value: [work.name, work.grade].filter(Boolean).join(', '), strong: true });
  drawField(sheet, { label: 'Vị trí', value: `thửa đất số ${lot.number}, tờ bản đồ số ${lot.mapSheet}, diện tích ${formatNumber(lot.area)} m², ${lot.address}` });
  drawField(sheet, { label: 'Theo thiết kế', value: work.design });
  drawField(sheet, { label: 'Đơn vị lập thiết kế', value: [work.designer, work.designerLicence && `chứng chỉ số ${work.designerLicence}`].filter(Boolean).join(', ') });
  if (measures.length === undefined) {
    drawField(sheet, { label: 'Diện tích xây dựng tầng một', value: metres(measures.footprint, 'm²') });
    drawField(sheet, { label: 'Tổng diện tích sàn', value: metres(measures.totalFloorArea, 'm²') });
    drawField(sheet, { label: 'Số tầng', value: floorsText(measures) });
    drawField(sheet, { label: 'Chiều cao công trình', value: metres(measures.height, 'm') });
  } else drawField(sheet, { label: 'Tổng chiều dài tuyến', value: metres(measures.length, 'm') });
  drawField(sheet, { label: 'Các chỉ tiêu khác', value: 'theo Phụ lục kèm theo Giấy phép này' });
  heading(sheet, '3. Giấy tờ về quyền sử dụng đất');
  drawField(sheet, { label: 'Giấy chứng nhận', value: lot.certificate });
  const beside = { hint: SEAL_HINT, verification: model.verification, recipients: ['Chủ đầu tư', 'Trung tâm Phục vụ hành chính công', 'Lưu: VT, hồ sơ'] };
  // Validity and signature stay together: a page with nothing but a signature could be put under another permit.
  const signing = signatureHeight(sheet, model.signature, beside);
  heading(sheet, '4. Hiệu lực', signing + 60);
  sheet.paragraph(`Giấy phép này có hiệu lực khởi công xây dựng trong thời hạn ${two(model.startWithin)} tháng kể từ ngày cấp; quá thời hạn trên phải đề nghị gia hạn.`, { align: 'justify', after: 4, keepWith: signing });
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, beside);
  drawAnnex(sheet, model);
}

function drawAnnex(sheet: Sheet, model: BuildingPermitModel): void {
  const { head, measures, lot } = model;
  sheet.beginPart();
  drawTitle(sheet, 'Phụ lục', { before: 0, after: 1 });
  sheet.paragraph(`(Kèm theo Giấy phép xây dựng ${permitText(head)} của ${head.agency})`, { style: 'italic', align: 'center', balanced: true, after: 8 });
  heading(sheet, 'I. Chỉ tiêu xây dựng được cấp phép');
  const rows: ReadonlyArray<readonly [string, string | undefined]> = [
    ['Diện tích lô đất', metres(lot.area, 'm²')],
    ['Mục đích sử dụng đất', lot.landUse],
    ['Diện tích xây dựng tầng một', metres(measures.footprint, 'm²')],
    ['Mật độ xây dựng', shareText(measures.footprint, lot.area, 100, '%')],
    ['Tổng diện tích sàn', metres(measures.totalFloorArea, 'm²')],
    ['Hệ số sử dụng đất', shareText(measures.totalFloorArea, lot.area, 1, 'lần')],
    ['Số tầng', floorsText(measures)],
    ['Chiều cao công trình', metres(measures.height, 'm')],
    ['Cốt nền xây dựng so với vỉa hè', metres(measures.groundLevel, 'm')],
    ['Chiều sâu công trình (tính từ cốt nền)', metres(measures.depth, 'm')],
    ['Tổng chiều dài tuyến', metres(measures.length, 'm')],
    ['Tĩnh không tối thiểu', metres(measures.clearance, 'm')],
    ['Chỉ giới đường đỏ (cách tim đường)', metres(measures.redLine, 'm')],
    ['Chỉ giới xây dựng: khoảng lùi phía trước', metres(measures.setbackFront, 'm')],
    ['Khoảng lùi phía sau', metres(measures.setbackBack, 'm')],
    ['Khoảng lùi bên trái', metres(measures.setbackLeft, 'm')],
    ['Khoảng lùi bên phải', metres(measures.setbackRight, 'm')],
  ];
  drawTable(
    sheet,
    [NUMBERS, { title: 'Chỉ tiêu', share: 56 }, { title: 'Được cấp phép', share: 36, align: 'center' }],
    numbered(rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]))),
    { after: 8 },
  );
  const { opinions = [] } = model;
  if (opinions.length > 0) {
    heading(sheet, 'II. Ý kiến của cơ quan được lấy ý kiến');
    drawTable(
      sheet,
      [NUMBERS, { title: 'Cơ quan', share: 30 }, { title: 'Ý kiến', share: 62 }],
      numbered(opinions.map(({ agency, question, answer }) => [agency, question ? `${question}\n${answer}` : answer])),
      { after: 8 },
    );
  }
  heading(sheet, `${opinions.length > 0 ? 'III' : 'II'}. Chủ đầu tư phải thực hiện`);
  DUTIES.forEach((duty, index) => sheet.paragraph(`${index + 1}. ${duty}`, { align: 'justify', firstLine: mm(8), after: 3 }));
}

/** Which permit an annex belongs to. Number and date that are filled later stand on the first page alone, and both are one signed file. */
function permitText({ number, date, reserved }: PaperHead): string {
  return reserved ? 'có số, ngày ghi tại trang đầu' : `số ${number ?? '…………'} ${date ? formatDateLong(date) : 'ngày …… tháng …… năm ………'}`;
}

function heading(sheet: Sheet, text: string, keepWith = 36): void {
  sheet.space(4);
  sheet.paragraph(text, { style: 'bold', after: 4, keepWith });
}

function metres(value: number | undefined, unit: string): string | undefined {
  return value === undefined ? undefined : `${formatNumber(value)} ${unit}`;
}

/** A share of the lot to one decimal, worked out so that nobody has to state it. */
function shareText(part: number | undefined, area: number, scale: number, unit: string): string | undefined {
  return part === undefined ? undefined : `${formatNumber(Math.round((part / area) * scale * 10) / 10)} ${unit}`;
}

function floorsText({ floors, basements, additions }: BuildingMeasures): string | undefined {
  if (floors === undefined) return undefined;
  const parts = [`${two(floors)} tầng`, basements ? `${two(basements)} tầng hầm` : '', additions ? uncapitalised(additions) : ''];
  return parts.filter(Boolean).join(' + ');
}
