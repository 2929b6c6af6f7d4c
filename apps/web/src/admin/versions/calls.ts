import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

export type EarlierVersion = components['schemas']['EarlierVersionDto'];
export type Later = components['schemas']['LaterVersionDto'];

export const countsQuery = queryOptions({ queryKey: ['versions', 'counts'], queryFn: () => result(client.GET('/api/admin/earlier-dossiers')), staleTime: 0 });

export const earlierQuery = (code: string) =>
  queryOptions({ queryKey: ['versions', code], queryFn: () => result(client.GET('/api/admin/procedures/{code}/earlier-dossiers', { params: { path: { code } } })), staleTime: 0 });
