import type { MediaType } from './checks.js';

/** Who brought a file. */
export interface Uploader {
  readonly kind: 'officer' | 'citizen' | 'system';
  /** The officer's or person's id; null for the system. */
  readonly id: string | null;
}

/** What a file belongs to. A file of a draft moves to the dossier when that is filed. */
export interface FileBelonging {
  readonly dossierId?: string | null;
  readonly draftId?: string | null;
  /** The procedure's component it was attached for. */
  readonly componentKey?: string | null;
}

/** A content as checked and kept: not yet known to the database. */
export interface StoredContent {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: MediaType;
}

/** A file as the database knows it. */
export interface StoredFile extends StoredContent {
  readonly id: string;
  /** As the sender called it, cleaned of paths and control characters. */
  readonly name: string;
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly uploadedBy: Uploader;
  readonly dossierId: string | null;
  readonly draftId: string | null;
  readonly componentKey: string | null;
}
