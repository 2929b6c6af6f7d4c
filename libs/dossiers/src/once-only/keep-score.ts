import type { Form } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { readDeclaration } from '../declaration.js';
import { scoreOf, type OnceOnlyScore, type ScoredPaper } from './score.js';

/** What is scored: a dossier, or a linked group, which asks each question once for all its dossiers. */
export type Scored = { readonly dossierId: string } | { readonly groupId: string };

/** Writes the score of what was filed; once more after a change of what it is computed from. */
export async function writeScore(tx: Transaction, scored: Scored, { fields, papers, classes }: OnceOnlyScore): Promise<void> {
  const [dossierId, groupId] = 'dossierId' in scored ? [scored.dossierId, null] : [null, scored.groupId];
  await tx.execute(
    `insert into once_only_score (id, dossier_id, group_id, fields_needed, fields_not_asked, fields_refused, fields_mismatched, papers_needed, papers_not_asked, papers_refused, classes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (id) do update set fields_needed = excluded.fields_needed, fields_not_asked = excluded.fields_not_asked, fields_refused = excluded.fields_refused,
       fields_mismatched = excluded.fields_mismatched, papers_needed = excluded.papers_needed, papers_not_asked = excluded.papers_not_asked,
       papers_refused = excluded.papers_refused, classes = excluded.classes`,
    [dossierId ?? groupId, dossierId, groupId, fields.needed, fields.notAsked, fields.refused, fields.mismatched, papers.needed, papers.notAsked, papers.refused, JSON.stringify(classes)]);
}

/** The score as the dossier's records make it now. */
export async function readScore(tx: Transaction, form: Form, dossierId: string): Promise<OnceOnlyScore> {
  const [{ data, origins }, papers] = await Promise.all([
    readDeclaration(tx, dossierId),
    tx.rows<ScoredPaper>('select required, origin, offered from dossier_component where dossier_id = $1', [dossierId]),
  ]);
  return scoreOf(form, data, origins, papers);
}

/** Computes the score of a dossier from its records and keeps it, so that a month of a province can be added up. */
export async function keepScore(tx: Transaction, form: Form, dossierId: string): Promise<void> {
  await writeScore(tx, { dossierId }, await readScore(tx, form, dossierId));
}
