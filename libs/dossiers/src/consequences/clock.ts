import { localDate, DomainError } from '@app/kernel';
import { timeLimitFor } from '@app/catalogue';
import type { ConsequenceParams, PauseCause, TimeAmount } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { promiseOf, readLedger, stands, type ClockEntry, type FrozenLimit } from '../clock-ledger.js';
import { readDeclaration } from '../declaration.js';
import { linkedTerms } from '../linked/terms.js';
import { rearmDueAlarms } from './due-alarms.js';

type Entry = Omit<ClockEntry, 'seq'> & { readonly document?: string | null };

const entryOf = (scope: ActScope, kind: Entry['kind'], rest: Partial<Entry> = {}): Entry =>
  ({ kind, at: scope.now.toString(), cause: null, basis: null, source: null, amount: null, ...rest });

async function enter(scope: ActScope, entry: Entry): Promise<void> {
  await scope.tx.execute(
    'insert into clock_entry (dossier_id, seq, kind, at, cause, basis, source, amount, document) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [scope.dossier.id, scope.seq, entry.kind, entry.at, entry.cause, entry.basis, entry.source, entry.amount === null ? null : JSON.stringify(entry.amount), entry.document ?? null]);
}

/** Derives the promise date from the whole ledger, and with it the warnings before it. While the clock stands the last date stays shown. */
async function derive(scope: ActScope, limit: FrozenLimit, ledger: readonly ClockEntry[]): Promise<void> {
  const promise = promiseOf(limit, await scope.calendar(), ledger);
  if (promise !== undefined) Object.assign(scope.changes, promise);
  await rearmDueAlarms(scope, promise);
}

/** The limit frozen at receipt. */
function frozenLimit({ dossier }: ActScope): FrozenLimit {
  if (dossier.time_limit === null) throw new Error(`dossier ${dossier.id} has no time limit: its clock never started`);
  return dossier.time_limit;
}

async function enterAndDerive(scope: ActScope, entry: Entry): Promise<void> {
  const ledger = await readLedger(scope.tx, scope.dossier.id);
  await Promise.all([enter(scope, entry), derive(scope, frozenLimit(scope), [...ledger, { seq: scope.seq, ...entry }])]);
}

/**
 * The clock starts at complete receipt (Decree 118/2025 Art. 17(3)) with the limit of the dossier's case, as it held that day where
 * it is decided; the promise date and its trace are stored with it. What a province changes later moves nothing here.
 */
export async function startClock(scope: ActScope): Promise<void> {
  const declaration = await readDeclaration(scope.tx, scope.dossier.id);
  const received = scope.changes.received_at ?? scope.dossier.received_at ?? scope.now.toString();
  const { procedure } = await scope.effective(localDate(Temporal.Instant.from(received)));
  const limit = (await linkedTerms(scope))?.timeLimit ?? timeLimitFor(procedure, declaration.data);
  scope.changes.time_limit = limit;
  const start = entryOf(scope, 'start', { basis: 'Nghị định 118/2025/NĐ-CP Điều 17(3)' });
  await Promise.all([enter(scope, start), derive(scope, limit, [{ seq: scope.seq, ...start }])]);
}

/** A pause keeps its cause, the provision the procedure names for it, and the notice that goes with it. */
export async function pauseClock(scope: ActScope, { cause }: ConsequenceParams['pauseClock']): Promise<void> {
  const entry = entryOf(scope, 'pause', { cause, basis: basisOf(scope, cause), document: scope.data.noticeNumber ?? null });
  await Promise.all([enter(scope, entry), rearmDueAlarms(scope, undefined)]);
}

/** The provision by which time is not counted; where the procedure names none, the explanation of the date cites the general one. */
function basisOf({ procedure: { process }, decision, dossier }: ActScope, cause: PauseCause): string | null {
  const step = process.steps.find(({ id }) => id === (decision.meta.stepId ?? dossier.step_id));
  switch (cause) {
    case 'supplement': return process.supplement?.basis ?? null;
    case 'financial-duty': return step !== undefined && 'duty' in step ? (step.duty?.basis ?? null) : null;
    case 'consultation': return step?.kind === 'consult' ? (step.ask[0]?.basis ?? null) : null;
    default: return step !== undefined && 'basis' in step ? step.basis : null;
  }
}

/** When the clock goes on, the promise date is derived anew from the whole ledger. */
export async function resumeClock(scope: ActScope, { cause }: ConsequenceParams['resumeClock']): Promise<void> {
  await enterAndDerive(scope, entryOf(scope, 'resume', { cause }));
}

/** An authority corrected the calendar: the same ledger gives another date (never for a closed dossier). */
export async function recomputeDue(scope: ActScope): Promise<void> {
  await derive(scope, frozenLimit(scope), await readLedger(scope.tx, scope.dossier.id));
}

/**
 * The promise date moves by what the leader granted, once and at the latest one day before it (Decree 61/2018, form 04).
 * @throws DomainError extension.too-late, extension.clock-stands
 */
export async function extendClock(scope: ActScope): Promise<void> {
  const { id, amount, note } = await scope.tx.one<{ id: string; amount: TimeAmount; note: string | null }>(
    'select id, amount, note from extension where dossier_id = $1 and decided_seq = $2', [scope.dossier.id, scope.seq]);
  if (scope.dossier.clock_state !== 'running') throw new DomainError('extension.clock-stands');
  const before = scope.dossier.due_at;
  if (before === null || localDate(scope.now) >= localDate(Temporal.Instant.from(before))) throw new DomainError('extension.too-late');
  await enterAndDerive(scope, entryOf(scope, 'extend', { amount, source: id, document: note }));
  await scope.tx.execute('update extension set due_before = $2, due_after = $3 where id = $1', [id, before, scope.changes.due_at ?? null]);
}

interface Outage {
  readonly from_at: string;
  readonly to_at: string | null;
  readonly document: string;
}

async function outageOf(scope: ActScope): Promise<Outage & { id: string }> {
  const id = scope.data.outageId ?? '';
  return { id, ...(await scope.tx.one<Outage>('select from_at, to_at, document from outage where id = $1', [id])) };
}

/** The clock stands from when the system went down, not from when it was told; never from before the receipt. */
export async function beginOutage(scope: ActScope): Promise<void> {
  const outage = await outageOf(scope);
  const ledger = await readLedger(scope.tx, scope.dossier.id);
  const start = ledger.find(({ kind }) => kind === 'start');
  const at = start === undefined || Date.parse(outage.from_at) > Date.parse(start.at) ? outage.from_at : start.at;
  const entry = entryOf(scope, 'pause', { at, cause: 'outage', source: outage.id, document: outage.document });
  await Promise.all([enter(scope, entry), rearmDueAlarms(scope, undefined)]);
}

/** An outage over before a dossier came leaves it nothing: the pause then has no length. */
export async function endOutage(scope: ActScope): Promise<void> {
  const outage = await outageOf(scope);
  const ledger = await readLedger(scope.tx, scope.dossier.id);
  const begun = ledger.find(({ kind, source }) => kind === 'pause' && source === outage.id);
  const to = outage.to_at ?? scope.now.toString();
  const at = begun !== undefined && Date.parse(to) < Date.parse(begun.at) ? begun.at : to;
  await enterAndDerive(scope, entryOf(scope, 'resume', { at, cause: 'outage', source: outage.id, document: outage.document }));
}

/**
 * Nothing is counted any more; a clock that never started has nothing to stop. One that stood is stopped on the date its
 * time so far gives: a dossier withdrawn while the citizen had it was not late by the days of the pause.
 */
export async function stopClock(scope: ActScope): Promise<void> {
  if (scope.dossier.time_limit === null) return;
  const stop = entryOf(scope, 'stop');
  const ledger = await readLedger(scope.tx, scope.dossier.id);
  if (stands(ledger)) Object.assign(scope.changes, promiseOf(frozenLimit(scope), await scope.calendar(), [...ledger, { seq: scope.seq, ...stop }]));
  await Promise.all([enter(scope, stop), rearmDueAlarms(scope, undefined, true)]);
}
