import { capitals, formatDateLong, type DateText } from './format.js';
import { mm, type Sheet } from './sheet.js';
import { isEmpty, type Text } from './text.js';

/** The upper part of a paper: who issues it, its number, place and date (Decree 30/2020, Annex I, parts 1–4). */
export interface PaperHead {
  /** The superior agency; printed in regular capitals. Left out where there is none. */
  readonly superior?: string;
  /** The issuing agency; printed in bold capitals. */
  readonly agency: string;
  /** Number and symbol as printed after "Số:", such as `12/TNHS`; a dotted blank without it. */
  readonly number?: string;
  /** The commune's or province's name without its kind ("Trảng Bom"). */
  readonly place: string;
  /** The day of the paper; left blank for a result that is dated when numbered. */
  readonly date?: DateText;
}

const RIGHT_SHARE = 0.585;

/** Draws the head and moves the cursor below it. */
export function drawHead(sheet: Sheet, head: PaperHead, options: { numbered?: boolean; dated?: boolean } = {}): void {
  const rightWidth = sheet.width * RIGHT_SHARE;
  const leftWidth = sheet.width - rightWidth - mm(2);
  const rightX = sheet.left + sheet.width - rightWidth;
  const top = sheet.y;
  let left = top;
  const agency = { x: sheet.left, width: leftWidth, size: 12, align: 'center', balanced: true } as const;
  if (head.superior) left += sheet.block(capitals(head.superior), { ...agency, y: left });
  const agencyLines = sheet.lines(capitals(head.agency), { ...agency, style: 'bold' });
  left += sheet.block(capitals(head.agency), { ...agency, style: 'bold', y: left });
  const longest = Math.max(...agencyLines.map((line) => line.width));
  sheet.rule(sheet.left + (leftWidth - longest * 0.4) / 2, left + 2, longest * 0.4);

  let right = top;
  const nation = { x: rightX, width: rightWidth, align: 'center', style: 'bold' } as const;
  right += sheet.block('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...nation, size: 12.5, y: right });
  const motto = 'Độc lập - Tự do - Hạnh phúc';
  const mottoWidth = sheet.lines(motto, { size: 13.5, style: 'bold' })[0]!.width;
  right += sheet.block(motto, { ...nation, size: 13.5, y: right });
  sheet.rule(rightX + (rightWidth - mottoWidth) / 2, right + 2, mottoWidth);

  sheet.y = Math.max(left, right) + 10;
  const numbered = options.numbered ?? true;
  const dated = options.dated ?? true;
  if (numbered) sheet.block(`Số: ${head.number ?? '…………………'}`, { x: sheet.left, width: leftWidth, align: 'center', size: 13 });
  const date = head.date ? formatDateLong(head.date) : 'ngày …… tháng …… năm ………';
  const placeHeight = dated ? sheet.block(`${head.place}, ${date}`, { x: rightX, width: rightWidth, align: 'center', balanced: true, size: 13, style: 'italic' }) : 0;
  if (numbered || dated) sheet.y += Math.max(placeHeight, sheet.lineHeight(13));
}

/** The type of a paper in bold capitals with its abstract in bold below, and the short rule official papers close it with. */
export function drawTitle(sheet: Sheet, title: string, options: { abstract?: Text; rule?: boolean; size?: number; before?: number; after?: number; x?: number; width?: number } = {}): void {
  const { x, width } = options;
  const area = { x: x ?? sheet.left, width: width ?? sheet.width };
  sheet.space(options.before ?? 16);
  sheet.paragraph(capitals(title), { ...area, style: 'bold', size: options.size ?? 14, align: 'center', balanced: true, role: 'H1' });
  if (!isEmpty(options.abstract)) {
    sheet.space(2);
    sheet.paragraph(options.abstract, { ...area, style: 'bold', align: 'center', balanced: true });
  }
  if (options.rule) sheet.rule(area.x + area.width / 2 - mm(15), sheet.y + 3, mm(30));
  sheet.space(options.after ?? (options.rule ? 14 : 8));
}
