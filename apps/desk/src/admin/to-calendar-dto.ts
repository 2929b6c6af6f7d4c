import type { OfficerPrincipal } from '@app/access';
import type { OfficeHours, SourceText } from '@app/calendar';
import type { CalendarRecords } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import type { CalendarChange, CalendarLogLine, ProposedDay, ProposedHours, SpecialDay, UnitHours } from '@app/organisation';
import type { CalendarChangeDto, CalendarDayDto, CalendarHoursDto, CalendarLogLineDto, CalendarRecordsDto, ProposedDayDto, ProposedHoursDto, WeekDto } from './calendar.dto.js';

/** What is on record, layer by layer, as the browser gets it. */
export function recordsDto({ layers, years }: CalendarRecords): CalendarRecordsDto {
  return { layers: layers.map(({ unitId, unitName, days, hours }) => ({ unitId, unitName, days: days.map(dayDto), hours: hours.map(hoursDto) })), years: [...years] };
}

/** A change of the calendar with all it would do; `own` says whether the reader proposed it. */
export function changeDto(change: CalendarChange, principal: OfficerPrincipal): CalendarChangeDto {
  const { id, unitId, unitName, document, state, proposedByName, proposedAt, decidedByName, decidedAt, rejectedReason, moved, undoes, undoable, body } = change;
  return {
    id, unitId, unitName, document, state, proposedBy: proposedByName, proposedAt, undoable, own: change.proposedBy === principal.officerId,
    days: body.days.map(proposedDay), removed: [...body.removed], hours: body.hours.map(proposedHours), years: [...body.years],
    ...(decidedByName !== null && { decidedBy: decidedByName }), ...(decidedAt !== null && { decidedAt }), ...(rejectedReason !== null && { rejectedReason }),
    ...(moved !== null && { moved }), ...(undoes !== null && { undoes }),
  };
}

/** A line of the edit log; what was before and after only where it is a record. */
export function logLineDto({ at, officerName, unitName, act, subject, before, after, document }: CalendarLogLine): CalendarLogLineDto {
  return {
    at, unitName, act, ...(officerName !== null && { officer: officerName }), ...(subject !== null && { subject }), ...(document !== null && { document }),
    ...(isRecord(before) && { before }), ...(isRecord(after) && { after }),
  };
}

function dayDto({ date, kind, hours, swapWith, nameVi = '', nameEn = '', status = 'official', source }: SpecialDay): CalendarDayDto {
  return { date, kind, ...(hours && { hours: [...hours] }), ...(swapWith !== undefined && { swapWith }), name: { vi: nameVi, en: nameEn }, status, source: cited(source) };
}

function hoursDto({ since, until, week, source }: UnitHours): CalendarHoursDto {
  return { since, ...(until != null && { until }), week: weekDto(week), source: cited(source) };
}

function proposedDay({ hours, ...day }: ProposedDay): ProposedDayDto {
  return { ...day, ...(hours && { hours: [...hours] }) };
}

function proposedHours({ since, week }: ProposedHours): ProposedHoursDto {
  return { since, week: weekDto(week) };
}

function weekDto(week: OfficeHours['week']): WeekDto {
  return Object.fromEntries(Object.entries(week).map(([weekday, stretches]) => [weekday, [...stretches]]));
}

function cited(source: SourceText | undefined): Localized {
  return typeof source === 'object' ? source : { vi: source ?? '', en: source ?? '' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
