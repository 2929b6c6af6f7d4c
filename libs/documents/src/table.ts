import type { Sheet } from './sheet.js';
import type { Align, Line, Text } from './text.js';

export interface Column {
  readonly title: Text;
  /** Share of the table's width; the shares are added up. */
  readonly share: number;
  readonly align?: Align;
  /** A title it has in common with the columns beside it. */
  readonly under?: string;
}

/** The first column of a table whose rows are counted. */
export const NUMBERS: Column = { title: 'STT', share: 8, align: 'center' };

/** Rows with their number before them, for a table that begins with {@link NUMBERS}. */
export function numbered(rows: readonly (readonly Text[])[]): Text[][] {
  return rows.map((row, index) => [String(index + 1), ...row]);
}

export interface TableOptions {
  readonly size?: number;
  readonly after?: number;
  /** The least height of a body row, for rows that are signed by hand. */
  readonly rowHeight?: number;
}

const PADDING_X = 3.5;
const PADDING_Y = 2;
/** A row up to this share of a page is never broken; a taller one is, with at least so many lines on each page. */
const WHOLE = 0.3;
const LEAST_LINES = 4;

interface Box {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
}

/** A table that is being written, row by row. */
export interface OpenTable {
  readonly add: (row: readonly Text[]) => void;
  readonly end: () => void;
}

/**
 * A ruled table at the cursor. The header is repeated on each page; a row stays whole unless it takes a good part of a page,
 * then it is broken between lines.
 */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: Iterable<readonly Text[]>, options: TableOptions = {}): void {
  const table = beginTable(sheet, columns, options);
  for (const row of rows) table.add(row);
  table.end();
}

/** Begins a table whose rows are not known yet; its head is drawn with the first of them. */
export function beginTable(sheet: Sheet, columns: readonly Column[], options: TableOptions = {}): OpenTable {
  const size = options.size ?? sheet.size - 1;
  const lineHeight = sheet.lineHeight(size);
  const boxes = boxesOf(sheet, columns);
  const heightOf = (cells: readonly Line[][]): number => Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight + 2 * PADDING_Y;
  const draw = (cells: readonly Line[][], height: number): void => {
    sheet.tag('TR', () => boxes.forEach((box, index) => {
      sheet.tag('TD', (cell) => sheet.write(cell, 'TD', () => sheet.drawLines(cells[index] ?? [], box.x + PADDING_X, sheet.y + PADDING_Y, size)));
    }));
    sheet.grid(boxes.map(({ x, width }) => ({ x, y: sheet.y, width, height })), 0.5);
    sheet.y += height;
  };
  const lay = (row: readonly Text[]): Line[][] => boxes.map((box, index) => sheet.lines(row[index] ?? '', { size, width: box.width - 2 * PADDING_X, align: box.align }));
  const head = headOf(sheet, columns, boxes, size);
  const turn = (): void => {
    sheet.newPage();
    head.draw();
  };
  let end: (() => void) | undefined;
  const begin = (first: number): void => {
    sheet.ensure(head.height + Math.max(Math.min(first, sheet.fullRoom * WHOLE), options.rowHeight ?? 0));
    end = sheet.begin('Table');
    head.draw();
  };
  return {
    add(row) {
      let rest = lay(row);
      let height = Math.max(heightOf(rest), options.rowHeight ?? 0);
      if (end === undefined) begin(height);
      if (height > sheet.room && height <= sheet.fullRoom * WHOLE) turn();
      while (height > sheet.room) {
        const count = Math.floor((sheet.room - 2 * PADDING_Y) / lineHeight);
        if (count < LEAST_LINES) {
          turn();
          continue;
        }
        draw(rest.map((lines) => lines.slice(0, count)), count * lineHeight + 2 * PADDING_Y);
        rest = rest.map((lines) => lines.slice(count));
        height = heightOf(rest);
        turn();
      }
      draw(rest, height);
    },
    end() {
      if (end === undefined) begin(0);
      end?.();
      sheet.space(options.after ?? 0);
    },
  };
}

interface Head {
  readonly height: number;
  readonly draw: () => void;
}

/** One title of a head, over one column or several beside each other. */
interface Title {
  readonly text: Text;
  readonly x: number;
  width: number;
  columns: number;
  readonly isCommon: boolean;
}

/** Columns beside each other that stand under the same title, as one. */
function titlesOf(columns: readonly Column[], boxes: readonly Box[]): Title[] {
  const titles: Title[] = [];
  columns.forEach(({ title, under }, index) => {
    const { x, width } = boxes[index]!;
    const open = titles.at(-1);
    if (under !== undefined && open?.text === under) {
      open.width += width;
      open.columns += 1;
    } else titles.push({ text: under ?? title, x, width, columns: 1, isCommon: under !== undefined });
  });
  return titles;
}

interface Head {
  readonly height: number;
  readonly draw: () => void;
}

/** The head of a table: one row, or two where columns stand under a common title. */
function headOf(sheet: Sheet, columns: readonly Column[], boxes: readonly Box[], size: number): Head {
  const lineHeight = sheet.lineHeight(size);
  const lay = (text: Text, width: number): Line[] => sheet.lines(text, { size, width: width - 2 * PADDING_X, align: 'center', style: 'bold', balanced: true });
  const heightOf = (lines: readonly Line[][]): number => Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + 2 * PADDING_Y;
  const titles = titlesOf(columns, boxes);
  const laid = titles.map(({ text, width }) => lay(text, width));
  const below = columns.map(({ title, under }, index) => (under === undefined ? undefined : lay(title, boxes[index]!.width)));
  const upper = heightOf(laid.filter((_, index) => titles[index]!.isCommon));
  const lower = heightOf(below.filter((lines) => lines !== undefined));
  const isDouble = titles.some(({ isCommon }) => isCommon);
  const alone = heightOf(laid.filter((_, index) => !titles[index]!.isCommon));
  // Titles that stand alone reach over both rows.
  const height = isDouble ? Math.max(alone, upper + lower) : alone;
  const cell = (lines: readonly Line[], area: { x: number; y: number; width: number; height: number }, columnsWide: number, rows: number): void => {
    sheet.tag('TH', (element) => sheet.write(element, 'TH', () => sheet.drawLines(lines, area.x + PADDING_X, area.y + (area.height - lines.length * lineHeight) / 2, size)), { scope: 'Column', columns: columnsWide, rows });
    sheet.grid([area], 0.5);
  };
  return {
    height,
    draw: () => {
      sheet.tag('TR', () => titles.forEach(({ x, width, isCommon, columns: wide }, index) =>
        cell(laid[index]!, { x, y: sheet.y, width, height: isCommon ? upper : height }, wide, isDouble && !isCommon ? 2 : 1)));
      if (isDouble) sheet.tag('TR', () => boxes.forEach(({ x, width }, index) => {
        const lines = below[index];
        if (lines) cell(lines, { x, y: sheet.y + upper, width, height: height - upper }, 1, 1);
      }));
      sheet.y += height;
    },
  };
}

function boxesOf(sheet: Sheet, columns: readonly Column[]): Box[] {
  const shares = columns.reduce((total, column) => total + column.share, 0);
  let x = sheet.left;
  return columns.map((column) => {
    const width = (sheet.width * column.share) / shares;
    const box = { x, width, align: column.align ?? 'left' };
    x += width;
    return box;
  });
}
