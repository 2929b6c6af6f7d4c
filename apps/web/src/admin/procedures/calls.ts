import type { components } from '../../api/schema';
import { client, result } from '../../api/client';

type Schemas = components['schemas'];

export type ListRow = Schemas['ProcedureListRowDto'];
export type ProcedureList = Schemas['ProcedureListDto'];
export type Overview = Schemas['ProcedureOverviewDto'];
export type PublishedVersion = Schemas['PublishedVersionDto'];
export type ProposalRow = Schemas['ProcedureProposalRowDto'];
export type Proposal = Schemas['ProcedureProposalDto'];
export type Draft = Schemas['ProcedureDraftDto'];
export type Example = Schemas['WorkedExampleDto'];
export type Check = Schemas['ProcedureCheckDto'];
export type PlacedFault = Schemas['PlacedFaultDto'];
export type Difference = Schemas['DifferenceDto'];
export type Tried = Schemas['TriedDeclarationDto'];
export type StandardProcess = Schemas['StandardProcessDto'];
export type FormSection = Schemas['FormSectionDto'];
export type UnitFunction = Schemas['UnitFunctionDto'];

/** What the list can be narrowed to, in the order of its tabs. */
export const FILTERS = ['all', 'receivable', 'skeleton', 'draft', 'proposed', 'referred'] as const;
export type Filter = (typeof FILTERS)[number];

interface Decision {
  effectiveOn: string;
  decisionNumber: string;
  decisionDate: string;
  note?: string;
}

const withCode = (code: string) => ({ params: { path: { code } } });
const withId = (id: string) => ({ params: { path: { id } } });

export const listProcedures = (query: { q?: string; filter?: Filter; offset?: number; limit?: number }) => result(client.GET('/api/admin/procedures', { params: { query } }));

export const getOverview = (code: string) => result(client.GET('/api/admin/procedures/{code}', withCode(code)));

/** Begins the working copy, or opens the one that is there. */
export const startDraft = (code: string) => result(client.POST('/api/admin/procedures/{code}/draft', withCode(code)));

export const getDraft = (code: string) => result(client.GET('/api/admin/procedures/{code}/draft', withCode(code)));

export const saveDraft = (code: string, body: { revision: number; document: Record<string, unknown>; examples: Example[] }) =>
  result(client.PUT('/api/admin/procedures/{code}/draft', { ...withCode(code), body }));

export const dropDraft = (code: string, revision: number) =>
  result(client.DELETE('/api/admin/procedures/{code}/draft', { params: { path: { code }, query: { revision } } }));

export const checkDraft = (code: string) => result(client.GET('/api/admin/procedures/{code}/draft/check', withCode(code)));

export const makeExamples = (code: string) => result(client.GET('/api/admin/procedures/{code}/draft/examples', withCode(code)));

export const tryDraft = (code: string, declaration: Record<string, unknown>, channel: Example['channel']) =>
  result(client.POST('/api/admin/procedures/{code}/draft/try', { ...withCode(code), body: { declaration, channel } }));

export const getStandardProcesses = () => result(client.GET('/api/admin/standard-processes'));

export const fitProcess = (key: string, body: { timeLimit?: Record<string, unknown>; division?: string; department?: string }) =>
  result(client.POST('/api/admin/standard-processes/{key}', { params: { path: { key } }, body }));

export const getFormSections = () => result(client.GET('/api/admin/form-sections'));

export const getUnitFunctions = () => result(client.GET('/api/admin/unit-functions'));

export const propose = (code: string, body: Decision & { revision: number }) => result(client.POST('/api/admin/procedures/{code}/proposals', { ...withCode(code), body }));

export const proposeEnd = (code: string, body: Decision & { version: number }) => result(client.POST('/api/admin/procedures/{code}/endings', { ...withCode(code), body }));

export const getProposal = (id: string) => result(client.GET('/api/admin/proposals/{id}', withId(id)));

export const approve = (id: string) => result(client.POST('/api/admin/proposals/{id}/approve', withId(id)));

export const reject = (id: string, reason: string) => result(client.POST('/api/admin/proposals/{id}/reject', { ...withId(id), body: { reason } }));

export const withdraw = (id: string) => result(client.POST('/api/admin/proposals/{id}/withdraw', withId(id)));
