import { describe as suite, expect, test } from '@jest/globals';
import { compile, type DossierMachine } from './compile.js';
import { begin, decide, statePath, type Stored } from './decide.js';
import type { EventType } from './events.js';
import { explore, shortestPaths } from './paths.js';
import { BIRTH, LAND } from './sample-processes.js';
import { STATUS_MOVES, type NationalStatus } from './status.js';

const MACHINES: readonly (readonly [string, DossierMachine])[] = [['birth', compile(BIRTH)], ['land', compile(LAND)]];

function replay(machine: DossierMachine, from: Stored, acts: readonly EventType[]): Stored {
  return acts.reduce<Stored>((stored, type) => {
    const decision = decide(machine, stored, { type });
    if (!decision.accepted) throw new Error(`${type} was refused at ${statePath(stored.value)}`);
    return decision;
  }, from);
}

suite.each(MACHINES)('The ways through the machine of %s', (_, machine) => {
  test('lead to every state and from every state to the end', () => {
    const paths = shortestPaths(machine);
    expect(paths.map(({ state }) => state)).toEqual([...machine.states.keys()]);
    for (const { state, events, ending } of paths) {
      const there = replay(machine, begin(machine), events);
      expect(statePath(there.value)).toBe(state);
      expect(['notReceived', 'returned']).toContain(statePath(replay(machine, there, ending).value));
    }
  });

  test('have an end in every situation, whatever the guards remember', () => {
    const stuck = [...explore(machine).values()].filter(({ ending }) => ending === undefined);
    expect(stuck).toEqual([]);
  });

  test('never make the national status jump', () => {
    const situations = explore(machine);
    const statusOf = (state: string): NationalStatus | undefined => machine.states.get(state)?.status;
    const jumps = [...situations.values()].flatMap((from) => [...from.acts].flatMap(([type, key]) => {
      const before = statusOf(from.state);
      const after = statusOf(situations.get(key)?.state ?? '');
      if (before === undefined || after === undefined) return [`${from.state} ${type} leads nowhere`];
      const allowed: readonly NationalStatus[] = STATUS_MOVES[before];
      return before === after || allowed.includes(after) ? [] : [`${from.state} ${type}: ${before} → ${after}`];
    }));
    expect(jumps).toEqual([]);
    expect(new Set([...machine.states.values()].map(({ status }) => status))).toEqual(new Set([1, 2, 3, 4, 5, 9, 10]));
  });

  test('keep the baton: the holder changes agency only by an acknowledged handover', () => {
    const situations = explore(machine);
    const agencyOf = (state: string): string | undefined => machine.states.get(state)?.holder.split('/')[0];
    const crossings = [...situations.values()].flatMap((from) => [...from.acts].filter(([, key]) => agencyOf(situations.get(key)?.state ?? '') !== agencyOf(from.state)).map(([type]) => type));
    expect(new Set(crossings)).toEqual(new Set(machine.process === LAND ? ['acknowledge'] : []));
  });

  test('pause and resume the clock in pairs and start and stop it once', () => {
    for (const { reached, ending } of explore(machine).values()) {
      const acts = [...reached, ...(ending ?? [])];
      let stored: Stored = begin(machine);
      const clock: string[] = [];
      for (const type of acts) {
        const decision = decide(machine, stored, { type });
        if (!decision.accepted) throw new Error(`${type} was refused`);
        clock.push(...decision.consequences.map((consequence) => consequence.type).filter((name) => name.endsWith('Clock')));
        stored = decision;
      }
      expect(clock.join(' ')).toMatch(/^(startClock( pauseClock resumeClock)* stopClock)?$/u);
    }
  });
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
