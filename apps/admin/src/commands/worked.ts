import { openMinutesBetween } from '@app/calendar';
import { StartError } from '@app/kernel';
import { momentOf, readOptions, required, wallClock } from '../due/arguments.js';
import { askCalendar, readCalendarFile } from '../due/calendar-file.js';

const OPTIONS = { calendar: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Says how many open hours lie between two moments. With `--json` one object `{hours}`, else a sentence. Needs no database. */
export function tellWorked(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, OPTIONS);
  const calendar = readCalendarFile(required(options.calendar, 'calendar'));
  const from = momentOf(required(options.from, 'from'));
  const to = momentOf(required(options.to, 'to'));
  if (Temporal.Instant.compare(to, from) < 0) throw new StartError('--to is earlier than --from.');
  const hours = askCalendar(calendar, wallClock(from), (unit) => openMinutesBetween(unit, from, to)) / 60;
  process.stdout.write(options.json ? `${JSON.stringify({ hours })}\n` : `${hours} open hours\n`);
  return Promise.resolve(true);
}
