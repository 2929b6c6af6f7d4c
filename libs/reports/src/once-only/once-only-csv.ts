import { localDate, localTime } from '@app/kernel';
import type { OnceOnlyFigures, OnceOnlyReport } from './list-once-only.js';

const HEADINGS = [
  'Mã', 'Tên', 'Ngày tiếp nhận', 'Số hồ sơ', 'Thông tin cần', 'Thông tin không phải hỏi', 'Thông tin từ chối dùng lại', 'Thông tin khác với dữ liệu',
  'Giấy tờ cần', 'Giấy tờ không phải nộp', 'Giấy tờ từ chối dùng lại',
];

/** Opens a spreadsheet in UTF-8: without it accents are lost. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A report as a table for spreadsheets, with the totals in the last line. It names procedures, units and dossiers and no person: neither a
 * name nor an identity number leaves the desk with it.
 */
export function onceOnlyCsv({ rows, totals }: OnceOnlyReport): string {
  const lines = [
    HEADINGS,
    ...rows.map((row) => [row.key, row.name.vi, row.dossier === undefined ? '' : moment(row.dossier.receivedAt), ...numbers(row)]),
    ['', 'Cộng', '', ...numbers(totals)],
  ];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function moment(instant: string): string {
  const at = Temporal.Instant.from(instant);
  return `${localDate(at)} ${localTime(at)}`;
}

function numbers({ count, fields, papers }: OnceOnlyFigures): string[] {
  return [count, fields.needed, fields.notAsked, fields.refused, fields.mismatched, papers.needed, papers.notAsked, papers.refused].map(String);
}

/** One cell (RFC 4180). What a spreadsheet would take for a formula is made text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
