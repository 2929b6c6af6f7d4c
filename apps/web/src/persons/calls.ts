import { client, result } from '../api/client';
import type { AcknowledgeLook, BeginLook, ProposeCorrection, RevokePaper } from '../api/types';

/** On what ground somebody's page is opened; one of them. */
export interface Ground {
  dossier?: string | undefined;
  draft?: string | undefined;
  look?: string | undefined;
}

export const openPage = (id: string, query: Ground) => result(client.GET('/api/persons/{id}', { params: { path: { id }, query } }));

export const openHousehold = (id: string, query: Ground) => result(client.GET('/api/persons/{id}/household', { params: { path: { id }, query } }));

export const countWaitingLooks = () => result(client.GET('/api/person-oversight/looks/waiting'));

export const beginLook = (id: string, body: BeginLook) => result(client.POST('/api/persons/{id}/looks', { params: { path: { id } }, body }));

export const proposeCorrection = (id: string, body: ProposeCorrection) => result(client.POST('/api/persons/{id}/corrections', { params: { path: { id } }, body }));

export const revokePaper = (id: string, paperId: string, body: RevokePaper) => result(client.POST('/api/persons/{id}/papers/{paperId}/revocation', { params: { path: { id, paperId } }, body }));

export const listLooks = () => result(client.GET('/api/person-oversight/looks'));

export const acknowledgeLook = (id: string, body: AcknowledgeLook) => result(client.POST('/api/person-oversight/looks/{id}/acknowledgement', { params: { path: { id } }, body }));

export const listCorrections = () => result(client.GET('/api/person-oversight/corrections'));

export const approveCorrection = (id: string) => result(client.POST('/api/person-oversight/corrections/{id}/approval', { params: { path: { id } } }));

export const rejectCorrection = (id: string, reason: string) => result(client.POST('/api/person-oversight/corrections/{id}/rejection', { params: { path: { id } }, body: { reason } }));
