import { describe as suite, expect, test } from '@jest/globals';
import { compile, type DossierMachine } from './compile.js';
import { begin, decide, describe, possible, statePath, type Stored } from './decide.js';
import { EVENT_TYPES, ruleOf, type EventType } from './events.js';
import { TRIED_FACTS, explore, shortestPaths } from './paths.js';
import type { ProcessDefinition } from './process-definition.js';
import { BIRTH, LAND, PERMIT } from './sample-processes.js';
import { STATUS_MOVES, type NationalStatus } from './status.js';
import type { Accepted } from './testing/play.js';

/** Looked at by the counter itself before it leaves it. */
const COUNTER: ProcessDefinition = {
  ...BIRTH,
  steps: [{ id: 'look', kind: 'examine', unit: 'commune/centre', role: 'case-officer', within: { value: 1, unit: 'hours' }, name: { vi: 'Xem tại quầy', en: 'Look at the counter' } }, ...BIRTH.steps],
};

const MACHINES: readonly (readonly [string, DossierMachine])[] = [['birth', compile(BIRTH)], ['land', compile(LAND)], ['permit', compile(PERMIT)], ['counter', compile(COUNTER)]];

function accept(machine: DossierMachine, stored: Stored, type: EventType): Accepted {
  const facts = TRIED_FACTS[type];
  const decision = decide(machine, stored, { type, ...(facts !== undefined && { facts }) });
  if (!decision.accepted) throw new Error(`${type} was refused at ${statePath(stored.value)}`);
  return decision;
}
const replay = (machine: DossierMachine, from: Stored, acts: readonly EventType[]): Stored => acts.reduce<Stored>((stored, type) => accept(machine, stored, type), from);

const explored = new Map(MACHINES.map(([, machine]) => [machine, [...explore(machine).values()]]));
const situationsOf = (machine: DossierMachine) => explored.get(machine) ?? [];

/** Every act possible in every situation, those beside the way included, with what came of it. */
const followed = new Map(MACHINES.map(([, machine]) => [machine, situationsOf(machine).flatMap((from) =>
  possible(machine, from).map((type) => ({ from, type, to: accept(machine, from, type) })))]));
const followedIn = (machine: DossierMachine) => followed.get(machine) ?? [];

const isMove = ([before, after]: readonly [NationalStatus, NationalStatus]): boolean => (STATUS_MOVES[before] as readonly NationalStatus[]).includes(after);
const movesOf = (machine: DossierMachine) => followedIn(machine)
  .map(({ from, to }) => [describe(machine, from).status, to.meta.status] as const).filter(([before, after]) => before !== after);

suite.each(MACHINES)('The ways through the machine of %s', (_, machine) => {
  test('lead to every state and from every state to the end', () => {
    const paths = shortestPaths(machine);
    expect(paths.map(({ state }) => state)).toEqual([...machine.states.keys()]);
    for (const { state, events, ending } of paths) {
      const there = replay(machine, begin(machine), events);
      expect(statePath(there.value)).toBe(state);
      expect(state === 'stopped' ? ['stopped'] : ['notReceived', 'returned']).toContain(statePath(replay(machine, there, ending).value));
    }
  });

  test('have an end in every situation, whatever the guards remember', () => {
    const stuck = situationsOf(machine).filter(({ ending }) => ending === undefined);
    expect(stuck).toEqual([]);
  });

  test('never make the national status jump', () => {
    expect(movesOf(machine).filter((move) => !isMove(move))).toEqual([]);
  });

  test('keep the baton: the holder changes agency only by an acknowledged handover, until the life of the dossier is over', () => {
    const agencyOf = (holder: string): string => holder.split('/')[0] ?? '';
    const crossings = followedIn(machine).filter(({ from, to }) => to.meta.ended !== true && agencyOf(describe(machine, from).holder) !== agencyOf(to.meta.holder)).map(({ type }) => type);
    expect([...new Set(crossings)]).toEqual(machine.process === LAND ? ['acknowledge'] : []);
  });

  test('are not left by acts beside the way: state, status, holder and clock stay', () => {
    const besides = followedIn(machine).filter(({ type }) => ruleOf(type).beside === true);
    expect(besides.filter(({ from, to }) => {
      const { status, holder, role } = describe(machine, from);
      return JSON.stringify([from.value, status, holder, role]) !== JSON.stringify([to.value, to.meta.status, to.meta.holder, to.meta.role]);
    })).toEqual([]);
    // All but those that need another beside the way first (an extension proposed, an outage begun), and what only an agency elsewhere brings.
    const tried = new Set(besides.map(({ type }) => type));
    expect(EVENT_TYPES.filter((type) => ruleOf(type).beside === true && !tried.has(type))).toEqual(['grantExtension', 'declineExtension', 'outageEnded', 'elsewhereUnacknowledged']);
  });

  test('never let a count fall below nothing', () => {
    const counts = followedIn(machine).flatMap(({ to: { context } }) => Object.values(context).filter((value) => typeof value === 'number'));
    expect(counts.reduce((least, count) => Math.min(least, count))).toBe(0);
    expect(followedIn(machine).filter(({ to: { context } }) => context.consultationsOverdue > context.consultationsOpen)).toEqual([]);
  });
});

test('The national status makes exactly the moves of the table, each of them', () => {
  const made = new Set(MACHINES.flatMap(([, machine]) => movesOf(machine).map(([before, after]) => `${before} → ${after}`)));
  const table = Object.entries(STATUS_MOVES).flatMap(([before, afters]) => afters.map((after) => `${before} → ${after}`));
  expect([...made].toSorted()).toEqual(table.toSorted());
});

test('The situations told apart are few enough to be walked at every start', () => {
  expect(MACHINES.map(([name, machine]) => [name, situationsOf(machine).length])).toEqual([['birth', 278], ['land', 446], ['permit', 822], ['counter', 330]]);
});

/** The parts of a chart's node that could act on their own. */
interface Node {
  readonly id: string;
  readonly entry: readonly unknown[];
  readonly exit: readonly unknown[];
  readonly invoke: readonly unknown[];
  readonly after: readonly unknown[];
  readonly always?: readonly unknown[];
  readonly type: string;
  readonly states: { readonly [key: string]: Node };
}
const nodesOf = (node: Node): readonly Node[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

test.each(MACHINES)('In the machine of %s nothing happens by itself: all effects hang on transitions, nothing is timed, called or remembered', (_, machine) => {
  const busy = nodesOf(machine.chart.root).filter(({ entry, exit, invoke, after, always, type }) =>
    entry.length + exit.length + invoke.length + after.length + (always?.length ?? 0) > 0 || type === 'history' || type === 'parallel');
  expect(busy.map(({ id }) => id)).toEqual([]);
});
