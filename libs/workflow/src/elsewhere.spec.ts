import { describe, expect, test } from '@jest/globals';
import { compile, stateList } from './compile.js';
import { begin, decide, possible, statePath } from './decide.js';
import { deadStates } from './paths.js';
import { RESIDENCE } from './sample-processes.js';
import { play, playFrom, type Played } from './testing/play.js';

const machine = compile(RESIDENCE);
const THERE = ['receive', 'sentElsewhere', 'acknowledgedElsewhere'] as const;
const at = (...acts: readonly Played[]) => {
  const [first = 'receive', ...rest] = acts;
  const { value, meta } = play(machine, first, ...rest);
  return [statePath(value), meta.status, meta.holder, meta.clock, meta.pauseCause];
};

describe('A dossier decided in an agency’s own system', () => {
  test('is sent there by its receipt, without a click, and warns when nobody acknowledges', () => {
    const received = play(machine, 'receive');
    expect(statePath(received.value)).toBe('processing.police.sending');
    expect(received.effects.at(-1)).toEqual({ type: 'sendElsewhere', params: { message: 'case' } });
    expect(received.consequences).toContainEqual({ type: 'armDeadline', params: { event: 'elsewhereUnacknowledged', after: { value: 2, unit: 'hours' } } });
  });

  test('is held by the counter until the agency acknowledges it, then by the agency, then by the counter with the result', () => {
    expect(at('receive')).toEqual(['processing.police.sending', 2, 'commune/centre', 'running', undefined]);
    expect(at('receive', 'sentElsewhere')).toEqual(['processing.police.sent', 2, 'commune/centre', 'running', undefined]);
    expect(at(...THERE)).toEqual(['processing.police.underway', 4, 'commune/police', 'running', undefined]);
    expect(at(...THERE, 'grantedElsewhere')).toEqual(['finished', 9, 'commune/centre', 'stopped', undefined]);
    expect(at(...THERE, 'refusedElsewhere', 'returnResult')).toEqual(['returned', 10, 'commune/centre', 'stopped', undefined]);
  });

  test('is acknowledged also where the receipt of the sending came later', () => {
    const acknowledged = play(machine, 'receive', 'acknowledgedElsewhere');
    expect(statePath(acknowledged.value)).toBe('processing.police.underway');
    expect(decide(machine, acknowledged, { type: 'sentElsewhere' }).accepted).toBe(false);
  });

  test('waits for VNeID with the clock paused, at most its time; then it is the agency’s again', () => {
    const waiting = [...THERE, 'confirmationAwaited'] as const;
    expect(at(...waiting)).toEqual(['processing.police.awaitingConfirmation', 4, 'commune/police', 'paused', 'identity-confirmation']);
    expect(play(machine, 'receive', ...waiting.slice(1)).consequences).toContainEqual({ type: 'armDeadline', params: { event: 'confirmationExpired', after: { value: 5, unit: 'working-days' } } });
    for (const end of ['confirmationGiven', 'confirmationExpired'] as const) expect(at(...waiting, end)).toEqual(['processing.police.underway', 4, 'commune/police', 'running', undefined]);
  });

  test('asks for a supplement once; what is supplied goes to the agency, and what is not supplied in time stops it', () => {
    const asked = [...THERE, 'supplementAskedElsewhere'] as const;
    expect(at(...asked)).toEqual(['processing.police.awaitingSupplement', 5, 'commune/police', 'paused', 'supplement']);
    const supplied = playFrom(machine, play(machine, 'receive', ...asked.slice(1)), 'supply');
    expect(supplied.effects).toContainEqual({ type: 'sendElsewhere', params: { message: 'supplied' } });
    expect(decide(machine, supplied, { type: 'supplementAskedElsewhere' }).accepted).toBe(false);
    const stopped = playFrom(machine, play(machine, 'receive', ...asked.slice(1)), 'supplementExpired');
    expect([statePath(stopped.value), stopped.effects.at(-1)]).toEqual(['stopped', { type: 'sendElsewhere', params: { message: 'stopped' } }]);
  });

  test('is not stopped, extended or let go by anybody here: the agency answers a wish to withdraw', () => {
    for (const before of [play(machine, 'receive'), play(machine, ...THERE)]) {
      expect(possible(machine, before).filter((type) => ['stop', 'proposeExtension', 'confirmWithdrawal', 'declineWithdrawal', 'approve', 'handOver', 'reroute'].includes(type))).toEqual([]);
    }
    const asked = play(machine, ...THERE, 'askWithdrawal');
    expect([asked.meta.status, asked.effects.at(-1)]).toEqual([7, { type: 'sendElsewhere', params: { message: 'withdrawal-asked' } }]);
    expect(possible(machine, asked)).not.toContain('confirmWithdrawal');
    expect(statePath(playFrom(machine, asked, 'withdrawalConfirmedElsewhere').value)).toBe('stopped');
    expect(decide(machine, asked, { type: 'grantedElsewhere' }).accepted).toBe(false);
    expect(at(...THERE, 'askWithdrawal', 'withdrawalDeclinedElsewhere', 'grantedElsewhere')).toEqual(['finished', 9, 'commune/centre', 'stopped', undefined]);
  });

  test('received for an agency of another commune, its clock starts with the acknowledgement there', () => {
    const received = play(machine, ['receive', { nonBoundary: true }]);
    expect([received.meta.clock, received.consequences.map(({ type }) => type)]).toEqual(['not-started', expect.not.arrayContaining(['startClock'])]);
    expect(playFrom(machine, received, 'acknowledgedElsewhere').consequences.map(({ type }) => type)).toContain('startClock');
  });

  test('has no step of ours behind it: nothing comes back to be confirmed, nothing here can be corrected', () => {
    expect(stateList(machine)).toEqual([
      'opened', 'filed', 'awaitingCompletion', 'notReceived', 'processing.police.sending', 'processing.police.sent', 'processing.police.underway', 'processing.police.awaitingConfirmation',
      'processing.police.awaitingSupplement', 'finished', 'stopped', 'returned',
    ]);
    expect(deadStates(machine)).toEqual({ unreachable: [], endless: [] });
    expect(statePath(begin(machine).value)).toBe('opened');
  });
});
