import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import type { Database } from '@app/database';
import type { SigningFault } from '@app/documents';

/** What came of signing or sealing one of many. */
export interface SigningProgress {
  readonly dossierId: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly fault?: SigningFault;
}

/** How far keys are with the papers of these dossiers; those the officer does not see are left out. */
export function readSigningProgress(database: Database, principal: OfficerPrincipal, dossierIds: readonly string[]): Promise<SigningProgress[]> {
  return database.transaction(toDatabasePrincipal(principal), async (tx) => {
    const rows = await tx.rows<{ id: string; waiting: boolean; fault: SigningFault | null }>(
      `select d.id, coalesce(d.awaiting = 'signature', false) as waiting, (
           select a.data ->> 'signingFault' from journal j left join act_detail a using (dossier_id, seq)
            where j.dossier_id = d.id and j.event in ('signed', 'signingFailed', 'sealed', 'sealingFailed') order by j.seq desc limit 1) as fault
         from dossier d where d.id = any ($1::uuid[]) order by array_position($1::uuid[], d.id)`, [dossierIds]);
    return rows.map(({ id, waiting, fault }) => ({ dossierId: id, state: waiting ? 'waiting' : fault === null ? 'done' : 'failed', ...(waiting || fault === null ? {} : { fault }) }));
  });
}
