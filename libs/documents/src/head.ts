import { widthOf } from './fonts.js';
import { capitals, formatDateLong, type DateText } from './format.js';
import { drawReservedLine, reservedDate, reservedNumber, widthOfStretches, type Reserved, type Stretch } from './reserve.js';
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
  /**
   * Number and date are filled in after the signature, wherever the form has them: the symbol behind the number ("QĐ-UBND"), empty
   * where the year stands behind it. It goes before `number` and `date`.
   */
  readonly reserved?: Reserved;
}

const RIGHT_SHARE = 0.585;
/** Size of number, place and date. */
const LINE_SIZE = 13;

export interface HeadOptions {
  readonly numbered?: boolean;
  readonly dated?: boolean;
  /** What an official letter is about; it has no title, so this stands under its number as "V/v …". */
  readonly about?: string;
}

/** Draws the head and moves the cursor below it. */
export function drawHead(sheet: Sheet, head: PaperHead, options: HeadOptions = {}): void {
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

  const right = drawNation(sheet, rightX, rightWidth, top);
  sheet.y = Math.max(left, right) + 10;
  const { numbered = true, dated = true, about } = options;
  const under = { x: sheet.left, width: leftWidth, align: 'center', balanced: true } as const;
  const numberHeight = numbered && head.reserved ? reserveNumber(sheet, head.reserved.symbol, leftWidth) : numbered ? sheet.block(`Số: ${head.number ?? '…………………'}`, { ...under, size: 13 }) : 0;
  const aboutHeight = about ? sheet.block(`V/v ${about}`, { ...under, y: sheet.y + numberHeight, size: 12, role: 'H1' }) : 0;
  const placeHeight = dated ? drawPlace(sheet, head, rightX, rightWidth) : 0;
  if (numbered || dated) sheet.y += Math.max(placeHeight, numberHeight + aboutHeight, sheet.lineHeight(13));
}

/** The head of a letter to an agency: the nation's name over the whole width, place and date at the right below. */
export function drawNationHead(sheet: Sheet, head: Pick<PaperHead, 'place' | 'date'>): void {
  sheet.y = drawNation(sheet, sheet.left, sheet.width, sheet.y) + 14;
  const width = sheet.width * RIGHT_SHARE;
  sheet.y += drawPlace(sheet, head, sheet.left + sheet.width - width, width);
}

/** Name and motto of the nation with the rule below; gives where they end. */
function drawNation(sheet: Sheet, x: number, width: number, top: number): number {
  const nation = { x, width, align: 'center', style: 'bold' } as const;
  const motto = 'Độc lập - Tự do - Hạnh phúc';
  const mottoWidth = sheet.lines(motto, { size: 13.5, style: 'bold' })[0]!.width;
  const middle = top + sheet.block('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...nation, size: 12.5, y: top });
  const bottom = middle + sheet.block(motto, { ...nation, size: 13.5, y: middle });
  sheet.rule(x + (width - mottoWidth) / 2, bottom + 2, mottoWidth);
  return bottom;
}

function drawPlace(sheet: Sheet, head: Pick<PaperHead, 'place' | 'date' | 'reserved'>, x: number, width: number): number {
  if (head.reserved) return reserveDate(sheet, head.place, x, width);
  const date = head.date ? formatDateLong(head.date) : 'ngày …… tháng …… năm ………';
  const whole = `${head.place}, ${date}`;
  // A long name stands on a line of its own, so that the date is never torn apart.
  const text = widthOf(whole, 'italic', LINE_SIZE) <= width ? whole : `${head.place},\n${date}`;
  return sheet.block(text, { x, width, align: 'center', size: LINE_SIZE, style: 'italic' });
}

/** "Số: [ ]/QĐ-UBND" in the middle of the left part. */
function reserveNumber(sheet: Sheet, symbol: string, width: number): number {
  return drawReservedLine(sheet, [{ text: 'Số: ' }, ...reservedNumber(symbol, 'regular', LINE_SIZE)], { x: sheet.left, width, size: LINE_SIZE, style: 'regular', align: 'center' });
}

/** "Trảng Bom, ngày [ ] tháng [ ] năm [ ]"; a long name stands on a line of its own. */
function reserveDate(sheet: Sheet, place: string, x: number, width: number): number {
  const area = { x, width, size: LINE_SIZE, style: 'italic', align: 'center' } as const;
  const date = reservedDate('italic', LINE_SIZE);
  const whole: Stretch[] = [{ text: `${place}, ` }, ...date];
  if (widthOfStretches(whole, 'italic', LINE_SIZE) <= width) return drawReservedLine(sheet, whole, area);
  const height = sheet.block(`${place},`, { ...area, balanced: true });
  return height + drawReservedLine(sheet, date, { ...area, y: sheet.y + height });
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
