import type { Declaration } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';

/** Where an answer came from. What was fetched stays apart from what was declared: a copy and digest of the source are frozen here. */
export interface Origin {
  /** `register`: a national source, asked for this dossier. */
  readonly origin: 'population' | 'paper' | 'register' | 'citizen' | 'clerk';
  readonly source?: Localized;
  readonly asOf?: string;
  readonly paperId?: string;
  readonly queryId?: string;
  readonly digest?: string;
  /** What was offered, where something else was declared. */
  readonly onFile?: OnFile;
  /** The class of what was offered, where the person said no to it. */
  readonly declined?: 'population' | 'paper' | 'register';
}

/** A value on file that a declared one contradicts, as it was when that was declared. */
export interface OnFile {
  readonly value: string;
  readonly source: Localized;
  readonly asOf: string;
  readonly paperId?: string;
  readonly queryId?: string;
  readonly digest: string;
}

/** Whether a declared value says something else than the one on file. Capitals, blanks and the composition of accents are no difference. */
export function contradicts(declared: unknown, onFile: string): boolean {
  const plain = (value: string): string => value.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('vi');
  return declared !== undefined && declared !== null && plain(String(declared)) !== plain(onFile);
}

/** The declaration of a dossier at its newest revision. */
export interface StoredDeclaration {
  readonly revision: number;
  readonly data: Declaration;
  /** Origin by JSON pointer. */
  readonly origins: Readonly<Record<string, Origin>>;
}

export async function readDeclaration(tx: Transaction, dossierId: string): Promise<StoredDeclaration> {
  return tx.one<StoredDeclaration>(
    'select revision, data, origins from dossier_declaration where dossier_id = $1 order by revision desc limit 1', [dossierId]);
}

/** Writes a revision; earlier ones stay as they were. */
export async function writeDeclaration(
  tx: Transaction,
  dossierId: string,
  revision: number,
  data: Declaration,
  origins: Readonly<Record<string, Origin>>,
  at: Temporal.Instant,
): Promise<void> {
  await tx.execute(
    'insert into dossier_declaration (dossier_id, revision, data, origins, at) values ($1, $2, $3, $4, $5)',
    [dossierId, revision, JSON.stringify(data), JSON.stringify(origins), at.toString()]);
}
