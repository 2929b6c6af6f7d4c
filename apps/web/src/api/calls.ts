import { client, rememberCsrf, result } from './client';
import type { Act, AskAgain, AskSource, AssessRequest, DossierListQuery, Intake, SaveDraft, Session, SourceCase } from './types';
import { upload } from './upload';

/** Every call the staff screens make, by what it does. All throw `Problem`. */

/** Who is signed in; also renews the token that unsafe requests carry. */
export async function getSession(): Promise<Session> {
  const session = await result(client.GET('/api/session'));
  rememberCsrf(session.csrf);
  return session;
}

export async function signIn(account: string, password: string): Promise<Session> {
  const session = await result(client.POST('/api/session', { body: { account, password } }));
  rememberCsrf(session.csrf);
  return session;
}

export async function signOut(): Promise<void> {
  await result(client.DELETE('/api/session'));
}

export const findProcedures = (q: string, limit = 12) => result(client.GET('/api/procedures', { params: { query: { q, limit } } }));

export const getProcedure = (code: string) => result(client.GET('/api/procedures/{code}', { params: { path: { code } } }));

/** The communes whose centre receives here. */
export const getCommunes = () => result(client.GET('/api/communes'));

/** Where the printable guidance of a procedure is served. */
export const guidanceAddress = (code: string) => `/api/procedures/${encodeURIComponent(code)}/guidance.pdf`;

/** @param kind as the act that cites it names it */
export const getReasons = (kind: string) => result(client.GET('/api/reasons', { params: { query: { kind } } }));

export const searchPersons = (text: string) => result(client.POST('/api/counter/persons/search', { body: { text } }));

export const openPerson = (personId: string, procedureCode?: string) =>
  result(client.POST('/api/counter/persons/open', { body: { personId, procedureCode } }));

export const searchOrganisations = (text: string) => result(client.POST('/api/counter/organisations/search', { body: { text } }));

export const openOrganisation = (organisationId: string, procedureCode?: string) =>
  result(client.POST('/api/counter/organisations/open', { body: { organisationId, procedureCode } }));

export const assess = (body: AssessRequest) => result(client.POST('/api/counter/assess', { body }));

export const listSources = (body: SourceCase) => result(client.POST('/api/sources', { body }));

/** Asks one national source; it answers within about two seconds, whatever the source does. */
export const askSource = (body: AskSource) => result(client.POST('/api/sources/ask', { body }));

/** The sources that could say something of what differs from the file in a dossier. */
export const listSourcesToAsk = (id: string) => result(client.GET('/api/dossiers/{id}/sources', { params: { path: { id } } }));

/** Asks a source again about one answer of a dossier; answers the dossier as it is afterwards. */
export const askAgain = (id: string, body: AskAgain) => result(client.POST('/api/dossiers/{id}/sources/ask', { params: { path: { id } }, body }));

export const sendIntake = (body: Intake) => result(client.POST('/api/counter/intake', { body }));

export const getCounterDrafts = () => result(client.GET('/api/counter/drafts'));

export const saveCounterDraft = (id: string, body: SaveDraft) => result(client.PUT('/api/counter/drafts/{id}', { params: { path: { id } }, body }));

export const removeCounterDraft = (id: string) => result(client.DELETE('/api/counter/drafts/{id}', { params: { path: { id } } }));

export const uploadToIntake = (draft: string, component: string, file: File) =>
  upload(`/api/counter/files?${new URLSearchParams({ draft, component })}`, file);

export const listDossiers = (query: DossierListQuery) => result(client.GET('/api/dossiers', { params: { query } }));

/** Finds by name, identity number or code. The text goes in the body: it must not stand in an address or a log. */
export const findDossiers = (text: string) => result(client.POST('/api/dossiers/find', { body: { text } }));

export const getDossier = (id: string) => result(client.GET('/api/dossiers/{id}', { params: { path: { id } } }));

/** What was filed together with a dossier, if anything. */
export const getLinked = (id: string) => result(client.GET('/api/dossiers/{id}/linked', { params: { path: { id } } }));

export const fileLinkedMember = (id: string, key: string) => result(client.POST('/api/dossiers/{id}/linked/{key}', { params: { path: { id, key } } }));

export const act = (id: string, body: Act) => result(client.POST('/api/dossiers/{id}/acts', { params: { path: { id } }, body }));

/** What moving a dossier to another version of its procedure would change. */
export const previewVersionMove = (id: string, to: number) => result(client.GET('/api/dossiers/{id}/version-move', { params: { path: { id }, query: { to } } }));

/** Where an extension would move the appointed date. */
export const previewExtension = (id: string, days: number) =>
  result(client.GET('/api/dossiers/{id}/extension-preview', { params: { path: { id }, query: { days } } }));

export const findCommunes = (id: string, text: string) => result(client.GET('/api/dossiers/{id}/communes', { params: { path: { id }, query: { text } } }));

/** Officers who may be called in. A name goes in the body. */
export const findOfficers = (id: string, text: string) => result(client.POST('/api/dossiers/{id}/officers', { params: { path: { id } }, body: { text } }));

export const getAmountInWords = (amount: number) => result(client.GET('/api/dossiers/amount-in-words', { params: { query: { amount } } }));

export const listForReview = (query: DossierListQuery) => result(client.GET('/api/review/dossiers', { params: { query } }));

export const paperAddress = (dossierId: string, paperId: string) => `/api/dossiers/${dossierId}/papers/${paperId}.pdf`;

/** The slip of the last handover, or the confirmation that the fee was paid. */
export const slipAddress = (dossierId: string, slip: 'handover' | 'fee') => `/api/dossiers/${dossierId}/slips/${slip}.pdf`;

/** The pictures of one paper as pages of one PDF. */
export const pagesAddress = (dossierId: string, component: string) => `/api/dossiers/${dossierId}/components/${component}/pages.pdf`;

/** A paper by its form, rendered on request when its effect has not run yet. */
export const formAddress = (dossierId: string, form: string) => `/api/dossiers/${dossierId}/papers/form/${form}.pdf`;

/** The process of a dossier as a picture; the version tells the picture of before from the present one. */
export const drawingAddress = (dossierId: string, version: number) => `/api/dossiers/${dossierId}/process.svg?seen=${version}`;

/** Prints the receipt once more: a marked and counted paper of its own. */
export const reprintPaper = (id: string, paperId: string) => result(client.POST('/api/dossiers/{id}/papers/{paperId}/reprints', { params: { path: { id, paperId } } }));

export const fileAddress = (dossierId: string, fileId: string) => `/api/dossiers/${dossierId}/files/${fileId}`;

export const uploadToDossier = (id: string, component: string, file: File) =>
  upload(`/api/dossiers/${id}/files?${new URLSearchParams({ component })}`, file);
