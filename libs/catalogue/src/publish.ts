import { DomainError, fold, initialsOf, sha256Hex } from '@app/kernel';
import type { Transaction } from '@app/database';
import { checkProcedure } from './check-procedure.js';
import type { ProcedureFault } from './procedure-fault.js';
import { checkMembers, looksLikeGroup } from './linked/check-group.js';
import { isLinkedGroup, type LinkedGroup } from './linked/linked-group.js';
import type { Procedure } from './procedure.js';
import { checkMigration } from './versions/check-migration.js';

/** A version as it is stored. */
export interface StoredVersion {
  readonly code: string;
  readonly version: number;
  /** SHA-256 of the JSON text as stored, the order of the questions included. */
  readonly digest: string;
  /** False when exactly this version was there already. */
  readonly isNew: boolean;
}

/**
 * Checks a document and stores it as a new, immutable version.
 * Storing the same content under the same number again changes nothing.
 * @param proposalId the approved proposal it came from; none for a version that comes with the program
 * @throws DomainError procedure.faulty naming what is missing or wrong, or that this number already holds another content
 */
export async function publishProcedure(tx: Transaction, document: unknown, proposalId?: string): Promise<StoredVersion> {
  // As written, not in canonical form: RFC 8785 sorts keys, and the order of the form's fields is the order of its questions.
  const text = JSON.stringify(document) ?? '';
  const digest = sha256Hex(text);
  const same = await tx.maybeOne<{ code: string; version: number }>(`SELECT code, version FROM procedure_version WHERE digest = $1 AND state = 'published'`, [digest]);
  if (same !== undefined) return { ...same, digest, isNew: false };
  const own = checkProcedure(document);
  const faults = own.length > 0 ? own : await checkTogether(tx, document as Procedure | LinkedGroup);
  const named = typeof document === 'object' && document !== null ? (document as { code?: unknown }).code : undefined;
  const code = typeof named === 'string' ? named : '?';
  if (faults.length > 0) {
    throw new DomainError('procedure.faulty', { params: { code, fault: faults.map(({ vi }) => vi).join(' ') }, fields: faults });
  }
  const procedure = document as Procedure;
  const unfit = await checkAgainstEarlier(tx, procedure);
  if (unfit.length > 0) throw new DomainError('procedure.faulty', { params: { code, fault: unfit.map(({ vi }) => vi).join(' ') }, fields: unfit });
  const { version, effective, handledBy, decidedAt } = procedure;
  const name = procedure.name.vi.normalize('NFC');
  const stored = await tx.execute(
    `INSERT INTO procedure_version (code, version, state, effective_from, effective_until, document, digest, name_vi, name_folded, initials, field, handled_by, decided_at, proposal_id)
     VALUES ($1, $2, 'published', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (code, version) DO NOTHING`,
    [code, version, effective.from, effective.until ?? null, text, digest, name, fold(name), initialsOf(name), procedure.field.name.vi, handledBy, decidedAt, proposalId ?? null],
  );
  if (stored > 0) return { code, version, digest, isNew: true };
  // The same content would have been found above, unless somebody else has stored it since.
  const known = await tx.one<{ digest: string }>('SELECT digest FROM procedure_version WHERE code = $1 AND version = $2', [code, version]);
  if (known.digest !== digest) throw alreadyPublished(code, version);
  return { code, version, digest, isNew: false };
}

/** The digests of every published version: each was checked before it was stored, so that whoever finds one in a file need not check it again. */
export async function readPublishedDigests(tx: Transaction): Promise<ReadonlySet<string>> {
  return new Set((await tx.rows<{ digest: string }>(`SELECT digest FROM procedure_version WHERE state = 'published'`)).map(({ digest }) => digest));
}

/** Whether a group finds its members, and whether the groups that a procedure belongs to still fit its new version. */
async function checkTogether(tx: Transaction, document: Procedure | LinkedGroup): Promise<ProcedureFault[]> {
  if (isLinkedGroup(document)) {
    const codes = document.group.members.map(({ procedure }) => procedure);
    const members = new Map((await newestOf(tx, codes)).map((each) => [each.code, each]));
    return checkMembers(document, (code) => members.get(code));
  }
  const groups = (await tx.rows<{ document: string }>(
    `SELECT DISTINCT ON (code) document FROM procedure_version WHERE state = 'published' AND document LIKE '%"group":%' AND document LIKE '%"procedure":"' || $1 || '"%' ORDER BY code, version DESC`,
    [document.code])).map((row) => JSON.parse(row.document) as LinkedGroup).filter(looksLikeGroup);
  const faults: ProcedureFault[] = [];
  for (const group of groups) {
    const members = new Map((await newestOf(tx, group.group.members.map(({ procedure }) => procedure))).map((each) => [each.code, each]));
    faults.push(...checkMembers(group, (code) => (code === document.code ? document : members.get(code))).filter(({ pointer }) => group.group.members[Number(pointer.split('/')[3])]?.procedure === document.code));
  }
  return faults;
}

async function newestOf(tx: Transaction, codes: readonly string[]): Promise<Procedure[]> {
  const rows = await tx.rows<{ document: string }>(
    `SELECT DISTINCT ON (code) document FROM procedure_version WHERE state = 'published' AND code = ANY ($1) ORDER BY code, version DESC`, [codes]);
  return rows.map(({ document }) => JSON.parse(document) as Procedure | LinkedGroup).filter((each): each is Procedure => !isLinkedGroup(each));
}

/** What of the migrations does not fit the versions they lead from. One that was never published here has no dossiers to be moved. */
export async function checkAgainstEarlier(tx: Transaction, later: Procedure): Promise<ProcedureFault[]> {
  const faults = await Promise.all((later.migrations ?? []).map(async (migration, index) => {
    const row = await tx.maybeOne<{ document: string }>(`SELECT document FROM procedure_version WHERE code = $1 AND version = $2 AND state = 'published'`, [later.code, migration.from]);
    return row === undefined ? [] : checkMigration(JSON.parse(row.document) as Procedure, later, migration, `/migrations/${index}`);
  }));
  return faults.flat();
}

function alreadyPublished(code: string, version: number): DomainError {
  const vi = `Phiên bản ${version} đã được công bố với nội dung khác. Hãy tăng "version" rồi công bố phiên bản mới.`;
  const en = `Version ${version} is already published with another content. Raise "version" and publish a new one.`;
  return new DomainError('procedure.faulty', { params: { code, fault: vi }, fields: [{ pointer: '/version', vi, en }] });
}
