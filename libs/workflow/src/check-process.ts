import { agencyOf, deciderOf, namedLevels, processAt } from './authority.js';
import { checkDecision, checkRoute } from './check-route.js';
import { checkIds, checkSteps } from './check-steps.js';
import { compile, type DossierMachine } from './compile.js';
import { deadStates } from './paths.js';
import { AGENCIES, type Agency, type ProcessDefinition, type ProcessStep, type TimeAmount, type TimeUnit } from './process-definition.js';
import { fault, type ProcessFault } from './process-faults.js';

/** Working hours in one of each unit, at eight a day; a calendar day is at most one working day. For budgets only:
 *  no date is computed this way. */
const WORKING_HOURS = { minutes: 1 / 60, hours: 1, 'working-days': 8, 'calendar-days': 8, months: 22 * 8 } as const satisfies Record<TimeUnit, number>;
const hoursOf = ({ value, unit }: TimeAmount): number => value * WORKING_HOURS[unit];

/**
 * Checks a process before it may be published. An empty answer means: every step has a holder, a role and a
 * time, the dossier comes back, every state can be reached and every state can end; and so at each level the steps name.
 * @param options.limitHours the procedure's time limit in working hours (eight a day); without it no sum is checked
 * @returns each fault with a sentence and its cure, in the order of the steps within each kind of check
 */
export function checkProcess(process: ProcessDefinition, options: { readonly limitHours?: number } = {}): readonly ProcessFault[] {
  const levels = namedLevels(process);
  const faults = [
    ...checkIds(process),
    ...process.steps.filter(({ level }) => level !== undefined && !AGENCIES.includes(level)).map(({ id, level }) => fault('level.unknown', id, { level, levels: AGENCIES.join(', ') })),
  ];
  if (faults.length > 0) return faults;
  if (levels.length === 0) return checkWay(process, options);
  // What is wrong with a step of every level is told once.
  const all = levels.flatMap((level) => checkLevel(process, level, options));
  return [...new Map(all.map((each) => [`${each.rule} ${each.en}`, each])).values()];
}

/** Checks a process at one of its levels; who approves last must belong to it. */
function checkLevel(process: ProcessDefinition, level: Agency, options: { readonly limitHours?: number }): readonly ProcessFault[] {
  const decider = deciderOf({ steps: process.steps.filter((step) => step.level === undefined || step.level === level) });
  if (decider !== undefined && agencyOf(decider) !== level) return [fault('level.elsewhere', undefined, { level, unit: decider })];
  return checkWay(processAt(process, { level }), options);
}

/** Checks a process whose steps belong to one way. */
function checkWay(process: ProcessDefinition, options: { readonly limitHours?: number }): readonly ProcessFault[] {
  const stepFaults = checkSteps(process);
  if (stepFaults.length > 0) return stepFaults; // the rest would only repeat them in harder words
  const faults = [...checkRoute(process), ...checkDecision(process), ...checkTime(process, options.limitHours)];
  return faults.length > 0 ? faults : checkMachine(compile(process));
}

function checkTime({ steps }: ProcessDefinition, limit: number | undefined): readonly ProcessFault[] {
  if (limit === undefined) return [];
  const sum = steps.reduce((hours, step) => hours + workOf(step) + waitingOf(step), 0);
  return sum > limit ? [fault('time.over', undefined, { sum: Math.round(sum * 100) / 100, limit })] : [];
}

/** A check is all waiting: with the clock paused it takes nothing. What is decided elsewhere takes the limit itself, whatever the case. */
const workOf = (step: ProcessStep): number => (step.kind === 'elsewhere' || (step.kind === 'check' && step.clock === 'paused') ? 0 : hoursOf(step.within));

/** What a step takes beside its own work while the clock runs: the posting; the slowest of the bodies asked always. */
function waitingOf(step: ProcessStep): number {
  if (step.kind === 'notice' && step.clock === 'running') return hoursOf(step.posting);
  if (step.kind === 'consult' && step.clock === 'running') return Math.max(...step.ask.map(({ within }) => hoursOf(within)));
  return 0;
}

/** Checks a compiled machine by walking it: no state out of reach, none without an end. */
export function checkMachine(machine: DossierMachine): readonly ProcessFault[] {
  const stepOf = (state: string): string | undefined => machine.states.get(state)?.stepId;
  const { unreachable, endless } = deadStates(machine);
  return [
    ...unreachable.map((state) => fault('state.unreachable', stepOf(state), { state })),
    ...endless.map((state) => fault('state.endless', stepOf(state), { state })),
  ];
}
