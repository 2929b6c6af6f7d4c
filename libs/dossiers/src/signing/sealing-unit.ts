import type { Unit } from '@app/organisation';
import type { PaperFacts } from '../papers/facts.js';
import { agencyOf, getUnit, unitAt } from '../papers/shared.js';

/** Whose seal a decision gets: that of the agency that issues it, under whose name it stands. */
export function sealingUnit(facts: PaperFacts, seq: number): Unit {
  const result = facts.results.at(-1);
  if (result?.refusal && result.signature) return agencyOf(facts, getUnit(facts, result.signature.unit));
  return unitAt(facts, facts.procedure.result.issuer, seq);
}
