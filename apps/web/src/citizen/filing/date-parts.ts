import { readDate } from '../../forms/date-text';

export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** The three numbers of a stored date (`YYYY-MM-DD`, or `YYYY` where only the year is known), or of one half typed. */
export function splitDate(value: string): DateParts {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' };
  if (/^\d{1,4}$/.test(value)) return { day: '', month: '', year: value };
  const [day = '', month = '', year = ''] = value.split('/');
  return { day, month, year };
}

/** The date of three numbers; what is no real day yet stays as typed, for the desk to judge. */
export function joinDate({ day, month, year }: DateParts): string {
  if (day === '' && month === '') return year;
  const typed = `${day}/${month}/${year}`;
  return (/^\d{4}$/.test(year) && readDate(typed)) || typed;
}
