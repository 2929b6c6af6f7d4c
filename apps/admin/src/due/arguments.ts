import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { StartError, ZONE } from '@app/kernel';

/** Reads the options of a command. Throws StartError for one that is not known, lacks its value or stands alone. */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T): ReturnType<typeof parse<T>> {
  try {
    return parse(args, options);
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('\n');
    throw new StartError(sentence);
  }
}

function parse<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  return parseArgs({ args: [...args], options, strict: true }).values;
}

/** The value of an option that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new StartError(`--${option} is missing.`);
  return value;
}

/**
 * A moment as an operator writes it: `2026-11-02T08:00` on the wall clock of Vietnam, or with an offset of its own
 * (`…+07:00`, `…Z`). Throws StartError for anything else, such as a date alone or the 30th of February.
 */
export function momentOf(text: string): Temporal.Instant {
  const shape = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(?<offset>Z|[+-]\d{2}:\d{2})?$/.exec(text);
  try {
    if (shape?.groups?.['offset']) return Temporal.Instant.from(text);
    if (shape) return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(ZONE).toInstant();
  } catch {
    // told below
  }
  throw new StartError(`"${text}" is no moment like 2026-11-02T08:00.`);
}

/** A moment on the wall clock of Vietnam. */
export function wallClock(at: Temporal.Instant): Temporal.PlainDateTime {
  return at.toZonedDateTimeISO(ZONE).toPlainDateTime();
}

/** `2026-11-05T08:00:00+07:00`. */
export function isoText(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
