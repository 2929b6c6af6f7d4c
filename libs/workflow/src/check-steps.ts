import {
  AGENCIES, NOTED_KINDS, PROCESS_ROLES, STEP_KINDS, TIME_UNITS,
  type ConsultStep, type ElsewhereStep, type FinancialDuty, type FindingForm, type NotedItem, type ProcessDefinition, type ProcessRole, type ProcessStep, type StagedNotices, type StepKind, type TimeAmount,
} from './process-definition.js';
import { TO_CORRECTION } from './correction.js';
import { placeSteps } from './placed-steps.js';
import { fault, type ProcessFault } from './process-faults.js';

/** Who can do each kind of step. A step given to anyone else would leave the dossier with nobody who may act on it. */
const ROLES_FOR = {
  handover: ['receiving-clerk', 'case-officer', 'reviewer', 'records-clerk'],
  examine: ['case-officer', 'reviewer'],
  consult: ['case-officer', 'reviewer'],
  draft: ['case-officer', 'reviewer'],
  check: ['case-officer', 'reviewer'],
  notice: ['case-officer', 'reviewer'],
  approve: ['leader'],
  number: ['records-clerk'],
  // Whoever received it; the agency's officers work in their own system.
  elsewhere: ['receiving-clerk', 'case-officer', 'reviewer'],
} as const satisfies Record<StepKind, readonly ProcessRole[]>;

const STEP_ID = /^[a-z][A-Za-z0-9]*$/u;
const UNIT_PATH = new RegExp(`^(?:${AGENCIES.join('|')})/[a-z]+(?:-[a-z]+)*$`, 'u');

// A definition comes from JSON: what the types promise is exactly what has to be checked here.
const isAmount = (amount: TimeAmount | undefined): boolean =>
  amount !== undefined && Number.isFinite(amount.value) && amount.value > 0 && TIME_UNITS.includes(amount.unit);
/** A provision down to its article: "Nghị định …, Điều 56". */
const ARTICLE = /Điều\s+\d+/u;
const isText = (words: string | undefined): boolean => typeof words === 'string' && words.trim() !== '';
const units = TIME_UNITS.join(', ');

/** Checks that each step has an id of its own, at whatever level it is taken: a stored state names it. */
export function checkIds({ steps }: Pick<ProcessDefinition, 'steps'>): readonly ProcessFault[] {
  const ids = steps.map(({ id }) => id);
  return steps.flatMap(({ id }, index) => [
    ...(STEP_ID.test(id) ? [] : [fault('id.form', id)]),
    ...(ids.indexOf(id) === index && id !== TO_CORRECTION ? [] : [fault('id.twice', id)]),
  ]);
}

/** Checks each step by itself: kind, name, holder, role, time, and what its kind needs. */
export function checkSteps(process: ProcessDefinition): readonly ProcessFault[] {
  const { receive, steps, supplement } = process;
  return [
    ...(steps.length === 0 ? [fault('steps.none', undefined)] : []),
    ...checkHolder('receive', receive.unit, receive.role, ['receiving-clerk']),
    ...(supplement === undefined || (isAmount(supplement.within) && isText(supplement.basis)) ? [] : [fault('supplement.incomplete', undefined, { units })]),
    ...placeSteps(process).flatMap(({ step, role, status }) => [...checkStep(step, role), ...('duty' in step && step.duty !== undefined && status === 2 ? [fault('duty.counter', step.id)] : [])]),
  ];
}

function checkStep(step: ProcessStep, role: ProcessRole): readonly ProcessFault[] {
  const { id, kind } = step;
  if (!STEP_KINDS.includes(kind)) return [fault('kind.unknown', id, { kind, kinds: STEP_KINDS.join(', ') })];
  return [
    ...(isText(step.name?.vi) && isText(step.name?.en) ? [] : [fault('name.missing', id)]),
    ...checkHolder(id, step.kind === 'handover' ? step.to : step.unit, role, ROLES_FOR[kind]),
    ...(step.kind === 'handover' && step.from !== undefined && !UNIT_PATH.test(step.from) ? [fault('unit.unknown', id, { unit: step.from })] : []),
    ...(isAmount(step.within) ? [] : [fault('within.missing', id, { units })]),
    ...(step.kind === 'notice' && !isAmount(step.posting) ? [fault('notice.posting', id, { units })] : []),
    ...('clock' in step && step.clock !== 'paused' && step.clock !== 'running' ? [fault('clock.unsaid', id)] : []),
    ...((step.kind === 'notice' || step.kind === 'check' || step.kind === 'elsewhere') && !isText(step.basis) ? [fault('basis.missing', id)] : []),
    ...(step.kind === 'consult' ? checkConsultation(step) : []),
    ...(step.kind === 'elsewhere' ? checkElsewhere(step) : []),
    ...((step.kind === 'examine' || step.kind === 'draft') && step.duty !== undefined ? checkDuty(step.id, step.duty) : []),
    ...(step.kind === 'examine' && step.staged !== undefined ? checkStaged(step.id, step.staged) : []),
    ...findingsOf(step).flatMap((finding) => checkFinding(id, finding)),
  ];
}

const SYSTEM = /^[a-z]+(?:-[a-z]+)*$/u;

function checkElsewhere({ id, system, purpose, shares, confirmation }: ElsewhereStep): readonly ProcessFault[] {
  const named = isText(system) && SYSTEM.test(system) && isText(purpose?.vi) && isText(purpose?.en) && Array.isArray(shares) && shares.length > 0;
  const confirmed = confirmation === undefined || (isAmount(confirmation.within) && isText(confirmation.basis));
  return named && confirmed ? [] : [fault('elsewhere.incomplete', id, { units })];
}

/** Each body has a question, a time and a basis; silence agrees only where the article is cited (the same basis). */
function checkConsultation({ id, ask }: ConsultStep): readonly ProcessFault[] {
  if (!Array.isArray(ask) || ask.length === 0) return [fault('consult.nobody', id)];
  const ids = ask.map((body) => body.id);
  return ask.flatMap((body, index) => [
    ...(STEP_ID.test(body.id) && ids.indexOf(body.id) === index ? [] : [fault('consult.body', id, { body: body.id })]),
    ...(UNIT_PATH.test(body.to) ? [] : [fault('unit.unknown', id, { unit: body.to })]),
    ...(isText(body.question?.vi) && isText(body.question?.en) ? [] : [fault('consult.question', id, { body: body.id })]),
    ...(isAmount(body.within) ? [] : [fault('consult.within', id, { body: body.id, units })]),
    ...(isText(body.basis) && (body.silence === undefined || ARTICLE.test(body.basis)) ? [] : [fault(body.silence === undefined ? 'consult.basis' : 'consult.silence', id, { body: body.id })]),
  ]);
}

const findingsOf = (step: ProcessStep): readonly FindingForm[] => {
  const forms = step.kind === 'examine' ? [step.finding] : step.kind === 'consult' && Array.isArray(step.ask) ? step.ask.map(({ finding }) => finding) : [];
  return forms.flatMap((form) => form ?? []);
};

/** Every item has a word of its own, a name and a kind; a choice has something to choose from, and nothing else has. */
function checkFinding(id: string, { title, items }: FindingForm): readonly ProcessFault[] {
  const keys = Array.isArray(items) ? items.map(({ key }) => key) : [];
  const isWhole = (item: NotedItem, index: number): boolean =>
    STEP_ID.test(item.key) && keys.indexOf(item.key) === index && isText(item.name?.vi) && isText(item.name?.en) && NOTED_KINDS.includes(item.kind)
    && (item.kind === 'choice') === (Array.isArray(item.choices) && item.choices.length > 1);
  return isText(title?.vi) && isText(title?.en) && keys.length > 0 && items.every(isWhole) ? [] : [fault('finding.incomplete', id)];
}

function checkDuty(id: string, duty: FinancialDuty): readonly ProcessFault[] {
  const whole = isText(duty.name?.vi) && isText(duty.name?.en) && isAmount(duty.within) && isText(duty.basis);
  return whole ? [] : [fault('duty.incomplete', id, { units })];
}

function checkStaged(id: string, { notices, refuseWithin, basis }: StagedNotices): readonly ProcessFault[] {
  const whole = Array.isArray(notices) && notices.length > 0 && notices.every((notice) => isAmount(notice.within) && isText(notice.basis)) && isAmount(refuseWithin) && isText(basis);
  return whole ? [] : [fault('staged.incomplete', id, { units })];
}

function checkHolder(id: string, unit: string, role: ProcessRole, able: readonly ProcessRole[]): readonly ProcessFault[] {
  const faults = UNIT_PATH.test(unit) ? [] : [fault('unit.unknown', id, { unit })];
  if (!PROCESS_ROLES.includes(role)) return [...faults, fault('role.unknown', id, { role, roles: PROCESS_ROLES.join(', ') })];
  return able.includes(role) ? faults : [...faults, fault('role.cannot', id, { role, roles: able.join(', ') })];
}
