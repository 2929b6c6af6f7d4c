import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { PaperForm } from '@app/workflow';
import { isFor, type PaperReader } from './paper-reader.js';

/** An issued paper as stored, with how far its dossier has come since. */
export interface IssuedPaperRow {
  readonly id: string;
  readonly form: PaperForm;
  readonly title: Localized;
  readonly number: string | null;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number;
  /** ISO instant of the act that brought it about. */
  readonly created_at: string;
  readonly status: number;
  /** Whether the counter has announced the result since. */
  readonly announced: boolean;
  /** Whether it is a marked copy, printed once more. */
  readonly reprinted: boolean;
}

/** SQL: the counter has announced a result after the act of this row; one decided elsewhere comes announced. */
export const announcedAfter = (row: string): string =>
  `exists (select 1 from journal j where j.dossier_id = ${row}.dossier_id
     and (j.event = 'resultReady' and j.seq > ${row}.seq or j.event in ('grantedElsewhere', 'refusedElsewhere') and j.seq >= ${row}.seq))`;

/** The papers of a dossier in their order; a result that a corrected one has taken the place of says so. */
export async function readIssuedPapers(tx: Transaction, dossierId: string): Promise<IssuedPaperRow[]> {
  const rows = await tx.rows<IssuedPaperRow & { superseded: boolean }>(
    `select p.id, p.form, p.title, p.number, p.sha256, p.size, p.pages, p.created_at, d.status, ${announcedAfter('p')} as announced, p.reprinted_by is not null as reprinted,
            p.form = 'result' and exists (select 1 from correction c where c.dossier_id = p.dossier_id and c.seq > p.seq and ${announcedAfter('c')}) as superseded
       from paper p join dossier d on d.id = p.dossier_id where p.dossier_id = $1 order by p.seq, p.created_at, p.id`, [dossierId]);
  return rows.map(({ superseded, ...row }) => ({ ...row, title: superseded ? { vi: `${row.title.vi} – đã được thay thế`, en: `${row.title.en} – superseded` } : row.title }));
}

/** Those of them a reader may open. */
export function papersFor(rows: readonly IssuedPaperRow[], reader: PaperReader): IssuedPaperRow[] {
  return rows.filter((row) => isFor(reader, row));
}

/** A paper in the list of a dossier's page. */
export interface PaperView {
  readonly id: string;
  readonly form: string;
  readonly title: Localized;
  readonly number?: string;
  readonly sha256: string;
  readonly createdAt: string;
  readonly pages: number;
  /** A marked copy, printed once more. */
  readonly reprinted: boolean;
}

export function paperView({ id, form, title, number, sha256, created_at, pages, reprinted }: IssuedPaperRow): PaperView {
  return { id, form, title, ...(number === null ? {} : { number }), sha256, createdAt: created_at, pages, reprinted };
}
