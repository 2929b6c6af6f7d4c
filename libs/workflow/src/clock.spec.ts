import { describe as suite, expect, test } from '@jest/globals';
import { compile, type DossierMachine } from './compile.js';
import { decide, possible } from './decide.js';
import { ALARMS } from './effects.js';
import { EVENTS, ruleOf, type EventType } from './events.js';
import { BIRTH, LAND, PERMIT, RESIDENCE } from './sample-processes.js';
import type { ProcessDefinition } from './process-definition.js';
import { play, playFrom, type Accepted } from './testing/play.js';

const birth = compile(BIRTH);
const permit = compile(PERMIT);
const residence = compile(RESIDENCE);
const TO_EXAMINER = ['receive', 'handOver', 'acknowledge'] as const satisfies readonly EventType[];
const TO_COUNTER = [...TO_EXAMINER, 'examine', 'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge'] as const;
const ELSEWHERE = ['receive', { nonBoundary: true }] as const;
const clockOf = ({ meta }: Accepted) => [meta.clock, meta.pauseCause];
const clockActs = ({ consequences }: Accepted) => consequences.map(({ type }) => type).filter((type) => type.endsWith('Clock'));

suite('Extending the time', () => {
  const proposed = play(birth, ...TO_EXAMINER, 'proposeExtension');

  test('is proposed by whoever works on it and granted by the head of the agency, with the apology (form 04)', () => {
    expect([ruleOf('proposeExtension').audience, ruleOf('grantExtension').audience]).toEqual(['holder', 'head']);
    expect([proposed.context.extension, proposed.consequences, proposed.effects]).toEqual(['proposed', [{ type: 'openExtension' }], []]);
    const granted = playFrom(birth, proposed, 'grantExtension');
    expect(granted.context.extension).toBe('granted');
    expect(granted.consequences).toEqual([{ type: 'closeExtension', params: { outcome: 'granted' } }, { type: 'extendClock' }]);
    expect(granted.effects).toEqual([{ type: 'issuePaper', params: { form: 'apology' } }, { type: 'notifyOwner', params: { about: 'extended' } }]);
    expect([granted.value, granted.meta]).toEqual([proposed.value, proposed.meta]);
  });

  test('happens at most once, and never without a proposal', () => {
    const granted = playFrom(birth, proposed, 'grantExtension');
    const extending = (stored: Accepted) => possible(birth, stored).filter((type) => type.endsWith('Extension'));
    expect(extending(play(birth, ...TO_EXAMINER))).toEqual(['proposeExtension']);
    expect(extending(proposed)).toEqual(['grantExtension', 'declineExtension']);
    expect(extending(granted)).toEqual([]);
    expect(extending(playFrom(birth, granted, 'examine', 'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge'))).toEqual([]);
  });

  test('declined, may be proposed again', () => {
    const declined = playFrom(birth, proposed, 'declineExtension');
    expect([declined.context.extension, declined.consequences, declined.effects]).toEqual(['none', [{ type: 'closeExtension', params: { outcome: 'declined' } }], []]);
    expect(playFrom(birth, declined, 'proposeExtension', 'grantExtension').context.extension).toBe('granted');
  });

  test('still unanswered when the result is there, is closed with the clock', () => {
    const ready = playFrom(birth, proposed, 'examine', 'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge', 'resultReady');
    expect(ready.consequences).toEqual([{ type: 'stopClock' }, { type: 'closeExtension', params: { outcome: 'closed' } }]);
    expect(possible(birth, ready)).toEqual(['returnResult', 'openCorrection', 'moveVersion', 'unitSucceeded']);
  });

  test('is no matter before the clock has started or after it has stopped', () => {
    expect(possible(birth, play(birth, 'file'))).not.toContain('proposeExtension');
    expect(possible(birth, play(birth, ELSEWHERE))).not.toContain('proposeExtension');
    expect(possible(birth, play(birth, ...TO_COUNTER))).toContain('proposeExtension');
    expect(possible(birth, play(birth, ...TO_COUNTER, 'resultReady'))).not.toContain('proposeExtension');
  });

  test('an apology after the deadline leaves the extension and the promise date what they are, as often as it is due', () => {
    for (const before of [play(birth, ...TO_EXAMINER), proposed, playFrom(birth, proposed, 'grantExtension')]) {
      const sorry = playFrom(birth, before, 'apologise', 'apologise');
      expect([sorry.value, sorry.context, sorry.meta]).toEqual([before.value, before.context, before.meta]);
      expect(sorry.consequences).toEqual([{ type: 'keepApology' }]);
      expect(sorry.effects).toEqual([{ type: 'issuePaper', params: { form: 'apology' } }, { type: 'notifyOwner', params: { about: 'apologised' } }]);
    }
  });
});

suite('A dossier received for a competent unit elsewhere (Decree 118/2025 Art. 17(3))', () => {
  test('has no clock until that unit acknowledges it, and then one, once', () => {
    const received = play(birth, ELSEWHERE);
    expect(received.consequences).toEqual([{ type: 'cancelDeadline', params: { event: 'filingUnanswered' } }, { type: 'allocateCode' }]);
    expect(received.effects).toEqual([{ type: 'issuePaper', params: { form: 'receipt' } }, { type: 'notifyOwner', params: { about: 'received' } }]);
    expect([received.meta.status, received.meta.clock]).toEqual([2, 'not-started']);
    const back = playFrom(birth, received, 'handOver', 'returnHandover', 'handOver', 'recall', 'handOver');
    expect([back.meta.clock, clockActs(back)]).toEqual(['not-started', []]);
    const taken = playFrom(birth, back, 'acknowledge');
    expect(taken.consequences).toEqual([{ type: 'closeHandover', params: { outcome: 'acknowledged' } }, { type: 'startClock' }]);
    expect(taken.effects).toEqual([{ type: 'notifyOwner', params: { about: 'due-date-moved' } }]);
    expect(clockOf(taken)).toEqual(['running', undefined]);
    const home = playFrom(birth, taken, 'examine', 'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge');
    expect(home.consequences).toEqual([{ type: 'closeHandover', params: { outcome: 'acknowledged' } }]);
  });

  test('received for the commune itself, has its clock from the receipt and none from the handover', () => {
    expect(clockActs(play(birth, 'receive'))).toEqual(['startClock']);
    expect(clockActs(play(birth, ...TO_EXAMINER))).toEqual([]);
  });

  test('starts at the first of several handovers', () => {
    const land = compile(LAND);
    expect(clockActs(play(land, ELSEWHERE, 'handOver', 'acknowledge'))).toEqual(['startClock']);
    expect(clockActs(play(land, ELSEWHERE, 'handOver', 'acknowledge', 'examine', 'handOver', 'acknowledge'))).toEqual([]);
  });

  test('asked to be supplied or withdrawn before it got there, neither pauses nor stops a clock that never ran', () => {
    const looked = compile({
      ...BIRTH,
      steps: [{ id: 'look', kind: 'examine', unit: 'commune/centre', role: 'case-officer', within: { value: 1, unit: 'hours' }, name: { vi: 'Xem', en: 'Look' } }, ...BIRTH.steps],
    });
    const asked = play(looked, ELSEWHERE, 'requestSupplement');
    expect([asked.meta.status, ...clockOf(asked), clockActs(asked)]).toEqual([5, 'not-started', undefined, []]);
    expect(clockActs(playFrom(looked, asked, 'supply'))).toEqual([]);
    expect(clockActs(playFrom(looked, asked, 'supplementExpired'))).toEqual([]);
    expect(clockActs(playFrom(looked, asked, 'askWithdrawal', 'confirmWithdrawal'))).toEqual([]);
  });

  test('has its clock at once where no handover leads from the counter to whoever is competent', () => {
    const direct: ProcessDefinition = { ...BIRTH, steps: BIRTH.steps.filter(({ id }) => id !== 'transfer') };
    const machine = compile(direct);
    expect(clockActs(play(machine, ELSEWHERE))).toEqual(['startClock']);
    expect(clockActs(play(machine, ELSEWHERE, 'examine', 'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge'))).toEqual([]);
  });
});

suite('An outage', () => {
  const working = play(birth, ...TO_EXAMINER);
  const down = playFrom(birth, working, 'outageBegan');

  test('makes the clock stand where it runs, and lets it go on when it is over', () => {
    expect(down.consequences).toEqual([{ type: 'beginOutage' }]);
    expect(clockOf(down)).toEqual(['paused', 'outage']);
    const over = playFrom(birth, down, 'outageEnded');
    expect(over.consequences).toEqual([{ type: 'endOutage' }]);
    expect([over.value, over.context, over.meta]).toEqual([working.value, working.context, working.meta]);
    expect([...down.effects, ...over.effects]).toEqual([]);
  });

  test('keeps nobody from working', () => {
    expect(possible(birth, down)).toEqual([...possible(birth, working).filter((type) => type !== 'calendarChanged' && type !== 'unitSucceeded'), 'outageEnded', 'calendarChanged', 'unitSucceeded']);
    expect(clockOf(playFrom(birth, down, 'examine', 'submitForApproval'))).toEqual(['paused', 'outage']);
  });

  test('inside another one is over only with the last of the two', () => {
    const both = playFrom(birth, down, 'outageBegan');
    expect(both.context.outages).toBe(2);
    expect(clockOf(playFrom(birth, both, 'outageEnded'))).toEqual(['paused', 'outage']);
    expect(clockOf(playFrom(birth, both, 'outageEnded', 'outageEnded'))).toEqual(['running', undefined]);
    expect(decide(birth, playFrom(birth, both, 'outageEnded', 'outageEnded'), { type: 'outageEnded' }).accepted).toBe(false);
  });

  test('during a supplement leaves the supplement the cause, and stands on its own afterwards', () => {
    const asked = playFrom(birth, down, 'requestSupplement');
    expect(clockOf(asked)).toEqual(['paused', 'supplement']);
    expect(clockOf(playFrom(birth, asked, 'supply'))).toEqual(['paused', 'outage']);
    expect(clockOf(playFrom(birth, asked, 'outageEnded', 'supply'))).toEqual(['running', undefined]);
  });

  test('concerns no dossier without a running time: before receipt, on the way elsewhere, after the result', () => {
    for (const stored of [play(birth, 'file'), play(birth, ELSEWHERE), play(birth, ...TO_COUNTER, 'resultReady')]) {
      expect(decide(birth, stored, { type: 'outageBegan' }).accepted).toBe(false);
      expect(decide(birth, stored, { type: 'calendarChanged' }).accepted).toBe(false);
    }
    expect(clockOf(play(birth, ...TO_COUNTER, 'outageBegan'))).toEqual(['paused', 'outage']);
  });

  test('a corrected calendar derives the promise date anew and tells the owner', () => {
    const moved = playFrom(birth, working, 'calendarChanged');
    expect([moved.consequences, moved.effects]).toEqual([[{ type: 'recomputeDue' }], [{ type: 'notifyOwner', params: { about: 'due-date-moved' } }]]);
  });
});

suite('An alarm', () => {
  const PLACES: Record<(typeof ALARMS)[number], Accepted> = {
    filingUnanswered: play(birth, 'file'),
    handoverUnacknowledged: play(birth, 'receive', 'handOver'),
    stepOverdue: play(birth, ...TO_EXAMINER),
    dueSoon: play(birth, ...TO_EXAMINER),
    dueTomorrow: play(birth, ...TO_EXAMINER),
    overdue: play(birth, ...TO_COUNTER),
    elsewhereUnacknowledged: play(residence, 'receive'),
    consultationOverdue: play(permit, ...TO_EXAMINER, 'examine', ['requestConsultation', { asked: 1 }]),
  };

  const MACHINES: Partial<Record<(typeof ALARMS)[number], DossierMachine>> = { consultationOverdue: permit, elsewhereUnacknowledged: residence };

  test.each(ALARMS)('%s is raised by the system and moves nothing', (kind) => {
    const before = PLACES[kind];
    const raised = playFrom(MACHINES[kind] ?? birth, before, kind);
    expect(raised.consequences).toContainEqual({ type: 'raiseAlarm', params: { kind } });
    expect([raised.value, raised.meta, raised.effects]).toEqual([before.value, before.meta, []]);
    expect(EVENTS[kind].audience).toBe('system');
  });

  test('of a handover is armed for two working hours with every sending, a re-routing included', () => {
    const armed = { type: 'armDeadline', params: { event: 'handoverUnacknowledged', after: { value: 2, unit: 'hours' } } };
    for (const sent of [play(birth, 'receive', 'handOver'), play(birth, ...TO_EXAMINER, 'reroute'), play(birth, ...TO_COUNTER, 'resultReady', 'openCorrection', 'handOver')]) {
      expect(sent.consequences).toContainEqual(armed);
      expect(playFrom(birth, sent, 'handoverUnacknowledged').consequences).toEqual([{ type: 'raiseAlarm', params: { kind: 'handoverUnacknowledged' } }]);
    }
  });

  test('of an unanswered filing is armed for eight working hours, also after a supplement, and cancelled by any answer', () => {
    const armed = { type: 'armDeadline', params: { event: 'filingUnanswered', after: { value: 8, unit: 'hours' } } };
    const cancelled = { type: 'cancelDeadline', params: { event: 'filingUnanswered' } };
    expect(play(birth, 'file').consequences).toEqual([armed]);
    expect(play(birth, 'file', 'requestSupplement', 'supply').consequences).toEqual([{ type: 'closeSupplement', params: { phase: 'before-receipt' } }, armed]);
    for (const answer of ['receive', 'refuseReceipt', 'requestSupplement'] as const) expect(play(birth, 'file', answer).consequences).toContainEqual(cancelled);
  });
});
