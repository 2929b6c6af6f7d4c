import { DomainError, localDate, newId } from '@app/kernel';
import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { noteAuthors, officerFor, officerOf, signatureOf } from '../officer-of.js';

const tooLate = ({ dossier, now }: ActScope): boolean => dossier.due_at === null || localDate(now) >= localDate(Temporal.Instant.from(dossier.due_at));

/**
 * Whoever works on it proposes by how much and why; the apology goes out at the latest one day before the deadline.
 * @throws DomainError extension.too-late
 */
export async function openExtension(scope: ActScope): Promise<void> {
  if (tooLate(scope)) throw new DomainError('extension.too-late');
  noteAuthors(scope, 'extension');
  await scope.tx.execute(
    `insert into extension (id, dossier_id, seq, kind, reason, note, amount, proposed_by, proposed_at, unit_id, proposed_for) values ($1, $2, $3, 'extension', $4, $5, $6, $7, $8, $9, $10)`,
    [newId(), scope.dossier.id, scope.seq, scope.data.reason, scope.data.note ?? null, JSON.stringify({ value: scope.data.days, unit: 'working-days' }),
      officerOf(scope), scope.now.toString(), scope.dossier.holder_unit, officerFor(scope)]);
}

/** @throws DomainError permission.four-eyes when the leader proposed it, or acts for whoever did */
export async function closeExtension(scope: ActScope, { outcome }: ConsequenceParams['closeExtension']): Promise<void> {
  if (outcome === 'closed') {
    await scope.tx.execute(`update extension set outcome = 'closed', decided_at = $2 where dossier_id = $1 and outcome is null`, [scope.dossier.id, scope.now.toString()]);
    return;
  }
  // One statement, so that `extendClock`, which reads the granted row, is answered after it.
  const changed = await scope.tx.execute(
    `update extension set outcome = $2, decided_by = $3, decided_at = $4, decided_seq = $5, signature = $6, decided_for = $7
      where dossier_id = $1 and outcome is null and proposed_by <> all (array_remove(array[$3, $7]::uuid[], null))
        and coalesce(proposed_for <> all (array_remove(array[$3, $7]::uuid[], null)), true)`,
    [scope.dossier.id, outcome, officerOf(scope), scope.now.toString(), scope.seq, outcome === 'granted' ? JSON.stringify(signatureOf(scope, scope.dossier.head_unit)) : null, officerFor(scope)]);
  if (changed !== 1) throw new DomainError('permission.four-eyes');
}

/**
 * An apology after the deadline: it names the day the result is expected and moves no promise date (form 04).
 * @throws DomainError apology.not-late
 */
export async function keepApology(scope: ActScope): Promise<void> {
  const { due_at, clock_state } = scope.dossier;
  if (due_at === null || clock_state !== 'running' || Temporal.Instant.compare(scope.now, Temporal.Instant.from(due_at)) <= 0) throw new DomainError('apology.not-late');
  const by = officerOf(scope);
  await scope.tx.execute(
    `insert into extension (id, dossier_id, seq, kind, reason, note, expected_on, proposed_by, proposed_at, outcome, decided_seq, decided_by, decided_at, signature, due_before, unit_id, decided_for)
     values ($1, $2, $3, 'apology', $4, $5, $6, $7, $8, 'granted', $3, $7, $8, $9, $10, $11, $12)`,
    [newId(), scope.dossier.id, scope.seq, scope.data.reason, scope.data.note ?? null, scope.data.expectedOn, by, scope.now.toString(),
      JSON.stringify(signatureOf(scope, scope.dossier.head_unit)), due_at, scope.dossier.holder_unit, officerFor(scope)]);
}
