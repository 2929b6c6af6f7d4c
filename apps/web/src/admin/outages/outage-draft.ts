import type { Announcement } from './calls';

/** An announcement as it is being typed; days are `YYYY-MM-DD` once they are dates. */
export interface OutageDraft {
  system: string;
  owner: string;
  document: string;
  fromDay: string;
  fromTime: string;
  toDay: string;
  toTime: string;
  procedures: string;
  communes: string;
}

/** A field that is missing or wrong; also the key of its sentence. */
export type OutageFault = 'system' | 'owner' | 'document' | 'from' | 'to';

export const emptyOutage = (): OutageDraft => ({ system: '', owner: '', document: '', fromDay: '', fromTime: '', toDay: '', toTime: '', procedures: '', communes: '' });

/** A moment on the wall clock of Vietnam, with its offset; nothing when day or time is none. */
export function momentOf(day: string, time: string): string | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:h.]([0-5]\d)$/.exec(time.trim()) ?? [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || hours === undefined) return undefined;
  return `${day}T${hours.padStart(2, '0')}:${minutes}:00+07:00`;
}

const listed = (text: string): string[] => text.split(',').map((each) => each.trim()).filter((each) => each !== '');
const tidy = (text: string): string => text.trim().normalize('NFC');

/** The announcement a draft makes, or what is missing in it. */
export function announcementOf(draft: OutageDraft): { announcement: Announcement; faults: OutageFault[] } {
  const from = momentOf(draft.fromDay, draft.fromTime);
  const to = momentOf(draft.toDay, draft.toTime);
  const open = draft.toDay.trim() === '' && draft.toTime.trim() === '';
  const faults: OutageFault[] = [
    ...(['system', 'owner', 'document'] as const).filter((field) => tidy(draft[field]) === ''),
    ...(from === undefined ? ['from' as const] : []),
    ...(!open && (to === undefined || (from !== undefined && to <= from)) ? ['to' as const] : []),
  ];
  const announcement = {
    system: tidy(draft.system), owner: tidy(draft.owner), document: tidy(draft.document), from: from ?? '', procedures: listed(draft.procedures), communes: listed(draft.communes),
    ...(to !== undefined && { to }),
  };
  return { announcement, faults };
}
