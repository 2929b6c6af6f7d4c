import { namedLevels } from './authority.js';
import { correctionOf } from './correction.js';
import { EVENT_TYPES, type EventType } from './events.js';
import { AFTER_CORRECTION, AFTER_LAST_STEP, WITH_RESULT, lifeCycle, type ProcessingStates } from './life-cycle.js';
import { language, type Chart, type ChartConfig, type ChartState } from './language.js';
import { placeSteps, type PlacedStep } from './placed-steps.js';
import { SUPPLEMENT_TIME, goesUp, type ProcessDefinition, type ProcessRole, type ProcessStep, type UnitPath } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { ACKNOWLEDGE_ALARM } from './step-parts.js';
import { firstSubstate, stepState } from './step-states.js';
import { whileNoWithdrawal } from './while-no-withdrawal.js';
import { STAGES } from './words.js';

/** The machine of one version of a procedure. Made once and kept: see `MachineCache`. */
export interface DossierMachine {
  readonly process: ProcessDefinition;
  readonly chart: Chart;
  /** Every state a dossier can be in, by its path (`processing.examine.working`), in order of the life cycle. */
  readonly states: ReadonlyMap<string, StateMeta>;
  /** The acts each state knows at all, in the order of the table: a guard may still stand before them. */
  readonly acts: ReadonlyMap<string, readonly EventType[]>;
}

/**
 * Builds the machine of a process: the statutory life cycle around, its steps inside `processing`, and its deciding end
 * once more inside `correcting`. The process is taken as checked (`checkProcess`).
 * @throws Error when a step is to be sent back to one that does not exist, or there is no step, or steps of several levels
 *   (`processAt` picks those of one)
 */
export function compile(process: ProcessDefinition): DossierMachine {
  if (namedLevels(process).length > 0) throw new Error('A process with levels is compiled at one of them');
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
  // The handover with which a dossier leaves the counter; a step elsewhere before it means that it has long been there.
  const startsClock = placedSteps.findIndex(({ step, status }) => (step.kind === 'handover' || step.kind === 'elsewhere') && status === 2);
  // One notice is the rule (Decree 118/2025 Art. 17(2)(a)); a sector law may know more, in stages.
  const notices = Math.max(1, ...process.steps.map((step) => (step.kind === 'examine' ? (step.staged?.notices.length ?? 1) : 1)));

  const states: Record<string, ChartState> = {};
  for (const [index, placed] of placedSteps.entries()) {
    const { step } = placed;
    const targetAfter = (position: number): string => {
      const following = process.steps[position + 1];
      if (following !== undefined) return firstStateOf(following);
      return step.kind === 'elsewhere' ? WITH_RESULT : after;
    };
    const following = process.steps[index + 1];
    states[step.id] = stepState(placed, {
      next: targetAfter(index),
      firstOf,
      back: stepBefore(placedSteps, index, firstStateOf),
      reconsider: correcting ? undefined : reconsideredAt(placedSteps, index, firstOf),
      draft: process.steps[index - 1]?.id,
      check: following?.kind === 'check'
        ? { waiting: firstStateOf(following), after: targetAfter(index + 1), within: following.within, paused: following.clock === 'paused' }
        : undefined,
      notices,
      supplementTime: process.supplement?.within ?? SUPPLEMENT_TIME,
      sender: correcting ? undefined : senderOf(placedSteps, index),
      startsClock: index === startsClock,
      unposted: step.kind === 'examine' && following?.kind === 'notice' && following.when !== undefined ? targetAfter(index + 1) : undefined,
      confirmedLater: confirmationOf(process, step) !== undefined,
      confirms: process.steps.some((each) => confirmationOf(process, each)?.id === step.id),
      correcting,
    });
  }
  return { initial: first.id, entrance: firstStateOf(first), onEntrance: entering(first), states, clockMayWait: startsClock !== -1, comesBack: first.kind !== 'elsewhere' };
}

/** What follows from getting into a first step by itself: one that is done elsewhere is sent there without anybody's click. */
function entering(step: ProcessStep): ProcessingStates['onEntrance'] {
  if (step.kind !== 'elsewhere') return [];
  return [
    'noteElsewhere',
    { type: 'armDeadline', params: { event: 'elsewhereUnacknowledged', after: ACKNOWLEDGE_ALARM } },
    { type: 'sendElsewhere', params: { message: 'case' } },
  ];
}

/** The approval that confirms what an examination noted: a leader's before the one that decides, which would send it back there. */
function confirmationOf({ steps }: ProcessDefinition, step: ProcessStep): ProcessStep | undefined {
  if (step.kind !== 'examine' || step.finding === undefined) return undefined;
  const deciding = steps.findLastIndex(({ kind }) => kind === 'approve');
  return steps.slice(0, deciding).find((each) => each.kind === 'approve' && each.sendBackTo === step.id);
}

/** Who sent the dossier up to the office of a step: the last handover that went up to it. */
function senderOf(steps: readonly PlacedStep[], index: number): { holder: UnitPath; role: ProcessRole } | undefined {
  const here = steps[index]?.holder;
  const sent = steps.slice(0, index).findLast(({ step, holder }) => step.kind === 'handover' && step.to === here && goesUp(holder, step.to));
  return sent && { holder: sent.holder, role: sent.role };
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

/** Where a decision not yet numbered is taken up again: what its approval sends back to, unless the dossier was sent on since. */
function reconsideredAt(steps: readonly PlacedStep[], index: number, firstOf: (stepId: string) => string): string | undefined {
  const number = steps[index];
  const before = steps.slice(0, index);
  const { step: approval } = before.findLast(({ step }) => step.kind === 'approve') ?? {};
  if (number?.step.kind !== 'number' || approval?.kind !== 'approve') return undefined;
  const target = before.findIndex(({ step }) => step.id === approval.sendBackTo);
  const stayed = before[target]?.status === number.status && before.slice(target).every(({ step }) => step.kind !== 'handover');
  return stayed ? firstOf(approval.sendBackTo) : undefined;
}

/** Makes the machine of a configuration and lists its states. */
export function assemble(process: ProcessDefinition, config: ChartConfig): DossierMachine {
  const chart = language.createMachine(config);
  const leaves = leavesOf(chart.root);
  return {
    process, chart,
    states: new Map(leaves.map(({ node, meta }) => [node.path.join('.'), meta])),
    acts: new Map(leaves.map(({ node, known }) => [node.path.join('.'), EVENT_TYPES.filter((type) => known.has(type))])),
  };
}

/** A part of the chart as far as it is walked here. */
interface ChartNode {
  readonly path: readonly string[];
  readonly meta?: StateMeta | undefined;
  readonly ownEvents: readonly string[];
  readonly states: { readonly [key: string]: ChartNode };
}

interface Leaf {
  readonly node: ChartNode;
  readonly meta: StateMeta;
  readonly known: ReadonlySet<string>;
}

/** The states with a meaning, each with the events it and what is around it answer. */
function leavesOf(node: ChartNode, around: ReadonlySet<string> = new Set()): readonly Leaf[] {
  const known = around.union(new Set(node.ownEvents));
  const inside = Object.values(node.states).flatMap((child) => leavesOf(child, known));
  return node.meta === undefined ? inside : [...inside, { node, meta: node.meta, known }];
}

/** All states of a machine by path. A release compares them with the last one's: a state that goes, or becomes
 *  compound, needs a written migration for the dossiers in it. */
export function stateList(machine: DossierMachine): readonly string[] {
  return [...machine.states.keys()];
}
