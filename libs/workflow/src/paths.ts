import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { DossierMachine } from './compile.js';
import { statePath, type Stored, type StoredValue } from './decide.js';
import { EVENT_TYPES, isEventType, ruleOf, type EventType } from './events.js';
import type { DossierContext, EventFacts } from './language.js';

/** A situation a dossier can really get into: a state with what the guards remember. */
export interface Situation extends Stored {
  readonly state: string;
  readonly final: boolean;
  /** A shortest series of acts from the beginning. */
  readonly reached: readonly EventType[];
  /** A shortest series of acts from here to the end of the dossier; nothing when it can never end. */
  readonly ending: readonly EventType[] | undefined;
  /** The acts possible here and the keys of the situations they lead to. */
  readonly acts: ReadonlyMap<EventType, string>;
}

interface Snapshot {
  readonly value: unknown;
  readonly context: DossierContext;
  readonly status: string;
  can(event: { type: EventType; facts?: EventFacts }): boolean;
}

// What only counts (the round) or never stands in the way of the dossier (extension, outage) is left out: with it the search
// would be endless, or many times as long.
function keyOf({ value, context }: Pick<Snapshot, 'value' | 'context'>): string {
  const { supplementsBefore, supplementsAfter, outcome, withdrawal, duties, consultationsOpen, consultationsOverdue, online, handedOver } = context;
  const remembered = [supplementsBefore, supplementsAfter, outcome, withdrawal, duties, consultationsOpen, consultationsOverdue, online, handedOver];
  return `${statePath(value as StoredValue)} ${remembered.join('/')}`;
}

/** The facts with which acts are tried: filed online, so that the citizen's look at a draft is met; two bodies asked, so that one answers first. */
export const TRIED_FACTS: Partial<Record<EventType, EventFacts>> = { file: { online: true }, requestConsultation: { asked: 2 } };

/** The acts that move a dossier; those beside the way leave it where it is (a test holds them to that). */
const MOVING = EVENT_TYPES.filter((type) => ruleOf(type).beside !== true);

interface TriedEvent {
  readonly type: EventType;
  readonly facts?: EventFacts;
}

const OPTIONS = {
  events: MOVING.map((type): TriedEvent => ({ type, ...(TRIED_FACTS[type] !== undefined && { facts: TRIED_FACTS[type] }) })),
  filterEvents: (snapshot: Snapshot, event: TriedEvent) => snapshot.can(event),
  serializeState: keyOf,
};

/** Every situation a dossier of this machine can get into, by key, nearest first. */
export function explore({ chart }: Pick<DossierMachine, 'chart'>): ReadonlyMap<string, Situation> {
  const acts = new Map<string, Map<EventType, string>>();
  for (const { state, event, nextState } of adjacencyMapToArray(getAdjacencyMap(chart, OPTIONS))) {
    const key = keyOf(state);
    acts.set(key, (acts.get(key) ?? new Map<EventType, string>()).set(event.type, keyOf(nextState)));
  }
  const paths = getShortestPaths(chart, OPTIONS);
  const endings = shortestEndings(acts, paths.filter(({ state }) => isEnd(chart, state) && state.value !== 'stopped').map(({ state }) => keyOf(state)));
  return new Map(paths.map(({ state, steps }) => {
    const key = keyOf(state);
    return [key, {
      value: state.value,
      context: state.context,
      state: statePath(state.value),
      final: isEnd(chart, state),
      reached: steps.map(({ event }) => event.type as string).filter(isEventType),
      ending: state.value === 'stopped' ? [] : endings.get(key),
      acts: acts.get(key) ?? new Map<EventType, string>(),
    }];
  }));
}

/** Whether the life of the dossier is over here; a returned result may still be corrected. */
function isEnd(chart: DossierMachine['chart'], { value }: { readonly value: unknown }): boolean {
  return statePath(value as StoredValue).split('.').reduce<typeof chart.root | undefined>((node, name) => node?.states[name] as typeof chart.root | undefined, chart.root)?.meta?.ended === true;
}

/**
 * Walks backwards from the ends, breadth first. An end by a stop is no way out: a dossier must be able to end in its
 * ordinary course.
 */
function shortestEndings(acts: ReadonlyMap<string, ReadonlyMap<EventType, string>>, ends: readonly string[]): ReadonlyMap<string, readonly EventType[]> {
  const endings = new Map<string, readonly EventType[]>(ends.map((key) => [key, []]));
  for (const [reached, rest] of endings) { // a Map hands out what is added while it is walked
    for (const [from, leading] of acts) {
      if (endings.has(from)) continue;
      const step = [...leading].find(([, to]) => to === reached);
      if (step !== undefined) endings.set(from, [step[0], ...rest]);
    }
  }
  return endings;
}

/** A series of acts that leads to a state, and one that ends the dossier from there. */
export interface StatePath {
  readonly state: string;
  readonly events: readonly EventType[];
  readonly ending: readonly EventType[];
}

/**
 * For every state of a machine the shortest acts that lead there and the shortest that end the dossier from
 * there, in the order of the state list: what a test replays through HTTP.
 * @throws Error when a state cannot be reached or cannot end; a published process has none (`checkProcess`)
 */
export function shortestPaths(machine: DossierMachine): readonly StatePath[] {
  const situations = [...explore(machine).values()];
  return [...machine.states.keys()].map((state) => {
    const nearest = situations.filter((situation) => situation.state === state).toSorted((a, b) => a.reached.length - b.reached.length)[0];
    if (nearest?.ending === undefined) throw new Error(`The state "${state}" cannot be reached or cannot end`);
    return { state, events: nearest.reached, ending: nearest.ending };
  });
}

/** States no series of acts reaches. */
export function unreachableStates(machine: DossierMachine): readonly string[] {
  const reached = new Set([...explore(machine).values()].map(({ state }) => state));
  return [...machine.states.keys()].filter((state) => !reached.has(state));
}

/** States in which a dossier can get stuck for ever. */
export function endlessStates(machine: DossierMachine): readonly string[] {
  return [...new Set([...explore(machine).values()].filter(({ ending }) => ending === undefined).map(({ state }) => state))];
}
