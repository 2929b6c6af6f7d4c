import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Rule = Schemas['AuthorityRuleDto'];
export type RuleRecord = Schemas['AuthorityRecordDto'];
export type Change = Schemas['AuthorityChangeDto'];
export type Effect = Schemas['AuthorityEffectDto'];
export type Deciding = Schemas['DecidingAuthorityDto'];
export type Matter = Schemas['AuthorityMatterDto'];
export type Proposal = Schemas['ProposeAuthorityRuleDto'];

const withId = (id: string) => ({ params: { path: { id } } });

export const rulesQuery = queryOptions({ queryKey: ['authority', 'rules'], queryFn: () => result(client.GET('/api/admin/authority/rules')) });

export const changesQuery = queryOptions({ queryKey: ['authority', 'changes'], queryFn: () => result(client.GET('/api/admin/authority/changes')) });

export const mattersQuery = queryOptions({ queryKey: ['authority', 'matters'], queryFn: () => result(client.GET('/api/admin/authority/matters')), staleTime: 60_000 });

export const officesQuery = queryOptions({ queryKey: ['authority', 'offices'], queryFn: () => result(client.GET('/api/admin/unit-functions')), staleTime: 60_000 });

export const previewQuery = (id: string) =>
  queryOptions({ queryKey: ['authority', 'preview', id], queryFn: () => result(client.GET('/api/admin/authority/changes/{id}', withId(id))), staleTime: 0 });

export const propose = (body: Proposal) => result(client.POST('/api/admin/authority/rules', { body }));

export const end = (id: string, until: string, document: string) => result(client.POST('/api/admin/authority/rules/{id}/end', { ...withId(id), body: { until, document } }));

export const approve = (id: string) => result(client.POST('/api/admin/authority/changes/{id}/approve', withId(id)));

export const reject = (id: string, reason: string) => result(client.POST('/api/admin/authority/changes/{id}/reject', { ...withId(id), body: { reason } }));
