import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Records = Schemas['CalendarRecordsDto'];
export type Layer = Schemas['CalendarLayerDto'];
export type Change = Schemas['CalendarChangeDto'];
export type Preview = Schemas['CalendarPreviewDto'];
export type Proposal = Schemas['ProposeCalendarChangeDto'];
export type ProposedDay = Schemas['ProposedDayDto'];
export type Week = Schemas['WeekDto'];
export type LogLine = Schemas['CalendarLogLineDto'];

/** Kinds of day and degrees of certainty, in the order of their lists. */
export const KINDS = ['day-off', 'holiday', 'comp-off', 'swap-work', 'work'] as const;
export const STATUSES = ['official', 'computed', 'unconfirmed'] as const;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const withId = (id: string) => ({ params: { path: { id } } });

export const recordsQuery = (unit: string, year: number) =>
  queryOptions({ queryKey: ['calendar', 'records', unit, year], queryFn: () => result(client.GET('/api/admin/calendar', { params: { query: { unit, year } } })) });

export const changesQuery = queryOptions({ queryKey: ['calendar', 'changes'], queryFn: () => result(client.GET('/api/admin/calendar/changes')) });

export const previewQuery = (id: string) =>
  queryOptions({ queryKey: ['calendar', 'preview', id], queryFn: () => result(client.GET('/api/admin/calendar/changes/{id}', withId(id))), staleTime: 0 });

export const logQuery = (unit: string | undefined) =>
  queryOptions({ queryKey: ['calendar', 'log', unit], queryFn: () => result(client.GET('/api/admin/calendar/log', { params: { query: { unit } } })), staleTime: 0 });

export const propose = (body: Proposal) => result(client.POST('/api/admin/calendar/changes', { body }));

export const approve = (id: string) => result(client.POST('/api/admin/calendar/changes/{id}/approve', withId(id)));

export const reject = (id: string, reason: string) => result(client.POST('/api/admin/calendar/changes/{id}/reject', { ...withId(id), body: { reason } }));

export const undo = (id: string, document: string) => result(client.POST('/api/admin/calendar/changes/{id}/undo', { ...withId(id), body: { document } }));
