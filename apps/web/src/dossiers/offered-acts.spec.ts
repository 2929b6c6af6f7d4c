import { describe, expect, test } from '@jest/globals';
import type { Dossier } from '../api/types';
import { offeredActs } from './offered-acts';

const act = (event: string, data: string, beside = false) => ({ event, data, beside, label: { vi: event, en: event } });
const dossier = (events: ReturnType<typeof act>[], more: object = {}) =>
  ({ acts: events, people: { cooperators: [], followers: [], leading: false, following: false }, clock: { state: 'running', timeToken: 'on-time' }, ...more }) as unknown as Dossier;
const names = (acts: readonly { event: string }[]): string[] => acts.map(({ event }) => event);

describe('the acts offered on a page', () => {
  test('what carries it on stands out, what lies beside the way is apart', () => {
    const { main, beside, forward } = offeredActs(dossier([act('requestSupplement', 'supplement'), act('requestPayment', 'payment'), act('reroute', 'reroute'), act('examine', 'finding'), act('assign', 'assignment', true), act('follow', 'none', true)]));
    expect(names(main)).toEqual(['requestSupplement', 'requestPayment', 'reroute', 'examine']);
    expect(names(beside)).toEqual(['assign', 'follow']);
    expect(forward?.event).toBe('examine');
  });

  test('a leader’s answer to a proposal is no side matter', () => {
    const { main, forward } = offeredActs(dossier([act('grantExtension', 'none', true), act('declineExtension', 'reason', true), act('stop', 'closing')]));
    expect(names(main)).toEqual(['grantExtension', 'declineExtension', 'stop']);
    expect(forward?.event).toBe('grantExtension');
  });

  test('a withdrawal at the counter is never the next thing to do', () => {
    expect(offeredActs(dossier([act('askWithdrawal', 'withdrawal'), act('recall', 'reason')])).forward).toBeUndefined();
  });

  test('what would change nothing is left out', () => {
    const both = [act('follow', 'none', true), act('unfollow', 'none', true), act('removeCooperator', 'assignment', true), act('apologise', 'apology', true), act('proposeExtension', 'extension', true)];
    expect(names(offeredActs(dossier(both)).beside)).toEqual(['follow', 'proposeExtension']);
    expect(names(offeredActs(dossier(both, { people: { cooperators: [{}], following: true }, clock: { state: 'running', timeToken: 'overdue' } })).beside)).toEqual(['unfollow', 'removeCooperator', 'apologise']);
    expect(names(offeredActs(dossier(both, { clock: { state: 'paused', timeToken: 'paused' } })).beside)).toEqual(['follow']);
  });
});
