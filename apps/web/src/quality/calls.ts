import { client, result } from '../api/client';
import type { DecideDoubt, DoubtListQuery, RepairRequest, WorkListQuery } from '../api/types';

export const listDoubts = (query: DoubtListQuery) => result(client.GET('/api/doubts', { params: { query } }));
export const readDoubt = (id: string) => result(client.GET('/api/doubts/{id}', { params: { path: { id } } }));
export const decideDoubt = (id: string, body: DecideDoubt) => result(client.POST('/api/doubts/{id}/decision', { params: { path: { id } }, body }));
export const approveMerger = (id: string) => result(client.POST('/api/doubts/{id}/approval', { params: { path: { id } } }));
export const declineMerger = (id: string, reason: string) => result(client.POST('/api/doubts/{id}/refusal', { params: { path: { id } }, body: { reason } }));
export const undoMerger = (id: string, reason: string) => result(client.POST('/api/doubts/{id}/undoing', { params: { path: { id } }, body: { reason } }));

export const listQuality = () => result(client.GET('/api/quality'));
export const readQuality = (code: string) => result(client.GET('/api/quality/{code}', { params: { path: { code } } }));
export const readWorkList = (code: string, query: WorkListQuery) => result(client.GET('/api/quality/{code}/people', { params: { path: { code }, query } }));
export const repair = (code: string, body: RepairRequest) => result(client.POST('/api/quality/{code}/repairs', { params: { path: { code } }, body }));
