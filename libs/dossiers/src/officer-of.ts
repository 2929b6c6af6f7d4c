import { DomainError } from '@app/kernel';
import { OFFICER_ROLES, type OfficerRole } from '@app/organisation';
import type { ActScope } from './act-scope.js';
import { rolesIn } from './may-act.js';

/** The officer who acts. @throws DomainError act.unknown for anyone else */
export function officerOf(scope: ActScope): string {
  if (scope.principal.kind !== 'officer') throw new DomainError('act.unknown', { params: { event: scope.event } });
  return scope.principal.officerId;
}

const SIGNING: readonly OfficerRole[] = ['chairman', 'vice-chairman', 'director', 'deputy-director'];

/** In which role and for which unit a leader signs. */
export interface Signature {
  readonly role: OfficerRole;
  readonly position: string;
  readonly unit: string;
}

/** In which role a leader decides for a unit; a deputy signs for the head (KT., Decree 30/2020 Art. 13). */
export function signatureOf(scope: ActScope, unit: string): Signature {
  const role = rolesIn(scope.principal, unit).find((each) => SIGNING.includes(each));
  if (role === undefined) throw new DomainError('permission.missing', { params: { permission: { vi: 'Ký văn bản', en: 'Sign papers' } } });
  return { role, position: OFFICER_ROLES[role].vi, unit };
}
