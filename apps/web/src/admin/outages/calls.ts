import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

export type Outage = components['schemas']['OutageDto'];
export type Announcement = components['schemas']['AnnounceOutageDto'];

const withId = (id: string) => ({ params: { path: { id } } });

export const outagesQuery = queryOptions({ queryKey: ['outages'], queryFn: () => result(client.GET('/api/admin/outages')), staleTime: 0 });

export const announce = (body: Announcement) => result(client.POST('/api/admin/outages', { body }));

export const approve = (id: string) => result(client.POST('/api/admin/outages/{id}/approve', withId(id)));

export const reject = (id: string) => result(client.POST('/api/admin/outages/{id}/reject', withId(id)));

export const end = (id: string, to: string) => result(client.POST('/api/admin/outages/{id}/end', { ...withId(id), body: { to } }));
