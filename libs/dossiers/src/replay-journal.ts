import { canonicalText } from '@app/kernel';
import type { Procedure } from '@app/catalogue';
import { begin, decide, describe, moveState, statePath, type DossierContext, type DossierMachine, type StateMeta, type Stored, type StoredValue } from '@app/workflow';
import type { DossierRow } from './dossier-row.js';
import type { JournalBody, JournalFault } from './journal.js';

/** What of a dossier's row follows from its journal. */
export type ReplayedRow = Pick<DossierRow, 'id' | 'procedure_version' | 'value' | 'context' | 'status' | 'step_id' | 'clock_state' | 'holder_unit' | 'holder_role' | 'round' | 'outcome' | 'is_open' | 'authority'>;

/** A version a journal is replayed through. */
export interface ReplayedVersion {
  readonly machine: DossierMachine;
  readonly procedure: Pick<Procedure, 'migrations'>;
}

/**
 * Replays a journal from the beginning through the machine of its version and authority: each act must have been possible where it was
 * done and lead where the journal says, and the last one to what the dossier's row says. The chain is checked elsewhere;
 * this finds a row that was changed past it.
 *
 * @param versions the versions its lines name
 * @param bodies the lines of one dossier in their order, at least one
 */
export function replayJournal(versions: ReadonlyMap<number, ReplayedVersion>, row: ReplayedRow, bodies: readonly JournalBody[]): JournalFault[] {
  const faults: JournalFault[] = [];
  const report = (seq: number, fault: string): void => void faults.push({ dossier: row.id, seq, fault });
  let { machine } = versions.get(versionBefore(bodies[0]!, bodies))!;
  const start = begin(machine);
  let stored: Stored = start;
  let { meta } = start;
  for (const { seq, event, facts, from, to, procedure } of bodies) {
    if (from !== null && !same(from.value, stored.value)) report(seq, `replayed, the act began in "${statePath(stored.value)}" and not in "${pathOf(from.value)}"`);
    const decision = decide(machine, stored, { type: event, ...(facts === undefined ? {} : { facts }) });
    if (!decision.accepted) {
      report(seq, `replayed, the act "${event}" is not possible in "${statePath(stored.value)}"`);
      return faults;
    }
    const version = versions.get(procedure.version)!;
    const moved = machine === version.machine ? decision : moveTo(version, versionBefore(bodies[seq - 1]!, bodies), decision);
    if (moved === undefined || (event !== 'moveVersion' && machine !== version.machine)) {
      report(seq, `replayed, the act "${event}" cannot lead from "${statePath(decision.value)}" to version ${procedure.version}`);
      return faults;
    }
    machine = version.machine;
    if (!same(moved.value, to.value) || moved.meta.status !== to.status) {
      report(seq, `replayed, the act "${event}" leads to "${statePath(moved.value)}" with status ${moved.meta.status}, not to "${pathOf(to.value)}" with status ${to.status}`);
    }
    stored = moved;
    meta = moved.meta;
  }
  const last = bodies.at(-1)!;
  const differs = (what: string, there: unknown, replayed: unknown): void => {
    if (!same(there, replayed)) report(last.seq, `the dossier's ${what} is ${canonicalText(there)}, but its journal gives ${canonicalText(replayed)}`);
  };
  differs('version', row.procedure_version, last.procedure.version);
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

/** The version an act began with: that of the line before; a journal's first line has its own. */
function versionBefore(line: JournalBody, bodies: readonly JournalBody[]): number {
  return (bodies[line.seq - 2] ?? line).procedure.version;
}

/** Where the migration of a version puts a dossier of an earlier one; nothing where there is none. */
function moveTo({ machine, procedure }: ReplayedVersion, from: number, stored: Stored): (Stored & { readonly meta: StateMeta }) | undefined {
  const migration = procedure.migrations?.find((each) => each.from === from);
  const moved = migration && moveState(machine, migration.states ?? {}, stored);
  return moved && { ...moved, meta: describe(machine, moved) };
}

const same = (one: unknown, other: unknown): boolean => canonicalText(one) === canonicalText(other);

/** The path of a state as a journal or row has it, whatever it is. */
const pathOf = (value: unknown): string => (typeof value === 'string' || (typeof value === 'object' && value !== null) ? statePath(value as StoredValue) : String(value));
