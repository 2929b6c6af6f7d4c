import { describe as suite, expect, test } from '@jest/globals';
import { compile, type DossierMachine } from './compile.js';
import { decide, describe, possible, type Stored } from './decide.js';
import { ruleOf, type EventType } from './events.js';
import { explore, type Situation } from './paths.js';
import { BIRTH, LAND, PERMIT } from './sample-processes.js';
import { play, playFrom } from './testing/play.js';

const birth = compile(BIRTH);
const permit = compile(PERMIT);
const MACHINES: readonly (readonly [string, DossierMachine])[] = [['birth', birth], ['land', compile(LAND)], ['permit', permit]];
const TO_EXAMINER = ['receive', 'handOver', 'acknowledge'] as const satisfies readonly EventType[];
const TO_NUMBER = [...TO_EXAMINER, 'examine', 'submitForApproval', 'approve'] as const;

const bare = ({ value, context }: Stored): Stored => ({ value, context });
const isHolderAct = (type: EventType): boolean => ruleOf(type).audience === 'holder' && !ruleOf(type).party && ruleOf(type).beside !== true;
const isPartyAct = (type: EventType): boolean => ruleOf(type).party && ruleOf(type).beside !== true && type !== 'stop' && type !== 'askWithdrawal';

suite.each(MACHINES)('Withdrawing a dossier of %s', (_, machine) => {
  const situations = [...explore(machine).values()];
  const inside = situations.filter(({ state }) => state.startsWith('processing.'));
  const askable = situations.filter((situation) => possible(machine, situation).includes('askWithdrawal'));

  test('may be asked for from every state inside until a decision is made, and while a supplement is awaited before receipt', () => {
    const undecided = ({ context }: Situation) => context.withdrawal === 'none' && context.outcome === 'none';
    expect(askable.filter(({ state }) => state !== 'awaitingCompletion')).toEqual(inside.filter(undecided));
    expect(new Set(askable.map(({ state }) => state))).toEqual(new Set(['awaitingCompletion', ...inside.filter(undecided).map(({ state }) => state)]));
    // A decision not yet numbered may be taken back, and then everything before it is undecided again.
    expect(inside.filter(({ context }) => context.outcome !== 'none').map(({ state }) => state).filter((state) => !/signing|unsigned|number|handBack/u.test(state))).toEqual([]);
  });

  test('lets no holder act through while it is asked, but all party acts', () => {
    for (const situation of askable) {
      const asked = playFrom(machine, situation, 'askWithdrawal');
      expect(asked.meta.status).toBe(7);
      const [before, now] = [possible(machine, situation), possible(machine, asked)];
      expect(now.filter(isHolderAct)).toEqual(['confirmWithdrawal', 'declineWithdrawal']);
      // Before receipt a supplement would make it a new filing: the wish to withdraw is answered first.
      expect(now.filter(isPartyAct)).toEqual(before.filter(isPartyAct).filter((type) => situation.state !== 'awaitingCompletion' || type !== 'supply'));
      expect(now).not.toContain('askWithdrawal');
      expect(now).not.toContain('stop');
    }
  });

  test('declined, gives back exactly the state and status there was', () => {
    for (const situation of askable) {
      const declined = playFrom(machine, situation, 'askWithdrawal', 'declineWithdrawal');
      expect(bare(declined)).toEqual(bare(situation));
      expect(declined.meta).toEqual(describe(machine, situation));
      expect(declined.consequences).toEqual([{ type: 'closeWithdrawal', params: { outcome: 'declined' } }]);
      expect(declined.effects).toEqual([{ type: 'notifyOwner', params: { about: 'withdrawal-declined' } }]);
    }
  });

  test('confirmed, stops the dossier with form 05 from wherever it is', () => {
    for (const situation of askable) {
      const confirmed = playFrom(machine, situation, 'askWithdrawal', 'confirmWithdrawal');
      expect([confirmed.value, confirmed.meta.status, confirmed.final]).toEqual(['stopped', 8, true]);
      expect(confirmed.consequences).toEqual([
        { type: 'closeWithdrawal', params: { outcome: 'confirmed' } },
        { type: 'closeDossier', params: { cause: 'withdrawn' } },
        ...(situation.context.clockStarted ? [{ type: 'stopClock' }] : []),
      ]);
      expect(confirmed.effects).toEqual([{ type: 'issuePaper', params: { form: 'stop-notice' } }, { type: 'notifyOwner', params: { about: 'stopped' } }]);
    }
  });

  test('ends with status 8, not 7, when a time runs out before it is answered', () => {
    const expiring = askable.filter((situation) => possible(machine, situation).some((type) => type === 'supplementExpired' || type === 'paymentExpired'));
    expect(expiring.length).toBeGreaterThan(0);
    for (const situation of expiring) {
      const expiry = possible(machine, situation).includes('supplementExpired') ? 'supplementExpired' : 'paymentExpired';
      expect(playFrom(machine, situation, 'askWithdrawal', expiry).meta.status).toBe(8);
    }
  });

  test('is not the only stop: the head of the agency may stop what is undecided, and not while a withdrawal is asked', () => {
    const stoppable = situations.filter((situation) => possible(machine, situation).includes('stop'));
    expect(stoppable).toEqual(inside.filter(({ context }) => context.withdrawal === 'none' && context.outcome === 'none'));
    for (const situation of stoppable) {
      const stopped = playFrom(machine, situation, 'stop');
      expect([stopped.value, stopped.meta.status]).toEqual(['stopped', 8]);
      expect(stopped.consequences).toEqual([{ type: 'closeDossier', params: { cause: 'lapsed' } }, { type: 'stopClock' }]);
    }
    expect(ruleOf('stop')).toMatchObject({ audience: 'head', party: true });
  });
});

suite('A wish to withdraw', () => {
  test('is told to the citizen with the paper that was signed', () => {
    const asked = play(birth, ...TO_EXAMINER, 'askWithdrawal');
    expect(asked.consequences).toEqual([{ type: 'openWithdrawal' }]);
    expect(asked.effects).toEqual([{ type: 'issuePaper', params: { form: 'withdrawal-request' } }, { type: 'notifyOwner', params: { about: 'withdrawal-asked' } }]);
    expect(asked.meta).toMatchObject({ status: 7, holder: 'commune/justice', stepId: 'examine', clock: 'running', stage: { en: 'Withdrawal being considered' } });
  });

  test('waits while others go on: a supplement comes in, a payment, the last opinion, a handover', () => {
    const supplied = play(birth, ...TO_EXAMINER, 'requestSupplement', 'askWithdrawal', 'supply');
    expect([supplied.value, supplied.meta.status]).toEqual([{ processing: { examine: 'working' } }, 7]);
    expect(playFrom(birth, supplied, 'declineWithdrawal').meta.status).toBe(4);
    const paid = play(permit, ...TO_EXAMINER, 'requestPayment', 'askWithdrawal', 'confirmPayment');
    expect([paid.value, paid.meta.status]).toEqual([{ processing: { examine: 'working' } }, 7]);
    const answered = play(permit, ...TO_EXAMINER, 'examine', ['requestConsultation', { asked: 1 }], 'askWithdrawal', 'answerConsultation');
    expect([answered.value, answered.meta.status]).toEqual([{ processing: { draft: 'working' } }, 7]);
    const taken = play(birth, 'receive', 'handOver', 'askWithdrawal', 'acknowledge');
    expect([taken.value, taken.meta.status, taken.meta.holder]).toEqual([{ processing: { examine: 'working' } }, 7, 'commune/justice']);
  });

  test('comes too late once it is decided, granted or refused, numbered or not, back or handed over', () => {
    const refused = play(birth, ...TO_EXAMINER, 'examine', 'submitForApproval', 'refuse');
    const decided = play(birth, ...TO_NUMBER);
    const later = [refused, decided, playFrom(birth, decided, 'number'), playFrom(birth, decided, 'number', 'handOver', 'acknowledge'),
      playFrom(birth, decided, 'number', 'handOver', 'acknowledge', 'resultReady'), playFrom(birth, decided, 'number', 'handOver', 'acknowledge', 'resultReady', 'returnResult')];
    for (const stored of later) {
      for (const type of ['askWithdrawal', 'stop'] as const) expect(decide(birth, stored, { type }).accepted).toBe(false);
    }
  });

  test('may come again after it was declined, and once a decision was taken up again', () => {
    expect(play(birth, ...TO_EXAMINER, 'askWithdrawal', 'declineWithdrawal', 'askWithdrawal').meta.status).toBe(7);
    expect(play(birth, ...TO_NUMBER, 'stepBack', 'askWithdrawal').meta.status).toBe(7);
  });
});
