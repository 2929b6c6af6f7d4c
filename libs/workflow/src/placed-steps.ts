import type { Localized } from '@app/kernel';
import { headOf, type ProcessDefinition, type ProcessRole, type ProcessStep, type UnitPath } from './process-definition.js';
import { STAGES } from './words.js';

/** A step with what follows from its place in the process. */
export interface PlacedStep {
  readonly step: ProcessStep;
  /** The unit with the baton: the step's own, or for a handover the one before it. */
  readonly holder: UnitPath;
  readonly role: ProcessRole;
  readonly head: UnitPath;
  /** Who takes a handover in. */
  readonly addresseeRole?: ProcessRole;
  /** 2 while the dossier has not left the counter that received it, 4 afterwards; 9 while its result is corrected. */
  readonly status: 2 | 4 | 9;
  readonly clock: 'running' | 'stopped';
  /** What the citizen reads, where the step has no words of its own. */
  readonly stage: Localized;
  /** Whether this is the approval that decides: the last one. */
  readonly decides: boolean;
}

/** The unit a dossier is with once a step is done; an agency's decision comes back to whoever sent the dossier there. */
export function unitAfter(step: ProcessStep, before: UnitPath): UnitPath {
  if (step.kind === 'elsewhere') return before;
  return step.kind === 'handover' ? step.to : step.unit;
}

/** Who takes a handover in: whoever works there next, else the clerk of that unit's counter. */
function addresseeRoleOf({ receive }: ProcessDefinition, to: UnitPath, next: ProcessStep | undefined): ProcessRole {
  if (to === receive.unit) return receive.role;
  // An office that only sends it on takes it in by whoever sends it.
  if (next?.kind === 'handover') return next.role ?? 'receiving-clerk';
  return next !== undefined && next.kind !== 'elsewhere' && next.unit === to ? next.role : 'receiving-clerk';
}

/** Works out holders, roles and statuses of all steps, in order. */
export function placeSteps(process: ProcessDefinition): readonly PlacedStep[] {
  const { receive, steps } = process;
  const decidingIndex = steps.findLastIndex((step) => step.kind === 'approve');
  let holder = receive.unit;
  let role = receive.role;
  let leftTheCounter = false;
  return steps.map((step, index) => {
    if (step.kind === 'handover') {
      holder = step.from ?? holder;
      role = step.role ?? role;
    } else if (step.kind !== 'elsewhere') {
      holder = step.unit;
      role = step.role;
    }
    leftTheCounter ||= holder !== receive.unit;
    const addresseeRole = step.kind === 'handover' ? addresseeRoleOf(process, step.to, steps[index + 1]) : undefined;
    const placed: PlacedStep = {
      step, holder, role, head: headOf(holder), addresseeRole,
      status: leftTheCounter ? 4 : 2, clock: 'running', stage: step.stage ?? (leftTheCounter ? STAGES.handled : STAGES.received),
      decides: index === decidingIndex,
    };
    holder = unitAfter(step, holder);
    role = addresseeRole ?? role;
    leftTheCounter ||= step.kind === 'handover' || step.kind === 'elsewhere';
    return placed;
  });
}
