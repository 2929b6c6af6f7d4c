import { describe, expect, test } from '@jest/globals';
import { checkMachine, checkProcess } from './check-process.js';
import { assemble } from './compile.js';
import { lifeCycle } from './life-cycle.js';
import type { ProcessDefinition, ProcessStep } from './process-definition.js';
import { PROCESS_FAULTS, type ProcessFault, type ProcessRule } from './process-faults.js';
import { BIRTH, LAND, PERMIT, RESIDENCE } from './sample-processes.js';
import type { StateMeta } from './state-meta.js';

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

/** The permit with one of the bodies it consults changed. */
function asked(change: Readonly<Record<string, unknown>>): ProcessDefinition {
  const ask = PERMIT.steps.flatMap((step) => (step.kind === 'consult' ? step.ask : []));
  return changed(PERMIT, 'consult', { ask: ask.map((body) => (body.id === 'police' ? { ...body, ...change } : body)) });
}

/** One faulty process for each rule that a definition can break, and what is said about it. */
const FAULTY = {
  'steps.none': [{ ...BIRTH, steps: [] }, ['steps.none']],
  'id.form': [changed(BIRTH, 'examine', { id: 'Thẩm tra' }), ['id.form @ Thẩm tra']],
  'id.twice': [changed(BIRTH, 'handBack', { id: 'transfer' }), ['id.twice @ transfer']],
  'level.unknown': [changed(BIRTH, 'examine', { level: 'district' }), ['level.unknown @ examine']],
  'level.elsewhere': [changed(BIRTH, 'examine', { level: 'province' }), ['level.elsewhere']],
  'kind.unknown': [changed(BIRTH, 'examine', { kind: 'ponder' }), ['kind.unknown @ examine']],
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
  'consult.nobody': [changed(PERMIT, 'consult', { ask: [] }), ['consult.nobody @ consult']],
  'consult.body': [asked({ id: 'culture' }), ['consult.body @ consult']],
  'consult.question': [asked({ question: { vi: 'Ý kiến', en: '' } }), ['consult.question @ consult']],
  'consult.within': [asked({ within: undefined }), ['consult.within @ consult']],
  'consult.basis': [asked({ silence: undefined, basis: ' ' }), ['consult.basis @ consult']],
  'consult.silence': [asked({ basis: 'Luật Xây dựng' }), ['consult.silence @ consult']],
  'duty.incomplete': [changed(PERMIT, 'examine', { duty: { name: { vi: 'Lệ phí', en: 'Fee' }, within: { value: 5, unit: 'working-days' } } }), ['duty.incomplete @ examine']],
  'duty.counter': [
    added(BIRTH, 'transfer', {
      id: 'look', kind: 'examine', unit: 'commune/centre', duty: { name: { vi: 'Lệ phí', en: 'Fee' }, within: { value: 5, unit: 'working-days' }, basis: 'Điều 5' },
    }),
    ['duty.counter @ look'],
  ],
  'staged.incomplete': [changed(PERMIT, 'examine', { staged: { refuseWithin: { value: 3, unit: 'working-days' }, basis: 'Điều 102' } }), ['staged.incomplete @ examine']],
  'supplement.incomplete': [{ ...PERMIT, supplement: { within: { value: 0, unit: 'hours' }, basis: 'Điều 5' } }, ['supplement.incomplete']],
  'finding.incomplete': [changed(PERMIT, 'examine', { finding: { title: { vi: 'Phiếu', en: 'Slip' }, items: [{ key: 'outcome', name: { vi: 'Kết quả', en: 'Outcome' }, kind: 'choice' }] } }), ['finding.incomplete @ examine']],
  'notice.after-examine': [changed(LAND, 'posting', { when: { required: ['unsure'] } }), ['notice.after-examine @ posting']],
  'elsewhere.incomplete': [changed(RESIDENCE, 'police', { shares: [] }), ['elsewhere.incomplete @ police']],
  'elsewhere.alone': [added(RESIDENCE, 'police', { id: 'look', kind: 'examine', unit: 'commune/centre' }), ['elsewhere.alone @ police']],
  'check.after-draft': [changed(added(PERMIT, 'approve', { id: 'more', kind: 'draft', unit: 'commune/justice' }), 'check', { unit: 'commune/justice' }), ['check.after-draft @ check']],
} as const satisfies Record<Exclude<ProcessRule, 'time.over' | 'state.unreachable' | 'state.endless'>, readonly [ProcessDefinition, readonly string[]]>;

describe('Checking a process before it is published', () => {
  test('a good process has no fault', () => {
    expect(checkProcess(BIRTH, { limitHours: 8 })).toEqual([]);
    expect(checkProcess(LAND, { limitHours: 80 })).toEqual([]);
    expect(checkProcess(PERMIT, { limitHours: 96 })).toEqual([]);
    // What another system decides takes the limit itself, of whichever case.
    expect(checkProcess(RESIDENCE, { limitHours: 16 })).toEqual([]);
  });

  test.each(Object.entries(FAULTY))('%s', (_, [process, expected]) => {
    expect(say(checkProcess(process))).toEqual(expected);
  });

  test('a step may not take the id of the step a correction begins with', () => {
    expect(say(checkProcess(changed(BIRTH, 'transfer', { id: 'toCorrection' })))).toEqual(['id.twice @ toCorrection']);
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

  test('what the citizen and the slowest body asked may take counts only while the clock runs', () => {
    const sumOf = (process: ProcessDefinition) => checkProcess(process, { limitHours: 1 })[0]?.en;
    expect(sumOf(PERMIT)).toBe('The steps take 96 working hours, more than the procedure allows (1). Shorten them.');
    expect(sumOf(changed(PERMIT, 'check', { clock: 'running' }))).toBe('The steps take 104 working hours, more than the procedure allows (1). Shorten them.');
    expect(sumOf(changed(PERMIT, 'consult', { clock: 'running' }))).toBe('The steps take 192 working hours, more than the procedure allows (1). Shorten them.');
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
  const meta: StateMeta = {
    status: 4, holder: 'commune/centre', role: 'receiving-clerk', head: 'commune/committee', clock: 'running', stepId: 'work',
    stage: { vi: 'Đang giải quyết', en: 'Handled' }, name: { vi: 'Bước', en: 'Step' },
  };

  test('finds a state no act leads to', () => {
    const config = lifeCycle(BIRTH, {
      initial: 'work', entrance: '#dossier.processing.work', clockMayWait: false, onEntrance: [], comesBack: true,
      states: { work: { meta, on: { number: { target: '#dossier.handedBack' } } }, island: { meta, on: { number: { target: '#dossier.handedBack' } } } },
    }, undefined);
    expect(say(checkMachine(assemble(BIRTH, config)))).toEqual(['state.unreachable @ work']);
    expect(checkMachine(assemble(BIRTH, config))[0]?.en).toBe('No series of acts leads to the state "processing.island". Look at the steps before it.');
  });

  test('finds a state from which there is no end', () => {
    const config = lifeCycle(BIRTH, {
      initial: 'work', entrance: '#dossier.processing.work', clockMayWait: false, onEntrance: [], comesBack: true,
      states: { work: { meta, on: { number: { target: '#dossier.handedBack' }, examine: { target: 'trap' } } }, trap: { meta, on: { examine: {} } } },
    }, undefined);
    expect(say(checkMachine(assemble(BIRTH, config)))).toEqual(['state.endless @ work']);
    expect(checkMachine(assemble(BIRTH, config))[0]?.en).toBe('From the state "processing.trap" a dossier can never end. Look at the steps after it.');
  });
});
