import { describe, expect, test } from '@jest/globals';
import type { Dossier } from '../api/types';
import { gapsOf, reasonKindOf } from './act-input';

const dossier = {
  components: [
    { key: 'proof', required: true },
    { key: 'extra', required: false },
  ],
} as Dossier;

describe('what an act still needs', () => {
  test.each([
    ['none', {}, []],
    ['reason', {}, ['reason']],
    ['reason', { reason: 'wrong-authority' }, []],
    ['supplement', { items: [] }, ['items']],
    ['supplement', { items: [{ target: 'component' as const, key: 'proof', reason: '' }] }, ['itemReasons']],
    ['supplement', { items: [{ target: 'component' as const, key: 'proof', reason: 'missing-paper' }] }, []],
    ['finding', {}, ['meets']],
    ['finding', { meets: false, note: '  ' }, ['finding']],
    ['finding', { meets: false, note: 'Thiếu điều kiện' }, []],
    ['finding', { meets: true }, []],
    ['minutes', { meets: false }, ['objection']],
    ['return', { recipient: ' ' }, ['recipient']],
    ['checklist', { components: [{ key: 'proof', state: 'unchecked' as const }] }, ['components']],
    ['checklist', { components: [{ key: 'proof', state: 'passed' as const }] }, []],
  ])('%s with %j lacks %j', (data, input, gaps) => {
    expect(gapsOf(data, input, dossier)).toEqual(gaps);
  });
});

test.each([
  ['refuseReceipt', 'refuse-receipt'],
  ['refuse', 'refuse'],
  ['sendBack', 'send-back'],
  ['returnHandover', 'return-handover'],
  ['recall', 'recall'],
  ['requestSupplement', 'supplement'],
])('%s cites a reason of the kind %s', (event, kind) => {
  expect(reasonKindOf(event)).toBe(kind);
});
