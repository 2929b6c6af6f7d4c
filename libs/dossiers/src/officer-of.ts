import { actingFor, type ActingFor } from '@app/access';
import { DomainError } from '@app/kernel';
import { OFFICER_ROLES, type OfficerRole } from '@app/organisation';
import type { ActScope } from './act-scope.js';
import type { Authors } from './may-act.js';
import { rolesIn } from './may-act.js';

/** The officer who acts. @throws DomainError act.unknown for anyone else */
export function officerOf(scope: ActScope): string {
  if (scope.principal.kind !== 'officer') throw new DomainError('act.unknown', { params: { event: scope.event } });
  return scope.principal.officerId;
}

/** Whom the officer acts for, as the records keep it; null where it is the officer's own post. */
export function officerFor(scope: ActScope): string | null {
  return actingFor(scope.right)?.officerId ?? null;
}

/** Notes whose hand is in something a leader has to decide. */
export function noteAuthors(scope: ActScope, part: keyof Authors): void {
  const acting = officerFor(scope);
  const hands = [officerOf(scope), ...(acting === null ? [] : [acting])];
  scope.changes.authors = { ...scope.dossier.authors, ...scope.changes.authors, [part]: hands };
}

const SIGNING: readonly OfficerRole[] = ['chairman', 'vice-chairman', 'director', 'deputy-director'];

/** In which role and for which unit a leader signs; kept with what was signed, so that a reprint says the same. */
export interface Signature {
  /** Whose role it is: the signer's own, or with a delegation that of the head signed for. */
  readonly role: OfficerRole;
  /** The position under the formula. */
  readonly position: string;
  readonly unit: string;
  /** Only where a document passes the signature on: by order or by delegation, and which document. */
  readonly by?: { readonly formula: 'TL.' | 'TUQ.'; readonly delegation: string; readonly document: string };
}

/**
 * How a leader decides for a unit (Decree 30/2020 Art. 13): a chairman for the committee, a deputy for the head (KT.), whoever else
 * the head has given the signature to by order (TL.) or by written delegation (TUQ.).
 * @throws DomainError permission.missing
 */
export function signatureOf(scope: ActScope, unit: string): Signature {
  const role = rolesIn(scope.right, unit, scope.dossier.procedure_code).find((each) => SIGNING.includes(each));
  if (role === undefined) throw new DomainError('permission.missing', { params: { permission: { vi: 'Ký văn bản', en: 'Sign' } } });
  const by = passedOnBy(actingFor(scope.right));
  return by === undefined ? { role, position: OFFICER_ROLES[role].vi, unit } : { role, position: by.position, unit, by: by.by };
}

function passedOnBy(acting: ActingFor | undefined): { position: string; by: NonNullable<Signature['by']> } | undefined {
  if (acting?.formula === undefined || acting.document === undefined || acting.position === undefined) return undefined;
  return { position: acting.position, by: { formula: acting.formula, delegation: acting.id, document: acting.document } };
}
