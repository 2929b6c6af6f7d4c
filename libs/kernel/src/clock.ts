/** The zone of every date a person reads; stored times are UTC. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** Where the program learns what time it is. Injected, so that a test can move it. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is moved: for tests, demonstrations and back-dated seeds. */
export class MovableClock implements Clock {
  private at: Temporal.Instant;

  constructor(start: Temporal.Instant | string) {
    this.at = Temporal.Instant.from(String(start));
  }

  now(): Temporal.Instant {
    return this.at;
  }

  /** Sets the time; an ISO instant, or a local time such as `2026-11-23T09:00` read in {@link ZONE}. */
  moveTo(to: Temporal.Instant | string): void {
    const text = String(to);
    this.at = /(Z|[+-]\d\d:\d\d)$/.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
  }

  advance(duration: Temporal.DurationLike): void {
    this.at = this.at.add(duration);
  }
}

/** The local calendar date of an instant, `YYYY-MM-DD` in {@link ZONE}. */
export function localDate(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The local wall-clock time of an instant, `HH:mm` in {@link ZONE}. */
export function localTime(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}
