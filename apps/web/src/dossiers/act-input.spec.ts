import { describe, expect, test } from '@jest/globals';
import type { Dossier } from '../api/types';
import { gapsOf, startingInput } from './act-input';

const dossier = {
  components: [
    { key: 'proof', required: true },
    { key: 'extra', required: false },
  ],
  people: { lead: { officerId: 'a', name: 'A', since: '' } },
  choices: { consult: [{ body: 'police', preselected: true }, { body: 'heritage', preselected: false }] },
} as unknown as Dossier;

/** Which kinds of act cite a reason, as the desk says it. */
const REASONS: Readonly<Record<string, string>> = { reason: 'send-back', extension: 'extension', apology: 'extension', reroute: 'reroute', supplement: 'supplement' };

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
    ['withdrawal', {}, []],
    ['closing', { feeRefunded: true }, []],
    ['payment', { amount: 0 }, ['amount']],
    ['payment', { amount: 1_200_000 }, []],
    ['payment-proof', { amount: 1.5 }, ['amount', 'receiptNumber', 'paidOn']],
    ['payment-proof', { amount: 1_200_000, receiptNumber: 'BL 12', paidOn: '2026-11-23' }, []],
    ['consultation', { consult: [] }, []],
    ['opinion', {}, ['agrees', 'opinion']],
    ['opinion', { meets: false, note: 'Không phù hợp quy hoạch' }, []],
    ['note', { note: ' ' }, ['note']],
    ['extension', { days: 61 }, ['reason', 'days']],
    ['extension', { reason: 'overload', days: 3 }, []],
    ['apology', { reason: 'overload', expectedOn: '1/12' }, ['expectedOn']],
    ['reroute', { reason: 'not-this-commune' }, ['commune']],
    ['assignment', {}, ['officer']],
  ])('%s with %j lacks %j', (data, input, gaps) => {
    expect(gapsOf({ data, event: 'any', ...(REASONS[data] && { reasons: REASONS[data] }) }, input, dossier)).toEqual(gaps);
  });

  test('a stop cites a reason, a withdrawal confirmed is the citizen’s own', () => {
    expect(gapsOf({ data: 'closing', event: 'stop', reasons: 'stop' }, {}, dossier)).toEqual(['reason']);
  });

  test.each([['b', undefined, ['whyReplaced']], ['b', 'nghỉ phép', []], ['a', undefined, []]])('taking it from the lead for %s with the reason %j lacks %j', (officerId, note, gaps) => {
    expect(gapsOf({ data: 'assignment', event: 'assign' }, { officerId, note }, dossier)).toEqual(gaps);
  });
});

test('the bodies the declaration calls for are chosen beforehand', () => {
  expect(startingInput({ event: 'requestConsultation', data: 'consultation', beside: false, label: { vi: '', en: '' } }, dossier)).toEqual({ consult: [{ body: 'police' }] });
});
