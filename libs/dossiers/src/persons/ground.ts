import type { OfficerPrincipal } from '@app/access';
import type { Transaction } from '@app/database';
import { DomainError, type Clock } from '@app/kernel';
import type { Look, OutsideReason } from '@app/persons';
import { readerOf } from '../reader-of.js';

/** On what ground a person's page is opened: a dossier or draft in hand that names them, or a purpose stated shortly before. One of them. */
export interface Ground {
  readonly dossierId?: string;
  readonly draftId?: string;
  readonly lookId?: string;
}

export interface GroundedLook {
  readonly look: Look;
  readonly kind: 'dossier' | 'draft' | 'outside';
  /** When the purpose stated outside a dossier ends, as an ISO instant. */
  readonly until?: string;
}

/** How long a purpose stated outside a dossier holds: one look at one page, not a morning of looking. */
export const OUTSIDE_MINUTES = 15;

interface LookRow {
  readonly reason_kind: OutsideReason;
  readonly reason: string;
  readonly until: string;
}

/**
 * The look an officer may have at a person now, with its purpose for the log.
 * @throws DomainError look.reason-needed without a dossier that is open, a draft of one's own that names the person, or a stated purpose;
 *   look.expired once that purpose is too old
 */
export async function groundOf(tx: Transaction, principal: OfficerPrincipal, personId: string, { dossierId, draftId, lookId }: Ground, clock: Clock): Promise<GroundedLook> {
  const reader = readerOf(principal);
  if (dossierId !== undefined) {
    const dossier = await tx.maybeOne<{ procedure_code: string }>(
      `select d.procedure_code from dossier d where d.id = $1 and d.closed_at is null and exists (select 1 from dossier_person p where p.dossier_id = d.id and p.person_id = $2)`, [dossierId, personId]);
    if (dossier) return { kind: 'dossier', look: { reader, purpose: 'Xem dữ liệu để giải quyết hồ sơ', procedureCode: dossier.procedure_code, dossierId } };
  } else if (draftId !== undefined) {
    const draft = await tx.maybeOne<{ procedure_code: string }>(
      `select procedure_code from draft where id = $1 and $2 in (data -> 'intake' -> 'owner' ->> 'id', data -> 'intake' -> 'filer' ->> 'id')`, [draftId, personId]);
    if (draft) return { kind: 'draft', look: { reader, purpose: 'Xem dữ liệu để tiếp nhận hồ sơ', procedureCode: draft.procedure_code } };
  } else if (lookId !== undefined) {
    const stated = await tx.maybeOne<LookRow>('select reason_kind, reason, until from outside_look where id = $1 and person_id = $2 and officer_id = $3', [lookId, personId, principal.officerId]);
    if (stated && Date.parse(stated.until) <= clock.now().epochMilliseconds) throw new DomainError('look.expired');
    if (stated) return { kind: 'outside', until: stated.until, look: { reader, purpose: 'Xem ngoài hồ sơ', outside: { lookId, kind: stated.reason_kind, text: stated.reason } } };
  }
  throw new DomainError('look.reason-needed');
}
