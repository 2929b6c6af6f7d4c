import type { Transaction } from '@app/database';
import type { SigningFault } from '@app/documents';
import type { Localized } from '@app/kernel';
import type { EscalationPackage, Noted, SupplementItem } from '../act-command.js';
import type { JournalBody } from '../journal.js';
import type { ManifestLine } from '../manifest.js';
import type { PaperDetails } from '../paper-details.js';
import { readIssuedPapers, type IssuedPaperRow } from '../papers/issued-papers.js';

export interface ComponentRow {
  key: string; name: Localized; required: boolean; why: Localized | null; state: string; kind: string; originals: number; copies: number; origin: string;
  note: string | null; location: string | null; paper_on_file_id: string | null; paper_digest: string | null; offered: boolean; paper: PaperDetails | null;
}
export interface FileRow { id: string; name: string; media_type: string; size: number; sha256: string; created_at: string; component_key: string | null }
export interface SupplementRow { id: string; before_receipt: boolean; items: SupplementItem[]; note: string | null; asked_at: string; asked_by_name: string | null; answer_by: string; answered_at: string | null; expired_at: string | null }
export interface HandoverRow {
  id: string; from_unit: string; to_unit: string; internal: boolean; purpose: Localized; manifest: ManifestLine[]; sent_at: string; sent_by_name: string | null;
  acknowledged_at: string | null; acknowledged_by_name: string | null; returned_at: string | null; recalled_at: string | null; reason: string | null;
  package: EscalationPackage | null; round: number; checked_at: string | null; marks: SupplementItem[] | null; settled_seq: number | null; sent_seq: number;
}
export interface JournalLine { seq: number; body: JournalBody; who: string | null; for_whom: string | null; detail: { reason?: string; note?: string; meets?: boolean; noted?: Noted; recipient?: string; signingFault?: SigningFault } | null }
export interface PersonRow { role: 'owner' | 'filer'; person_id: string | null; organisation_id: string | null; ground: string | null; full_name: string; personal_id: string | null; phone: string | null; email: string | null; address: string }
export interface ResultRow { draft: Record<string, string>; author: string; decided_at: string | null; number: string | null; recipient: string | null }

/** Everything that hangs on a dossier, read side by side: eight statements whatever the number of rows. */
export interface DossierContents {
  readonly people: PersonRow[];
  readonly components: ComponentRow[];
  readonly files: FileRow[];
  readonly supplements: SupplementRow[];
  readonly handovers: HandoverRow[];
  readonly papers: IssuedPaperRow[];
  readonly journal: JournalLine[];
  readonly result: ResultRow | undefined;
}

const officerName = (column: string, alias: string): string => `left join officer ${alias} on ${column} = 'officer:' || ${alias}.id`;

/** Reads the contents of a dossier the caller may see. */
export async function readContents(tx: Transaction, dossierId: string): Promise<DossierContents> {
  const of = [dossierId];
  const [people, components, files, supplements, handovers, papers, lines, result] = await Promise.all([
    tx.rows<PersonRow>('select role, person_id, organisation_id, ground, full_name, personal_id, phone, email, address from dossier_person where dossier_id = $1', of),
    tx.rows<ComponentRow>('select key, name, required, why, state, kind, originals, copies, origin, note, location, paper_on_file_id, paper_digest, offered, paper from dossier_component where dossier_id = $1 order by position', of),
    tx.rows<FileRow>('select id, name, media_type, size, sha256, created_at, component_key from file where dossier_id = $1 order by created_at, id', of),
    tx.rows<SupplementRow>(
      `select s.id, before_receipt, items, note, asked_at, o.full_name as asked_by_name, answer_by::text, answered_at, expired_at
         from supplement s left join officer o on o.id = s.asked_by where dossier_id = $1 order by asked_at`, of),
    tx.rows<HandoverRow>(
      `select h.id, from_unit, to_unit, internal, purpose, manifest, sent_at, a.full_name as sent_by_name, acknowledged_at, b.full_name as acknowledged_by_name,
              returned_at, recalled_at, reason, package, round, checked_at, marks, settled_seq, sent_seq
         from handover h ${officerName('h.sent_by', 'a')} ${officerName('h.acknowledged_by', 'b')} where dossier_id = $1 order by sent_seq, sent_at`, of),
    readIssuedPapers(tx, dossierId),
    tx.rows<{ seq: number; body: string; who: string | null; for_whom: string | null; detail: JournalLine['detail'] }>(
      `select j.seq, j.body, o.full_name as who, coalesce(f.full_name, owner.full_name) as for_whom, a.data as detail
         from journal j left join act_detail a using (dossier_id, seq)
         left join officer o on o.id::text = (j.body::jsonb -> 'actor' ->> 'id')
         left join officer f on f.id::text = (j.body::jsonb -> 'actor' -> 'for' ->> 'officer')
         left join dossier_person owner on owner.dossier_id = j.dossier_id and owner.role = 'owner' and j.body::jsonb -> 'actor' -> 'for' ? 'organisation' where j.dossier_id = $1 order by j.seq`, of),
    tx.maybeOne<ResultRow>('select draft, author, decided_at, number, recipient from result where dossier_id = $1 order by revision desc limit 1', of),
  ]);
  return { people, components, files, supplements, handovers, papers, journal: lines.map((line) => ({ ...line, body: JSON.parse(line.body) as JournalBody })), result };
}
