import { due, explain, parseTimeLimit, type LimitEnd, type Pause, type TraceLine } from '@app/calendar';
import { StartError } from '@app/kernel';
import { isoText, momentOf, readOptions, required, wallClock } from '../due/arguments.js';
import { askCalendar, readCalendarFile } from '../due/calendar-file.js';

const OPTIONS = {
  calendar: { type: 'string' },
  received: { type: 'string' },
  limit: { type: 'string' },
  ends: { type: 'string' },
  pause: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/**
 * Says when a limit ends and why, over the calendar of a file, with the function that dates every dossier. With `--json` one
 * object `{due, explanation}`, else sentences. Needs no database.
 */
export function tellDue(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, OPTIONS);
  const calendar = readCalendarFile(required(options.calendar, 'calendar'));
  const received = momentOf(required(options.received, 'received'));
  const limit = parseTimeLimit(required(options.limit, 'limit'));
  const ends = endOf(required(options.ends, 'ends'));
  const pauses = (options.pause ?? []).map(pauseOf);

  const { at, trace } = askCalendar(calendar, wallClock(received), (unit) => due(unit, { from: received, limit, ends, pauses }));
  if (at === null) throw new Error('every pause has an end here');
  const explanation = trace.map((line) => ({ ...line, text: sentence(line) }));
  process.stdout.write(options.json ? `${JSON.stringify({ due: isoText(at), explanation })}\n` : `${explain(trace).map(({ en }) => en).join('\n')}\n`);
  return Promise.resolve(true);
}

/** Each line of the reckoning also as a sentence of its own. */
function sentence(line: TraceLine): { vi: string; en: string } {
  return explain([line])[0]!;
}

function endOf(text: string): LimitEnd {
  if (text !== 'same-time' && text !== 'close-of-day') throw new StartError(`"${text}" is no end of a limit: write same-time or close-of-day.`);
  return text;
}

function pauseOf(text: string): Pause {
  const [from = '', to = '', ...rest] = text.split('/');
  if (from === '' || to === '' || rest.length > 0) throw new StartError(`"${text}" is no pause: write FROM/TO, both like 2026-11-02T08:00.`);
  const pause = { from: momentOf(from), to: momentOf(to), cause: 'supplement' as const };
  if (Temporal.Instant.compare(pause.to, pause.from) < 0) throw new StartError(`The pause ${text} ends before it begins.`);
  return pause;
}
