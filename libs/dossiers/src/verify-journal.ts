import { type Database } from '@app/database';
import { checkChain, type JournalFault, type JournalRow } from './journal.js';

/** The outcome of a check of all journals. */
export interface JournalReport {
  readonly dossiers: number;
  readonly rows: number;
  readonly faults: readonly JournalFault[];
}

const BATCH = 500;

/** Checks the chain of every dossier, a batch at a time, and names each faulty row. */
export async function verifyJournal(database: Database): Promise<JournalReport> {
  const faults: JournalFault[] = [];
  let dossiers = 0;
  let rows = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await database.transaction({ kind: 'system' }, async (tx) => {
      const heads = await tx.rows<{ id: string; version: number }>(
        'select id, version from dossier where id > $1 order by id limit $2', [after, BATCH]);
      const lines = await tx.rows<JournalRow & { dossier_id: string; salt: string | null; detail: unknown }>(
        `select j.dossier_id, j.seq, j.at, j.event, j.body, j.previous_hash, j.hash, a.salt, a.data as detail
           from journal j left join act_detail a using (dossier_id, seq)
          where j.dossier_id = any ($1) order by j.dossier_id, j.seq`, [heads.map((head) => head.id)]);
      return { heads, lines };
    });
    if (batch.heads.length === 0) return { dossiers, rows, faults };
    const byDossier = Map.groupBy(batch.lines, (line) => line.dossier_id);
    for (const head of batch.heads) faults.push(...checkChain(head, byDossier.get(head.id) ?? []));
    dossiers += batch.heads.length;
    rows += batch.lines.length;
    after = batch.heads.at(-1)!.id;
  }
}
