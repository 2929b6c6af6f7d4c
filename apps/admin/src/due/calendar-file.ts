import { readFileSync } from 'node:fs';
import { buildCalendar, WEEKDAYS, type DayKind, type DayRecord, type OfficeHours, type SourceText, type Weekday, type WorkingCalendar } from '@app/calendar';
import { DomainError, StartError } from '@app/kernel';

const KINDS: readonly DayKind[] = ['work', 'holiday', 'day-off', 'comp-off', 'swap-work'];

/** A whole calendar in one file: the weekly hours, and every date that differs from its weekday. */
export interface CalendarFile {
  readonly week: OfficeHours['week'];
  readonly days: readonly DayRecord[];
  /** The years whose days the list holds; undefined where it is complete for every year it is asked about. */
  readonly years: readonly number[] | undefined;
}

/** Reads a calendar file. Throws StartError in a sentence for what cannot be read or is not known. */
export function readCalendarFile(file: string): CalendarFile {
  const content = objectIn(parse(file), `${file} holds no object`);
  if (content['hours'] === undefined) throw new StartError(`${file} has no "hours": a unit without office hours is refused.`);
  if (!Array.isArray(content['days'])) throw new StartError(`${file} has no list "days": a calendar whose days off are not loaded is refused. Write "days": [] where there are none.`);
  const days = content['days'].map(readDay);
  const dates = new Set<string>();
  for (const { date } of days) {
    if (dates.has(date)) throw new StartError(`The date ${date} stands twice in "days".`);
    dates.add(date);
  }
  return { week: readWeek(content['hours']), days, years: readYears(content['years']) };
}

/**
 * Asks a calendar of the file, made for as many years as the answer needs; where the file names its years, for those alone.
 * @throws DomainError calendar.year-not-loaded, calendar.no-hours, calendar.hours-invalid
 */
export function askCalendar<T>({ week, days, years }: CalendarFile, from: Temporal.PlainDateTime, ask: (calendar: WorkingCalendar) => T): T {
  const made = (loaded: readonly number[]): WorkingCalendar =>
    buildCalendar({ unit: { id: 'file', name: 'the calendar file' }, hours: [{ since: '0001-01-01', week }], days, years: loaded });
  if (years) return ask(made(years));
  for (let ahead = 2; ; ahead *= 4) {
    const first = from.year - 1;
    try {
      return ask(made(Array.from({ length: ahead + 2 }, (_, index) => first + index).filter((year) => year <= LAST_YEAR)));
    } catch (error) {
      const goesOn = error instanceof DomainError && error.code === 'calendar.year-not-loaded' && Number(error.details.facts?.['year']) > first && first + ahead < LAST_YEAR;
      if (!goesOn) throw error;
    }
  }
}

/** Dates are written with four digits of the year. */
const LAST_YEAR = 9998;

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new StartError(`The calendar file ${file} cannot be read.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new StartError(`The calendar file ${file} is not JSON.`);
  }
}

function objectIn(value: unknown, otherwise: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new StartError(`${otherwise}.`);
  return value as Record<string, unknown>;
}

function readWeek(value: unknown): OfficeHours['week'] {
  const hours = objectIn(value, '"hours" is no object of weekdays');
  for (const weekday of Object.keys(hours)) {
    if (!WEEKDAYS.includes(weekday as Weekday)) throw new StartError(`"${weekday}" in "hours" is no weekday: write mon, tue, wed, thu, fri, sat, sun.`);
  }
  const week = Object.fromEntries(Object.entries(hours).map(([weekday, stretches]) => [weekday, readStretches(stretches, `"hours" of ${weekday}`)]));
  if (Object.values(week).every((stretches) => stretches.length === 0)) throw new StartError('"hours" opens on no weekday: a unit without office hours is refused.');
  return week;
}

function readStretches(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) throw new StartError(`${where} is no list of stretches like "07:30-11:30".`);
  return value;
}

function readDay(value: unknown): DayRecord {
  const day = objectIn(value, 'An entry of "days" is no object');
  const date = dateIn(day['date']);
  const kind = KINDS.find((known) => known === day['kind']);
  if (kind === undefined) throw new StartError(`The kind ${JSON.stringify(day['kind'] ?? null)} of ${date} is not known: write ${KINDS.join(', ')}.`);
  const text = (key: string): string | undefined => (typeof day[key] === 'string' ? day[key] : undefined);
  return {
    date,
    kind,
    ...(day['hours'] === undefined || day['hours'] === null ? {} : { hours: readStretches(day['hours'], `"hours" of ${date}`) }),
    ...(day['swapWith'] === undefined ? {} : { swapWith: dateIn(day['swapWith']) }),
    nameVi: text('nameVi'),
    nameEn: text('nameEn') ?? text('nameVi'),
    source: sourceIn(day['source']),
  };
}

function dateIn(value: unknown): string {
  const written = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  try {
    return Temporal.PlainDate.from(written ?? '', { overflow: 'reject' }).toString();
  } catch {
    throw new StartError(`${JSON.stringify(value ?? null)} in "days" is no date like 2026-11-02.`);
  }
}

function sourceIn(value: unknown): SourceText | undefined {
  if (typeof value === 'string') return value;
  const { vi, en } = (typeof value === 'object' && value !== null ? value : {}) as { vi?: unknown; en?: unknown };
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : undefined;
}

function readYears(value: unknown): readonly number[] | undefined {
  if (value === undefined) return undefined;
  const plausible = (year: unknown): boolean => Number.isInteger(year) && Number(year) >= 1 && Number(year) <= LAST_YEAR;
  if (!Array.isArray(value) || value.length === 0 || !value.every(plausible)) throw new StartError('"years" is no list of years like [2026, 2027].');
  return value as number[];
}
