import type { MemberResult } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { localDate, type Localized } from '@app/kernel';
import type { CalledOff, MemberRow } from './linked-rows.js';

/** How a member stands for those that wait for it. */
export type MemberEnd =
  | { readonly kind: 'open' }
  | { readonly kind: 'failed'; readonly cause: CalledOff }
  | (MemberResult & { readonly kind: 'result'; readonly paperId: string; readonly sha256: string; readonly size: number; readonly title: Localized; readonly issuedAt: string });

interface EndRow {
  readonly id: string;
  readonly code: string | null;
  readonly status: number;
  readonly outcome: string;
  readonly cause: string | null;
  readonly number: string | null;
  readonly numbered_at: string | null;
  readonly paper_id: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly title: Localized | null;
}

const NOT_RECEIVED = 3;
const STOPPED = 8;

/** How the members of a group stand now, by key. A refusal counts once it has its number; a result once its paper is issued. */
export async function readEnds(tx: Transaction, members: readonly MemberRow[]): Promise<Map<string, MemberEnd>> {
  const rows = await tx.rows<EndRow>(
    `select d.id, d.code, d.status, d.outcome, s.cause, r.number, r.numbered_at, p.id as paper_id, p.sha256, p.size, p.title
       from dossier d
       left join stop s on s.dossier_id = d.id
       left join lateral (select number, numbered_at from result where dossier_id = d.id and number is not null order by revision desc limit 1) r on true
       left join lateral (select id, sha256, size, title from paper where dossier_id = d.id and form = 'result' and reprinted_by is null order by seq desc limit 1) p on true
      where d.id = any ($1)`, [members.map((member) => member.dossier_id)]);
  const byDossier = new Map(rows.map((row) => [row.id, row]));
  return new Map(members.map(({ key, state, dossier_id: id }): [string, MemberEnd] => {
    const row = byDossier.get(id);
    if (state === 'called-off') return [key, { kind: 'failed', cause: 'called-off' }];
    return [key, row === undefined ? { kind: 'open' } : endOf(row)];
  }));
}

function endOf(row: EndRow): MemberEnd {
  if (row.status === NOT_RECEIVED) return { kind: 'failed', cause: 'not-received' };
  if (row.status === STOPPED) return { kind: 'failed', cause: row.cause === 'withdrawn' ? 'withdrawn' : 'stopped' };
  if (row.outcome === 'refused') return row.number === null ? { kind: 'open' } : { kind: 'failed', cause: 'refused' };
  const { code, number, numbered_at: issuedAt, paper_id: paperId, sha256, size, title } = row;
  if (code === null || number === null || issuedAt === null || paperId === null || sha256 === null || size === null || title === null) return { kind: 'open' };
  return { kind: 'result', code, number, issuedOn: localDate(Temporal.Instant.from(issuedAt)), issuedAt, paperId, sha256, size, title };
}
