import { queryOptions } from '@tanstack/react-query';
import { getCommunes, getProcedure } from '../api/calls';
import { getDraft, getLooks, getMe, getMyData, getMyDossier, getMyGroup, listDrafts, listMyDossiers, type LooksQuestion } from './calls';

export const meQuery = queryOptions({ queryKey: ['citizen', 'me'], queryFn: getMe, staleTime: 300_000 });
export const communesQuery = queryOptions({ queryKey: ['communes'], queryFn: getCommunes, staleTime: 3_600_000 });
export const draftsQuery = queryOptions({ queryKey: ['citizen', 'drafts'], queryFn: listDrafts });
export const myDossiersQuery = queryOptions({ queryKey: ['citizen', 'dossiers'], queryFn: listMyDossiers });
export const procedureQuery = (code: string) => queryOptions({ queryKey: ['procedure', code], queryFn: () => getProcedure(code), staleTime: 300_000 });
export const myDossierQuery = (id: string) => queryOptions({ queryKey: ['citizen', 'dossier', id], queryFn: () => getMyDossier(id) });
export const myGroupQuery = (id: string) => queryOptions({ queryKey: ['citizen', 'group', id], queryFn: () => getMyGroup(id) });
export const myDataQuery = (of?: string) => queryOptions({ queryKey: ['citizen', 'my-data', of ?? ''], queryFn: () => getMyData(of) });
export const looksQuery = (question: LooksQuestion) => queryOptions({ queryKey: ['citizen', 'looks', question], queryFn: () => getLooks(question) });
/** A draft under work is the browser's own: it is read once, and written from here. */
export const draftQuery = (id: string) => queryOptions({ queryKey: ['citizen', 'draft', id], queryFn: () => getDraft(id), staleTime: Infinity, gcTime: 0 });
