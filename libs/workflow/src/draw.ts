import { toDirectedGraph, type DirectedGraphNode } from 'xstate/graph';
import { compile, type DossierMachine } from './compile.js';
import { isWorthSaying } from './draw-svg-chart.js';
import { guardWords } from './draw-guards.js';
import { isEventType, ruleOf } from './events.js';
import { ROLE_NAMES, type ProcessDefinition } from './process-definition.js';

/** Mermaid takes no dots in a name and reads ; and # as its own. */
const nodeName = (path: string): string => path.replaceAll('.', '_');
/** The part of a chart that what may happen at every step hangs on. */
const ANYWHERE = 'processing';
const words = (text: string): string => text.replaceAll(/[;#"\n]/gu, ' ');

/**
 * Draws a process as a Mermaid state diagram in Vietnamese: each state with its national status, holder and role,
 * each arrow with its act. What may happen at every step stands at one node of its own; what leaves the dossier where it
 * is stands there too or not at all. The same process gives the same text.
 */
export function draw(subject: ProcessDefinition | DossierMachine): string {
  const machine = 'chart' in subject ? subject : compile(subject);
  const lines = ['stateDiagram-v2'];
  for (const [path, { name, status, holder, role }] of machine.states) {
    lines.push(`  state "${words(name.vi)}" as ${nodeName(path)}`);
    lines.push(`  ${nodeName(path)} : ${status} · ${holder} · ${ROLE_NAMES[role].vi}`);
  }
  lines.push(`  state "Ở mọi bước giải quyết" as ${ANYWHERE}`, '  [*] --> opened');
  lines.push(...new Set(arrows(toDirectedGraph(machine.chart))));
  for (const [path, { ended }] of machine.states) {
    if (ended === true) lines.push(`  ${nodeName(path)} --> [*]`);
  }
  return `${lines.join('\n')}\n`;
}

function arrows({ children, edges }: DirectedGraphNode): readonly string[] {
  const own = edges.flatMap(({ source, target, label, transition }) => {
    if (!isEventType(label.text)) return [];
    const { vi } = ruleOf(label.text).label;
    const stays = source === target;
    if (stays && (source.key !== ANYWHERE || !isWorthSaying(label.text))) return [];
    // Two branches of one act to the same state are one arrow: what differs is only the paper that goes with it.
    const branches = edges.filter((edge) => edge.target === target && edge.label.text === label.text).length;
    const guard = branches === 1 ? guardWords(transition.guard) : undefined;
    return [`  ${nodeName(source.path.join('.'))} --> ${nodeName(target.path.join('.'))} : ${vi}${guard === undefined ? '' : ` [${guard.vi}]`}`];
  });
  return [...own, ...children.flatMap(arrows)];
}
