import { describe, expect, test } from '@jest/globals';
import { fitStandardProcess, loadCatalogue, standardProcesses } from '@app/catalogue';
import {
  ALARMS, STATUS_MOVES, TRIED_FACTS, begin, compile, decide, describe as describeState, explore, levelsOf, namedLevels, possible, processAt, ruleOf, shortestPaths, stateList, statePath,
  type Consequence, type DossierMachine, type Effect, type EventType, type NationalStatus, type Situation, type StateMeta, type Stored,
} from '@app/workflow';
import { findingSteps } from '../../test/support/noted.js';

/**
 * The machine of every version in the folders and of every standard process, walked through the pure engine: each
 * situation a dossier can get into, and each act possible there. Nothing here knows a procedure.
 */
const MACHINES: readonly (readonly [string, DossierMachine])[] = [
  ...loadCatalogue().procedures.flatMap(({ code, version, process }) => levelsOf(process).map((level) =>
    [`${code}, version ${version}${namedLevels(process).length === 0 ? '' : `, decided by the ${level}`}`, compile(processAt(process, { level }))] as const)),
  ...standardProcesses().map(({ key }) => [
    `standard process ${key}`, compile(fitStandardProcess(key, { limit: undefined, units: { division: 'commune/culture', department: 'province/construction' } })),
  ] as const),
];

test('there are the complete procedures and the six standard processes', () => {
  expect(MACHINES.map(([name]) => name.replace(/, version \d+/, ''))).toEqual([
    '1.000656', '1.001193', '1.001612', '1.001731', '1.001776', '1.001939', '1.003197', '1.004222', '1.004859', '1.004873', '1.010803', '1.011607', '1.012786', '1.013225', '1.013978', '1.014062',
    '2.000635', '2.000815', '2.000821', '2.002516, decided by the commune', '2.002516, decided by the province',
    ...['certified-at-the-counter', 'commune-decides', 'commune-decides-with-financial-duty', 'commune-decides-with-public-notice', 'province-decides', 'province-decides-with-commune-check']
      .map((key) => `standard process ${key}`),
  ]);
});

interface Followed {
  readonly from: Situation;
  readonly type: EventType;
  readonly before: StateMeta;
  readonly after: StateMeta;
  readonly to: Stored;
  readonly consequences: readonly Consequence[];
  readonly effects: readonly Effect[];
}

function accept(machine: DossierMachine, stored: Stored, type: EventType) {
  const facts = TRIED_FACTS[type];
  const decision = decide(machine, stored, facts === undefined ? { type } : { type, facts });
  if (!decision.accepted) throw new Error(`${type} was refused at ${statePath(stored.value)}`);
  return decision;
}

function follow(machine: DossierMachine, situations: readonly Situation[]): readonly Followed[] {
  return situations.flatMap((from) => possible(machine, from).map((type) => {
    const { meta: after, consequences, effects, ...to } = accept(machine, from, type);
    return { from, type, before: describeState(machine, from), after, to, consequences, effects };
  }));
}

const replay = (machine: DossierMachine, from: Stored, acts: readonly EventType[]): string =>
  statePath(acts.reduce<Stored>((stored, type) => accept(machine, stored, type), from).value);
const say = ({ from, type, to }: Followed): string => `${from.state} – ${type} → ${statePath(to.value)}`;
const has = (list: readonly { readonly type: string }[], type: string): boolean => list.some((each) => each.type === type);
const paramOf = (list: readonly Consequence[], type: 'pauseClock' | 'resumeClock'): unknown[] => list.flatMap((each) => (each.type === type ? [each.params.cause] : []));
const agencyOf = ({ holder }: StateMeta): string => holder.split('/')[0] ?? '';

describe.each(MACHINES)('The machine of %s', (_, machine) => {
  const situations = [...explore(machine).values()];
  const followed = follow(machine, situations);

  test('is in every one of its states after a shortest path, and comes to an end from there', () => {
    const paths = shortestPaths(machine);
    expect(paths.map(({ state }) => state)).toEqual(stateList(machine));
    for (const { state, events, ending } of paths) {
      expect(replay(machine, begin(machine), events)).toBe(state);
      const end = replay(machine, begin(machine), [...events, ...ending]);
      expect([state, state === 'stopped' ? end === 'stopped' : ['notReceived', 'returned'].includes(end)]).toEqual([state, true]);
    }
  });

  test('can end from every situation, whatever its guards remember', () => {
    expect(situations.filter(({ ending }) => ending === undefined).map(({ state }) => state)).toEqual([]);
  });

  test('makes no national move that the portal does not know', () => {
    const illegal = followed.filter(({ before, after }) => before.status !== after.status && !(STATUS_MOVES[before.status] as readonly NationalStatus[]).includes(after.status));
    expect(illegal.map(say)).toEqual([]);
  });

  test('starts, pauses, resumes and stops the clock exactly where it begins, stands, goes on and ends', () => {
    const wrong = followed.filter(({ type }) => !type.startsWith('outage')).filter(({ before, after, consequences }) => {
      const [was, is] = [before.clock, after.clock];
      const expected = {
        startClock: was === 'not-started' && is === 'running',
        pauseClock: was === 'running' && is === 'paused',
        resumeClock: was === 'paused' && is === 'running',
        // What ends before receipt never had a clock.
        stopClock: (was === 'running' || was === 'paused') && is === 'stopped',
      };
      return Object.entries(expected).some(([name, wanted]) => has(consequences, name) !== wanted);
    });
    expect(wrong.map(say)).toEqual([]);
  });

  test('goes on from the pause it made: the causes pair up', () => {
    // Only what pauses or resumes: an expectation for each of many thousand acts takes longer than walking them.
    for (const each of followed.filter(({ consequences }) => has(consequences, 'pauseClock') || has(consequences, 'resumeClock'))) {
      expect([say(each), paramOf(each.consequences, 'pauseClock')]).toEqual([say(each), has(each.consequences, 'pauseClock') ? [each.after.pauseCause] : []]);
      expect([say(each), paramOf(each.consequences, 'resumeClock')]).toEqual([say(each), has(each.consequences, 'resumeClock') ? [each.before.pauseCause] : []]);
    }
  });

  test('passes the baton to another agency only when a handover is acknowledged, and keeps it with the sender until then', () => {
    const crossings = followed.filter(({ before, after }) => after.ended !== true && agencyOf(before) !== agencyOf(after));
    expect(crossings.filter(({ type }) => !['acknowledge', 'acknowledgedElsewhere', 'grantedElsewhere', 'refusedElsewhere'].includes(type)).map(say)).toEqual([]);
    const onTheWay = followed.filter(({ after, before }) => after.awaiting === 'addressee' && before.awaiting !== 'addressee');
    expect(onTheWay.filter(({ before, after, type }) => before.holder !== after.holder || !['handOver', 'reroute', 'returnToCommune'].includes(type)).map(say)).toEqual([]);
    expect([...machine.states].filter(([, { awaiting, addressee }]) => (awaiting === 'addressee') !== (addressee !== undefined)).map(([path]) => path)).toEqual([]);
  });

  test('opens a handover with its control slip and closes each one it opened', () => {
    const isOpen = (meta: StateMeta): boolean => meta.awaiting === 'addressee';
    const wrong = followed.filter(({ before, after, to, consequences, effects }) => {
      const opens = !isOpen(before) && isOpen(after);
      // A dossier that is stopped closes whatever is open, by one consequence.
      const closes = isOpen(before) && !isOpen(after) && statePath(to.value) !== 'stopped';
      const slip = effects.some((each) => each.type === 'issuePaper' && each.params.form === 'control-slip');
      return has(consequences, 'openHandover') !== opens || slip !== opens || has(consequences, 'closeHandover') !== closes;
    });
    expect(wrong.map(say)).toEqual([]);
  });

  test('sets a deadline only for what can happen when it falls, and one for every wait on the citizen', () => {
    const armed = followed.flatMap((each) => each.consequences.flatMap((one) => (one.type === 'armDeadline' ? [{ each, event: one.params.event }] : [])));
    expect(armed.filter(({ event }) => ruleOf(event).audience !== 'system').map(({ event }) => event)).toEqual([]);
    expect(armed.filter(({ each, event }) => !possible(machine, each.to).includes(event)).map(({ each, event }) => `${say(each)}: ${event}`)).toEqual([]);
    const waits = followed.filter(({ before, after, type }) => after.awaiting === 'citizen' && before.awaiting !== 'citizen' && after.status !== 9 && after.status !== 10 && !(ALARMS as readonly string[]).includes(type));
    expect(waits.filter(({ consequences }) => !has(consequences, 'armDeadline')).map(say)).toEqual([]);
  });

  test('issues the paper of each end and of each request, and no other', () => {
    const findings = findingSteps(machine.process);
    const papersOf = ({ effects }: Followed): string[] => effects.flatMap((each) => (each.type === 'issuePaper' ? [each.params.form] : []));
    const wrong = followed.filter((each) => JSON.stringify(papersOf(each)) !== JSON.stringify(expectedPapers(each, findings, machine.process.receive.entries !== undefined)));
    expect(wrong.map((each) => `${say(each)}: ${papersOf(each).join(', ')}`)).toEqual([]);
  });

  test('leaves a dossier that is over alone, but for the correction of a result', () => {
    const after = followed.filter(({ from }) => from.final).map(({ from, type }) => `${from.state}: ${type}`);
    const isCorrectable = machine.states.has('correctedBack');
    expect(new Set(after)).toEqual(new Set(isCorrectable ? ['returned: openCorrection'] : []));
  });
});

/** The papers of an act, from the law's side. */
function expectedPapers({ type, to, from }: Followed, findings: ReturnType<typeof findingSteps>, takesEntries: boolean): string[] {
  if (statePath(to.value) === 'stopped') return ['stop-notice'];
  const [region, step = ''] = from.state.split('.');
  switch (type) {
    case 'examine': return findings.examined.has(step) ? ['finding'] : [];
    case 'approve': return region === 'processing' && findings.confirming.has(step) ? ['finding'] : [];
    case 'receive': return takesEntries ? ['receipt', 'certification'] : ['receipt'];
    case 'refuseReceipt': return ['refusal'];
    case 'requestSupplement': case 'approveSupplement': case 'supplementAskedElsewhere': return ['supplement-request'];
    case 'handOver': case 'reroute': case 'returnToCommune': return ['control-slip'];
    case 'requestPayment': return ['payment-notice'];
    case 'requestConsultation': return ['consultation-request'];
    case 'postNotice': return ['notice'];
    case 'closeNotice': return ['minutes'];
    // What is signed with a key is issued with its seal, by what is kept and not by an effect.
    case 'number': return from.context.signature === 'given' ? [] : [from.context.outcome === 'refused' ? 'refusal' : 'result'];
    case 'askWithdrawal': return ['withdrawal-request'];
    case 'grantExtension': case 'apologise': return ['apology'];
    default: return [];
  }
}
