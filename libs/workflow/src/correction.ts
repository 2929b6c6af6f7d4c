import type { DraftStep, HandoverStep, ProcessDefinition, ProcessStep } from './process-definition.js';
import { NAMES } from './words.js';

/** The step of our own that leads there; no process may name one of its steps so. */
export const TO_CORRECTION = 'toCorrection';

/** The kinds of step a corrected result goes through again; nothing is examined, asked or posted anew. */
const REPEATED: ReadonlySet<ProcessStep['kind']> = new Set(['handover', 'draft', 'approve', 'number']);

/**
 * The way of a correction: to whoever drafted the result, and from there the deciding end of the process once more,
 * back to the counter. Nothing for a process in which no draft leads to the decision.
 */
export function correctionOf(process: ProcessDefinition): ProcessDefinition | undefined {
  const { receive, steps } = process;
  const deciding = steps.findLastIndex(({ kind }) => kind === 'approve');
  const drafted = steps.slice(0, deciding).findLastIndex(({ kind }) => kind === 'draft');
  const draft = steps[drafted] as DraftStep | undefined;
  if (draft === undefined) return undefined;
  const repeated = steps.slice(drafted).filter(({ kind }) => REPEATED.has(kind))
    .map((step) => (step.kind === 'approve' && !steps.slice(drafted).some(({ id }) => id === step.sendBackTo) ? { ...step, sendBackTo: draft.id } : step));
  const there: HandoverStep = { id: TO_CORRECTION, kind: 'handover', to: draft.unit, role: receive.role, within: { value: 4, unit: 'hours' }, name: NAMES.toCorrection };
  return { ...process, steps: draft.unit === receive.unit ? repeated : [there, ...repeated] };
}
