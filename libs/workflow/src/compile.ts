import { AFTER_LAST_STEP, lifeCycle } from './life-cycle.js';
import { language, type Chart, type ChartConfig, type ChartState } from './language.js';
import { placeSteps } from './placed-steps.js';
import type { ProcessDefinition, ProcessStep } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { firstSubstate, stepState } from './step-states.js';

/** The machine of one version of a procedure. Made once and kept: see `MachineCache`. */
export interface DossierMachine {
  readonly process: ProcessDefinition;
  readonly chart: Chart;
  /** Every state a dossier can be in, by its path (`processing.examine.working`), in order of the life cycle. */
  readonly states: ReadonlyMap<string, StateMeta>;
}

const firstStateOf = (step: ProcessStep): string => `#dossier.processing.${step.id}.${firstSubstate(step)}`;

/**
 * Builds the machine of a process: the statutory life cycle around, its steps inside `processing`.
 * The process is taken as checked (`checkProcess`).
 * @throws Error when a step is to be sent back to one that does not exist, or there is no step
 */
export function compile(process: ProcessDefinition): DossierMachine {
  const [first] = process.steps;
  if (first === undefined) throw new Error('A process needs at least one step');
  const firstOf = (stepId: string): string => {
    const step = process.steps.find(({ id }) => id === stepId);
    if (step === undefined) throw new Error(`There is no step "${stepId}" to send back to`);
    return firstStateOf(step);
  };

  const states: Record<string, ChartState> = {};
  for (const [index, placed] of placeSteps(process).entries()) {
    const following = process.steps[index + 1];
    const next = following === undefined ? AFTER_LAST_STEP : firstStateOf(following);
    states[placed.step.id] = stepState(placed, { next, firstOf });
  }
  return assemble(process, lifeCycle(process, { initial: first.id, entrance: firstStateOf(first), states }));
}

/** Makes the machine of a configuration and lists its states. */
export function assemble(process: ProcessDefinition, config: ChartConfig): DossierMachine {
  const chart = language.createMachine(config);
  return { process, chart, states: leafStates(chart.root) };
}

/** A part of the chart as far as it is walked here. */
interface ChartNode {
  readonly path: readonly string[];
  readonly meta?: StateMeta | undefined;
  readonly states: { readonly [key: string]: ChartNode };
}

function leafStates(node: ChartNode, found = new Map<string, StateMeta>()): ReadonlyMap<string, StateMeta> {
  for (const child of Object.values(node.states)) leafStates(child, found);
  if (node.meta !== undefined) found.set(node.path.join('.'), node.meta);
  return found;
}

/** All states of a machine by path. A release compares them with the last one's: a state that goes, or becomes
 *  compound, needs a written migration for the dossiers in it. */
export function stateList(machine: DossierMachine): readonly string[] {
  return [...machine.states.keys()];
}
