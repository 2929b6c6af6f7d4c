import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type List = Schemas['NonBoundaryListDto'];
export type Preview = Schemas['NonBoundaryPreviewDto'];
export type Proposal = Schemas['ProposeNonBoundaryDto'];

const withId = (id: string) => ({ params: { path: { id } } });

export const listsQuery = (unit: string) =>
  queryOptions({ queryKey: ['non-boundary', unit], queryFn: () => result(client.GET('/api/admin/non-boundary', { params: { query: { unit } } })), staleTime: 0 });

export const previewQuery = (id: string) =>
  queryOptions({ queryKey: ['non-boundary', 'one', id], queryFn: () => result(client.GET('/api/admin/non-boundary/{id}', withId(id))), staleTime: 0 });

export const propose = (body: Proposal) => result(client.POST('/api/admin/non-boundary', { body }));

export const approve = (id: string) => result(client.POST('/api/admin/non-boundary/{id}/approve', withId(id)));

export const reject = (id: string, reason: string) => result(client.POST('/api/admin/non-boundary/{id}/reject', { ...withId(id), body: { reason } }));
