import { client, result } from '../api/client';
import type { AskOwnSource, AssessRequest, CitizenAct, FileDossier, OwnSourceCase, SaveDraft, Supply } from '../api/types';
import { upload } from '../api/upload';

/** Every call the citizen's screens make, by what it does. All throw `Problem`. */

/** What is on file about oneself, or about a minor child. */
export const getMyData = (of?: string) => result(client.GET('/api/citizen/my-data', { params: { query: { of } } }));

export interface LooksQuestion {
  of?: string;
  /** `YYYY-MM`. */
  month?: string;
  page: number;
  withOwn?: boolean;
}

/** Who looked at it. */
export const getLooks = (query: LooksQuestion) => result(client.GET('/api/citizen/my-data/looks', { params: { query } }));

export const getMe = () => result(client.GET('/api/citizen/me'));


export const listMyDossiers = () => result(client.GET('/api/citizen/dossiers'));

export const getMyDossier = (id: string) => result(client.GET('/api/citizen/dossiers/{id}', { params: { path: { id } } }));

export const getMyGroup = (id: string) => result(client.GET('/api/citizen/groups/{id}', { params: { path: { id } } }));

export const callOffMember = (id: string, key: string) => result(client.POST('/api/citizen/groups/{id}/members/{key}/call-off', { params: { path: { id, key } } }));

export const assessMine = (body: AssessRequest) => result(client.POST('/api/citizen/assess', { body }));

export const listOwnSources = (body: OwnSourceCase) => result(client.POST('/api/citizen/sources', { body }));

export const askOwnSource = (body: AskOwnSource) => result(client.POST('/api/citizen/sources/ask', { body }));

export const listDrafts = () => result(client.GET('/api/citizen/drafts'));

export const getDraft = (id: string) => result(client.GET('/api/citizen/drafts/{id}', { params: { path: { id } } }));

export const saveDraft = (id: string, body: SaveDraft) => result(client.PUT('/api/citizen/drafts/{id}', { params: { path: { id } }, body }));

export const removeDraft = (id: string) => result(client.DELETE('/api/citizen/drafts/{id}', { params: { path: { id } } }));

export const fileDossier = (body: FileDossier) => result(client.POST('/api/citizen/dossiers', { body }));

export const supply = (id: string, body: Supply) => result(client.POST('/api/citizen/dossiers/{id}/supply', { params: { path: { id } }, body }));

/** Asking to withdraw, confirming a draft, objecting to it. */
export const act = (id: string, body: CitizenAct) => result(client.POST('/api/citizen/dossiers/{id}/acts', { params: { path: { id } }, body }));

/** What an uploaded file belongs to until it is handed in. */
export type FileOwner = { draft: string } | { dossier: string };

export const sendFile = (owner: FileOwner, component: string, file: File) => upload(`/api/citizen/files?${new URLSearchParams({ ...owner, component })}`, file);

export const removeFile = (id: string) => result(client.DELETE('/api/citizen/files/{id}', { params: { path: { id } } }));

export const fileAddress = (id: string) => `/api/citizen/files/${id}`;

export const paperAddress = (dossierId: string, paperId: string) => `/api/citizen/dossiers/${dossierId}/papers/${paperId}.pdf`;

/** Where a citizen signs in; the way back leads to the page they are on. */
export const signInAddress = (returnTo: string) => `/api/citizen/sign-in?return=${encodeURIComponent(returnTo)}`;
