import type { Transaction } from '@app/database';
import type { ElsewhereStatus } from '../consequences/elsewhere.js';
import type { DossierWorld } from '../dossier-world.js';
import { unitView, type UnitView } from './dossier-list.js';

/** How a case stands in an agency's own system, as far as we know, and whether anything between us waits. */
export interface ElsewhereView {
  readonly unit: UnitView;
  /** The agency's own number of the case. */
  readonly reference?: string;
  readonly status: ElsewhereStatus;
  /** When it became so there, and when that was heard here. */
  readonly statusAt: string;
  readonly seenAt: string;
  /** The agency's words with it. */
  readonly note?: string;
  /** `even`: all that was sent is received and all that was heard applied. */
  readonly exchange: 'even' | 'waiting' | 'parked' | 'refused';
  /** Why something waits, as the exchange tells it; never anything personal. */
  readonly why?: string;
}

interface Row {
  unit_id: string; reference: string | null; status: ElsewhereStatus; status_at: string; seen_at: string; note: string | null;
  queued: number; parked: number; refused: number; why: string | null;
}

/** Reads it for an officer who may see the dossier; nothing for a dossier decided here. */
export async function elsewhereView(tx: Transaction, world: DossierWorld, dossierId: string): Promise<ElsewhereView | undefined> {
  const row = await tx.maybeOne<Row>(
    `select c.unit_id, c.reference, c.status, c.status_at, c.seen_at, c.note,
            (select count(*)::int from elsewhere_message m where m.dossier_id = c.dossier_id and m.state = 'queued')
              + (select count(*)::int from effect e where e.dossier_id = c.dossier_id and e.kind = 'sendElsewhere' and e.done_at is null) as queued,
            (select count(*)::int from elsewhere_message m where m.dossier_id = c.dossier_id and m.state = 'parked')
              + (select count(*)::int from elsewhere_event v where v.dossier_id = c.dossier_id and v.state = 'parked') as parked,
            (select count(*)::int from elsewhere_event v where v.dossier_id = c.dossier_id and v.state = 'refused') as refused,
            coalesce((select m.last_error from elsewhere_message m where m.dossier_id = c.dossier_id and m.state <> 'received' order by m.seq, m.n limit 1),
                     (select v.error from elsewhere_event v where v.dossier_id = c.dossier_id and v.state <> 'applied' order by v.number limit 1)) as why
       from elsewhere_case c where c.dossier_id = $1`, [dossierId]);
  if (row === undefined) return undefined;
  return {
    unit: await unitView(world, row.unit_id),
    ...(row.reference === null ? {} : { reference: row.reference }),
    status: row.status, statusAt: row.status_at, seenAt: row.seen_at,
    ...(row.note === null ? {} : { note: row.note }),
    exchange: row.parked > 0 ? 'parked' : row.queued > 0 ? 'waiting' : row.refused > 0 ? 'refused' : 'even',
    ...(row.why === null ? {} : { why: row.why }),
  };
}
