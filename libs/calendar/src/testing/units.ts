import { buildCalendar, nationalDays, type DayRecord, type OfficeHours, type WorkingCalendar } from '../index.js';

const WEEKDAY = ['07:30-11:30', '13:30-17:00'];
export const WEEK = { mon: WEEKDAY, tue: WEEKDAY, wed: WEEKDAY, thu: WEEKDAY, fri: WEEKDAY };
export const HOURS: OfficeHours = { since: '2025-07-01', week: WEEK, source: '12/QĐ-UBND' };

/** A commune with the usual hours and the national days, Saturday mornings or own days on wish. */
export function commune(options: { saturday?: readonly string[]; days?: readonly DayRecord[]; hours?: readonly OfficeHours[] } = {}): WorkingCalendar {
  const national = nationalDays();
  const hours = options.hours ?? [{ ...HOURS, week: { ...WEEK, sat: options.saturday ?? [] } }];
  return buildCalendar({ unit: { id: 'c26068', name: 'Xã Thử Nghiệm' }, hours, days: [...national.days, ...(options.days ?? [])], years: national.years });
}

/** `2026-11-02T08:00` on the wall clock of Vietnam. */
export const at = (local: string): Temporal.Instant => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant();

/** An instant as the wall clock shows it. */
export const local = (instant: Temporal.Instant | null): string | null =>
  instant && instant.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString({ smallestUnit: 'minute' });
