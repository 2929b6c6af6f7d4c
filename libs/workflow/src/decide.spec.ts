import { describe as suite, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile, type DossierMachine } from './compile.js';
import { begin, decide, describe, possible, type Stored } from './decide.js';
import { EVENT_TYPES, ruleOf, type EventType } from './events.js';
import { FRESH_CONTEXT } from './language.js';
import { BIRTH, LAND, PERMIT } from './sample-processes.js';
import { play, playFrom as act } from './testing/play.js';

const birth = compile(BIRTH);
const land = compile(LAND);
const permit = compile(PERMIT);

/** The acts that move the dossier: those beside the way and the wish to withdraw or stop are there all along. */
const ALONG = new Set<EventType>(['askWithdrawal', 'stop']);
const onTheWay = (machine: DossierMachine, stored: Stored) => possible(machine, stored).filter((type) => ruleOf(type).beside !== true && !ALONG.has(type));

const TO_APPROVAL = ['receive', 'handOver', 'acknowledge', 'examine', 'submitForApproval'] as const satisfies readonly EventType[];

suite('Deciding an act', () => {
  test('a dossier begins opened, not started, at the receiving counter', () => {
    expect(begin(birth)).toEqual({
      value: 'opened',
      context: FRESH_CONTEXT,
      meta: {
        status: 1, holder: 'commune/centre', role: 'receiving-clerk', head: 'commune/committee', clock: 'not-started', within: { value: 8, unit: 'hours' },
        stage: { vi: 'Đã nộp', en: 'Filed' }, name: { vi: 'Hồ sơ mới lập', en: 'New dossier' },
      },
    });
  });

  test('receipt gives the code and starts the clock inside the transaction, the slip goes out after it', () => {
    expect(play(birth, 'receive')).toEqual({
      accepted: true,
      value: { processing: { transfer: 'ready' } },
      context: { ...FRESH_CONTEXT, clockStarted: true },
      meta: {
        status: 2, holder: 'commune/centre', role: 'receiving-clerk', head: 'commune/committee', stepId: 'transfer', clock: 'running', within: { value: 1, unit: 'hours' },
        stage: { vi: 'Đã tiếp nhận', en: 'Received' }, name: { vi: 'Chuyển hồ sơ', en: 'Transfer' },
      },
      final: false,
      consequences: [{ type: 'cancelDeadline', params: { event: 'filingUnanswered' } }, { type: 'allocateCode' }, { type: 'startClock' }],
      effects: [
        { type: 'issuePaper', params: { form: 'receipt' } },
        { type: 'notifyOwner', params: { about: 'received' } },
      ],
    });
  });

  test('the sender answers for a handover until it is acknowledged', () => {
    const sent = play(birth, 'receive', 'handOver');
    expect(sent.meta).toMatchObject({
      status: 2, holder: 'commune/centre', addressee: 'commune/justice', addresseeRole: 'case-officer', awaiting: 'addressee',
      alarmAfter: { value: 2, unit: 'hours' },
    });
    expect(sent.consequences).toEqual([
      { type: 'openHandover', params: { from: 'commune/centre', to: 'commune/justice' } },
      { type: 'armDeadline', params: { event: 'handoverUnacknowledged', after: { value: 2, unit: 'hours' } } },
    ]);
    expect(sent.effects).toEqual([{ type: 'issuePaper', params: { form: 'control-slip' } }]);
    expect(onTheWay(birth, sent)).toEqual(['acknowledge', 'returnHandover', 'recall']);

    const taken = act(birth, sent, 'acknowledge');
    expect(taken.meta).toMatchObject({ status: 4, holder: 'commune/justice', role: 'case-officer', stepId: 'examine' });
    expect(taken.meta.addressee).toBeUndefined();
  });

  test.each([['recall', 'recalled'], ['returnHandover', 'returned']] as const)('%s leads back to where it can be sent again', (type, outcome) => {
    const back = play(birth, 'receive', 'handOver', type);
    expect(back.value).toEqual({ processing: { transfer: 'ready' } });
    expect(back.consequences).toEqual([{ type: 'closeHandover', params: { outcome } }]);
    expect(onTheWay(birth, back)).toEqual(['handOver']);
  });

  test('a supplement pauses the clock and the work goes on where it stopped, without a second receipt', () => {
    const asked = play(birth, 'receive', 'handOver', 'acknowledge', 'examine', 'requestSupplement');
    expect(asked.meta).toMatchObject({ status: 5, holder: 'commune/justice', stepId: 'draft', clock: 'paused', pauseCause: 'supplement', awaiting: 'citizen' });
    expect(asked.consequences).toEqual([
      { type: 'pauseClock', params: { cause: 'supplement' } },
      { type: 'openSupplement', params: { phase: 'after-receipt', within: { value: 7, unit: 'working-days' } } },
      { type: 'armDeadline', params: { event: 'supplementExpired', after: { value: 7, unit: 'working-days' } } },
    ]);
    const supplied = act(birth, asked, 'supply');
    expect(supplied.value).toEqual({ processing: { draft: 'working' } });
    expect(supplied.meta.status).toBe(4);
    expect(supplied.consequences).toEqual([
      { type: 'closeSupplement', params: { phase: 'after-receipt' } },
      { type: 'resumeClock', params: { cause: 'supplement' } },
    ]);
    expect(supplied.effects).toEqual([{ type: 'notifyOwner', params: { about: 'supplied' } }]);
  });

  test('a second supplement request is refused, before receipt as after it', () => {
    const filedAgain = play(birth, 'file', 'requestSupplement', 'supply');
    expect(filedAgain.value).toBe('filed');
    expect(decide(birth, filedAgain, { type: 'requestSupplement' })).toEqual({ accepted: false, possible: ['receive', 'refuseReceipt', 'moveVersion', 'filingUnanswered', 'unitSucceeded'] });

    const supplied = act(birth, filedAgain, 'receive', 'handOver', 'acknowledge', 'requestSupplement', 'supply');
    expect(onTheWay(birth, supplied)).toEqual(['proposeSupplement', 'reroute', 'examine']);
    expect(onTheWay(birth, act(birth, supplied, 'examine'))).toEqual(['proposeSupplement', 'submitForApproval', 'stepBack']);
  });

  test('before receipt a supplement runs no clock', () => {
    const asked = play(birth, 'requestSupplement');
    expect(asked.meta).toMatchObject({ status: 5, clock: 'not-started', awaiting: 'citizen' });
    expect(asked.consequences).toEqual([
      { type: 'cancelDeadline', params: { event: 'filingUnanswered' } },
      { type: 'openSupplement', params: { phase: 'before-receipt', within: { value: 7, unit: 'working-days' } } },
      { type: 'armDeadline', params: { event: 'supplementExpired', after: { value: 7, unit: 'working-days' } } },
    ]);
    expect(act(birth, asked, 'supplementExpired').consequences).toEqual([{ type: 'closeDossier', params: { cause: 'not-supplemented' } }]);
  });

  test('a refused receipt ends the dossier with form 03', () => {
    const refused = play(birth, 'file', 'refuseReceipt');
    expect([refused.value, refused.meta.status, refused.final]).toEqual(['notReceived', 3, true]);
    expect(refused.effects).toEqual([{ type: 'issuePaper', params: { form: 'refusal' } }, { type: 'notifyOwner', params: { about: 'not-received' } }]);
    expect(possible(birth, refused)).toEqual([]);
  });

  test('a draft sent back comes up for approval in the next round', () => {
    const back = play(birth, ...TO_APPROVAL, 'sendBack');
    expect(back.value).toEqual({ processing: { draft: 'working' } });
    expect(back.context.round).toBe(2);
    expect(act(birth, back, 'submitForApproval').value).toEqual({ processing: { approve: 'working' } });
  });

  test('a granted result is numbered, becomes data on file, comes back and is returned', () => {
    const numbered = play(birth, ...TO_APPROVAL, 'approve', 'number');
    expect(numbered.consequences).toEqual([{ type: 'allocateNumber', params: { form: 'result' } }]);
    expect(numbered.effects).toEqual([{ type: 'issuePaper', params: { form: 'result' } }, { type: 'fileResult' }]);
    const ready = act(birth, numbered, 'handOver', 'acknowledge', 'resultReady');
    expect(ready.meta.status).toBe(9);
    expect(ready.consequences).toEqual([{ type: 'stopClock' }, { type: 'closeExtension', params: { outcome: 'closed' } }]);
    expect(ready.effects).toEqual([{ type: 'notifyOwner', params: { about: 'result-ready' } }]);
    const returned = act(birth, ready, 'returnResult');
    expect([returned.value, returned.meta.status, returned.final]).toEqual(['returned', 10, true]);
  });

  test('a refusal by the leader goes the same way as a paper with a number, and nothing is filed as a result', () => {
    const numbered = play(birth, ...TO_APPROVAL, 'refuse', 'number');
    expect(numbered.context.outcome).toBe('refused');
    expect(numbered.consequences).toEqual([{ type: 'allocateNumber', params: { form: 'refusal' } }]);
    expect(numbered.effects).toEqual([{ type: 'issuePaper', params: { form: 'refusal' } }]);
    const ready = act(birth, numbered, 'handOver', 'acknowledge', 'resultReady');
    expect(ready.meta.status).toBe(9);
    expect(ready.effects).toEqual([{ type: 'notifyOwner', params: { about: 'refusal-ready' } }]);
    expect(act(birth, ready, 'returnResult').meta.status).toBe(10);
  });

  test('a public notice pauses the clock for its time and ends with minutes', () => {
    const posted = play(land, 'receive', 'handOver', 'acknowledge', 'examine', 'handOver', 'acknowledge', 'postNotice');
    expect(posted.meta).toMatchObject({ status: 4, holder: 'commune/land', clock: 'paused', pauseCause: 'public-notice', awaiting: 'time', within: { value: 15, unit: 'calendar-days' } });
    expect(posted.consequences).toEqual([
      { type: 'pauseClock', params: { cause: 'public-notice' } },
      { type: 'armDeadline', params: { event: 'noticePeriodEnded', after: { value: 15, unit: 'calendar-days' } } },
    ]);
    expect(posted.effects).toEqual([{ type: 'issuePaper', params: { form: 'notice' } }, { type: 'notifyOwner', params: { about: 'notice-posted' } }]);
    expect(onTheWay(land, posted)).toEqual(['noticePeriodEnded']);
    const ended = act(land, posted, 'noticePeriodEnded');
    expect(ended.consequences).toEqual([{ type: 'resumeClock', params: { cause: 'public-notice' } }]);
    const closed = act(land, ended, 'closeNotice');
    expect(closed.effects).toEqual([{ type: 'issuePaper', params: { form: 'minutes' } }]);
    expect(closed.meta).toMatchObject({ holder: 'commune/land', stepId: 'fromPosting' });
  });

  test('a notice during which the clock runs on neither pauses nor resumes it', () => {
    const running = compile({ ...LAND, steps: LAND.steps.map((step) => (step.kind === 'notice' ? { ...step, clock: 'running' as const } : step)) });
    const posted = play(running, 'receive', 'handOver', 'acknowledge', 'examine', 'handOver', 'acknowledge', 'postNotice');
    expect(posted.meta.clock).toBe('running');
    expect(posted.consequences.map(({ type }) => type)).toEqual(['armDeadline']);
    expect(act(running, posted, 'noticePeriodEnded').consequences).toEqual([]);
  });

  test('only the last of two approvals decides and may refuse', () => {
    const endorse = { id: 'endorse', kind: 'approve', unit: 'commune/justice', role: 'leader', sendBackTo: 'draft', within: { value: 1, unit: 'hours' }, name: { vi: 'Duyệt trình', en: 'Endorse' } } as const;
    const machine = compile({ ...BIRTH, steps: BIRTH.steps.flatMap((step) => (step.id === 'approve' ? [endorse, step] : [step])) });
    const up = play(machine, ...TO_APPROVAL);
    expect(onTheWay(machine, up)).toEqual(['approve', 'sendBack']);
    const endorsed = act(machine, up, 'approve');
    expect(endorsed.context.outcome).toBe('none');
    expect(onTheWay(machine, endorsed)).toEqual(['approveAndSign', 'approve', 'sendBack', 'refuseAndSign', 'refuse']);
    expect(act(machine, endorsed, 'approve').context.outcome).toBe('granted');
  });

  test.each(['xstate.stop', 'xstate.init', 'xstate.route', 'xstate.done.state.dossier', 'constructor', 'nonsense', ''])('the forged name "%s" is refused with what is possible', (type) => {
    expect(decide(birth, begin(birth), { type })).toEqual({ accepted: false, possible: ['file', 'receive', 'refuseReceipt', 'requestSupplement'] });
  });

  test('nothing of an act but its name reaches the machine', () => {
    const forged = { type: 'receive', params: { form: 'result' }, context: { outcome: 'granted' }, to: '#dossier.returned' };
    expect(decide(birth, begin(birth), forged)).toEqual(play(birth, 'receive'));
  });

  test('whatever is tried in whatever order, exactly the acts called possible are accepted', () => {
    const names = fc.constantFrom<string>(...EVENT_TYPES, 'xstate.stop', 'deadlinePassed');
    fc.assert(fc.property(fc.constantFrom(land, permit), fc.array(names, { minLength: 40, maxLength: 120 }), (machine, tried) => {
      let stored: Stored = begin(machine);
      for (const type of tried) {
        const allowed: readonly string[] = possible(machine, stored);
        const decision = decide(machine, stored, { type });
        expect(decision.accepted).toBe(allowed.includes(type));
        if (decision.accepted) stored = JSON.parse(JSON.stringify(decision));
        else expect(decision.possible).toEqual(allowed);
      }
    }), { numRuns: 60 });
  });

  test('deciding again gives the same answer and leaves the stored state as it was', () => {
    const stored: Stored = JSON.parse(JSON.stringify(play(birth, 'receive', 'handOver')));
    const before = JSON.stringify(stored);
    expect(decide(birth, stored, { type: 'acknowledge' })).toEqual(decide(birth, stored, { type: 'acknowledge' }));
    expect(JSON.stringify(stored)).toBe(before);
  });

  test.each([['gone'], [{ processing: 'examine' }], [{ processing: { examine: 'gone' } }], ['processing']])('a stored state %j that this version does not have is an error, not a guess', (value) => {
    const { context } = begin(birth);
    expect(() => decide(birth, { value, context }, { type: 'receive' })).toThrow('The machine of this version has no state');
    expect(() => describe(birth, { value, context })).toThrow('The machine of this version has no state');
  });
});
