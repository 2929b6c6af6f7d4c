import { newId, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Assurance } from './person.js';
import { revokePaper } from './revoke-paper.js';

/** The result of a dossier, on its way to becoming data on file. */
export interface DossierResult {
  readonly dossierId: string;
  readonly dossierCode: string;
  /** Everyone the paper is about, such as both holders of a land certificate. */
  readonly personIds: readonly string[];
  /** The organisations it is about. */
  readonly organisationIds?: readonly string[];
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
 * effect may run twice. What it takes the place of is revoked: the paper it names, and the dossier's own result before a
 * correction. Returns the ids of the papers, one per person in the order given.
 */
export async function recordResult(tx: Transaction, result: DossierResult): Promise<string[]> {
  const values = [
    result.kind, result.name.vi, result.name.en, result.number, result.issuer, result.issuedOn, result.validUntil ?? null, JSON.stringify(result.content), result.fileId ?? null,
    result.assurance, result.dossierId, result.dossierCode, result.sha256,
  ];
  await tx.execute(
    `INSERT INTO paper_on_file (id, person_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, state, content, file_id,
       assurance, source, dossier_id, dossier_code, sha256)
     SELECT id, person_id, $3, $4, $5, $6, $7, $8, $9, 'in-force', $10, $11, $12, 'dossier', $13, $14, $15
     FROM unnest($1::uuid[], $2::uuid[]) AS holder (id, person_id)
     ON CONFLICT (dossier_id, person_id, kind, sha256) WHERE dossier_id IS NOT NULL DO NOTHING`,
    [result.personIds.map(() => newId()), result.personIds, ...values]);
  await tx.execute(
    `INSERT INTO paper_on_file (id, organisation_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, state, content, file_id,
       assurance, source, dossier_id, dossier_code, sha256)
     SELECT id, organisation_id, $3, $4, $5, $6, $7, $8, $9, 'in-force', $10, $11, $12, 'dossier', $13, $14, $15
     FROM unnest($1::uuid[], $2::uuid[]) AS holder (id, organisation_id)
     ON CONFLICT (dossier_id, organisation_id, kind, sha256) WHERE dossier_id IS NOT NULL AND organisation_id IS NOT NULL DO NOTHING`,
    [(result.organisationIds ?? []).map(() => newId()), result.organisationIds ?? [], ...values]);
  const papers = await tx.rows<{ id: string; personId: string | null }>(
    'SELECT id, person_id AS "personId" FROM paper_on_file WHERE dossier_id = $1 AND kind = $2 AND sha256 = $3',
    [result.dossierId, result.kind, result.sha256],
  );
  await revokeSuperseded(tx, result, papers);
  return result.personIds.flatMap((personId) => papers.find((paper) => paper.personId === personId)?.id ?? []);
}

async function revokeSuperseded(tx: Transaction, result: DossierResult, papers: ReadonlyArray<{ id: string; personId: string | null }>): Promise<void> {
  const corrected = await tx.rows<{ id: string; personId: string | null }>(
    `SELECT id, person_id AS "personId" FROM paper_on_file WHERE dossier_id = $1 AND kind = $2 AND sha256 <> $3 AND component_key IS NULL AND state = 'in-force'`,
    [result.dossierId, result.kind, result.sha256]);
  const revoke = (paperId: string, reason: string, replacedBy?: string): Promise<string[]> =>
    revokePaper(tx, { paperId, reason, authority: result.issuer, on: result.issuedOn, dossierId: result.dossierId, ...(replacedBy && { replacedBy }) });
  if (result.replaces) await revoke(result.replaces, `Được thay thế bằng kết quả của hồ sơ ${result.dossierCode}`, papers[0]?.id);
  for (const { id, personId } of corrected) await revoke(id, 'Kết quả đã được đính chính', (papers.find((paper) => paper.personId === personId) ?? papers[0])?.id);
}
