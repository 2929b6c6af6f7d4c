import type { Readable } from 'node:stream';
import writeXlsxFile, { type Cell, type CellObject } from 'write-excel-file/node';
import { COLUMNS, REGISTER_TITLES, type CellKind, type RegisterCell, type RegisterName, type RegisterRow } from './register.js';

/** Excel counts days without a zone: the local time of a moment is written as if it were that of Greenwich. */
function dateOf(cell: string, kind: CellKind): Date {
  if (kind === 'day') return new Date(`${cell}T00:00:00Z`);
  const local = Temporal.Instant.from(cell).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().round('minute');
  return new Date(`${local.toString()}Z`);
}

const FORMATS = { day: 'dd/mm/yyyy', moment: 'hh:mm dd/mm/yyyy' } as const;

/** Text is written as text and with the format of text: neither a formula nor a code that begins with 0 is taken for anything else. */
function cellOf(cell: RegisterCell, kind: CellKind, isVoid: boolean): Cell {
  if (cell === null) return null;
  const struck: CellObject = isVoid ? { textDecoration: { strikethrough: true } } : {};
  if (typeof cell === 'number') return { ...struck, type: Number, value: cell };
  if (kind === 'day' || kind === 'moment') return { ...struck, type: Date, value: dateOf(cell, kind), format: FORMATS[kind] };
  return { ...struck, type: String, value: cell, format: '@', wrap: true };
}

/** A register as a workbook of one sheet: the heads stay in sight, dates are dates, codes are text, a void number is struck out. */
export async function writeXlsx(name: RegisterName, rows: readonly RegisterRow[], language: 'vi' | 'en'): Promise<Readable> {
  const columns = COLUMNS[name];
  const heads: Cell[] = columns.map(({ title }) => ({ type: String, value: title[language], fontWeight: 'bold', wrap: true, alignVertical: 'center', bottomBorderStyle: 'thin' }));
  const lines = rows.map(({ cells, voided }): Cell[] => columns.map(({ key, kind }, index) => cellOf(cells[index] ?? null, kind, voided !== undefined && key !== 'remark')));
  const file = writeXlsxFile([heads, ...lines], {
    sheet: REGISTER_TITLES[name][language].slice(0, 31), stickyRowsCount: 1, orientation: 'landscape', columns: columns.map(({ width }) => ({ width: width * 1.6 + 4 })),
  });
  const stream = await (file.toStream as () => Promise<Readable>)();
  return stream;
}
