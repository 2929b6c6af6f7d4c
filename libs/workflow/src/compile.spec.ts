import { describe, expect, test } from '@jest/globals';
import { compile, stateList } from './compile.js';
import { MachineCache } from './machine-cache.js';
import type { ProcessDefinition } from './process-definition.js';
import { BIRTH, LAND, PERMIT } from './sample-processes.js';

const within = { value: 1, unit: 'hours' } as const;
const name = { vi: 'Bước', en: 'Step' };

describe('Compiling a process', () => {
  test('gives every published version the same states: dossiers in them depend on it', () => {
    expect(stateList(compile(LAND))).toEqual([
      'opened', 'filed', 'awaitingCompletion', 'notReceived',
      'processing.toProvince.ready', 'processing.toProvince.sent',
      'processing.examine.working', 'processing.examine.awaitingSupplement', 'processing.examine.supplementProposed',
      'processing.examine.returning', 'processing.examine.curing', 'processing.examine.resending',
      'processing.toPosting.ready', 'processing.toPosting.sent',
      'processing.posting.ready', 'processing.posting.posting', 'processing.posting.ended',
      'processing.fromPosting.ready', 'processing.fromPosting.sent',
      'processing.draft.working', 'processing.draft.awaitingSupplement', 'processing.draft.supplementProposed',
      'processing.draft.returning', 'processing.draft.curing', 'processing.draft.resending',
      'processing.approve.working', 'processing.approve.signing', 'processing.approve.unsigned', 'processing.number.working', 'processing.number.numbered', 'processing.number.sealing',
      'processing.handBack.ready', 'processing.handBack.sent',
      'handedBack', 'finished', 'stopped', 'returned',
      'correcting.toCorrection.ready', 'correcting.toCorrection.sent',
      'correcting.draft.working', 'correcting.approve.working', 'correcting.approve.signing', 'correcting.approve.unsigned', 'correcting.number.working', 'correcting.number.numbered', 'correcting.number.sealing',
      'correcting.handBack.ready', 'correcting.handBack.sent',
      'correctedBack',
    ]);
  });

  test('gives a process with everything the states that its consultation, duty and check need', () => {
    expect(stateList(compile(PERMIT)).filter((state) => /^processing\.(?:examine|consult|draft|check)\./u.test(state))).toEqual([
      'processing.examine.working', 'processing.examine.awaitingSupplement', 'processing.examine.supplementProposed', 'processing.examine.awaitingPayment',
      'processing.examine.rerouting',
      'processing.consult.ready', 'processing.consult.waiting',
      'processing.draft.working', 'processing.draft.awaitingSupplement', 'processing.draft.supplementProposed',
      'processing.check.waiting',
    ]);
  });

  test('a correction goes straight to the draft where it is made at the counter, and is no way where nothing is drafted', () => {
    const atCounter = { ...BIRTH, steps: BIRTH.steps.filter(({ id }) => id !== 'transfer').map((step) => (step.kind === 'draft' ? { ...step, unit: 'commune/centre' } : step)) };
    expect(stateList(compile(atCounter)).filter((state) => state.startsWith('correct'))).toEqual([
      'correcting.draft.working', 'correcting.approve.working', 'correcting.approve.signing', 'correcting.approve.unsigned', 'correcting.number.working', 'correcting.number.numbered', 'correcting.number.sealing', 'correcting.handBack.ready', 'correcting.handBack.sent', 'correctedBack',
    ]);
    const examined = { ...BIRTH, steps: BIRTH.steps.filter(({ kind }) => kind !== 'draft').map((step) => (step.kind === 'approve' ? { ...step, sendBackTo: 'examine' } : step)) };
    expect(stateList(compile(examined)).filter((state) => state.startsWith('correct'))).toEqual([]);
    expect(compile(examined).acts.get('returned')).toEqual([]);
  });

  test('says for each state which acts it knows at all', () => {
    const { acts } = compile(BIRTH);
    expect(acts.get('opened')).toEqual(['file', 'receive', 'refuseReceipt', 'requestSupplement']);
    expect(acts.get('finished')).toEqual(['returnResult', 'openCorrection', 'moveVersion', 'unitSucceeded']);
    expect(acts.get('stopped')).toEqual([]);
    expect([...acts.keys()]).toEqual(stateList(compile(BIRTH)));
  });

  test('names holder, role and status of every state', () => {
    const rows = [...compile(BIRTH).states].map(([state, { status, holder, role, clock }]) => [state, status, holder, role, clock].join(' | '));
    expect(rows).toEqual([
      'opened | 1 | commune/centre | receiving-clerk | not-started',
      'filed | 1 | commune/centre | receiving-clerk | not-started',
      'awaitingCompletion | 5 | commune/centre | receiving-clerk | not-started',
      'notReceived | 3 | commune/centre | receiving-clerk | not-started',
      'processing.transfer.ready | 2 | commune/centre | receiving-clerk | running',
      'processing.transfer.sent | 2 | commune/centre | receiving-clerk | running',
      'processing.examine.working | 4 | commune/justice | case-officer | running',
      'processing.examine.awaitingSupplement | 5 | commune/justice | case-officer | paused',
      'processing.examine.supplementProposed | 4 | commune/committee | leader | running',
      'processing.examine.rerouting | 4 | commune/justice | case-officer | running',
      'processing.draft.working | 4 | commune/justice | case-officer | running',
      'processing.draft.awaitingSupplement | 5 | commune/justice | case-officer | paused',
      'processing.draft.supplementProposed | 4 | commune/committee | leader | running',
      'processing.approve.working | 4 | commune/committee | leader | running',
      'processing.approve.signing | 4 | commune/committee | leader | running',
      'processing.approve.unsigned | 4 | commune/committee | leader | running',
      'processing.number.working | 4 | commune/records | records-clerk | running',
      'processing.number.numbered | 4 | commune/records | records-clerk | running',
      'processing.number.sealing | 4 | commune/records | records-clerk | running',
      'processing.handBack.ready | 4 | commune/records | records-clerk | running',
      'processing.handBack.sent | 4 | commune/records | records-clerk | running',
      'handedBack | 4 | commune/centre | receiving-clerk | running',
      'finished | 9 | commune/centre | receiving-clerk | stopped',
      'stopped | 8 | commune/centre | receiving-clerk | stopped',
      'returned | 10 | commune/centre | receiving-clerk | stopped',
      'correcting.toCorrection.ready | 9 | commune/centre | receiving-clerk | stopped',
      'correcting.toCorrection.sent | 9 | commune/centre | receiving-clerk | stopped',
      'correcting.draft.working | 9 | commune/justice | case-officer | stopped',
      'correcting.approve.working | 9 | commune/committee | leader | stopped',
      'correcting.approve.signing | 9 | commune/committee | leader | stopped',
      'correcting.approve.unsigned | 9 | commune/committee | leader | stopped',
      'correcting.number.working | 9 | commune/records | records-clerk | stopped',
      'correcting.number.numbered | 9 | commune/records | records-clerk | stopped',
      'correcting.number.sealing | 9 | commune/records | records-clerk | stopped',
      'correcting.handBack.ready | 9 | commune/records | records-clerk | stopped',
      'correcting.handBack.sent | 9 | commune/records | records-clerk | stopped',
      'correctedBack | 9 | commune/centre | receiving-clerk | stopped',
    ]);
  });

  test('shows the citizen the words of the step, or plain ones of the stage', () => {
    const stage = { vi: 'Đang xác minh tại xã', en: 'Being verified in the commune' };
    const machine = compile({ ...BIRTH, steps: BIRTH.steps.map((step) => (step.id === 'examine' ? { ...step, stage } : step)) });
    const stageOf = (state: string) => machine.states.get(state)?.stage.vi;
    expect(['processing.transfer.sent', 'processing.examine.working', 'processing.examine.awaitingSupplement', 'processing.draft.working', 'handedBack'].map(stageOf))
      .toEqual(['Đã tiếp nhận', 'Đang xác minh tại xã', 'Cần bổ sung', 'Đang giải quyết', 'Đang giải quyết']);
  });

  test('keeps status 2 for all that happens at the receiving counter before the dossier leaves it', () => {
    const process: ProcessDefinition = {
      ...BIRTH,
      steps: [{ id: 'check', kind: 'examine', unit: 'commune/centre', role: 'case-officer', within, name }, ...BIRTH.steps],
    };
    const { states } = compile(process);
    expect(['check.working', 'transfer.sent', 'examine.working'].map((step) => states.get(`processing.${step}`)?.status)).toEqual([2, 2, 4]);
  });

  test('lets the clerk of a centre take in what is handed to a unit that does not work on it next', () => {
    const { states } = compile({
      ...LAND,
      steps: LAND.steps.map((step) => (step.id === 'toProvince' && step.kind === 'handover' ? { ...step, to: 'province/centre' } : step)),
    });
    expect(states.get('processing.toProvince.sent')).toMatchObject({ addressee: 'province/centre', addresseeRole: 'receiving-clerk' });
  });

  test('refuses what no machine can be made of', () => {
    expect(() => compile({ ...BIRTH, steps: [] })).toThrow('A process needs at least one step');
    const steps = BIRTH.steps.map((step) => (step.kind === 'approve' ? { ...step, sendBackTo: 'nowhere' } : step));
    expect(() => compile({ ...BIRTH, steps })).toThrow('There is no step "nowhere" to send back to');
  });

  test('happens once for each version of a procedure and each authority', () => {
    const cache = new MachineCache();
    let asked = 0;
    const process = () => { asked += 1; return BIRTH; };
    const first = cache.get('1.001193', 1, { level: 'commune' }, process);
    expect(cache.get('1.001193', 1, { level: 'commune' }, process)).toBe(first);
    expect(cache.get('1.001193', 2, { level: 'commune' }, process)).not.toBe(first);
    expect(asked).toBe(2);
    expect(cache.get('1.001193', 1, { level: 'commune', office: 'commune/culture' }, process)).not.toBe(first);
    expect(asked).toBe(3);
  });
});
