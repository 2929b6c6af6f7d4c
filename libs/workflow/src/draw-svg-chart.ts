import type { Localized } from '@app/kernel';
import { toDirectedGraph, type AnyStateNode, type DirectedGraphNode } from 'xstate/graph';
import type { DossierMachine } from './compile.js';
import { guardWords, otherwiseWords } from './draw-guards.js';
import { isEventType, ruleOf, type EventType } from './events.js';
import type { StateMeta } from './state-meta.js';

/** One state of a chart as it is drawn. */
export interface DrawnState {
  /** Its path, as it is stored. */
  readonly path: string;
  readonly meta: StateMeta;
  /** The step it belongs to: a state by itself is its own. */
  readonly group: string;
  readonly final: boolean;
}

/** One way from state to state; `everywhere` when it hangs on a whole part of the chart and not on one state. */
export interface Way {
  readonly act: EventType;
  readonly from: string;
  readonly to: string;
  readonly everywhere: boolean;
  /** In which case it leads there, where the same act may also lead elsewhere. */
  readonly condition?: Localized;
}

/** What the drawing takes from a machine: its states in order, its groups in order, each way once. */
export interface DrawnChart {
  readonly states: ReadonlyMap<string, DrawnState>;
  readonly groups: readonly string[];
  readonly initial: string;
  readonly ways: readonly Way[];
}

const groupOf = (path: string): string => (path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : path);

/** The state in which a target is entered. */
function entered(node: AnyStateNode): string {
  let leaf = node;
  for (let first = leaf.initial?.target[0]; first !== undefined; first = leaf.initial?.target[0]) leaf = first;
  return leaf.path.join('.');
}

function waysOf({ children, edges }: DirectedGraphNode): readonly Way[] {
  const ways = edges.flatMap((own): Way[] => {
    const { source, target, label, transition } = own;
    const act = label.text;
    if (!isEventType(act)) return [];
    const everywhere = Object.keys(source.states).length > 0;
    const stays = transition.target === undefined;
    if (stays && !isWorthSaying(act)) return [];
    const from = source.path.join('.');
    const others = edges.filter((edge) => edge !== own && edge.label.text === act).flatMap(({ transition: { guard } }) => otherwiseWords(guard) ?? []);
    const condition = guardWords(transition.guard, 'branch') ?? others[0];
    return [{ act, from, to: stays ? from : entered(target), everywhere, ...(condition !== undefined && { condition }) }];
  });
  return [...ways, ...children.flatMap(waysOf)];
}

/** Reads states and ways out of a compiled machine. Several branches of one act to the same state are one way. */
export function readChart({ chart, states }: DossierMachine): DrawnChart {
  const drawn = [...states].map(([path, meta]): DrawnState => ({
    path, meta, group: groupOf(path), final: meta.ended === true,
  }));
  const initial = entered(chart.root);
  const ways = Map.groupBy(waysOf(toDirectedGraph(chart)), ({ act, from, to }) => `${act} ${from} ${to}`);
  return {
    states: new Map(drawn.map((state) => [state.path, state])),
    groups: [...new Set(drawn.map(({ group }) => group))],
    initial,
    ways: [...ways.values()].flatMap(([way, ...same]) => (way === undefined ? [] : [same.length === 0 ? way : { act: way.act, from: way.from, to: way.to, everywhere: way.everywhere }])),
  };
}

/** Whether an act that leaves the dossier where it is belongs on a drawing: what people decide about it, not who works on it, by which version or what the desk notes. */
export function isWorthSaying(act: EventType): boolean {
  const { audience, data } = ruleOf(act);
  return ['holder', 'citizen', 'head'].includes(audience) && data !== 'assignment' && data !== 'version';
}

/** An act in words, with the case in which it leads there. */
export function wordsOf({ act, condition }: Way): Localized {
  const { label } = ruleOf(act);
  return condition === undefined ? label : { vi: `${label.vi} (${condition.vi})`, en: `${label.en} (${condition.en})` };
}
