import { agencyOf } from './authority.js';
import { placeSteps, unitAfter } from './placed-steps.js';
import type { ApproveStep, ProcessDefinition, ProcessStep } from './process-definition.js';
import { fault, type ProcessFault } from './process-faults.js';

/** Checks that the baton goes from hand to hand: no step at an agency the dossier was not handed to, and back at the end. */
export function checkRoute({ receive, steps }: ProcessDefinition): readonly ProcessFault[] {
  const faults: ProcessFault[] = [];
  let at = receive.unit;
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'check' && !isDraftOf(steps[index - 1], step.unit)) faults.push(fault('check.after-draft', step.id));
    if (step.kind === 'notice' && step.when !== undefined && steps[index - 1]?.kind !== 'examine') faults.push(fault('notice.after-examine', step.id));
    if (step.kind === 'handover') {
      const from = step.from ?? at;
      if (agencyOf(from) !== agencyOf(at)) faults.push(fault('route.no-handover', step.id, { unit: from, from: at }));
      if (step.to === from) faults.push(fault('handover.same-unit', step.id, { unit: step.to }));
    } else if (step.kind !== 'elsewhere' && agencyOf(step.unit) !== agencyOf(at)) {
      faults.push(fault('route.no-handover', step.id, { unit: step.unit, from: at }));
    }
    at = unitAfter(step, at);
  }
  if (at !== receive.unit) faults.push(fault('route.not-back', steps.at(-1)?.id, { unit: receive.unit, from: at }));
  return faults;
}

const isDraftOf = (step: ProcessStep | undefined, unit: string): boolean => step?.kind === 'draft' && step.unit === unit;

/** Checks the decision: someone approves, drafts go back to their author, one number follows, and nothing else. */
export function checkDecision(process: ProcessDefinition): readonly ProcessFault[] {
  const { steps } = process;
  // The agency decides in its own system and nobody here decides beside it.
  const elsewhere = steps.find(({ kind }) => kind === 'elsewhere');
  if (elsewhere !== undefined) return steps.length === 1 ? [] : [fault('elsewhere.alone', elsewhere.id)];
  const sendBacks = steps.flatMap((step, index) => (step.kind === 'approve' ? checkSendBack(process, step, index) : []));
  const deciding = steps.findLastIndex(({ kind }) => kind === 'approve');
  if (deciding === -1) return [fault('approve.none', undefined)];
  const after = steps.slice(deciding + 1);
  const numbers = after.filter(({ kind }) => kind === 'number');
  return [
    ...sendBacks,
    ...steps.slice(0, deciding).filter(({ kind }) => kind === 'number').map(({ id }) => fault('number.early', id)),
    ...(numbers.length === 0 ? [fault('number.none', steps[deciding]?.id)] : []),
    ...numbers.slice(1).map(({ id }) => fault('number.twice', id)),
    ...after.filter(({ kind }) => kind !== 'number' && kind !== 'handover').map(({ id }) => fault('decision.more-work', id)),
  ];
}

function checkSendBack(process: ProcessDefinition, step: ApproveStep, index: number): readonly ProcessFault[] {
  const { steps } = process;
  const target = step.sendBackTo;
  const targetIndex = steps.findIndex(({ id, kind }) => id === target && (kind === 'draft' || kind === 'examine'));
  if (targetIndex === -1 || targetIndex > index) return [fault('send-back.unknown', step.id, { target })];
  if (steps.slice(targetIndex, index).some(({ kind }) => kind === 'handover')) return [fault('send-back.across', step.id, { target })];
  // Status 4 (being processed) never goes back to 2 (received).
  const placed = placeSteps(process);
  return placed[targetIndex]?.status === placed[index]?.status ? [] : [fault('send-back.counter', step.id, { target })];
}
