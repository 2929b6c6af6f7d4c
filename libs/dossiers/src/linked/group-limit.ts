import type { WorkingCalendar } from '@app/calendar';
import { wholeLimits, type LinkedGroup, type TimeLimit } from '@app/catalogue';
import { localTime, ZONE } from '@app/kernel';
import { dueFrom } from '../clock-ledger.js';

/** Received from the cutoff on, the limit of the whole counts from the next day, and so from the next opening (Decree 63/2024). */
export function countedFrom(at: Temporal.Instant, cutoff: string): Temporal.Instant {
  if (localTime(at) < cutoff) return at;
  return at.toZonedDateTimeISO(ZONE).toPlainDate().add({ days: 1 }).toZonedDateTime(ZONE).toInstant();
}

/** Which of the limits of a group ends last, counted from an instant. @param keys the members asked for */
export function wholeLimit(linked: LinkedGroup, calendar: WorkingCalendar, from: Temporal.Instant, keys: readonly string[], verified: boolean): { readonly limit: TimeLimit; readonly at: Temporal.Instant } {
  return wholeLimits(linked, keys, verified)
    .map((limit) => {
      const { at } = dueFrom(limit, calendar, from);
      if (at === null) throw new Error('a limit without pauses has an end');
      return { limit, at };
    })
    .reduce((last, each) => (Temporal.Instant.compare(each.at, last.at) > 0 ? each : last));
}

/**
 * When all of a group is due. Each dossier has its own clock; this is the date the whole is measured by.
 * @param receivedAt when the first of its dossiers was received
 * @param keys the members asked for
 * @param verified whether something had to be verified
 */
export function groupDue(linked: LinkedGroup, calendar: WorkingCalendar, receivedAt: Temporal.Instant, keys: readonly string[], verified: boolean): Temporal.Instant {
  return wholeLimit(linked, calendar, countedFrom(receivedAt, linked.group.cutoff), keys, verified).at;
}
