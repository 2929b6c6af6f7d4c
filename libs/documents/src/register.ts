import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { formatInstantLong } from './format.js';
import { drawHead, drawTitle, type PaperHead } from './head.js';
import { LANDSCAPE, Sheet } from './sheet.js';
import { beginTable, type Column } from './table.js';
import type { Text } from './text.js';

/** A register, ready to be printed: the words of its head, its columns, its rows as they come. */
export interface RegisterModel {
  /** "Sổ theo dõi hồ sơ". */
  readonly title: string;
  /** Under the title: the period and what was chosen. */
  readonly period: string;
  /** Who keeps it: place, superior and agency; a register has no number and no date of its own. */
  readonly unit: Pick<PaperHead, 'superior' | 'agency' | 'place'>;
  /** The form or rule it follows, in small letters below the table. */
  readonly basis?: string;
  readonly columns: readonly Column[];
  /** Texts in the order of the columns; the rows are counted by whoever gives them. */
  readonly rows: Iterable<readonly Text[]> | AsyncIterable<readonly Text[]>;
}

export interface RenderRegister {
  /** Stored in the PDF and printed below the table: when the rows were read. */
  readonly createdAt: Temporal.Instant;
  /** Takes the bytes as they come, for a register that is not held in memory. Without it they are given at the end. */
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** Told from time to time how many rows are on paper. */
  readonly onProgress?: (rows: number) => void;
}

export interface RenderedRegister {
  /** Empty where `onBytes` took them. */
  readonly bytes: Uint8Array;
  /** Of all bytes, lower-case hex. */
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly rows: number;
}

/** Form 07 of Circular 03/2025/TT-VPCP, "Sổ theo dõi hồ sơ": its columns in its order. */
export const DOSSIER_REGISTER_COLUMNS: readonly Column[] = [
  { title: 'TT', share: 4, align: 'center' },
  { title: 'Mã hồ sơ', share: 10.6 },
  { title: 'Tên thủ tục hành chính', share: 13 },
  { title: 'Số bộ', share: 4, align: 'center' },
  { title: 'Tên cá nhân, tổ chức', share: 11 },
  { title: 'Địa chỉ, số điện thoại', share: 13 },
  { title: 'Cơ quan chủ trì giải quyết', share: 10 },
  ...['Nhận hồ sơ', 'Hẹn trả kết quả', 'Chuyển đến cơ quan giải quyết', 'Nhận kết quả', 'Trả kết quả'].map((title): Column => ({ title, share: 8.2, align: 'center', under: 'Ngày, tháng, năm' })),
  { title: 'Phương thức nhận kết quả', share: 8 },
  { title: 'Ký nhận', share: 6 },
  { title: 'Ghi chú', share: 7 },
];

const SIZE = 8.5;
/** Rows after which others get a turn, and after which progress is told. */
const TURN = 50;
const STEP = 500;

/**
 * Prints a register, A4 lying, the head of the table on every page. Rows are drawn as they arrive and the process stays
 * answerable meanwhile: a year of 20,000 rows takes seconds.
 */
export async function renderRegister(model: RegisterModel, options: RenderRegister): Promise<RenderedRegister> {
  const hash = createHash('sha256');
  let size = 0;
  const kept: Uint8Array[] = [];
  const sheet = new Sheet({
    title: model.title,
    createdAt: options.createdAt,
    shape: LANDSCAPE,
    onBytes: (bytes) => {
      hash.update(bytes);
      size += bytes.length;
      if (options.onBytes) options.onBytes(bytes);
      else kept.push(bytes);
    },
  });
  sheet.beginPart();
  drawHead(sheet, model.unit, { numbered: false, dated: false });
  drawTitle(sheet, model.title, { abstract: model.period, before: 6 });
  const table = beginTable(sheet, model.columns, { size: SIZE, after: 6 });
  let rows = 0;
  for await (const row of model.rows) {
    table.add(row);
    rows += 1;
    if (rows % TURN === 0) await nextTurn();
    if (rows % STEP === 0) options.onProgress?.(rows);
  }
  table.end();
  const read = `Tổng số: ${rows} dòng, số liệu tại thời điểm ${formatInstantLong(options.createdAt)}.`;
  sheet.paragraph(model.basis ? `${read} ${model.basis}.` : read, { size: 10, style: 'italic' });
  await sheet.finish();
  options.onProgress?.(rows);
  return { bytes: Buffer.concat(kept), sha256: hash.digest('hex'), size, pages: sheet.pages, rows };
}
