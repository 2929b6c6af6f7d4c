import { readDate } from '../../forms/date-text';
import { type ProposedDay, type Proposal, WEEKDAYS, type Week } from './calls';

/** A day as it is being typed. */
export interface DayDraft {
  date: string;
  kind: ProposedDay['kind'];
  nameVi: string;
  nameEn: string;
  status: ProposedDay['status'];
  /** The open stretches as typed: `07:30-11:30, 13:00-17:00`. */
  open: string;
}

/** A change as it is being typed. */
export interface ChangeDraft {
  document: string;
  days: DayDraft[];
  removed: string;
  withHours: boolean;
  since: string;
  week: Record<(typeof WEEKDAYS)[number], string>;
  years: string;
}

/** What is still missing: the field, and the key of its sentence. */
export interface DraftFault {
  field: string;
  key: 'document' | 'date' | 'name' | 'since' | 'nothing' | 'removed';
  number?: number;
}

export const emptyDay = (): DayDraft => ({ date: '', kind: 'day-off', nameVi: '', nameEn: '', status: 'official', open: '' });

export const emptyChange = (): ChangeDraft => ({
  document: '', days: [emptyDay()], removed: '', withHours: false, since: '', years: '',
  week: { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '' },
});

const listed = (text: string): string[] => text.split(',').map((each) => each.trim()).filter((each) => each !== '');
const isBlank = ({ date, nameVi, nameEn, open }: DayDraft): boolean => [date, nameVi, nameEn, open].every((text) => text.trim() === '');
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The proposal a draft makes, or what is still missing. Days nobody began are left out. */
export function proposalOf(unitId: string, draft: ChangeDraft): { proposal: Proposal; faults: DraftFault[] } {
  const faults: DraftFault[] = [];
  if (draft.document.trim() === '') faults.push({ field: 'change-document', key: 'document' });
  draft.days.forEach((day, index) => {
    if (isBlank(day)) return;
    if (!isDate(day.date)) faults.push({ field: `day-${index}-date`, key: 'date', number: index + 1 });
    if (day.nameVi.trim() === '' || day.nameEn.trim() === '') faults.push({ field: `day-${index}-name`, key: 'name', number: index + 1 });
  });
  const removed = listed(draft.removed).map((text) => readDate(text) ?? text);
  if (!removed.every(isDate)) faults.push({ field: 'change-removed', key: 'removed' });
  if (draft.withHours && !isDate(draft.since)) faults.push({ field: 'change-since', key: 'since' });
  const days = draft.days.filter((day) => !isBlank(day)).map(({ date, kind, nameVi, nameEn, status, open }): ProposedDay => ({
    date, kind, status, nameVi: nameVi.trim().normalize('NFC'), nameEn: nameEn.trim(), ...(open.trim() !== '' && { hours: listed(open) }),
  }));
  const week = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, listed(draft.week[weekday])])) as Week;
  const hours = draft.withHours ? [{ since: draft.since, week }] : [];
  const years = listed(draft.years).map(Number);
  if (days.length + removed.length + hours.length + years.length === 0) faults.push({ field: 'day-0-date', key: 'nothing' });
  return { proposal: { unitId, document: draft.document.trim().normalize('NFC'), days, removed, hours, years }, faults };
}
