import type { Transaction } from '@app/database';
import type { PaperOnFile } from './person.js';

/**
 * Puts papers that a national source named on the person's file, when a dossier uses them: what the dossier refers to must be there, and the
 * next one need not ask. Their ids follow from the question and the kind, so that a repeat changes nothing; the source stays their source.
 */
export async function recordFetched(tx: Transaction, papers: readonly PaperOnFile[]): Promise<void> {
  if (papers.length === 0) return;
  await tx.execute(
    `INSERT INTO paper_on_file (id, person_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, state, content, assurance, source, sha256)
     SELECT id, person_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, 'in-force', content, 'register', source, sha256
     FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, person_id uuid, kind text, name_vi text, name_en text, number text, issuer text, issued_on date, valid_until date, content jsonb, source text, sha256 text)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(papers.map(({ id, personId, kind, name, number, issuer, issuedOn, validUntil, content, source, sha256 }) => (
      { id, person_id: personId, kind, name_vi: name.vi, name_en: name.en, number, issuer, issued_on: issuedOn, valid_until: validUntil, content, source, sha256 })))]);
}
