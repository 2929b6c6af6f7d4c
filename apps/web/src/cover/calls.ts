import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../api/client';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Absence = Schemas['AbsenceDto'];
export type Colleague = Schemas['ColleagueDto'];
export type Delegation = Schemas['DelegationDto'];
export type EnteredAbsence = Schemas['EnteredAbsenceDto'];
export type LaneAlarm = Schemas['LaneAlarmDto'];
export type NewAbsence = Schemas['EnterAbsenceDto'];
export type NewDelegation = Schemas['ProposeDelegationDto'];
export type SingleSigner = Schemas['SingleSignerDto'];

const withId = (id: string) => ({ params: { path: { id } } });

export const ownQuery = queryOptions({ queryKey: ['cover', 'own'], queryFn: () => result(client.GET('/api/absences')), staleTime: 0 });
export const coverQuery = queryOptions({ queryKey: ['cover', 'units'], queryFn: () => result(client.GET('/api/admin/cover')), staleTime: 0 });
export const unservedQuery = queryOptions({ queryKey: ['cover', 'unserved'], queryFn: () => result(client.GET('/api/absences/unserved')), refetchInterval: 60_000 });

export const enter = (body: NewAbsence) => result(client.POST('/api/absences', { body }));
export const endAbsence = (id: string) => result(client.POST('/api/absences/{id}/end', withId(id)));

export const propose = (body: NewDelegation) => result(client.POST('/api/admin/cover/delegations', { body }));
export const approve = (id: string) => result(client.POST('/api/admin/cover/delegations/{id}/approve', withId(id)));
export const reject = (id: string, reason: string) => result(client.POST('/api/admin/cover/delegations/{id}/reject', { ...withId(id), body: { reason } }));
export const endDelegation = (id: string) => result(client.POST('/api/admin/cover/delegations/{id}/end', withId(id)));
