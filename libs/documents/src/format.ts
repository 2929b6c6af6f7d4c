import { ZONE } from '@app/kernel';
import { numberInWords } from './number-words.js';

/** A calendar date, `YYYY-MM-DD`. */
export type DateText = string;
/** A point in time, ISO 8601 with its offset, such as `2026-11-23T02:05:00Z`. */
export type InstantText = string;

/** Decree 30/2020, Annex I: a day under 10 and the months 1 and 2 take a leading zero, so that no digit can be put before. */
function dayAndMonth(day: number, month: number): { day: string; month: string } {
  return { day: String(day).padStart(2, '0'), month: month < 3 ? `0${month}` : String(month) };
}

/** `2026-01-02` → "ngày 02 tháng 01 năm 2026". A year or a year and month alone are said as far as they are known. */
export function formatDateLong(date: DateText): string {
  const [year, month, day] = date.split('-').map(Number);
  if (month === undefined) return `năm ${year}`;
  const padded = dayAndMonth(day ?? 0, month);
  return day === undefined ? `tháng ${padded.month} năm ${year}` : `ngày ${padded.day} tháng ${padded.month} năm ${year}`;
}

/** `2026-01-02` → "02/01/2026"; a year alone ("1950") stays as it is, since such births exist. */
export function formatDateShort(date: DateText): string {
  return date.split('-').reverse().join('/');
}

/** `2026-01-25` → "Ngày hai mươi lăm, tháng một, năm hai nghìn không trăm hai mươi sáu", as civil-status papers write it. */
export function formatDateInWords(date: DateText): string {
  const [year, month, day] = date.split('-').map(Number);
  const parts = [
    day === undefined ? '' : `ngày ${numberInWords(day)}`,
    month === undefined ? '' : `tháng ${month === 4 ? 'tư' : numberInWords(month)}`,
    `năm ${numberInWords(year ?? 0)}`,
  ].filter(Boolean);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An instant as slips print it, in Vietnam's time: "08 giờ 05 phút, ngày 02 tháng 01 năm 2026". */
export function formatInstantLong(at: Temporal.Instant | InstantText): string {
  const local = zoned(at);
  return `${two(local.hour)} giờ ${two(local.minute)} phút, ${formatDateLong(local.toPlainDate().toString())}`;
}

/** An instant for narrow table cells: "08:05 02/01/2026". */
export function formatInstantShort(at: Temporal.Instant | InstantText): string {
  const local = zoned(at);
  return `${two(local.hour)}:${two(local.minute)} ${formatDateShort(local.toPlainDate().toString())}`;
}

/** `1234.5` → "1.234,5": a full stop between thousands, a comma before decimals. */
export function formatNumber(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** Capitals by Vietnamese rules, NFC. */
export function capitals(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}

/** A text with a small first letter, for what goes on in a sentence. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

/** A count as official papers write it: 4 → "04". */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

function zoned(at: Temporal.Instant | InstantText): Temporal.ZonedDateTime {
  // Through text, because in Jest an Instant may come from another realm.
  return Temporal.Instant.from(String(at)).toZonedDateTimeISO(ZONE);
}

/** A count with its words, as minutes and notices write it: 15 → "15 (mười lăm)". */
export function numberText(value: number): string {
  return `${two(value)} (${numberInWords(value)})`;
}

/** A text closed with a full stop, whatever it ended in before; a question keeps its mark. */
export function sentence(text: string): string {
  const bare = text.replace(/[\s;,.]+$/, '');
  return /[?!…]$/.test(bare) ? bare : `${bare}.`;
}

/** A text without its closing full stop, for what goes on in the same sentence. */
export function unfinished(text: string): string {
  return text.replace(/[\s;,.]+$/, '');
}
