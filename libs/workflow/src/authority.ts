import { AGENCIES, type Agency, type ProcessDefinition, type ProcessStep, type UnitPath } from './process-definition.js';

/** Who decides a dossier: the level of government, and an office there in the place of the one the process names. */
export interface DecidingAuthority {
  readonly level: Agency;
  readonly office?: UnitPath;
}

/** The agency of a unit path: `commune/justice` belongs to the commune. */
export const agencyOf = (unit: UnitPath): string => unit.split('/')[0] ?? unit;

/**
 * The levels a process can be decided at: those its steps name, in order of {@link AGENCIES}; without any, that of its
 * deciding approval alone.
 */
export function levelsOf(process: Pick<ProcessDefinition, 'steps'>): readonly Agency[] {
  const named = namedLevels(process);
  if (named.length > 0) return named;
  const decider = deciderOf(process);
  return AGENCIES.filter((level) => decider !== undefined && agencyOf(decider) === level);
}

/** The levels that steps are marked with; none where every step belongs to every level. */
export function namedLevels({ steps }: Pick<ProcessDefinition, 'steps'>): readonly Agency[] {
  return AGENCIES.filter((level) => steps.some((step) => step.level === level));
}

/** The unit whose leader decides: that of the last approval, or the agency that decides in its own system. */
export function deciderOf({ steps }: Pick<ProcessDefinition, 'steps'>): UnitPath | undefined {
  const deciding = steps.findLast((step) => step.kind === 'approve' || step.kind === 'elsewhere');
  return deciding?.unit;
}

/** The office that prepares the decision, for which an authority may name another: that of the draft, else of the decision. */
export function officeOf(process: Pick<ProcessDefinition, 'steps'>): UnitPath | undefined {
  const draft = process.steps.findLast((step) => step.kind === 'draft');
  return draft === undefined ? deciderOf(process) : draft.unit;
}

/**
 * The process as it is at an authority: the steps of its level, and the office it names in the place of the process's own.
 * A commune stays answered for by its People's Committee, whichever of its offices prepares the decision.
 * @throws Error where the process has no way at that level: ask {@link levelsOf} before
 */
export function processAt(process: ProcessDefinition, { level, office }: DecidingAuthority): ProcessDefinition {
  if (!levelsOf(process).includes(level)) throw new Error(`The process has no way at the level of the ${level}`);
  const steps = process.steps.filter((step) => step.level === undefined || step.level === level).map(withoutLevel);
  const own = officeOf({ steps });
  return { ...process, steps: office === undefined || own === undefined || office === own ? steps : steps.map((step) => movedTo(step, own, office)) };
}

/** A unit path of a process as an authority reads it: its own office is the one the authority names. */
export function pathAt(process: ProcessDefinition, authority: DecidingAuthority, path: UnitPath): UnitPath {
  const own = officeOf(processAt(process, { level: authority.level }));
  return path === own ? (authority.office ?? path) : path;
}

function withoutLevel({ level: _, ...step }: ProcessStep): ProcessStep {
  return step;
}

function movedTo(step: ProcessStep, from: UnitPath, to: UnitPath): ProcessStep {
  if (step.kind === 'handover') return step.to === from ? { ...step, to } : step;
  return step.unit === from ? { ...step, unit: to } : step;
}
