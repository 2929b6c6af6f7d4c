/** A moment on the wall clock of Vietnam, with its offset; nothing when day or time is none. */
export function momentOf(day: string, time: string): string | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:h.]([0-5]\d)$/.exec(time.trim()) ?? [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || hours === undefined) return undefined;
  return `${day}T${hours.padStart(2, '0')}:${minutes}:00+07:00`;
}

/** Codes as somebody types them, between commas. */
export const codesOf = (text: string): string[] => text.split(',').map((each) => each.trim()).filter((each) => each !== '');
