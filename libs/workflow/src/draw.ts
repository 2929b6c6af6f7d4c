import { toDirectedGraph, type DirectedGraphNode } from 'xstate/graph';
import { compile, type DossierMachine } from './compile.js';
import { EVENTS, isEventType } from './events.js';
import { ROLE_NAMES, type ProcessDefinition } from './process-definition.js';

/** The guards in words, by their names in the chart. */
const GUARD_WORDS: ReadonlyMap<unknown, string> = new Map([
  ['noSupplementBeforeReceipt', 'chưa yêu cầu lần nào'],
  ['noSupplementAfterReceipt', 'chưa yêu cầu lần nào'],
  ['isRefused', 'đã từ chối'],
]);

/** Mermaid takes no dots in a name and reads ; and # as its own. */
const nodeName = (path: string): string => path.replaceAll('.', '_');
const words = (text: string): string => text.replaceAll(/[;#"\n]/gu, ' ');

/**
 * Draws a process as a Mermaid state diagram in Vietnamese: each state with its national status, holder and role,
 * each arrow with its act. The same process gives the same text.
 */
export function draw(subject: ProcessDefinition | DossierMachine): string {
  const machine = 'chart' in subject ? subject : compile(subject);
  const lines = ['stateDiagram-v2'];
  for (const [path, { name, status, holder, role }] of machine.states) {
    lines.push(`  state "${words(name.vi)}" as ${nodeName(path)}`);
    lines.push(`  ${nodeName(path)} : ${status} · ${holder} · ${ROLE_NAMES[role].vi}`);
  }
  lines.push('  [*] --> opened');
  lines.push(...new Set(arrows(toDirectedGraph(machine.chart))));
  for (const [path] of machine.states) {
    if (machine.chart.root.states[path]?.type === 'final') lines.push(`  ${nodeName(path)} --> [*]`);
  }
  return `${lines.join('\n')}\n`;
}

function arrows({ children, edges }: DirectedGraphNode): readonly string[] {
  const own = edges.map(({ source, target, label, transition }) => {
    // Two branches of one act to the same state are one arrow: what differs is only the paper that goes with it.
    const branches = edges.filter((edge) => edge.target === target && edge.label.text === label.text).length;
    const guard = branches === 1 ? GUARD_WORDS.get(transition.guard) : undefined;
    const act = isEventType(label.text) ? EVENTS[label.text].label.vi : label.text;
    return `  ${nodeName(source.path.join('.'))} --> ${nodeName(target.path.join('.'))} : ${act}${guard === undefined ? '' : ` [${guard}]`}`;
  });
  return [...own, ...children.flatMap(arrows)];
}
