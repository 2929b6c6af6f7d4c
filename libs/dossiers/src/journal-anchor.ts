/** Where all journals end: two databases with the same anchor hold the same journals, to the byte. */
export interface JournalAnchor {
  readonly dossiers: number;
  readonly rows: number;
  /** SHA-256 over the last hash of every dossier; each of them covers all rows before it. */
  readonly anchor: string;
}

/** Digests where all journals end; through whatever reads the rows of a statement. */
export async function anchorJournal(read: <T>(sql: string) => Promise<T[]>): Promise<JournalAnchor> {
  const [anchor] = await read<JournalAnchor>(`
    select count(*)::int as dossiers, (select count(*)::int from journal) as rows,
           encode(sha256(convert_to(coalesce(string_agg(dossier_id || ' ' || seq || ' ' || hash, E'\\n' order by dossier_id), ''), 'UTF8')), 'hex') as anchor
      from (select distinct on (dossier_id) dossier_id, seq, hash from journal order by dossier_id, seq desc) last`);
  return anchor!;
}
