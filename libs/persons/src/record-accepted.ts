import { newId, sha256Hex, type Localized } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Assurance } from './person.js';

/** A paper somebody handed in with a dossier, scanned, checked and accepted. */
export interface AcceptedPaper {
  readonly componentKey: string;
  /** The kind the procedure's component names in `satisfiedBy`. */
  readonly kind: string;
  readonly name: Localized;
  /** Its scans, each with the SHA-256 of its bytes; at least one. */
  readonly files: ReadonlyArray<{ readonly id: string; readonly sha256: string }>;
  readonly assurance: Assurance;
  /** As the clerk read them off, if at all; days are `YYYY-MM-DD`. */
  readonly number?: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  readonly validUntil?: string;
}

/** Papers that a dossier has accepted from its owner. */
export interface AcceptedPapers {
  readonly dossierId: string;
  readonly dossierCode: string;
  /** Whose file they go on: the owner's, a person or an organisation. */
  readonly owner: { readonly personId: string } | { readonly organisationId: string };
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly papers: readonly AcceptedPaper[];
}

/**
 * Puts accepted papers on file, so that they are not asked for again. They are known by kind and digest, or by
 * kind and number where it was read off: what is on the person's file already, from whichever dossier and also revoked, is not put there
 * twice. What nobody has read off is not known as data.
 */
export async function recordAccepted(tx: Transaction, { dossierId, dossierCode, owner, on, papers }: AcceptedPapers): Promise<void> {
  const rows = papers.map(({ componentKey, kind, name, files, assurance, number = null, issuer = null, issuedOn = null, validUntil = null }) => ({
    number, issuer, issued_on: issuedOn, valid_until: validUntil,
    id: newId(), kind, name_vi: name.vi, name_en: name.en, component_key: componentKey, assurance, file_id: files[0]!.id,
    sha256: files.length === 1 ? files[0]!.sha256 : sha256Hex(files.map(({ sha256 }) => sha256).join('\n')),
    content: files.length === 1 ? {} : { files: files.map(({ id, sha256 }) => ({ id, sha256 })) },
  }));
  const [column, ownerId] = 'personId' in owner ? ['person_id', owner.personId] : ['organisation_id', owner.organisationId];
  await tx.execute(
    `INSERT INTO paper_on_file (id, ${column}, kind, name_vi, name_en, component_key, number, issuer, issued_on, valid_until, accepted_on, state, content, file_id, assurance, source, dossier_id, dossier_code, sha256)
     SELECT id, $1, kind, name_vi, name_en, component_key, number, issuer, issued_on, valid_until, $2, 'in-force', content, file_id, assurance, 'dossier', $3, $4, sha256
     FROM jsonb_to_recordset($5::jsonb) AS row (id uuid, kind text, name_vi text, name_en text, component_key text, number text, issuer text, issued_on date, valid_until date, content jsonb, file_id uuid, assurance text, sha256 text)
     WHERE NOT EXISTS (SELECT FROM paper_on_file known WHERE known.${column} = $1 AND known.kind = row.kind AND (known.sha256 = row.sha256
         OR (known.number = row.number AND (known.issuer IS NULL OR row.issuer IS NULL OR lower(known.issuer) = lower(row.issuer)))))
     ON CONFLICT DO NOTHING`,
    [ownerId, on, dossierId, dossierCode, JSON.stringify(rows)]);
}
