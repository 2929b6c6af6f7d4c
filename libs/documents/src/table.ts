import type { Role, Sheet } from './sheet.js';
import type { Align, Line, Text } from './text.js';

export interface Column {
  readonly title: Text;
  /** Share of the table's width; the shares are added up. */
  readonly share: number;
  readonly align?: Align;
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

/**
 * A ruled table at the cursor. The header is repeated on each page; a row stays whole unless it takes a good part of a page,
 * then it is broken between lines.
 */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: readonly (readonly Text[])[], options: TableOptions = {}): void {
  const size = options.size ?? sheet.size - 1;
  const lineHeight = sheet.lineHeight(size);
  const boxes = boxesOf(sheet, columns);
  const lay = (texts: readonly Text[], head: boolean): Line[][] =>
    boxes.map((box, index) =>
      sheet.lines(texts[index] ?? '', {
        size,
        width: box.width - 2 * PADDING_X,
        align: head ? 'center' : box.align,
        style: head ? 'bold' : 'regular',
        balanced: head,
      }),
    );
  const heightOf = (cells: readonly Line[][]): number => Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight + 2 * PADDING_Y;
  const head = lay(columns.map((column) => column.title), true);
  const headHeight = heightOf(head);
  const draw = (cells: readonly Line[][], height: number, role: Role): void => {
    sheet.tag('TR', () => {
      boxes.forEach((box, index) => {
        const lines = cells[index] ?? [];
        const y = sheet.y + (role === 'TH' ? (height - lines.length * lineHeight) / 2 : PADDING_Y);
        sheet.tag(role, (cell) => sheet.write(cell, role, () => sheet.drawLines(lines, box.x + PADDING_X, y, size)), role === 'TH' ? { scope: 'Column' } : {});
      });
    });
    for (const box of boxes) sheet.frame(box.x, sheet.y, box.width, height, 0.5);
    sheet.y += height;
  };
  const drawHead = (): void => draw(head, headHeight, 'TH');

  const body = rows.map((row) => lay(row, false));
  const first = body[0] ? Math.min(heightOf(body[0]), sheet.fullRoom * WHOLE) : 0;
  sheet.ensure(headHeight + Math.max(first, options.rowHeight ?? 0));
  sheet.tag('Table', () => {
    drawHead();
    const turn = (): void => {
      sheet.newPage();
      drawHead();
    };
    for (const cells of body) {
      let rest = cells;
      let height = Math.max(heightOf(rest), options.rowHeight ?? 0);
      if (height > sheet.room && height <= sheet.fullRoom * WHOLE) turn();
      while (height > sheet.room) {
        const count = Math.floor((sheet.room - 2 * PADDING_Y) / lineHeight);
        if (count < LEAST_LINES) {
          turn();
          continue;
        }
        draw(rest.map((lines) => lines.slice(0, count)), count * lineHeight + 2 * PADDING_Y, 'TD');
        rest = rest.map((lines) => lines.slice(count));
        height = heightOf(rest);
        turn();
      }
      draw(rest, height, 'TD');
    }
  });
  sheet.space(options.after ?? 0);
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
