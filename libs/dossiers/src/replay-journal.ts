import { canonicalText } from '@app/kernel';
import { begin, decide, statePath, type DossierContext, type DossierMachine, type Stored, type StoredValue } from '@app/workflow';
import type { DossierRow } from './dossier-row.js';
import type { JournalBody, JournalFault } from './journal.js';

/** What of a dossier's row follows from its journal. */
export type ReplayedRow = Pick<DossierRow, 'id' | 'value' | 'context' | 'status' | 'step_id' | 'clock_state' | 'holder_unit' | 'holder_role' | 'round' | 'outcome' | 'is_open' | 'authority'>;

/**
 * Replays a journal from the beginning through the machine of its version and authority: each act must have been possible where it was
 * done and lead where the journal says, and the last one to what the dossier's row says. The chain is checked elsewhere;
 * this finds a row that was changed past it.
 *
 * @param bodies the lines of one dossier in their order, at least one
 */
export function replayJournal(machine: DossierMachine, row: ReplayedRow, bodies: readonly JournalBody[]): JournalFault[] {
  const faults: JournalFault[] = [];
  const report = (seq: number, fault: string): void => void faults.push({ dossier: row.id, seq, fault });
  const start = begin(machine);
  let stored: Stored = start;
  let { meta } = start;
  for (const { seq, event, facts, from, to } of bodies) {
    if (from !== null && !same(from.value, stored.value)) report(seq, `replayed, the act began in "${statePath(stored.value)}" and not in "${pathOf(from.value)}"`);
    const decision = decide(machine, stored, { type: event, ...(facts === undefined ? {} : { facts }) });
    if (!decision.accepted) {
      report(seq, `replayed, the act "${event}" is not possible in "${statePath(stored.value)}"`);
      return faults;
    }
    if (!same(decision.value, to.value) || decision.meta.status !== to.status) {
      report(seq, `replayed, the act "${event}" leads to "${statePath(decision.value)}" with status ${decision.meta.status}, not to "${pathOf(to.value)}" with status ${to.status}`);
    }
    stored = decision;
    meta = decision.meta;
  }
  const last = bodies.at(-1)!;
  const differs = (what: string, there: unknown, replayed: unknown): void => {
    if (!same(there, replayed)) report(last.seq, `the dossier's ${what} is ${canonicalText(there)}, but its journal gives ${canonicalText(replayed)}`);
  };
  differs('state', row.value, stored.value);
  // What a later version of the program counts too began at its beginning.
  differs('context', { ...start.context, ...(row.context as DossierContext) }, stored.context);
  differs('status', row.status, meta.status);
  differs('step', row.step_id, meta.stepId ?? null);
  differs('clock', row.clock_state, meta.clock);
  differs('holder', row.holder_unit, last.to.holder);
  differs('holding role', row.holder_role, meta.role);
  differs('authority', row.authority, bodies.find(({ authority }) => authority !== undefined)?.authority ?? null);
  differs('round', row.round, stored.context.round);
  differs('outcome', row.outcome, stored.context.outcome);
  differs('openness', row.is_open, meta.ended !== true);
  return faults;
}

const same = (one: unknown, other: unknown): boolean => canonicalText(one) === canonicalText(other);

/** The path of a state as a journal or row has it, whatever it is. */
const pathOf = (value: unknown): string => (typeof value === 'string' || (typeof value === 'object' && value !== null) ? statePath(value as StoredValue) : String(value));
