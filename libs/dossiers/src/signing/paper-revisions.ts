import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { DecisionForm } from '@app/workflow';

/** What a revision of a paper added: the officer's signature, the number with its date, the agency's seal. */
export type RevisionKind = 'signature' | 'number' | 'seal';

/** A paper as it was after one of the three acts; the bytes of the one before are its beginning. */
export interface PaperRevision {
  readonly kind: RevisionKind;
  readonly form: DecisionForm;
  /** The act that asked for it. */
  readonly seq: number;
  readonly title: Localized;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly template_version: string;
  /** The certificate's common name; null of a number. */
  readonly signer: string | null;
  /** ISO instant. */
  readonly at: string;
}

const COLUMNS = 'kind, form, seq, title, sha256, size, pages, template_version, signer, at';

/** The revisions of the paper now on its way or issued last, in order: those from the last signature on. */
export async function readRevisions(tx: Transaction, dossierId: string): Promise<PaperRevision[]> {
  const rows = await tx.rows<PaperRevision>(`select ${COLUMNS} from paper_revision where dossier_id = $1 order by seq`, [dossierId]);
  return rows.slice(Math.max(0, rows.findLastIndex(({ kind }) => kind === 'signature')));
}

/** What is kept of a revision, beside the bytes in the store of contents. */
export interface NewRevision extends PaperRevision {
  readonly id: string;
  readonly dossierId: string;
  readonly effectId: string;
  readonly keyId: string | null;
}

/** Keeps a revision; the same effect carried out twice leaves one. */
export async function insertRevision(tx: Transaction, revision: NewRevision): Promise<void> {
  await tx.execute(
    `insert into paper_revision (id, dossier_id, seq, effect_id, kind, form, title, sha256, size, pages, template_version, key_id, signer, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (effect_id) do nothing`,
    [revision.id, revision.dossierId, revision.seq, revision.effectId, revision.kind, revision.form, JSON.stringify(revision.title), revision.sha256, revision.size, revision.pages,
      revision.template_version, revision.keyId, revision.signer, revision.at]);
}

/** Whether the work of an effect was done before, by a runner that died before it could say so. */
export async function isRevised(tx: Transaction, effectId: string): Promise<boolean> {
  return (await tx.maybeOne('select 1 from paper_revision where effect_id = $1', [effectId])) !== undefined;
}
