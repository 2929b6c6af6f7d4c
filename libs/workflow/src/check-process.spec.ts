import { describe, expect, test } from '@jest/globals';
import { checkMachine, checkProcess } from './check-process.js';
import { assemble, compile } from './compile.js';
import { lifeCycle } from './life-cycle.js';
import type { ProcessDefinition, ProcessStep } from './process-definition.js';
import { PROCESS_FAULTS, type ProcessFault, type ProcessRule } from './process-faults.js';
import { BIRTH, LAND } from './sample-processes.js';

/** The process with one step changed; the change may break what the types promise, as JSON can. */
function changed(process: ProcessDefinition, id: string, change: Readonly<Record<string, unknown>>): ProcessDefinition {
  return { ...process, steps: process.steps.map((step) => (step.id === id ? ({ ...step, ...change }) : step)) };
}
function without(process: ProcessDefinition, id: string): ProcessDefinition {
  return { ...process, steps: process.steps.filter((step) => step.id !== id) };
}
function added(process: ProcessDefinition, before: string | undefined, step: Readonly<Record<string, unknown>>): ProcessDefinition {
  const index = before === undefined ? process.steps.length : process.steps.findIndex(({ id }) => id === before);
  const basis = { within: { value: 1, unit: 'hours' }, name: { vi: 'Thêm', en: 'Added' }, role: 'case-officer' };
  return { ...process, steps: process.steps.toSpliced(index, 0, { ...basis, ...step } as unknown as ProcessStep) };
}
const say = (faults: readonly ProcessFault[]) => faults.map(({ rule, stepId }) => (stepId === undefined ? rule : `${rule} @ ${stepId}`));

/** One faulty process for each rule that a definition can break, and what is said about it. */
const FAULTY = {
  'steps.none': [{ ...BIRTH, steps: [] }, ['steps.none']],
  'id.form': [changed(BIRTH, 'examine', { id: 'Thẩm tra' }), ['id.form @ Thẩm tra']],
  'id.twice': [changed(BIRTH, 'handBack', { id: 'transfer' }), ['id.twice @ transfer']],
  'kind.unknown': [changed(BIRTH, 'examine', { kind: 'consult' }), ['kind.unknown @ examine']],
  'name.missing': [changed(BIRTH, 'examine', { name: { vi: 'Thẩm tra', en: ' ' } }), ['name.missing @ examine']],
  'unit.unknown': [changed(BIRTH, 'examine', { unit: 'district/justice' }), ['unit.unknown @ examine']],
  'role.unknown': [changed(BIRTH, 'examine', { role: 'chairman' }), ['role.unknown @ examine']],
  'role.cannot': [changed(BIRTH, 'approve', { role: 'case-officer' }), ['role.cannot @ approve']],
  'within.missing': [changed(BIRTH, 'examine', { within: { value: 0, unit: 'hours' } }), ['within.missing @ examine']],
  'handover.same-unit': [added(BIRTH, 'examine', { id: 'again', kind: 'handover', to: 'commune/justice' }), ['handover.same-unit @ again']],
  'route.no-handover': [without(LAND, 'toProvince'), ['route.no-handover @ examine']],
  'route.not-back': [without(BIRTH, 'handBack'), ['route.not-back @ number']],
  'approve.none': [without(BIRTH, 'approve'), ['approve.none']],
  'send-back.unknown': [changed(BIRTH, 'approve', { sendBackTo: 'transfer' }), ['send-back.unknown @ approve']],
  'send-back.across': [changed(LAND, 'approve', { sendBackTo: 'examine' }), ['send-back.across @ approve']],
  'send-back.counter': [
    changed(added(without(BIRTH, 'transfer'), 'examine', { id: 'check', kind: 'examine', unit: 'commune/centre' }), 'approve', { sendBackTo: 'check' }),
    ['send-back.counter @ approve'],
  ],
  'number.none': [changed(without(BIRTH, 'number'), 'handBack', { role: 'records-clerk' }), ['number.none @ approve']],
  'number.early': [added(BIRTH, 'approve', { id: 'early', kind: 'number', unit: 'commune/records', role: 'records-clerk' }), ['number.early @ early']],
  'number.twice': [added(BIRTH, 'handBack', { id: 'again', kind: 'number', unit: 'commune/records', role: 'records-clerk' }), ['number.twice @ again']],
  'decision.more-work': [
    added(BIRTH, 'number', { id: 'post', kind: 'notice', unit: 'commune/justice', posting: { value: 5, unit: 'calendar-days' }, clock: 'paused', basis: 'Điều 5' }),
    ['decision.more-work @ post'],
  ],
  'notice.posting': [changed(LAND, 'posting', { posting: undefined }), ['notice.posting @ posting']],
  'basis.missing': [changed(LAND, 'posting', { basis: '' }), ['basis.missing @ posting']],
  'clock.unsaid': [changed(LAND, 'posting', { clock: 'stopped' }), ['clock.unsaid @ posting']],
} as const satisfies Record<Exclude<ProcessRule, 'time.over' | 'state.unreachable' | 'state.endless'>, readonly [ProcessDefinition, readonly string[]]>;

describe('Checking a process before it is published', () => {
  test('a good process has no fault', () => {
    expect(checkProcess(BIRTH, { limitHours: 8 })).toEqual([]);
    expect(checkProcess(LAND, { limitHours: 80 })).toEqual([]);
  });

  test.each(Object.entries(FAULTY))('%s', (_, [process, expected]) => {
    expect(say(checkProcess(process))).toEqual(expected);
  });

  test('the receiving counter is checked like a step', () => {
    expect(say(checkProcess({ ...BIRTH, receive: { unit: 'centre', role: 'leader' } }))).toEqual(['unit.unknown @ receive', 'role.cannot @ receive', 'role.cannot @ transfer']);
  });

  test('a handover nobody may send is found: a leader approves but does not send', () => {
    expect(say(checkProcess(added(BIRTH, 'number', { id: 'forward', kind: 'handover', to: 'commune/records', role: undefined })))).toEqual(['role.cannot @ forward']);
    expect(checkProcess(added(BIRTH, 'number', { id: 'forward', kind: 'handover', to: 'commune/records', role: 'case-officer' }))).toEqual([]);
  });

  test('the steps may not take longer than the procedure: posting counts only while the clock runs', () => {
    expect(checkProcess(BIRTH, { limitHours: 7.5 })).toEqual([{
      rule: 'time.over',
      vi: 'Tổng thời hạn các bước là 8 giờ làm việc, dài hơn thời hạn của thủ tục (7.5 giờ). Hãy rút ngắn các bước.',
      en: 'The steps take 8 working hours, more than the procedure allows (7.5). Shorten them.',
    }]);
    expect(say(checkProcess(changed(LAND, 'posting', { clock: 'running' }), { limitHours: 80 }))).toEqual(['time.over']);
  });

  test('a fault names the step and the cure in both languages', () => {
    expect(checkProcess(without(LAND, 'toProvince'))).toEqual([{
      rule: 'route.no-handover', stepId: 'examine',
      vi: 'Bước "examine" ở "province/land-registration" nhưng hồ sơ đang ở "commune/centre". Hãy thêm một bước chuyển hồ sơ (handover) đến đó ở trước.',
      en: 'Step "examine" is at "province/land-registration" but the dossier is at "commune/centre". Put a handover to it before.',
    }]);
  });

  test('every sentence is filled: no gap is left open', () => {
    const sentences = Object.values(FAULTY).flatMap(([process]) => checkProcess(process)).flatMap(({ vi, en }) => [vi, en]);
    expect(sentences.filter((sentence) => /[{}]|undefined/u.test(sentence))).toEqual([]);
    expect(Object.keys(PROCESS_FAULTS)).toHaveLength(Object.keys(FAULTY).length + 3);
  });
});

describe('Walking a machine', () => {
  const { stage, name, ...rest } = [...compile(BIRTH).states.values()][0] ?? { stage: undefined, name: undefined };
  const meta = { ...rest, status: 4, holder: 'commune/centre', role: 'receiving-clerk', clock: 'running', stage: { vi: 'Đang giải quyết', en: 'Handled' }, name: { vi: 'Bước', en: 'Step' }, stepId: 'work' } as const;

  test('finds a state no act leads to', () => {
    const config = lifeCycle(BIRTH, {
      initial: 'work', entrance: '#dossier.processing.work',
      states: { work: { meta, on: { number: { target: '#dossier.handedBack' } } }, island: { meta, on: { number: { target: '#dossier.handedBack' } } } },
    }, undefined);
    expect(say(checkMachine(assemble(BIRTH, config)))).toEqual(['state.unreachable @ work']);
    expect(checkMachine(assemble(BIRTH, config))[0]?.en).toBe('No series of acts leads to the state "processing.island". Look at the steps before it.');
  });

  test('finds a state from which there is no end', () => {
    const config = lifeCycle(BIRTH, {
      initial: 'work', entrance: '#dossier.processing.work',
      states: { work: { meta, on: { number: { target: '#dossier.handedBack' }, examine: { target: 'trap' } } }, trap: { meta, on: { examine: {} } } },
    }, undefined);
    expect(say(checkMachine(assemble(BIRTH, config)))).toEqual(['state.endless @ work']);
    expect(checkMachine(assemble(BIRTH, config))[0]?.en).toBe('From the state "processing.trap" a dossier can never end. Look at the steps after it.');
  });
});
