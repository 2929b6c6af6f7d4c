import type { OfficerPrincipal } from '@app/access';
import type { ProcedureDraft, Proposal } from '@app/catalogue';
import type { ProcedureDraftDto, ProcedureProposalRowDto } from './procedures.dto.js';

/** A working copy as the browser gets it. */
export function draftDto({ code, basedOn, document, examples, revision, savedBy, savedAt }: ProcedureDraft): ProcedureDraftDto {
  return {
    code, basedOn, document: { ...document }, revision, savedBy, savedAt,
    examples: examples.map((example) => ({ ...example, declaration: { ...example.declaration }, requires: [...example.requires] })),
  };
}

/** A proposal in the list; who proposed it is told by name, and whether it is the reader's own. */
export function proposalRowDto({ document: _, examples: __, proposedById, ...proposal }: Proposal, { officerId }: OfficerPrincipal): ProcedureProposalRowDto {
  return { ...proposal, own: proposedById === officerId };
}
