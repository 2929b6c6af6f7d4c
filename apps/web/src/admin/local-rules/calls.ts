import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Rule = Schemas['LocalRuleDto'];
export type Body = Schemas['LocalRuleBodyDto'];
export type Conflict = Schemas['LocalConflictDto'];
export type Preview = Schemas['LocalRulePreviewDto'];
export type Difference = Schemas['DifferenceDto'];
export type Proposal = Schemas['ProposeLocalRuleDto'];
export type End = Schemas['EndLocalRuleDto'];

export const CHANNELS = ['counter', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];
export const UNITS = ['working-days', 'calendar-days', 'hours', 'months'] as const;

const withId = (id: string) => ({ params: { path: { id } } });

export const rulesQuery = (unit: string) =>
  queryOptions({ queryKey: ['local-rules', 'list', unit], queryFn: () => result(client.GET('/api/admin/local-rules', { params: { query: { unit } } })), staleTime: 0 });

export const ruleQuery = (id: string) =>
  queryOptions({ queryKey: ['local-rules', 'one', id], queryFn: () => result(client.GET('/api/admin/local-rules/{id}', withId(id))), staleTime: 0 });

/** A procedure as it holds in the place of a rule: what the form shows beside its questions. */
export const procedureQuery = (code: string) =>
  queryOptions({ queryKey: ['local-rules', 'procedure', code], queryFn: () => result(client.GET('/api/procedures/{code}', { params: { path: { code } } })), retry: false });

export const exportAddress = (unit: string) => `/api/admin/local-rules/export?unit=${encodeURIComponent(unit)}`;

export const propose = (body: Proposal) => result(client.POST('/api/admin/local-rules', { body }));

export const approve = (id: string) => result(client.POST('/api/admin/local-rules/{id}/approve', withId(id)));

export const reject = (id: string, reason: string) => result(client.POST('/api/admin/local-rules/{id}/reject', { ...withId(id), body: { reason } }));

export const end = (id: string, body: End) => result(client.POST('/api/admin/local-rules/{id}/end', { ...withId(id), body }));

export const undo = (id: string, body: End) => result(client.POST('/api/admin/local-rules/{id}/undo', { ...withId(id), body }));
