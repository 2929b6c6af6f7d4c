import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { pausesOf, promiseOf, readLedger, type ClockEntry } from '../clock-ledger.js';

async function enter(scope: ActScope, kind: ClockEntry['kind'], cause: ClockEntry['cause'] = null, basis: string | null = null): Promise<void> {
  await scope.tx.execute(
    'insert into clock_entry (dossier_id, seq, kind, at, cause, basis) values ($1, $2, $3, $4, $5, $6)',
    [scope.dossier.id, scope.seq, kind, scope.now.toString(), cause, basis]);
}

/** The clock starts at complete receipt (Decree 118/2025 Art. 17(3)); the promise date and its trace are stored with it. */
export async function startClock(scope: ActScope): Promise<void> {
  Object.assign(scope.changes, promiseOf(scope.procedure, await scope.calendar(), scope.now), { received_at: scope.now.toString() });
  await enter(scope, 'start', null, 'Nghị định 118/2025/NĐ-CP Điều 17(3)');
}

export async function pauseClock(scope: ActScope, { cause }: ConsequenceParams['pauseClock']): Promise<void> {
  await enter(scope, 'pause', cause);
}

/** When the clock goes on, the promise date is derived anew from the whole ledger. */
export async function resumeClock(scope: ActScope, { cause }: ConsequenceParams['resumeClock']): Promise<void> {
  const ledger = await readLedger(scope.tx, scope.dossier.id);
  const start = ledger.find((entry) => entry.kind === 'start');
  if (start === undefined) throw new Error(`dossier ${scope.dossier.id} resumes a clock that never started`);
  const now: ClockEntry = { seq: scope.seq, kind: 'resume', at: scope.now.toString(), cause, basis: null };
  Object.assign(scope.changes, promiseOf(scope.procedure, await scope.calendar(), Temporal.Instant.from(start.at), pausesOf([...ledger, now])));
  await enter(scope, 'resume', cause);
}

export async function stopClock(scope: ActScope): Promise<void> {
  await enter(scope, 'stop');
}
