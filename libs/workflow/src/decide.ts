import { initialTransition, transition } from 'xstate';
import type { DossierMachine } from './compile.js';
import { isEffect, type Consequence, type ConsequenceType, type Effect } from './effects.js';
import { isEventType, type EventType } from './events.js';
import type { DossierContext, EventFacts } from './language.js';
import { overlaid } from './overlays.js';
import type { StateMeta } from './state-meta.js';

/** Where a dossier is, as JSON: a word, or a word with what is inside it. */
export type StoredValue = string | { readonly [state: string]: StoredValue };

/** What is stored of a dossier's machine, together with the version of its procedure. */
export interface Stored {
  readonly value: StoredValue;
  readonly context: DossierContext;
}

/** What follows from an act: the next state, what changes in the same transaction, what goes out afterwards. */
export type Decision =
  | (Stored & {
      readonly accepted: true;
      readonly meta: StateMeta;
      /** Whether the dossier is closed. */
      readonly final: boolean;
      readonly consequences: readonly Consequence[];
      readonly effects: readonly Effect[];
    })
  | { readonly accepted: false; readonly possible: readonly EventType[] };

/** The path of a stored value: `{ processing: { examine: 'working' } }` is `processing.examine.working`. */
export function statePath(value: StoredValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value).map(([state, inner]) => `${state}.${statePath(inner)}`).join('&');
}

/**
 * Where a dossier stands: its state, with what its context lays over it (a withdrawal asked, an outage, a correction).
 * @throws Error when this version has no such state: a changed machine must not guess where a dossier was
 */
export function describe(machine: DossierMachine, stored: Stored): StateMeta {
  const path = statePath(stored.value);
  const meta = machine.states.get(path);
  if (meta === undefined) throw new Error(`The machine of this version has no state "${path}"`);
  return overlaid(meta, stored.context);
}

/** The state a new dossier begins in. */
export function begin(machine: DossierMachine): Stored & { readonly meta: StateMeta } {
  const [snapshot] = initialTransition(machine.chart);
  const stored = { value: snapshot.value as StoredValue, context: snapshot.context };
  return { ...stored, meta: describe(machine, stored) };
}

function restore(machine: DossierMachine, stored: Stored) {
  describe(machine, stored); // XState would fill in a state that has become compound: refuse it instead
  return machine.chart.resolveState({ value: stored.value, context: stored.context });
}

/** The acts the law allows now, in the order of the table; who may do them is asked elsewhere. */
export function possible(machine: DossierMachine, stored: Stored): readonly EventType[] {
  const snapshot = restore(machine, stored);
  return (machine.acts.get(statePath(stored.value)) ?? []).filter((type) => snapshot.can({ type }));
}

/** Before receipt, or on the way to a competent unit elsewhere, a dossier may wait or be stopped without any clock. */
const NEEDS_A_STARTED_CLOCK: ReadonlySet<string> = new Set<ConsequenceType>(['pauseClock', 'resumeClock', 'stopClock']);

/**
 * Decides one act. Pure: nothing is run or sent. Only the name of the act and its few facts reach the machine, so no
 * personal value can end up in state or effects.
 * @param event any name; one outside the table (`xstate.*` included) is refused like an act not possible now
 * @throws Error when the stored state is unknown to this version
 */
export function decide(machine: DossierMachine, stored: Stored, event: { readonly type: string; readonly facts?: EventFacts }): Decision {
  const snapshot = restore(machine, stored);
  const { type, facts } = event;
  if (!isEventType(type)) return { accepted: false, possible: possible(machine, stored) };
  const act = facts === undefined ? { type } : { type, facts };
  // A guarded-off event leaves the snapshot as it was, and so may an accepted one: only can() tells.
  if (!snapshot.can(act)) return { accepted: false, possible: possible(machine, stored) };

  const [next, actions] = transition(machine.chart, snapshot, act);
  const value = next.value as StoredValue;
  const meta = describe(machine, { value, context: next.context });
  const told = stored.context.clockStarted ? actions : actions.filter(({ type }) => !NEEDS_A_STARTED_CLOCK.has(type));
  const named = told.map(({ type, params }) => (params === undefined ? { type } : { type, params }));
  return {
    accepted: true,
    value,
    context: next.context,
    meta,
    final: meta.ended === true,
    consequences: named.filter((action) => !isEffect(action)) as Consequence[],
    effects: named.filter(isEffect) as Effect[],
  };
}
