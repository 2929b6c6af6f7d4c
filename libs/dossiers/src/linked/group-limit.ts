import type { WorkingCalendar } from '@app/calendar';
import type { LinkedGroup } from '@app/catalogue';
import { localTime, ZONE } from '@app/kernel';
import { dueFrom } from '../clock-ledger.js';

/** Received from the cutoff on, the limit of the whole counts from the next day, and so from the next opening (Decree 63/2024). */
export function countedFrom(at: Temporal.Instant, cutoff: string): Temporal.Instant {
  if (localTime(at) < cutoff) return at;
  return at.toZonedDateTimeISO(ZONE).toPlainDate().add({ days: 1 }).toZonedDateTime(ZONE).toInstant();
}

/**
 * When all of a group is due. Each dossier has its own clock; this is the date the whole is measured by.
 * @param receivedAt when the first of its dossiers was received
 * @param verified whether something had to be verified
 */
export function groupDue({ group, timeLimit }: LinkedGroup, calendar: WorkingCalendar, receivedAt: Temporal.Instant, verified: boolean): Temporal.Instant {
  const { at } = dueFrom(verified ? group.verified : timeLimit, calendar, countedFrom(receivedAt, group.cutoff));
  if (at === null) throw new Error('a limit without pauses has an end');
  return at;
}
