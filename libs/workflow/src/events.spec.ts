import { describe, expect, test } from '@jest/globals';
import { AUDIENCES, EVENTS, EVENT_TYPES, isEventType, mayUtter, ruleOf } from './events.js';

const utterable = (audience: Parameters<typeof mayUtter>[1]) => EVENT_TYPES.filter((type) => mayUtter(type, audience));

describe('Who may utter an act', () => {
  test('each audience has its own list', () => {
    expect(utterable('citizen')).toEqual(['file', 'supply', 'confirmDraft', 'objectToDraft', 'askWithdrawal']);
    expect(utterable('counter')).toEqual(['file', 'supply', 'confirmDraft', 'objectToDraft', 'askWithdrawal']);
    expect(utterable('addressee')).toEqual(['acknowledge', 'returnHandover']);
    expect(utterable('sender')).toEqual(['recall']);
    expect(utterable('head')).toEqual(['grantExtension', 'declineExtension', 'apologise', 'stop']);
    expect(utterable('consulted')).toEqual(['answerConsultation', 'declineConsultation']);
    expect(utterable('cooperator')).toEqual(['giveOpinion']);
    expect(utterable('viewer')).toEqual(['follow', 'unfollow']);
    expect(utterable('system')).toEqual([
      'noticePeriodEnded', 'supplementExpired', 'paymentExpired', 'consultationOverdue', 'consultationDeemedAgreed', 'draftCheckEnded',
      'filingUnanswered', 'handoverUnacknowledged', 'stepOverdue', 'dueSoon', 'dueTomorrow', 'overdue', 'outageBegan', 'outageEnded', 'calendarChanged', 'unitSucceeded',
      'signed', 'signingFailed', 'sealed', 'sealingFailed', 'sentElsewhere', 'acknowledgedElsewhere', 'confirmationAwaited', 'confirmationGiven', 'confirmationExpired', 'supplementAskedElsewhere',
      'grantedElsewhere', 'refusedElsewhere', 'stoppedElsewhere', 'withdrawalConfirmedElsewhere', 'withdrawalDeclinedElsewhere', 'elsewhereUnacknowledged',
    ]);
    expect(utterable('holder')).toEqual([
      'receive', 'refuseReceipt', 'requestSupplement', 'proposeSupplement', 'approveSupplement', 'declineSupplement',
      'requestPayment', 'confirmPayment', 'handOver', 'returnToCommune', 'correctMarked', 'reroute', 'examine', 'requestConsultation', 'proceedWithoutAnswer', 'postNotice', 'closeNotice',
      'submitForApproval', 'approveAndSign', 'approve', 'sendBack', 'refuseAndSign', 'refuse', 'sign', 'signByHand', 'number', 'seal', 'stepBack', 'resultReady', 'returnResult', 'openCorrection',
      'confirmWithdrawal', 'declineWithdrawal', 'proposeExtension', 'assign', 'addCooperator', 'removeCooperator', 'moveVersion', 'acceptDeclared', 'askSourceAgain',
    ]);
  });

  test.each(['xstate.stop', 'xstate.init', 'xstate.route', 'xstate.done.state.dossier', 'constructor', '__proto__', 'toString', 'Receive', ''])(
    'the name "%s" is no act for anyone',
    (name) => {
      expect(isEventType(name)).toBe(false);
      expect([...AUDIENCES, 'counter' as const].filter((audience) => mayUtter(name, audience))).toEqual([]);
    },
  );

  test('every act is uttered by exactly one audience, and the counter speaks only for citizens', () => {
    expect(AUDIENCES.flatMap(utterable).toSorted()).toEqual([...EVENT_TYPES].toSorted());
    expect(utterable('counter')).toEqual(utterable('citizen'));
  });

  test('holder acts need the baton, all others are party acts; a payment confirmed is an open record of the holder', () => {
    expect(EVENT_TYPES.filter((type) => EVENTS[type].party === (EVENTS[type].audience === 'holder'))).toEqual(['confirmPayment']);
  });

  test('what cannot be taken back asks first', () => {
    expect(EVENT_TYPES.filter((type) => ruleOf(type).confirm !== undefined)).toEqual([
      'refuseReceipt', 'requestSupplement', 'proposeSupplement', 'reroute', 'approveAndSign', 'approve', 'refuseAndSign', 'refuse', 'signByHand', 'returnResult', 'openCorrection',
      'askWithdrawal', 'confirmWithdrawal', 'grantExtension', 'stop', 'moveVersion',
    ]);
  });

  test('whatever takes something away from someone needs a reason', () => {
    expect(EVENT_TYPES.filter((type) => EVENTS[type].data === 'reason')).toEqual([
      'refuseReceipt', 'declineSupplement', 'returnHandover', 'recall', 'declineConsultation', 'proceedWithoutAnswer', 'sendBack', 'refuseAndSign', 'refuse', 'stepBack',
      'openCorrection', 'declineWithdrawal', 'declineExtension',
    ]);
  });
});
