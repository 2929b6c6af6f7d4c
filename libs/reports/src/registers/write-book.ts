import { formatDateShort, renderRegister, type PaperHead } from '@app/documents';
import type { ExportRow } from './export-rows.js';
import { rowText } from './register-text.js';
import { COLUMNS, REGISTER_TITLES, type RegisterName, type RegisterRow } from './register.js';

/** The rule each book follows. */
const BASES: Readonly<Record<RegisterName, string>> = {
  dossiers: 'Mẫu số 07, Thông tư số 03/2025/TT-VPCP',
  outgoing: 'Phụ lục IV, Nghị định số 30/2020/NĐ-CP',
  'certified-copies': 'Nghị định số 23/2015/NĐ-CP',
  extracts: 'Luật Hộ tịch số 60/2014/QH13, Điều 64',
};

/** A register as a printed book: A4 lying, the heads on each page, a void number marked beside itself. */
export async function writeBook({ register, language, query, asked_at: at }: ExportRow, unit: Pick<PaperHead, 'superior' | 'agency' | 'place'>, lines: AsyncIterable<RegisterRow>): Promise<Uint8Array> {
  const { from, to, asOf } = query;
  const { bytes } = await renderRegister({
    title: REGISTER_TITLES[register][language],
    period: `Từ ngày ${formatDateShort(from)} đến ngày ${formatDateShort(to)}${asOf === undefined ? '' : `; theo tình trạng cuối ngày ${formatDateShort(asOf)}`}`,
    unit,
    basis: BASES[register],
    columns: COLUMNS[register].map(({ title, width, kind }) => ({ title: title[language], share: width, ...(kind === 'text' ? {} : { align: 'center' as const }) })),
    rows: texts(register, lines, language),
  }, { createdAt: Temporal.Instant.from(at) });
  return bytes;
}

async function* texts(register: RegisterName, lines: AsyncIterable<RegisterRow>, language: 'vi' | 'en'): AsyncGenerator<string[]> {
  for await (const line of lines) yield rowText(register, line, language);
}
