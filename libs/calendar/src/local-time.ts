/**
 * Arithmetic on the wall clock of Vietnam in whole minutes since 1970-01-01T00:00 local time.
 * The zone has been UTC+7 without daylight saving since 1975 (a spec compares it with the time-zone data),
 * so a day always has 1440 minutes.
 */
const OFFSET = 7 * 60;
const EPOCH = '1970-01-01';

export const MINUTES_A_DAY = 1440;

/** The wall-clock minute in which an instant lies. Seconds fall away: what counts is the minute printed on the slip. */
export function minuteOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 60_000) + OFFSET;
}

export function instantOf(minute: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds((minute - OFFSET) * 60_000);
}

/** The number of the day (days since 1970-01-01) on which a minute lies. */
export function dayOf(minute: number): number {
  return Math.floor(minute / MINUTES_A_DAY);
}

/** Minutes since the midnight before. */
export function timeOf(minute: number): number {
  return minute - dayOf(minute) * MINUTES_A_DAY;
}

/** The number of the day with this date (`YYYY-MM-DD`). */
export function dayNumber(date: string): number {
  return Temporal.PlainDate.from(date).since(EPOCH).days;
}

export function plainDate(day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(EPOCH).add({ days: day });
}

/** The date of the day with this number, `YYYY-MM-DD`. */
export function dateText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The weekday of the day with this number, Monday being 0. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const CLOCK_TEXTS: readonly string[] = Array.from({ length: MINUTES_A_DAY + 1 }, (_, time) => `${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}`);

/** `450` → `07:30`; the end of a day is `24:00`. Throws RangeError for what is no time of day. */
export function clockText(time: number): string {
  const text = CLOCK_TEXTS[time];
  if (text === undefined) throw new RangeError(`not a minute of a day: ${time}`);
  return text;
}

/** `07:30` → `450`; `24:00` is the end of a day. Returns undefined for anything else. */
export function findTime(text: string): number | undefined {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  if (!match) return undefined;
  const time = Number(match[1]) * 60 + Number(match[2]);
  return time <= MINUTES_A_DAY ? time : undefined;
}
