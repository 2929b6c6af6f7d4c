import type { ActScope } from '../act-scope.js';
import { officerOf } from '../officer-of.js';

/** An issued result is taken up again; it stays as it is, and the corrected one becomes a further revision. */
export async function openCorrection(scope: ActScope): Promise<void> {
  const revision = scope.dossier.result_revision + 1;
  scope.changes.result_revision = revision;
  await scope.tx.execute(
    'insert into correction (dossier_id, revision, seq, reason, note, opened_by, opened_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [scope.dossier.id, revision, scope.seq, scope.data.reason, scope.data.note ?? null, officerOf(scope), scope.now.toString()]);
}
