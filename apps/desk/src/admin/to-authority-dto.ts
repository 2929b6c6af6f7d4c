import type { OfficerPrincipal } from '@app/access';
import type { AuthorityEffect, AuthorityProposal, AuthorityRecord } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import type { AuthorityRuleBody, AuthorityScope } from '@app/organisation';
import type { AuthorityChangeDto, AuthorityEffectDto, AuthorityRecordDto, AuthorityRuleDto, ProposeAuthorityRuleDto } from './authority.dto.js';

/** The scope a request names. A rule about nothing, or about both, is refused by its caller. */
export function scopeOf({ procedureCode, caseKey, fieldCode }: ProposeAuthorityRuleDto): AuthorityScope | undefined {
  if (procedureCode !== undefined && fieldCode === undefined) return { procedureCode, ...(caseKey !== undefined && { caseKey }) };
  return procedureCode === undefined && caseKey === undefined && fieldCode !== undefined ? { fieldCode } : undefined;
}

/** A rule in the book as the browser gets it. */
export function recordDto(record: AuthorityRecord): AuthorityRecordDto {
  const { id, state, unitName, subject, proposedByName, approvedByName, approvedAt, endProposed } = record;
  return {
    ...ruleDto(record, unitName, subject), id, state,
    ...(proposedByName !== null && { proposedBy: proposedByName }), ...(approvedByName !== null && { approvedBy: approvedByName }),
    ...(approvedAt !== null && { approvedAt }), ...(endProposed !== null && { endProposed }),
  };
}

/** A change with all it would do; `own` says whether the reader proposed it. */
export function changeDto(change: AuthorityProposal, principal: OfficerPrincipal): AuthorityChangeDto {
  const { id, body, unitName, subject, state, proposedByName, proposedAt, decidedByName, decidedAt, rejectedReason } = change;
  return {
    id, kind: body.kind, rule: ruleDto(body.rule, unitName, subject), state, proposedBy: proposedByName, proposedAt, own: change.proposedBy === principal.officerId,
    ...(body.kind === 'end' && { until: body.until, document: body.document }),
    ...(decidedByName !== null && { decidedBy: decidedByName }), ...(decidedAt !== null && { decidedAt }), ...(rejectedReason !== null && { rejectedReason }),
  };
}

export function effectDto({ day, open, kept, future, refused }: AuthorityEffect): AuthorityEffectDto {
  return { day, open: [...open], kept, future: future.map(({ places, ...each }) => ({ ...each, places: [...places] })), refused: [...refused] };
}

function ruleDto({ scope, unitId, level, office, from, until, basis, provenance }: AuthorityRuleBody, unitName: string, subject: Localized): AuthorityRuleDto {
  return { ...scope, subject, unitId, unitName, level, from, basis, provenance, ...(office !== undefined && { office }), ...(until !== undefined && { until }) };
}
