import type { PaperFacts } from './facts.js';
import { agencyOf, competentAt, unitIn } from './shared.js';

/**
 * Who decides at an act, then whoever else the process goes through; a commune's offices count as its People's Committee. The slip
 * of a re-route names the commune it goes to.
 */
export function agenciesOf(facts: PaperFacts, seq: number): string[] {
  const held = facts.procedure.process.steps.filter((step) => step.kind !== 'handover');
  const decider = held.findLast(({ kind }) => kind === 'approve') ?? held.at(-1);
  const act = facts.acts.find((each) => each.seq === seq);
  const commune = (act?.event === 'reroute' ? act.data.commune : undefined) ?? competentAt(facts, seq);
  const ordered = decider === undefined ? held : [decider, ...held];
  return [...new Set(ordered.map((step) => agencyOf(facts, unitIn(facts, step.unit, commune)).name.vi))];
}
