import type { PaperFacts } from './facts.js';
import { agencyOf, unitAt } from './shared.js';

/** Who decides at an act, then whoever else the process goes through; a commune's offices count as its People's Committee. */
export function agenciesOf(facts: PaperFacts, seq: number): string[] {
  const held = facts.procedure.process.steps.filter((step) => step.kind !== 'handover');
  const decider = held.findLast(({ kind }) => kind === 'approve') ?? held.at(-1);
  const ordered = decider === undefined ? held : [decider, ...held];
  return [...new Set(ordered.map((step) => agencyOf(facts, unitAt(facts, step.unit, seq)).name.vi))];
}
