import type { ProcessDefinition, ProcessStep, TimeAmount } from '@app/workflow';
import type { TimeLimit } from '../procedure.js';

const MINUTES = { minutes: 1, hours: 60, 'working-days': 480 } as const;
const QUARTER = 15;

/**
 * The time of a step under a local limit: shortened in the proportion of the limit, down to a quarter of an hour, so that the
 * steps together never exceed it. A longer limit leaves the steps as they are: the time it gives is for the way, not the desk.
 * @param within as the process says it; an amount in calendar time is not the desk's own work and stays
 */
export function stepTime(within: TimeAmount, limit: Pick<TimeLimit, 'local'>): TimeAmount {
  const share = limit.local?.share ?? 1;
  const { value, unit } = within;
  if (share >= 1 || !(unit in MINUTES)) return within;
  const minutes = value * MINUTES[unit as keyof typeof MINUTES] * share;
  // The smallest number above the exact one would be a float's fault, not time.
  const quarters = Math.max(1, Math.floor(minutes / QUARTER + 1e-9));
  return { value: (quarters * QUARTER) / 60, unit: 'hours' };
}

/** The process with every office's step in the time a local limit leaves it. What others have by law (a posting, an opinion, the citizen's look) stays. */
export function processWithin(process: ProcessDefinition, limit: Pick<TimeLimit, 'local'>): ProcessDefinition {
  if ((limit.local?.share ?? 1) >= 1) return process;
  return { ...process, steps: process.steps.map((step): ProcessStep => (step.kind === 'check' ? step : { ...step, within: stepTime(step.within, limit) })) };
}
