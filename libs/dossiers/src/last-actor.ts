import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { DossierRow } from './dossier-row.js';
import type { JournalBody } from './journal.js';

/** Who changed a dossier last, when and how: what the loser of a race is told. */
export async function readLastActor(tx: Transaction, dossier: Pick<DossierRow, 'id' | 'version'>): Promise<{ who: string; at: string; label: Localized }> {
  const row = await tx.one<{ body: string; full_name: string | null; for_whom: string | null; unit_name: string | null }>(
    `select j.body, o.full_name, coalesce(f.full_name, owner.full_name) as for_whom, u.short_vi as unit_name
       from journal j
       left join officer o on o.id::text = (j.body::jsonb -> 'actor' ->> 'id')
       left join officer f on f.id::text = (j.body::jsonb -> 'actor' -> 'for' ->> 'officer')
       left join dossier_person owner on owner.dossier_id = j.dossier_id and owner.role = 'owner' and j.body::jsonb -> 'actor' -> 'for' ? 'organisation'
       left join unit u on u.id = (j.body::jsonb -> 'actor' ->> 'unit')
      where j.dossier_id = $1 and j.seq = $2`, [dossier.id, dossier.version]);
  const body = JSON.parse(row.body) as JournalBody;
  const name = row.for_whom === null || row.full_name === null ? row.full_name : `${row.full_name} thay ${row.for_whom}`;
  const who = name === null ? `${ACTOR_NAMES[body.actor.kind]}${row.for_whom === null ? '' : ` thay mặt ${row.for_whom}`}` : `${name}${row.unit_name === null ? '' : ` (${row.unit_name})`}`;
  return { who, at: body.at, label: body.label };
}

const ACTOR_NAMES = { officer: 'Một cán bộ', citizen: 'Người nộp hồ sơ', system: 'Hệ thống' } as const;
