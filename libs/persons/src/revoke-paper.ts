import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';

/** Why a paper on file is good no longer, and who says so. */
export interface Revocation {
  readonly paperId: string;
  readonly reason: string;
  /** The agency that revoked it. */
  readonly authority: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly dossierId?: string;
  /** The officer who entered it by hand. */
  readonly officerId?: string;
  /** The paper that takes its place. */
  readonly replacedBy?: string;
}

/**
 * Revokes a paper, and its twins on other persons' files: the same number of the same issuer is one paper, unless it is the
 * corrected one that takes its place. It is never offered again; dossiers keep what they froze. What is revoked already stays as it is. Answers the ids of the papers newly revoked.
 * Throws `not-found`, and `reason.required` without a reason.
 */
export async function revokePaper(tx: Transaction, { paperId, reason, authority, on, dossierId, officerId, replacedBy }: Revocation): Promise<string[]> {
  if (reason.trim() === '') throw new DomainError('reason.required');
  await tx.one('SELECT id FROM paper_on_file WHERE id = $1', [paperId]);
  const rows = await tx.rows<{ paper_id: string }>(
    `INSERT INTO paper_revocation (paper_id, person_id, reason, authority, revoked_on, dossier_id, recorded_by, replaced_by)
     SELECT twin.id, twin.person_id, $2, $3, $4, $5, $6, $7 FROM paper_on_file own
       JOIN paper_on_file twin ON twin.id = own.id OR (twin.kind = own.kind AND twin.number = own.number AND twin.issuer = own.issuer)
      WHERE own.id = $1 AND twin.state <> 'revoked' AND twin.sha256 IS DISTINCT FROM (SELECT sha256 FROM paper_on_file WHERE id = $7)
     ON CONFLICT (paper_id) DO NOTHING RETURNING paper_id`,
    [paperId, reason.trim(), authority, on, dossierId ?? null, officerId ?? null, replacedBy ?? null]);
  return rows.map(({ paper_id }) => paper_id);
}
