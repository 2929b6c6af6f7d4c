import { describe, expect, test } from '@jest/globals';
import { EVENTS, EVENT_TYPES, isEventType, mayUtter } from './events.js';

const utterable = (audience: Parameters<typeof mayUtter>[1]) => EVENT_TYPES.filter((type) => mayUtter(type, audience));

describe('Who may utter an act', () => {
  test('each audience has its own list', () => {
    expect(utterable('citizen')).toEqual(['file', 'supply']);
    expect(utterable('counter')).toEqual(['file', 'supply']);
    expect(utterable('addressee')).toEqual(['acknowledge', 'returnHandover']);
    expect(utterable('sender')).toEqual(['recall']);
    expect(utterable('system')).toEqual(['noticePeriodEnded']);
    expect(utterable('holder')).toEqual([
      'receive', 'refuseReceipt', 'requestSupplement', 'handOver', 'examine', 'postNotice', 'closeNotice',
      'submitForApproval', 'approve', 'sendBack', 'refuse', 'number', 'resultReady', 'returnResult',
    ]);
  });

  test.each(['xstate.stop', 'xstate.init', 'xstate.route', 'xstate.done.state.dossier', 'constructor', '__proto__', 'toString', 'Receive', ''])(
    'the name "%s" is no act for anyone',
    (name) => {
      expect(isEventType(name)).toBe(false);
      expect(['holder', 'citizen', 'counter', 'addressee', 'sender', 'system'].filter((audience) => mayUtter(name, audience as 'holder'))).toEqual([]);
    },
  );

  test('holder acts need the baton, all others are party acts', () => {
    expect(EVENT_TYPES.filter((type) => EVENTS[type].party === (EVENTS[type].audience === 'holder'))).toEqual([]);
  });

  test('whatever takes something away from someone needs a reason', () => {
    expect(EVENT_TYPES.filter((type) => EVENTS[type].data === 'reason')).toEqual(['refuseReceipt', 'returnHandover', 'recall', 'sendBack', 'refuse']);
  });
});
