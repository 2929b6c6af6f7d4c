import { describe as suite, expect, test } from '@jest/globals';
import { compile } from './compile.js';
import { decide, possible } from './decide.js';
import type { EventType } from './events.js';
import { BIRTH, PERMIT } from './sample-processes.js';
import { play, playFrom } from './testing/play.js';

const birth = compile(BIRTH);
const permit = compile(PERMIT);
const TO_EXAMINER = ['receive', 'handOver', 'acknowledge'] as const satisfies readonly EventType[];
const types = (actions: readonly { readonly type: string }[]) => actions.map(({ type }) => type);

suite('A supplement after receipt (Decree 118/2025 Art. 17(2)(a))', () => {
  const supplied = play(birth, ...TO_EXAMINER, 'requestSupplement', 'supply');

  test('is asked for once; a further one is for the leader to allow', () => {
    expect(supplied.context.supplementsAfter).toBe(1);
    expect(decide(birth, supplied, { type: 'requestSupplement' }).accepted).toBe(false);
    const proposed = playFrom(birth, supplied, 'proposeSupplement');
    expect(proposed.value).toEqual({ processing: { examine: 'supplementProposed' } });
    expect(proposed.meta).toMatchObject({ status: 4, holder: 'commune/committee', role: 'leader', stepId: 'examine', clock: 'running' });
    expect(proposed.consequences).toEqual([{ type: 'proposeSupplement' }]);
    expect(proposed.effects).toEqual([]);
  });

  test('allowed by the leader, pauses the clock and is asked of the citizen, for the last time', () => {
    const approved = playFrom(birth, supplied, 'proposeSupplement', 'approveSupplement');
    expect(approved.meta).toMatchObject({ status: 5, holder: 'commune/justice', clock: 'paused', pauseCause: 'supplement', awaiting: 'citizen' });
    expect(approved.consequences).toEqual([
      { type: 'settleProposal', params: { outcome: 'approved' } },
      { type: 'pauseClock', params: { cause: 'supplement' } },
      { type: 'openSupplement', params: { phase: 'after-receipt', within: { value: 7, unit: 'working-days' } } },
      { type: 'armDeadline', params: { event: 'supplementExpired', after: { value: 7, unit: 'working-days' } } },
    ]);
    expect(approved.effects).toEqual([{ type: 'issuePaper', params: { form: 'supplement-request' } }, { type: 'notifyOwner', params: { about: 'supplement-requested' } }]);
    const again = playFrom(birth, approved, 'supply');
    expect(possible(birth, again).filter((type) => type.endsWith('Supplement'))).toEqual([]);
    expect(possible(birth, playFrom(birth, again, 'examine')).filter((type) => type.endsWith('Supplement'))).toEqual([]);
  });

  test('declined by the leader, leaves the dossier where it was; it may be proposed anew', () => {
    const declined = playFrom(birth, supplied, 'proposeSupplement', 'declineSupplement');
    expect(declined.consequences).toEqual([{ type: 'settleProposal', params: { outcome: 'declined' } }]);
    expect([declined.value, declined.context, declined.meta]).toEqual([supplied.value, supplied.context, supplied.meta]);
    expect(playFrom(birth, declined, 'proposeSupplement').value).toEqual({ processing: { examine: 'supplementProposed' } });
  });

  test('is not proposed to a leader while the one notice is still free', () => {
    expect(possible(birth, play(birth, ...TO_EXAMINER)).filter((type) => type.endsWith('Supplement'))).toEqual(['requestSupplement']);
  });

  test('not supplied in time, stops the dossier with form 05', () => {
    const expired = play(birth, ...TO_EXAMINER, 'requestSupplement', 'supplementExpired');
    expect([expired.value, expired.meta.status, expired.meta.clock, expired.final]).toEqual(['stopped', 8, 'stopped', true]);
    expect(expired.consequences).toEqual([{ type: 'closeDossier', params: { cause: 'not-supplemented' } }, { type: 'stopClock' }]);
    expect(expired.effects).toEqual([{ type: 'issuePaper', params: { form: 'stop-notice' } }, { type: 'notifyOwner', params: { about: 'stopped' } }]);
    expect(possible(birth, expired)).toEqual([]);
  });
});

suite('Notices in the stages of a sector law', () => {
  const guided = play(permit, ...TO_EXAMINER, 'requestSupplement', 'supply', 'requestSupplement', 'supply');

  test('are one notice and one guidance; a third is for the leader to allow', () => {
    expect(guided.context.supplementsAfter).toBe(2);
    expect(possible(permit, guided).filter((type) => type.endsWith('Supplement'))).toEqual(['proposeSupplement']);
    const third = playFrom(permit, guided, 'proposeSupplement', 'approveSupplement', 'supply');
    expect(third.context.supplementsAfter).toBe(3);
    expect(possible(permit, third).filter((type) => type.endsWith('Supplement'))).toEqual([]);
  });

  test('are counted over the whole dossier: the draft asks for nothing the examination has used up', () => {
    const drafting = playFrom(permit, guided, 'examine', ['requestConsultation', { asked: 0 }]);
    expect(drafting.meta.stepId).toBe('draft');
    expect(possible(permit, drafting).filter((type) => type.endsWith('Supplement'))).toEqual(['proposeSupplement']);
    const third = playFrom(permit, drafting, 'proposeSupplement', 'approveSupplement', 'supply', 'stepBack', 'stepBack');
    expect(third.meta.stepId).toBe('examine');
    expect(possible(permit, third).filter((type) => type.endsWith('Supplement'))).toEqual([]);
  });

  test('tell the desk their times, and the citizen has the time of the procedure', () => {
    const asked = play(permit, ...TO_EXAMINER, 'requestSupplement');
    expect(asked.meta.staged?.notices.map(({ within }) => within.value)).toEqual([7, 5]);
    expect(asked.meta.staged?.refuseWithin).toEqual({ value: 3, unit: 'working-days' });
    expect(asked.consequences).toContainEqual({ type: 'armDeadline', params: { event: 'supplementExpired', after: { value: 10, unit: 'working-days' } } });
  });
});

suite('A financial duty', () => {
  const asked = play(permit, ...TO_EXAMINER, 'requestPayment');

  test('pauses the clock with a notice of what is to be paid', () => {
    expect(asked.meta).toMatchObject({ status: 6, holder: 'commune/land', clock: 'paused', pauseCause: 'financial-duty', awaiting: 'citizen', stage: { en: 'Payment needed' } });
    expect(asked.consequences).toEqual([
      { type: 'pauseClock', params: { cause: 'financial-duty' } },
      { type: 'openPayment', params: { within: { value: 30, unit: 'working-days' } } },
      { type: 'armDeadline', params: { event: 'paymentExpired', after: { value: 30, unit: 'working-days' } } },
    ]);
    expect(asked.effects).toEqual([{ type: 'issuePaper', params: { form: 'payment-notice' } }, { type: 'notifyOwner', params: { about: 'payment-requested' } }]);
  });

  test('paid, leads back to where the dossier was, with the clock going on, and is not asked again', () => {
    const paid = playFrom(permit, asked, 'confirmPayment');
    expect([paid.value, paid.meta.status, paid.meta.clock]).toEqual([{ processing: { examine: 'working' } }, 4, 'running']);
    expect(paid.consequences).toEqual([{ type: 'closePayment' }, { type: 'resumeClock', params: { cause: 'financial-duty' } }]);
    expect(paid.effects).toEqual([{ type: 'notifyOwner', params: { about: 'payment-confirmed' } }]);
    expect(decide(permit, paid, { type: 'requestPayment' }).accepted).toBe(false);
  });

  test('not paid in time, stops the dossier with form 05', () => {
    const expired = playFrom(permit, asked, 'paymentExpired');
    expect([expired.value, expired.meta.status]).toEqual(['stopped', 8]);
    expect(expired.consequences).toEqual([{ type: 'closeDossier', params: { cause: 'not-paid' } }, { type: 'stopClock' }]);
    expect(expired.effects).toEqual([{ type: 'issuePaper', params: { form: 'stop-notice' } }, { type: 'notifyOwner', params: { about: 'stopped' } }]);
  });

  test('is asked for only where the procedure knows one', () => {
    expect([...birth.acts].filter(([, acts]) => acts.includes('requestPayment'))).toEqual([]);
    expect([...permit.acts].filter(([, acts]) => acts.includes('requestPayment')).map(([state]) => state)).toEqual(['processing.examine.working']);
  });

  test('does not use up a supplement, nor a supplement the duty', () => {
    expect(playFrom(permit, asked, 'confirmPayment', 'requestSupplement', 'supply').context).toMatchObject({ duties: 1, supplementsAfter: 1 });
    expect(types(play(permit, ...TO_EXAMINER, 'requestSupplement', 'supply', 'requestPayment').consequences)).toEqual(['pauseClock', 'openPayment', 'armDeadline']);
  });
});
