import { correctionOf } from './correction.js';
import { AFTER_CORRECTION, AFTER_LAST_STEP, lifeCycle, type ProcessingStates } from './life-cycle.js';
import { language, type Chart, type ChartConfig, type ChartState } from './language.js';
import { placeSteps, type PlacedStep } from './placed-steps.js';
import { SUPPLEMENT_TIME, type ProcessDefinition, type ProcessStep } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { firstSubstate, stepState } from './step-states.js';
import { whileNoWithdrawal } from './while-no-withdrawal.js';
import { STAGES } from './words.js';

/** The machine of one version of a procedure. Made once and kept: see `MachineCache`. */
export interface DossierMachine {
  readonly process: ProcessDefinition;
  readonly chart: Chart;
  /** Every state a dossier can be in, by its path (`processing.examine.working`), in order of the life cycle. */
  readonly states: ReadonlyMap<string, StateMeta>;
}

/**
 * Builds the machine of a process: the statutory life cycle around, its steps inside `processing`, and its deciding end
 * once more inside `correcting`. The process is taken as checked (`checkProcess`).
 * @throws Error when a step is to be sent back to one that does not exist, or there is no step
 */
export function compile(process: ProcessDefinition): DossierMachine {
  const correction = correctionOf(process);
  const processing = chain(process, { region: 'processing', after: AFTER_LAST_STEP });
  const correcting = correction && chain(correction, { region: 'correcting', after: AFTER_CORRECTION });
  return assemble(process, lifeCycle(process, { ...processing, states: whileNoWithdrawal(processing.states) }, correcting));
}

interface Region {
  readonly region: 'processing' | 'correcting';
  readonly after: string;
}

/** The states of the steps of a process, each leading to the next. */
function chain(process: ProcessDefinition, { region, after }: Region): ProcessingStates {
  const [first] = process.steps;
  if (first === undefined) throw new Error('A process needs at least one step');
  const firstStateOf = (step: ProcessStep): string => `#dossier.${region}.${step.id}.${firstSubstate(step)}`;
  const firstOf = (stepId: string): string => {
    const step = process.steps.find(({ id }) => id === stepId);
    if (step === undefined) throw new Error(`There is no step "${stepId}" to send back to`);
    return firstStateOf(step);
  };
  const correcting = region === 'correcting';
  const placedSteps = placeSteps(process).map((placed) => (correcting ? inCorrection(placed) : placed));
  const firstHandover = process.steps.findIndex(({ kind }) => kind === 'handover');

  const states: Record<string, ChartState> = {};
  for (const [index, placed] of placedSteps.entries()) {
    const { step } = placed;
    const targetAfter = (position: number): string => {
      const following = process.steps[position + 1];
      return following === undefined ? after : firstStateOf(following);
    };
    const following = process.steps[index + 1];
    const deciding = step.kind === 'number' && !correcting ? process.steps.slice(0, index).findLast((each) => each.kind === 'approve') : undefined;
    states[step.id] = stepState(placed, {
      next: targetAfter(index),
      firstOf,
      back: stepBefore(placedSteps, index, firstStateOf),
      reconsider: deciding && firstOf(deciding.sendBackTo),
      draft: process.steps[index - 1]?.id,
      check: following?.kind === 'check'
        ? { waiting: firstStateOf(following), after: targetAfter(index + 1), within: following.within, paused: following.clock === 'paused' }
        : undefined,
      supplementTime: process.supplement?.within ?? SUPPLEMENT_TIME,
      startsClock: !correcting && index === firstHandover,
      correcting,
    });
  }
  return { initial: first.id, entrance: firstStateOf(first), states };
}

/** A correction is worked on after the clock has stopped; the citizen reads that it goes on. */
const inCorrection = (placed: PlacedStep): PlacedStep => ({ ...placed, status: 9, clock: 'stopped', stage: STAGES.correcting });

/** Where a step back leads: to the step before, if the dossier was with the same agency and nothing was sent or decided between. */
function stepBefore(steps: readonly PlacedStep[], index: number, firstStateOf: (step: ProcessStep) => string): string | undefined {
  const [before, here] = [steps[index - 1], steps[index]];
  if (before === undefined || here === undefined || before.status !== here.status) return undefined;
  const { kind } = before.step;
  return kind === 'examine' || kind === 'draft' || kind === 'consult' ? firstStateOf(before.step) : undefined;
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
