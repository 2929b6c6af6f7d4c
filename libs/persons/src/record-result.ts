import { newId, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Assurance } from './person.js';

/** The result of a dossier, on its way to becoming data on file. */
export interface DossierResult {
  readonly dossierId: string;
  readonly dossierCode: string;
  /** Everyone the paper is about, such as both holders of a land certificate. */
  readonly personIds: readonly string[];
  /** The procedure's `result.paper`. */
  readonly kind: string;
  readonly name: Localized;
  readonly number: string | null;
  readonly issuer: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly validUntil?: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly fileId?: string | null;
  readonly assurance: Assurance;
  /** Of the document's bytes, lower-case hex. */
  readonly sha256: string;
  /** The paper this one takes the place of: it, and its twins on other persons' files, are revoked. */
  readonly replaces?: string;
}

/**
 * Puts a dossier's result on file, so that the next procedure does not ask for it. Doing it again does nothing: an
 * effect may run twice. Returns the ids of the papers, one per person in the order given.
 */
export async function recordResult(tx: Transaction, result: DossierResult): Promise<string[]> {
  if (result.replaces) {
    await tx.execute(
      `UPDATE paper_on_file SET state = 'revoked' FROM paper_on_file old
       WHERE old.id = $1 AND paper_on_file.state = 'in-force' AND (paper_on_file.id = old.id
         OR (paper_on_file.kind = old.kind AND paper_on_file.number = old.number AND paper_on_file.issuer = old.issuer))`,
      [result.replaces],
    );
  }
  await tx.execute(
    `INSERT INTO paper_on_file (id, person_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, state, content, file_id,
       assurance, source, dossier_id, dossier_code, sha256)
     SELECT id, person_id, $3, $4, $5, $6, $7, $8, $9, 'in-force', $10, $11, $12, 'dossier', $13, $14, $15
     FROM unnest($1::uuid[], $2::uuid[]) AS holder (id, person_id)
     ON CONFLICT (dossier_id, person_id, kind) WHERE dossier_id IS NOT NULL DO NOTHING`,
    [
      result.personIds.map(() => newId()), result.personIds, result.kind, result.name.vi, result.name.en, result.number, result.issuer,
      result.issuedOn, result.validUntil ?? null, JSON.stringify(result.content), result.fileId ?? null, result.assurance,
      result.dossierId, result.dossierCode, result.sha256,
    ],
  );
  const papers = await tx.rows<{ id: string; personId: string }>(
    'SELECT id, person_id AS "personId" FROM paper_on_file WHERE dossier_id = $1 AND kind = $2',
    [result.dossierId, result.kind],
  );
  return result.personIds.flatMap((personId) => papers.find((paper) => paper.personId === personId)?.id ?? []);
}
