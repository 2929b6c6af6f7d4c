import { buildCalendar, type DayKind, type DayStatus, type OfficeHours } from '@app/calendar';
import { DomainError } from '@app/kernel';
import type { Unit } from '../unit.js';
import type { SpecialDay, UnitHours } from '../working-hours.js';
import type { CalendarData } from './calendar-data.js';
import { NATION } from './import-national-days.js';

/** A date as a change sets it. */
export interface ProposedDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly hours?: readonly string[];
  readonly swapWith?: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly status: DayStatus;
}

/** Weekly hours from a day on. */
export interface ProposedHours {
  readonly since: string;
  readonly week: OfficeHours['week'];
}

/** What a change does to the records of one unit: the nation, a province, a commune or one of its offices. */
export interface CalendarChangeBody {
  readonly days: readonly ProposedDay[];
  /** Dates whose record goes: what stands above the unit holds for them again. */
  readonly removed: readonly string[];
  readonly hours: readonly ProposedHours[];
  /** Years whose national days are complete with this change. */
  readonly years: readonly number[];
}

/** How far ahead or back a date may lie: farther is a slip of the pen. */
const PLAUSIBLE = /^20\d{2}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/;

/**
 * Refuses a change that could not be applied, naming the faulty part.
 * @throws DomainError request.invalid, calendar.hours-invalid, calendar.no-hours
 */
export function checkChange(unit: Unit, body: CalendarChangeBody): void {
  const faults: Array<{ pointer: string; vi: string; en: string }> = [];
  const fault = (pointer: string, vi: string, en: string): void => void faults.push({ pointer, vi, en });
  if (body.days.length + body.removed.length + body.hours.length + body.years.length === 0) fault('/days', 'Chưa có thay đổi nào.', 'There is no change.');
  const dates = [...body.days.map(({ date }) => date), ...body.removed];
  body.days.forEach(({ date, swapWith, nameVi, nameEn }, index) => {
    if (!isDate(date)) fault(`/days/${index}/date`, 'Ngày chưa đúng.', 'This is no date.');
    if (swapWith !== undefined && !isDate(swapWith)) fault(`/days/${index}/swapWith`, 'Ngày chưa đúng.', 'This is no date.');
    if (nameVi.trim() === '' || nameEn.trim() === '') fault(`/days/${index}/nameVi`, 'Hãy ghi tên ngày bằng tiếng Việt và tiếng Anh.', 'Name the day in both languages.');
  });
  body.removed.forEach((date, index) => isDate(date) || fault(`/removed/${index}`, 'Ngày chưa đúng.', 'This is no date.'));
  if (new Set(dates).size < dates.length) fault('/days', 'Một ngày chỉ được nêu một lần.', 'A date may stand only once.');
  body.hours.forEach(({ since }, index) => isDate(since) || fault(`/hours/${index}/since`, 'Ngày chưa đúng.', 'This is no date.'));
  if (body.years.length > 0 && unit.id !== NATION) fault('/years', 'Năm chỉ được mở ở lịch quốc gia.', 'Years are opened in the national calendar only.');
  if (faults.length > 0) throw new DomainError('request.invalid', { fields: faults });
  const hours = body.hours.length > 0 ? body.hours : [{ since: '2000-01-01', week: { mon: ['07:30-11:30'] } }];
  buildCalendar({ unit: { id: unit.id, name: unit.shortName.vi }, hours, days: body.days, years: [...new Set(dates.map((date) => Number(date.slice(0, 4))))] });
}

function isDate(text: string): boolean {
  if (!PLAUSIBLE.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** The calendar data as they would be with a change: what a preview reckons with. */
export function withChange(data: CalendarData, unitId: string, body: CalendarChangeBody, document: string): CalendarData {
  const gone = new Set([...body.removed, ...body.days.map(({ date }) => date)]);
  const days: SpecialDay[] = [...(data.days.get(unitId) ?? []).filter(({ date }) => !gone.has(date)), ...body.days.map((day) => ({ ...day, unitId, source: document }))];
  const replaced = new Set(body.hours.map(({ since }) => since));
  const hours: UnitHours[] = [...(data.hours.get(unitId) ?? []).filter(({ since }) => !replaced.has(since)), ...body.hours.map((each) => ({ ...each, unitId, source: document }))];
  return {
    ...data,
    years: [...new Set([...data.years, ...body.years])].sort((a, b) => a - b),
    days: new Map([...data.days, [unitId, days]]),
    // A unit without hours of its own takes those above it: an empty list of its own would hide them.
    hours: hours.length > 0 ? new Map([...data.hours, [unitId, hours]]) : data.hours,
  };
}
