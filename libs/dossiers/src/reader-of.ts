import type { CitizenPrincipal, OfficerPrincipal } from '@app/access';
import { DomainError } from '@app/kernel';
import type { Reader } from '@app/persons';

/** How an officer looks at personal data: named by officer, unit and role, never by session. */
export function readerOf(principal: OfficerPrincipal | CitizenPrincipal): Reader {
  if (principal.kind === 'citizen') return { kind: 'citizen', personId: principal.personId };
  const post = principal.posts[0];
  if (post === undefined) throw new DomainError('permission.missing', { params: { permission: { vi: 'Xem dữ liệu công dân', en: 'See data on persons' } } });
  return { kind: 'officer', officerId: principal.officerId, unitId: post.unitId, role: post.role };
}
