import type { Readable } from 'node:stream';
import { DomainError, newId, type Clock } from '@app/kernel';
import type { Database, DatabasePrincipal, Transaction } from '@app/database';
import { checkContent, EXTENSIONS, type MediaType } from './checks.js';
import { collect, MEGABYTE } from './collect.js';
import type { Contents } from './contents.js';
import type { VirusScanner } from './virus-scanner.js';
import type { FileBelonging, StoredContent, StoredFile, Uploader } from './stored-file.js';

/** How much is taken in. */
export interface FileLimits {
  /** Of one file, bytes. */
  readonly file: number;
  /** Of all files of one draft, or of one dossier, bytes. */
  readonly total: number;
}

export const DEFAULT_FILE_LIMITS: FileLimits = { file: 20 * MEGABYTE, total: 200 * MEGABYTE };

/** What a store may be told besides. */
export interface FileStoreOptions {
  readonly scanner?: VirusScanner | undefined;
  readonly limits?: FileLimits | undefined;
}

const LONGEST_NAME = 120;

/** A file on its way in. */
export interface IncomingFile extends FileBelonging {
  readonly content: Readable | Uint8Array;
  /** As the sender calls it. */
  readonly name: string;
  readonly uploadedBy: Uploader;
  /** Bytes; that of the store when left out. */
  readonly limitBytes?: number;
}

/** Takes files in, checks what they really are, and gives them out again to those who may see them. */
export class FileStore {
  private readonly scanner: VirusScanner | undefined;
  private readonly limits: FileLimits;

  constructor(
    private readonly database: Database,
    private readonly contents: Contents,
    private readonly clock: Clock,
    { scanner, limits = DEFAULT_FILE_LIMITS }: FileStoreOptions = {},
  ) {
    this.scanner = scanner;
    this.limits = limits;
  }

  /**
   * Checks and keeps a file, and records it for a principal.
   *
   * Throws `file.kind`, `file.empty`, `file.locked`, `file.infected`, `file.scanner-away`, `file.too-large` or `file.quota` (naming the limit) or `file.no-space`; then
   * nothing was recorded.
   */
  async put(principal: DatabasePrincipal, file: IncomingFile): Promise<StoredFile> {
    const content = await this.keep(file.content, file.limitBytes);
    return this.database.transaction(principal, (tx) => this.record(tx, content, file));
  }

  /** Checks (for viruses too, when there is a scanner) and keeps bytes without recording them: before a transaction that will {@link record} them. */
  async keep(content: Readable | Uint8Array, limitBytes = this.limits.file): Promise<StoredContent> {
    const bytes = await collect(content, limitBytes);
    // First: what carries a virus is told as that, whatever else it is.
    await this.scanner?.check(bytes);
    const mediaType = await checkContent(bytes);
    return { sha256: await this.contents.keep(bytes), size: bytes.length, mediaType };
  }

  /** Records a kept content as a file, inside the caller's transaction. @throws DomainError file.quota */
  async record(tx: Transaction, content: StoredContent, file: Omit<IncomingFile, 'content' | 'limitBytes'>): Promise<StoredFile> {
    await this.requireRoom(tx, content.size, file.dossierId ?? file.draftId);
    const row = await tx.one<FileRow>(
      `INSERT INTO file (id, sha256, size, media_type, name, created_at, uploaded_by_kind, uploaded_by, dossier_id, draft_id, component_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING *`,
      [
        newId(),
        content.sha256,
        content.size,
        content.mediaType,
        cleanFileName(file.name, content.mediaType),
        this.clock.now().toString(),
        file.uploadedBy.kind,
        file.uploadedBy.id,
        file.dossierId ?? null,
        file.draftId ?? null,
        file.componentKey ?? null,
      ],
    );
    return fromRow(row);
  }

  /** Uploads of one draft or dossier that come at once wait for each other here: together they must not pass the limit either. */
  private async requireRoom(tx: Transaction, size: number, belongsTo: string | null | undefined): Promise<void> {
    if (belongsTo == null) return;
    await tx.execute('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`files ${belongsTo}`]);
    const { taken } = await tx.one<{ taken: number }>('SELECT coalesce(sum(size), 0)::float8 AS taken FROM file WHERE dossier_id = $1::uuid OR draft_id = $1::uuid', [belongsTo]);
    if (taken + size > this.limits.total) throw new DomainError('file.quota', { params: { limit: this.limits.total / MEGABYTE } });
  }

  /** What is known of a file. Throws `not-found` when there is none or the principal may not see it. */
  async get(tx: Transaction, id: string): Promise<StoredFile> {
    return fromRow(await tx.one<FileRow>('SELECT * FROM file WHERE id = $1', [id]));
  }

  /** All files of a dossier that the principal may see, oldest first. */
  async ofDossier(tx: Transaction, dossierId: string): Promise<StoredFile[]> {
    return (await tx.rows<FileRow>('SELECT * FROM file WHERE dossier_id = $1 ORDER BY created_at, id', [dossierId])).map(fromRow);
  }

  /** All files of a draft that the principal may see, oldest first. */
  async ofDraft(tx: Transaction, draftId: string): Promise<StoredFile[]> {
    return (await tx.rows<FileRow>('SELECT * FROM file WHERE draft_id = $1 ORDER BY created_at, id', [draftId])).map(fromRow);
  }

  /** Hands the files of a draft over to the dossier it became; answers how many. */
  async moveToDossier(tx: Transaction, draftId: string, dossierId: string): Promise<number> {
    return tx.execute('UPDATE file SET dossier_id = $2, draft_id = NULL WHERE draft_id = $1', [draftId, dossierId]);
  }

  /** Takes a file out of a draft. What belongs to a dossier stays: throws `not-found`. */
  async removeFromDraft(tx: Transaction, id: string): Promise<void> {
    await tx.one('DELETE FROM file WHERE id = $1 AND draft_id IS NOT NULL AND dossier_id IS NULL RETURNING id', [id]);
  }

  /** A file with its content, ready to be sent. Throws `not-found` as {@link get} does, `file.damaged` when it is not what was put in. */
  async open(principal: DatabasePrincipal, id: string): Promise<{ file: StoredFile; stream: Readable }> {
    const file = await this.database.transaction(principal, (tx) => this.get(tx, id));
    return { file, stream: await this.contents.open(file.sha256) };
  }
}

/**
 * A name fit for a list and a download: NFC, without folders, control and direction characters (which can make
 * "gpj.exe" read as a picture), shortened, with the ending of what the file really is.
 */
export function cleanFileName(name: string, mediaType: MediaType): string {
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').replace(/\s+/g, ' ').trim();
  const stem = plain.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^\.+/, '').slice(0, LONGEST_NAME);
  return `${stem === '' ? 'tep' : stem}.${EXTENSIONS[mediaType]}`;
}

interface FileRow {
  id: string;
  sha256: string;
  size: number;
  media_type: MediaType;
  name: string;
  created_at: string;
  uploaded_by_kind: Uploader['kind'];
  uploaded_by: string | null;
  dossier_id: string | null;
  draft_id: string | null;
  component_key: string | null;
}

function fromRow(row: FileRow): StoredFile {
  return {
    id: row.id,
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    name: row.name,
    createdAt: row.created_at,
    uploadedBy: { kind: row.uploaded_by_kind, id: row.uploaded_by },
    dossierId: row.dossier_id,
    draftId: row.draft_id,
    componentKey: row.component_key,
  };
}
