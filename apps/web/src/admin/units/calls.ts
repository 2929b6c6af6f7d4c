import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Change = Schemas['UnitChangeDto'];
export type Preview = Schemas['UnitChangePreviewDto'];
export type Proposal = Schemas['ProposeUnitChangeDto'];

const withId = (id: string) => ({ params: { path: { id } } });

/** How often a page asks how far a change has come. */
const LOOK_MS = 4000;

export const changesQuery = queryOptions({ queryKey: ['units', 'changes'], queryFn: () => result(client.GET('/api/admin/unit-changes')) });

/** What a change would do; one that is being carried out is read again and again. */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['units', 'preview', id], queryFn: () => result(client.GET('/api/admin/unit-changes/{id}', withId(id))), staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.change.state === 'under-way' ? LOOK_MS : false),
  });

/** The communes that receive here. */
export const communesQuery = queryOptions({ queryKey: ['communes'], queryFn: () => result(client.GET('/api/communes')), staleTime: 3_600_000 });

export const postsQuery = (unit: string) =>
  queryOptions({ queryKey: ['units', 'posts', unit], queryFn: () => result(client.GET('/api/admin/unit-changes/posts', { params: { query: { unit } } })), enabled: unit !== '', staleTime: 60_000 });

export const propose = (body: Proposal) => result(client.POST('/api/admin/unit-changes', { body }));

export const approve = (id: string) => result(client.POST('/api/admin/unit-changes/{id}/approve', withId(id)));

export const reject = (id: string, reason: string) => result(client.POST('/api/admin/unit-changes/{id}/reject', { ...withId(id), body: { reason } }));
