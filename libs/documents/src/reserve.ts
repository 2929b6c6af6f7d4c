import { drawField } from './fields.js';
import { widthOf, type Style } from './fonts.js';
import { formatDateLong, type DateText } from './format.js';
import type { Sheet } from './sheet.js';
import type { ReservedField } from './signing/reserved.js';
import { layOut, type Align } from './text.js';

/** A stretch of a line: words, or a place that is filled after the paper was rendered. */
export type Stretch = { readonly text: string; readonly style?: Style } | { readonly field: ReservedField; readonly width: number; readonly align: Align; readonly style?: Style };

interface LineArea {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly style: Style;
  readonly align: 'left' | 'center';
  readonly y?: number;
}

/** What keeps a paper's places: the symbol behind its number. */
export interface Reserved {
  readonly symbol: string;
}

/** Widths are in sizes: five digits of a number, a stroke and the year behind it, two of a day or month, four of a year. */
const NUMBER_WIDTH = 2.6;
const WITH_YEAR_WIDTH = 5;
const DAY_WIDTH = 1.1;
const YEAR_WIDTH = 2.1;

/** "[number]/QĐ-UBND"; without a symbol the year stands behind the number, and is filled in with it. The number ends at its stroke, however long it is. */
export function reservedNumber(symbol: string, style: Style, size: number): Stretch[] {
  const number = { field: 'number', width: (symbol === '' ? WITH_YEAR_WIDTH : NUMBER_WIDTH) * size, align: symbol === '' ? 'left' : 'right', style } as const;
  return symbol === '' ? [number] : [number, { text: `/${symbol}`, style }];
}

/** "ngày [day] tháng [month] năm [year]". */
export function reservedDate(style: Style, size: number): Stretch[] {
  const place = (field: ReservedField, width: number): Stretch => ({ field, width: width * size, align: 'center', style });
  return [{ text: 'ngày ', style }, place('day', DAY_WIDTH), { text: ' tháng ', style }, place('month', DAY_WIDTH), { text: ' năm ', style }, place('year', YEAR_WIDTH)];
}

export function widthOfStretches(stretches: readonly Stretch[], style: Style, size: number): number {
  return stretches.reduce((sum, each) => sum + ('text' in each ? widthOf(each.text, each.style ?? style, size) : each.width), 0);
}

/** One line of words and places, one paragraph to a screen reader; gives its height. A place kept already is a dotted blank in a further copy. */
export function drawReservedLine(sheet: Sheet, stretches: readonly Stretch[], { x, width, size, style, align, y = sheet.y }: LineArea): number {
  const height = sheet.lineHeight(size);
  let at = align === 'center' ? x + (width - widthOfStretches(stretches, style, size)) / 2 : x;
  sheet.tag('P', (paragraph) => {
    for (const stretch of stretches) {
      if ('text' in stretch) {
        const [line] = layOut(stretch.text, { size, width: Infinity, style: stretch.style ?? style });
        // The blank before a word belongs to its place, not to its letters.
        const indent = widthOf(/^ */.exec(stretch.text)![0], stretch.style ?? style, size);
        sheet.write(paragraph, 'P', () => sheet.drawLines([line!], at + indent, y, size));
        at += widthOf(stretch.text, stretch.style ?? style, size);
      } else {
        if (sheet.keeps(stretch.field)) sheet.dots(at, y + size * 0.91, stretch.width);
        else sheet.reserve(stretch.field, { x: at, y, width: stretch.width, height }, { size, style: stretch.style ?? style, align: stretch.align });
        at += stretch.width;
      }
    }
  });
  return height;
}

/** The number of a paper where its form has it as a value of its own: given, to be filled, or a blank. */
export function drawNumberField(sheet: Sheet, label: string, reserved: Reserved | undefined, number: string | undefined): void {
  if (reserved === undefined) drawField(sheet, { label, value: number, strong: true });
  else drawReservedField(sheet, label, reservedNumber(reserved.symbol, 'bold', sheet.size));
}

/** The day of a paper where its form has it as a value of its own. */
export function drawDateField(sheet: Sheet, label: string, reserved: Reserved | undefined, date: DateText | undefined): void {
  if (reserved === undefined) drawField(sheet, { label, value: date && formatDateLong(date) });
  else drawReservedField(sheet, label, reservedDate('regular', sheet.size));
}

const AFTER_FIELD = 3;

function drawReservedField(sheet: Sheet, label: string, stretches: readonly Stretch[]): void {
  sheet.ensure(sheet.lineHeight());
  sheet.y += drawReservedLine(sheet, [{ text: `${label}: ` }, ...stretches], { x: sheet.left, width: sheet.width, size: sheet.size, style: 'regular', align: 'left' }) + AFTER_FIELD;
}
