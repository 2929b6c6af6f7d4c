import { openIntervals, type WorkingCalendar } from '@app/calendar';
import { ZONE } from '@app/kernel';

/** From this hour on the demonstration's newest acts lie before now; earlier, the working day before is the newest. */
const MORNING_IS_OVER = '10:00';

/** Counts the working days of an office backwards from the newest one that the demonstration may use. */
export class WorkingDays {
  /** The newest day. */
  readonly newest: Temporal.PlainDate;

  constructor(
    private readonly calendar: WorkingCalendar,
    now: Temporal.Instant,
  ) {
    const local = now.toZonedDateTimeISO(ZONE);
    const morningIsOver = Temporal.PlainTime.compare(local.toPlainTime(), MORNING_IS_OVER) >= 0;
    const today = local.toPlainDate();
    this.newest = morningIsOver && this.isOpen(today) ? today : this.step(today, -1);
  }

  /** So many working days from a day; negative is earlier. */
  from(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
    let at = day;
    for (let left = Math.abs(count); left > 0; left -= 1) at = this.step(at, Math.sign(count));
    return at;
  }

  private step(day: Temporal.PlainDate, days: number): Temporal.PlainDate {
    let at = day.add({ days });
    while (!this.isOpen(at)) at = at.add({ days });
    return at;
  }

  private isOpen(day: Temporal.PlainDate): boolean {
    return openIntervals(this.calendar, day.toString()).intervals.length > 0;
  }
}
