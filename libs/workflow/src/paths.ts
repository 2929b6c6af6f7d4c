import { initialTransition, transition } from 'xstate';
import type { DossierMachine } from './compile.js';
import { statePath, type Stored } from './decide.js';
import { ruleOf, type EventType } from './events.js';
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

/** The facts with which acts are tried: filed online, so that the citizen's look at a draft is met. */
export const TRIED_FACTS: Partial<Record<EventType, EventFacts>> = { file: { online: true } };

type Snapshot = ReturnType<DossierMachine['chart']['resolveState']>;

interface Found {
  readonly snapshot: Snapshot;
  readonly state: string;
  readonly reached: readonly EventType[];
  readonly acts: Map<EventType, string>;
}

const BEFORE_RECEIPT: ReadonlySet<string> = new Set(['opened', 'filed', 'awaitingCompletion']);

/**
 * What the guards ahead of a state can still tell apart. What only counts (the round), never stands in the way of the
 * dossier (extension, outage) or is over (a supplement before receipt, once received) is left out: with it the search
 * would be endless, or many times as long.
 */
function keyOf(state: string, context: DossierContext): string {
  const { supplementsBefore, supplementsAfter, outcome, withdrawal, duties, consultationsOpen, consultationsOverdue, online, handedOver, marks, signature } = context;
  if (BEFORE_RECEIPT.has(state)) return [state, supplementsBefore, withdrawal, online].join(' ');
  if (state.startsWith('processing.')) return [state, supplementsAfter, outcome, withdrawal, duties, consultationsOpen, consultationsOverdue, online, marks > 0, signature].join(' ');
  return [state, outcome, handedOver, ...(state.startsWith('correcting.') ? [signature] : [])].join(' ');
}

/**
 * Every situation a dossier of this machine can get into, by key, nearest first. The acts beside the way are not
 * tried: they leave a dossier where it is (a test holds them to that).
 */
export function explore({ chart, states, acts }: DossierMachine): ReadonlyMap<string, Situation> {
  const found = new Map<string, Found>();
  const visit = (snapshot: Snapshot, reached: readonly EventType[]): string => {
    const state = statePath(snapshot.value);
    const key = keyOf(state, snapshot.context);
    if (!found.has(key)) found.set(key, { snapshot, state, reached, acts: new Map() });
    return key;
  };
  visit(initialTransition(chart)[0], []);
  for (const here of found.values()) { // a Map hands out what is added while it is walked
    for (const type of acts.get(here.state) ?? []) {
      const facts = TRIED_FACTS[type];
      const act = facts === undefined ? { type } : { type, facts };
      if (ruleOf(type).beside === true || !here.snapshot.can(act)) continue;
      here.acts.set(type, visit(transition(chart, here.snapshot, act)[0], [...here.reached, type]));
    }
  }
  const isEnd = (state: string): boolean => states.get(state)?.ended === true;
  const endings = shortestEndings(found, isEnd);
  return new Map([...found].map(([key, { snapshot, state, reached, acts: leading }]) => [key, {
    value: snapshot.value, context: snapshot.context, state, reached, acts: leading,
    final: isEnd(state), ending: state === STOPPED ? [] : endings.get(key),
  }]));
}

const STOPPED = 'stopped';

/**
 * Walks backwards from the ends, breadth first. An end by a stop is no way out: a dossier must be able to end in its
 * ordinary course.
 */
function shortestEndings(found: ReadonlyMap<string, Found>, isEnd: (state: string) => boolean): ReadonlyMap<string, readonly EventType[]> {
  const leadingTo = new Map<string, [from: string, type: EventType][]>([...found.keys()].map((key) => [key, []]));
  for (const [from, { acts }] of found) for (const [type, to] of acts) leadingTo.get(to)?.push([from, type]);
  const endings = new Map<string, readonly EventType[]>([...found].filter(([, { state }]) => isEnd(state) && state !== STOPPED).map(([key]) => [key, []]));
  for (const [reached, rest] of endings) {
    for (const [from, type] of leadingTo.get(reached) ?? []) {
      if (!endings.has(from)) endings.set(from, [type, ...rest]);
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

/** States no series of acts reaches, and states in which a dossier can get stuck for ever. */
export function deadStates(machine: DossierMachine): { readonly unreachable: readonly string[]; readonly endless: readonly string[] } {
  const situations = [...explore(machine).values()];
  const reached = new Set(situations.map(({ state }) => state));
  return {
    unreachable: [...machine.states.keys()].filter((state) => !reached.has(state)),
    endless: [...new Set(situations.filter(({ ending }) => ending === undefined).map(({ state }) => state))],
  };
}
