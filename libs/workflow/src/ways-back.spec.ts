import { describe as suite, expect, test } from '@jest/globals';
import { compile, type DossierMachine } from './compile.js';
import { decide, possible } from './decide.js';
import type { EventType } from './events.js';
import { explore } from './paths.js';
import type { ProcessDefinition, ProcessStep } from './process-definition.js';
import { BIRTH, LAND, PERMIT } from './sample-processes.js';
import { play, playFrom } from './testing/play.js';

const birth = compile(BIRTH);
const land = compile(LAND);
const permit = compile(PERMIT);
const TO_EXAMINER = ['receive', 'handOver', 'acknowledge'] as const satisfies readonly EventType[];
const TO_DECISION = [...TO_EXAMINER, 'examine', 'submitForApproval', 'approve'] as const;
const TO_RESULT = [...TO_DECISION, 'number', 'handOver', 'acknowledge', 'resultReady'] as const;

suite('Re-routing to the commune that is competent', () => {
  const sent = play(birth, ...TO_EXAMINER, 'reroute');

  test('sends the same dossier on its way: the sender answers for it, the clock runs, nothing is given a second time', () => {
    expect(sent.meta).toMatchObject({ status: 4, holder: 'commune/justice', addressee: 'commune/justice', addresseeRole: 'case-officer', awaiting: 'addressee', clock: 'running' });
    expect(sent.consequences).toEqual([
      { type: 'openHandover', params: { from: 'commune/justice', to: 'commune/justice', reroute: true } },
      { type: 'armDeadline', params: { event: 'handoverUnacknowledged', after: { value: 2, unit: 'hours' } } },
    ]);
    expect(sent.effects).toEqual([{ type: 'issuePaper', params: { form: 'control-slip' } }]);
  });

  test('acknowledged, makes the other commune competent and tells the citizen', () => {
    const taken = playFrom(birth, sent, 'acknowledge');
    expect(taken.value).toEqual({ processing: { examine: 'working' } });
    expect(taken.consequences).toEqual([{ type: 'closeHandover', params: { outcome: 'acknowledged' } }, { type: 'moveCompetence', params: { outcome: 'moved' } }]);
    expect(taken.effects).toEqual([{ type: 'notifyOwner', params: { about: 'rerouted' } }]);
  });

  test.each([['returnHandover', 'returned'], ['recall', 'recalled']] as const)('%s leaves the competence where it was', (type, outcome) => {
    const back = playFrom(birth, sent, type);
    expect([back.value, back.effects]).toEqual([{ processing: { examine: 'working' } }, []]);
    expect(back.consequences).toEqual([{ type: 'closeHandover', params: { outcome } }, { type: 'moveCompetence', params: { outcome: 'stays' } }]);
  });

  test('is for examinations in a commune: the offices of the province are named by the process', () => {
    const where = (machine: DossierMachine) => [...machine.acts].filter(([, acts]) => acts.includes('reroute')).map(([state]) => state);
    expect([where(birth), where(permit), where(land)]).toEqual([['processing.examine.working'], ['processing.examine.working'], []]);
  });
});

suite('A step back', () => {
  const back = (process: ProcessDefinition) => [...compile(process).acts].filter(([state, acts]) => state.startsWith('processing.') && acts.includes('stepBack')).map(([state]) => state);

  test('leads to the work before, with nothing undone but the order', () => {
    const drafting = play(permit, ...TO_EXAMINER, 'examine', ['requestConsultation', { asked: 0 }]);
    const consulting = playFrom(permit, drafting, 'stepBack');
    expect([consulting.value, consulting.consequences, consulting.effects]).toEqual([{ processing: { consult: 'ready' } }, [], []]);
    expect(playFrom(permit, consulting, 'stepBack').value).toEqual({ processing: { examine: 'working' } });
  });

  test('never crosses a handover', () => {
    expect(back(BIRTH)).toEqual(['processing.draft.working', 'processing.approve.unsigned', 'processing.number.working']);
    expect(back(LAND)).toEqual(['processing.approve.unsigned', 'processing.number.working']);
    expect(back(PERMIT)).toEqual(['processing.consult.ready', 'processing.draft.working', 'processing.approve.unsigned', 'processing.number.working']);
    const agencyOf = (holder: string) => holder.split('/')[0];
    for (const machine of [birth, land, permit]) {
      const situations = explore(machine);
      for (const from of situations.values()) {
        const to = situations.get(from.acts.get('stepBack') ?? '');
        if (to !== undefined) expect(agencyOf(machine.states.get(to.state)?.holder ?? '')).toBe(agencyOf(machine.states.get(from.state)?.holder ?? ''));
      }
    }
  });

  test('from the number takes the decision back, for another round', () => {
    for (const decision of ['approve', 'refuse'] as const) {
      const decided = play(birth, ...TO_EXAMINER, 'examine', 'submitForApproval', decision);
      const taken = playFrom(birth, decided, 'stepBack');
      expect([taken.value, taken.context.outcome, taken.context.round]).toEqual([{ processing: { draft: 'working' } }, 'none', 2]);
      expect(playFrom(birth, taken, 'submitForApproval', 'approve', 'number').effects).toEqual([{ type: 'issuePaper', params: { form: 'result' } }, { type: 'fileResult' }]);
    }
  });

  test('is impossible once the paper has its number', () => {
    const numbered = play(birth, ...TO_DECISION, 'number');
    const on = [numbered, playFrom(birth, numbered, 'handOver'), playFrom(birth, numbered, 'handOver', 'acknowledge'), playFrom(birth, numbered, 'handOver', 'acknowledge', 'resultReady')];
    expect(on.map((stored) => decide(birth, stored, { type: 'stepBack' }).accepted)).toEqual([false, false, false, false]);
  });

  test('takes no decision back from an office it was handed to for its number, nor into the counter it has left', () => {
    const within = { value: 1, unit: 'hours' } as const;
    const forward: ProcessStep = { id: 'forward', kind: 'handover', to: 'commune/records', role: 'case-officer', within, name: { vi: 'Chuyển', en: 'Forward' } };
    expect(back({ ...BIRTH, steps: BIRTH.steps.flatMap((step): readonly ProcessStep[] => (step.kind === 'number' ? [forward, step] : [step])) })).toEqual(['processing.draft.working', 'processing.approve.unsigned']);
    const atCounter = BIRTH.steps.filter(({ id }) => id !== 'transfer').map((step): ProcessStep => (step.kind === 'handover' || step.kind === 'number' ? step : { ...step, unit: 'commune/centre' }));
    // Its leader may: the paper could not be signed, and has gone nowhere.
    expect(back({ ...BIRTH, steps: atCounter })).toEqual(['processing.draft.working', 'processing.approve.unsigned']);
  });
});

suite('Sending back', () => {
  test('goes from the leader to the draft as often as needed; each round is counted', () => {
    expect(play(birth, ...TO_EXAMINER, 'examine', 'submitForApproval', 'sendBack', 'submitForApproval', 'sendBack').context.round).toBe(3);
  });
});

suite('A correction of an issued result', () => {
  const WAY = ['handOver', 'acknowledge', 'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge'] as const;
  const finished = play(birth, ...TO_RESULT);
  const returned = playFrom(birth, finished, 'returnResult');

  test.each([['waiting to be collected', finished, 9], ['in the hands of the citizen', returned, 10]] as const)('%s, keeps its status and leaves the clock alone all the way', (_, from, status) => {
    let now = playFrom(birth, from, 'openCorrection');
    expect([now.value, now.meta.status, now.consequences, now.effects]).toEqual([{ correcting: { toCorrection: 'ready' } }, status, [{ type: 'openCorrection' }], []]);
    for (const type of [...WAY, 'resultReady'] as const) {
      now = playFrom(birth, now, type);
      expect([now.meta.status, now.meta.clock]).toEqual([status, 'stopped']);
      expect(now.consequences.map((consequence) => consequence.type).filter((each) => each.endsWith('Clock'))).toEqual([]);
    }
    expect(now.value).toBe('finished');
    expect(playFrom(birth, now, 'returnResult').meta.status).toBe(10);
  });

  test('issues the result again, files it again and tells the citizen', () => {
    const numbered = playFrom(birth, returned, 'openCorrection', 'handOver', 'acknowledge', 'submitForApproval', 'approve', 'number');
    expect(numbered.consequences).toEqual([{ type: 'allocateNumber', params: { form: 'result' } }]);
    expect(numbered.effects).toEqual([{ type: 'issuePaper', params: { form: 'result' } }, { type: 'fileResult' }]);
    const ready = playFrom(birth, numbered, 'handOver', 'acknowledge', 'resultReady');
    expect([ready.consequences, ready.effects]).toEqual([[], [{ type: 'notifyOwner', params: { about: 'corrected' } }]]);
  });

  test('of a refusal issues a refusal again, and files nothing', () => {
    const refused = play(birth, ...TO_EXAMINER, 'examine', 'submitForApproval', 'refuse', 'number', 'handOver', 'acknowledge', 'resultReady', 'returnResult');
    const numbered = playFrom(birth, refused, 'openCorrection', 'handOver', 'acknowledge', 'submitForApproval', 'approve', 'number');
    expect(numbered.effects).toEqual([{ type: 'issuePaper', params: { form: 'refusal' } }]);
    expect(playFrom(birth, numbered, 'handOver', 'acknowledge', 'resultReady').effects).toEqual([{ type: 'notifyOwner', params: { about: 'corrected' } }]);
  });

  test('may be followed by another, from the counter or after it was handed over again', () => {
    const twice = playFrom(birth, returned, 'openCorrection', ...WAY, 'resultReady', 'openCorrection', ...WAY, 'resultReady', 'returnResult');
    expect([twice.value, twice.meta.status, twice.final]).toEqual(['returned', 10, true]);
    expect(playFrom(birth, twice, 'openCorrection').value).toEqual({ correcting: { toCorrection: 'ready' } });
  });

  test('asks nothing of the citizen, decides nothing anew and withdraws nothing', () => {
    const known = new Set([...permit.acts].filter(([state]) => state.startsWith('correct')).flatMap(([, acts]) => acts));
    expect(known).toEqual(new Set(['handOver', 'acknowledge', 'returnHandover', 'recall', 'handoverUnacknowledged', 'submitForApproval', 'approve', 'approveAndSign', 'signed', 'signingFailed', 'sign', 'signByHand', 'seal', 'sealed', 'sealingFailed', 'sendBack', 'number', 'resultReady', 'unitSucceeded']));
    const correcting = playFrom(birth, returned, 'openCorrection', 'handOver', 'acknowledge', 'submitForApproval', 'sendBack');
    expect([correcting.value, correcting.context.outcome]).toEqual([{ correcting: { draft: 'working' } }, 'granted']);
  });

  test('goes up to the province where the result was drafted, by acknowledged handovers both ways', () => {
    const done = play(land, 'receive', 'handOver', 'acknowledge', 'examine', 'handOver', 'acknowledge', 'postNotice', 'noticePeriodEnded', 'closeNotice', 'handOver', 'acknowledge',
      'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge', 'resultReady', 'openCorrection');
    expect(done.meta).toMatchObject({ holder: 'commune/centre', role: 'receiving-clerk' });
    const sent = playFrom(land, done, 'handOver');
    expect(sent.meta).toMatchObject({ holder: 'commune/centre', addressee: 'province/land-registration', addresseeRole: 'reviewer' });
    expect(playFrom(land, sent, 'returnHandover').value).toEqual({ correcting: { toCorrection: 'ready' } });
    expect(playFrom(land, sent, 'acknowledge', 'submitForApproval', 'approve', 'number', 'handOver', 'acknowledge').value).toBe('correctedBack');
  });

  test('is no way before there is a result, nor out of a stop or a refused receipt', () => {
    for (const stored of [play(birth, ...TO_DECISION, 'number'), play(birth, ...TO_EXAMINER, 'stop'), play(birth, 'refuseReceipt')]) expect(possible(birth, stored)).not.toContain('openCorrection');
  });
});
