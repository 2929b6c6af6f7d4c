import { DomainError, localDate, localTime } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { CatalogueEntry } from '../entry.js';
import { folderExamples, type WorkedExample } from './examples.js';
import { newDraft, type DraftDocument } from './new-draft.js';
import { writeLog } from './procedure-log.js';

/** The officer who works on a procedure, and when. */
export interface Editing {
  readonly officerId: string;
  readonly now: Temporal.Instant;
}

/** The working copy of a procedure. */
export interface ProcedureDraft {
  readonly code: string;
  readonly basedOn: number;
  readonly document: DraftDocument;
  readonly examples: readonly WorkedExample[];
  /** Grows with each save; a save names the one it saw. */
  readonly revision: number;
  readonly savedBy: string;
  readonly savedById: string;
  readonly savedAt: string;
}

interface DraftRow {
  readonly code: string;
  readonly based_on: number;
  readonly document: string;
  readonly examples: string;
  readonly revision: number;
  readonly saved_by: string;
  readonly saved_by_name: string;
  readonly saved_at: string;
}

const READ = `select d.code, d.based_on, d.document, d.examples, d.revision, d.saved_by, o.full_name as saved_by_name, d.saved_at
  from procedure_draft d join officer o on o.id = d.saved_by where d.code = $1`;

/** The working copy, if somebody has begun one. */
export async function findDraft(tx: Transaction, code: string): Promise<ProcedureDraft | undefined> {
  const row = await tx.maybeOne<DraftRow>(READ, [code]);
  return row && fromRow(row);
}

/** @throws DomainError not-found when nobody has begun one */
export async function getDraft(tx: Transaction, code: string): Promise<ProcedureDraft> {
  return fromRow(await tx.one<DraftRow>(READ, [code]));
}

/** Begins a working copy of a procedure, or opens the one that is there. */
export async function startDraft(tx: Transaction, entry: CatalogueEntry, { officerId, now }: Editing): Promise<ProcedureDraft> {
  const { basedOn, document } = newDraft(entry);
  const examples = basedOn === 0 ? [] : await examplesOf(tx, entry.code, basedOn);
  const begun = await tx.execute(
    `insert into procedure_draft (code, based_on, document, examples, started_by, started_at, saved_by, saved_at)
     values ($1, $2, $3, $4, $5, $6, $5, $6) on conflict (code) do nothing`,
    [entry.code, basedOn, JSON.stringify(document), JSON.stringify(examples), officerId, now.toString()],
  );
  if (begun > 0) await writeLog(tx, { code: entry.code, event: 'started', officerId, now });
  return getDraft(tx, entry.code);
}

async function examplesOf(tx: Transaction, code: string, version: number): Promise<WorkedExample[]> {
  const row = await tx.maybeOne<{ examples: string | null }>(
    'select p.examples from procedure_version v join procedure_proposal p on p.id = v.proposal_id where v.code = $1 and v.version = $2', [code, version]);
  return row?.examples ? (JSON.parse(row.examples) as WorkedExample[]) : folderExamples(code);
}

/** What a save brings: the revision it saw and everything as it stands now. */
export interface SavedDraft {
  readonly revision: number;
  readonly document: DraftDocument;
  readonly examples: readonly WorkedExample[];
}

/**
 * Saves the working copy as it stands.
 * @throws DomainError procedure.draft-changed when somebody else saved meanwhile (who, when), not-found when it is gone,
 *   procedure.code-fixed when the document is of another procedure
 */
export async function saveDraft(tx: Transaction, code: string, { revision, document, examples }: SavedDraft, { officerId, now }: Editing): Promise<ProcedureDraft> {
  const known = await tx.one<{ revision: number; saved_by: string; version: number | null }>(
    "select revision, saved_by, (document::json ->> 'version')::int as version from procedure_draft where code = $1 for update", [code]);
  if (known.revision !== revision) throw changed(await getDraft(tx, code));
  // The desk gives code and number of the version; a working copy cannot be turned into another one.
  const kept = { ...document, code, version: known.version };
  await tx.execute('update procedure_draft set document = $2, examples = $3, revision = revision + 1, saved_by = $4, saved_at = $5 where code = $1', [
    code, JSON.stringify(kept), JSON.stringify(examples), officerId, now.toString(),
  ]);
  if (known.saved_by !== officerId) await writeLog(tx, { code, event: 'taken-over', officerId, now });
  return getDraft(tx, code);
}

/** The refusal that names who saved over the revision somebody had seen. */
export function changed({ savedBy, savedAt, revision }: ProcedureDraft): DomainError {
  const at = Temporal.Instant.from(savedAt);
  const [year, month, day] = localDate(at).split('-');
  return new DomainError('procedure.draft-changed', { params: { who: savedBy, at: `${localTime(at)} ngày ${day}/${month}/${year}` }, facts: { who: savedBy, at: savedAt, revision } });
}

/** Throws the working copy away. @throws DomainError procedure.draft-changed, not-found */
export async function dropDraft(tx: Transaction, code: string, revision: number, { officerId, now }: Editing): Promise<void> {
  const draft = await getDraft(tx, code);
  if (draft.revision !== revision) throw changed(draft);
  await removeDraft(tx, code);
  await writeLog(tx, { code, event: 'dropped', officerId, now });
}

/** Takes the working copy away once its content lives on as a proposal or a version. */
export async function removeDraft(tx: Transaction, code: string): Promise<void> {
  await tx.execute('delete from procedure_draft where code = $1', [code]);
}

function fromRow(row: DraftRow): ProcedureDraft {
  return {
    code: row.code, basedOn: row.based_on, document: JSON.parse(row.document) as DraftDocument, examples: JSON.parse(row.examples) as WorkedExample[],
    revision: row.revision, savedBy: row.saved_by_name, savedById: row.saved_by, savedAt: row.saved_at,
  };
}
