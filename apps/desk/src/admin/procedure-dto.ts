import { may, requirePermission, type OfficerPrincipal } from '@app/access';
import { readVersions, type ProcedureDraft, type Proposal } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { ProcedureDraftDto, ProcedureProposalRowDto } from './procedures.dto.js';

export function draftDto({ code, basedOn, document, examples, revision, savedBy, savedAt }: ProcedureDraft): ProcedureDraftDto {
  return {
    code, basedOn, document: { ...document }, revision, savedBy, savedAt,
    examples: examples.map((example) => ({ ...example, declaration: { ...example.declaration }, requires: [...example.requires] })),
  };
}

export function proposalRowDto({ document: _, examples: __, proposedById, ...proposal }: Proposal, { officerId }: OfficerPrincipal): ProcedureProposalRowDto {
  return { ...proposal, own: proposedById === officerId };
}

/** Drafts and proposals are for those who write procedures and those who approve them. @throws DomainError permission.missing */
export function requireProcedureWork(principal: OfficerPrincipal): void {
  if (!may(principal, 'procedure.publish')) requirePermission(principal, 'procedure.edit');
}

/** How many dossiers of a procedure are still open, on whatever version. */
export async function runningOf(tx: Transaction, code: string): Promise<number> {
  return (await readVersions(tx, code)).reduce((sum, { running }) => sum + running, 0);
}
