import { describe as suite, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile } from './compile.js';
import { decide, possible, statePath, type Stored } from './decide.js';
import type { EventType } from './events.js';
import type { ProcessDefinition } from './process-definition.js';
import { BIRTH, PERMIT } from './sample-processes.js';
import { play, playFrom, type Accepted, type Played } from './testing/play.js';

const permit = compile(PERMIT);
const running = compile({ ...PERMIT, steps: PERMIT.steps.map((step) => (step.kind === 'consult' || step.kind === 'check' ? { ...step, clock: 'running' as const } : step)) });
const TO_CONSULTATION = ['receive', 'handOver', 'acknowledge', 'examine'] as const satisfies readonly EventType[];
const ask = (asked: number): Played => ['requestConsultation', { asked }];
const closed = (outcome: string) => ({ type: 'closeConsultation', params: { outcome } });

suite('A consultation', () => {
  const asked = play(permit, ...TO_CONSULTATION, ask(2));

  test('asks all bodies at once by letter, and the clock stands where the law says so', () => {
    expect(asked.meta).toMatchObject({ status: 4, holder: 'commune/land', clock: 'paused', pauseCause: 'consultation', awaiting: 'consulted' });
    expect(asked.consequences).toEqual([{ type: 'pauseClock', params: { cause: 'consultation' } }, { type: 'openConsultations', params: { stepId: 'consult' } }]);
    expect(asked.effects).toEqual([{ type: 'issuePaper', params: { form: 'consultation-request' } }]);
    expect(asked.context).toMatchObject({ consultationsOpen: 2, consultationsOverdue: 0 });
  });

  test('waits for every body, and goes on with the last answer', () => {
    const first = playFrom(permit, asked, 'answerConsultation');
    expect([first.value, first.consequences]).toEqual([{ processing: { consult: 'waiting' } }, [closed('answered')]]);
    const last = playFrom(permit, first, 'declineConsultation');
    expect(last.value).toEqual({ processing: { draft: 'working' } });
    expect(last.consequences).toEqual([closed('declined'), { type: 'resumeClock', params: { cause: 'consultation' } }]);
    expect(last.meta.clock).toBe('running');
  });

  test('during which the clock runs on neither pauses nor resumes it', () => {
    const open = play(running, ...TO_CONSULTATION, ask(1));
    expect([open.meta.clock, open.consequences]).toEqual(['running', [{ type: 'openConsultations', params: { stepId: 'consult' } }]]);
    expect(playFrom(running, open, 'answerConsultation').consequences).toEqual([closed('answered')]);
  });

  test('goes on without the missing opinions only when all of them are overdue', () => {
    expect(decide(permit, asked, { type: 'proceedWithoutAnswer' }).accepted).toBe(false);
    const late = playFrom(permit, asked, 'consultationOverdue');
    expect([late.value, late.consequences]).toEqual([asked.value, [closed('overdue'), { type: 'raiseAlarm', params: { kind: 'consultationOverdue' } }]]);
    // The other body still has time: it is waited for.
    expect(decide(permit, late, { type: 'proceedWithoutAnswer' }).accepted).toBe(false);
    const bothLate = playFrom(permit, late, 'consultationOverdue');
    const went = playFrom(permit, bothLate, 'proceedWithoutAnswer');
    expect(went.consequences).toEqual([closed('waived'), { type: 'resumeClock', params: { cause: 'consultation' } }]);
    expect([went.value, went.context.consultationsOpen, went.context.consultationsOverdue]).toEqual([{ processing: { draft: 'working' } }, 0, 0]);
    // A late body answers after all: the one that is left is late too.
    const answered = playFrom(permit, bothLate, ['answerConsultation', { late: true }]);
    expect(decide(permit, answered, { type: 'proceedWithoutAnswer' }).accepted).toBe(true);
  });

  test('of nobody, the conditions having left none, is passed by', () => {
    const passed = play(permit, ...TO_CONSULTATION, ask(0));
    expect([passed.value, passed.consequences, passed.effects]).toEqual([{ processing: { draft: 'working' } }, [], []]);
  });

  test('whose act does not say how many asks all bodies of the process', () => {
    expect(play(permit, ...TO_CONSULTATION, 'requestConsultation').context.consultationsOpen).toBe(2);
  });

  test('may be repeated after a step back', () => {
    const again = playFrom(permit, asked, 'answerConsultation', 'answerConsultation', 'stepBack', ask(1));
    expect([again.value, again.context.consultationsOpen]).toEqual([{ processing: { consult: 'waiting' } }, 1]);
  });

  test('takes the answers in any order: the last one goes on, and no count is ever below nothing', () => {
    const LIVES = [['answerConsultation'], ['declineConsultation'], ['consultationDeemedAgreed'], ['consultationOverdue', 'answerConsultation'], ['consultationOverdue', 'declineConsultation']] as const;
    const bodies = fc.array(fc.constantFrom(...LIVES), { minLength: 1, maxLength: 6 });
    // Whose turn it is next, again and again: every interleaving of the lives of the bodies.
    fc.assert(fc.property(bodies, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (lives, turns) => {
      const left = lives.map((life) => ({ acts: [...life] as EventType[], late: false }));
      let now: Accepted = play(permit, ...TO_CONSULTATION, ask(left.length));
      for (const turn of turns) {
        const open = left.filter(({ acts }) => acts.length > 0);
        const body = open[turn % Math.max(open.length, 1)];
        const type = body?.acts.shift();
        if (body === undefined || type === undefined) break;
        now = playFrom(permit, now, [type, { late: body.late }]);
        if (type === 'consultationOverdue') body.late = true;
        const stillOpen = left.filter(({ acts }) => acts.length > 0);
        expect(now.context.consultationsOpen).toBe(stillOpen.length);
        expect(now.context.consultationsOverdue).toBe(stillOpen.filter(({ late }) => late).length);
        expect(statePath(now.value)).toBe(stillOpen.length === 0 ? 'processing.draft.working' : 'processing.consult.waiting');
        expect(possible(permit, now).includes('proceedWithoutAnswer')).toBe(stillOpen.length > 0 && stillOpen.every(({ late }) => late));
      }
      expect(now.value).toEqual({ processing: { draft: 'working' } });
    }), { numRuns: 200 });
  });

  test('keeps its counts whatever is claimed about lateness', () => {
    const events = fc.tuple(fc.constantFrom<EventType>('answerConsultation', 'declineConsultation', 'consultationDeemedAgreed', 'consultationOverdue'), fc.boolean());
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.array(events, { maxLength: 12 }), (bodies, tried) => {
      let now: Stored = play(permit, ...TO_CONSULTATION, ask(bodies));
      for (const [type, late] of tried) {
        const decision = decide(permit, now, { type, facts: { late } });
        if (!decision.accepted) continue;
        now = decision;
        const { consultationsOpen, consultationsOverdue } = now.context;
        expect(0 <= consultationsOverdue && consultationsOverdue <= consultationsOpen && consultationsOpen <= bodies).toBe(true);
      }
    }), { numRuns: 200 });
  });
});

suite('The citizen’s look at the draft', () => {
  const FILED = [['file', { online: true }], ...TO_CONSULTATION, ask(0), 'submitForApproval'] as const;
  const shown = play(permit, ...FILED);

  test('is for dossiers filed online only; others go to approval', () => {
    expect(shown.value).toEqual({ processing: { check: 'waiting' } });
    expect(shown.meta).toMatchObject({ status: 4, holder: 'commune/land', awaiting: 'citizen', clock: 'paused', pauseCause: 'identity-confirmation', stage: { en: 'Draft to be checked' } });
    expect(shown.consequences).toEqual([
      { type: 'pauseClock', params: { cause: 'identity-confirmation' } },
      { type: 'armDeadline', params: { event: 'draftCheckEnded', after: { value: 1, unit: 'working-days' } } },
    ]);
    expect(shown.effects).toEqual([{ type: 'notifyOwner', params: { about: 'draft-to-check' } }]);
    for (const start of [['file', { online: false }], 'file', 'receive'] as const) {
      const received = start === 'receive' ? play(permit, 'receive') : play(permit, start, 'receive');
      expect(playFrom(permit, received, 'handOver', 'acknowledge', 'examine', ask(0), 'submitForApproval').value).toEqual({ processing: { approve: 'working' } });
    }
  });

  test.each(['confirmDraft', 'draftCheckEnded'] as const)('%s lets the draft go to approval: silence is agreement', (type) => {
    const agreed = playFrom(permit, shown, type);
    expect([agreed.value, agreed.context.round, agreed.meta.clock]).toEqual([{ processing: { approve: 'working' } }, 1, 'running']);
    expect(agreed.consequences).toEqual([{ type: 'resumeClock', params: { cause: 'identity-confirmation' } }, { type: 'cancelDeadline', params: { event: 'draftCheckEnded' } }]);
  });

  test('an objection leads back to the draft, in the next round, and the corrected draft is shown again', () => {
    const objected = playFrom(permit, shown, 'objectToDraft');
    expect([objected.value, objected.context.round]).toEqual([{ processing: { draft: 'working' } }, 2]);
    expect(objected.consequences).toEqual([{ type: 'resumeClock', params: { cause: 'identity-confirmation' } }, { type: 'cancelDeadline', params: { event: 'draftCheckEnded' } }]);
    expect(playFrom(permit, objected, 'submitForApproval').value).toEqual({ processing: { check: 'waiting' } });
  });

  test('with the clock running on touches no clock', () => {
    const looked = play(running, ...FILED);
    expect([looked.meta.clock, looked.consequences.map(({ type }) => type)]).toEqual(['running', ['armDeadline']]);
    expect(playFrom(running, looked, 'confirmDraft').consequences).toEqual([{ type: 'cancelDeadline', params: { event: 'draftCheckEnded' } }]);
  });

  test('is unknown to a process without it', () => {
    const plain: ProcessDefinition = BIRTH;
    expect(play(compile(plain), ['file', { online: true }], 'receive', 'handOver', 'acknowledge', 'examine', 'submitForApproval').value).toEqual({ processing: { approve: 'working' } });
  });
});
