import { renderRegister } from '@app/documents';
import { COLUMNS, type RegisterRow } from '@app/reports';
import { writeXlsx } from '../../libs/reports/src/registers/write-xlsx.js';
import { rounded } from './statistics.js';

/** Seconds to write a year's register of dossiers, its lines in memory. */
export interface RegisterFigures {
  readonly rows: number;
  readonly pdfSeconds: number;
  readonly pages: number;
  readonly xlsxSeconds: number;
}

const WORDS = { text: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', number: 1, day: '2026-11-23', moment: '2026-11-23T02:00:00Z' } as const;

/** Form 07, the widest of the books: fifteen columns. */
export async function measureRegisters(rows: number): Promise<RegisterFigures> {
  const columns = COLUMNS.dossiers;
  const cells = columns.map(({ kind }) => WORDS[kind]);
  let begun = performance.now();
  const { pages } = await renderRegister({
    title: 'Sổ theo dõi hồ sơ', period: 'Năm 2026', basis: 'Mẫu số 07', unit: { agency: 'Trung tâm Phục vụ hành chính công', place: 'Biên Hoà' },
    columns: columns.map(({ title, width }) => ({ title: title.vi, share: width })), rows: lines(rows, cells.map(String)),
  }, { createdAt: Temporal.Instant.from('2026-11-23T02:00:00Z'), onBytes: () => undefined });
  const pdfSeconds = rounded((performance.now() - begun) / 1000, 1);
  begun = performance.now();
  const book = await writeXlsx('dossiers', Array.from({ length: rows }, (): RegisterRow => ({ dossierId: '', personId: null, cells })), 'vi');
  for await (const _ of book) { /* As if it were kept. */ }
  return { rows, pdfSeconds, pages, xlsxSeconds: rounded((performance.now() - begun) / 1000, 1) };
}

async function* lines(count: number, cells: string[]): AsyncGenerator<string[]> {
  for (let line = 0; line < count; line += 1) yield cells;
}
