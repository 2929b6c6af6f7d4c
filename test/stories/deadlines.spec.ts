import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { systemPrincipal } from '@app/access';
import { Acts, DeadlineSweeper } from '@app/dossiers';
import { alarmsOf, deadlinesOf, eventsOf, formsOf, ledgerOf, rowOf } from '../support/behind.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, act, cast, fileOnline, go, read, receiveAtCounter, refusedAct } from '../support/steps.js';
import type { CitizenDossierDto } from '../../apps/desk/src/citizen/citizen.dto.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;
const { single } = PEOPLE;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
});
afterAll(() => desk?.stop());
beforeEach(() => desk.moveTo('2026-11-23T08:30'));

const ITEMS = [{ target: 'field' as const, key: '/purpose', reason: 'incomplete-answer' }];

/** Three working days over the holiday of 24/11: until Friday at half past eight. */
async function received(): Promise<string> {
  const { dossierId, dueAt } = await receiveAtCounter(people.clerk, MARITAL_STATUS);
  expect(dueAt).toBe('2026-11-27T01:30:00Z');
  return dossierId;
}

async function examining(): Promise<string> {
  const id = await received();
  await go(id, [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']]);
  return id;
}

/** How often the system did each act of a dossier. */
async function systemActs(id: string): Promise<Record<string, number>> {
  const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ event: string; count: number }>(
    `select event, count(*)::int as count from journal where dossier_id = $1 and body::jsonb -> 'actor' ->> 'kind' = 'system' group by event order by event`, [id]));
  return Object.fromEntries(rows.map(({ event, count }) => [event, count]));
}

describe('the promise date warns before it falls', () => {
  test('at two thirds of the time, as the office opens on the day before, and once it is over', async () => {
    const id = await examining();
    expect(await deadlinesOf(desk, id)).toEqual([
      ['stepOverdue', '2026-11-25T10:00:00Z'], // one working day for the examination, with the close of Wednesday
      ['dueSoon', '2026-11-26T01:30:00Z'],
      ['dueTomorrow', '2026-11-26T00:30:00Z'],
      ['overdue', '2026-11-27T01:30:01Z'],
    ].toSorted((a, b) => (a[1]! < b[1]! ? -1 : 1)));
    await desk.moveTo('2026-11-27T08:30');
    expect(await systemActs(id)).toEqual({ dueSoon: 1, dueTomorrow: 1, stepOverdue: 1 });
    await desk.moveTo('2026-11-27T08:31');
    expect(await systemActs(id)).toEqual({ dueSoon: 1, dueTomorrow: 1, overdue: 1, stepOverdue: 1 });
    expect((await alarmsOf(desk, id)).toSorted()).toEqual([
      ['dueSoon', 'c26068.office', 'open'], ['dueTomorrow', 'c26068.office', 'open'], ['overdue', 'c26068.office', 'open'], ['stepOverdue', 'c26068.office', 'open'],
    ]);
    expect(await rowOf(desk, id)).toMatchObject({ due_at: '2026-11-27T01:30:00Z', clock_state: 'running' });
  });

  test('while the clock stands none falls; when it goes on they hang on the new date', async () => {
    const id = await examining();
    await desk.moveTo('2026-11-23T10:30');
    await act(people.registrar, id, 'requestSupplement', { items: ITEMS });
    expect(await deadlinesOf(desk, id)).toEqual([['supplementExpired', '2026-12-03T10:00:00Z']]);
    await desk.moveTo('2026-12-01T10:30');
    expect(await systemActs(id)).toEqual({});
    await act(people.clerk, id, 'supply', { answers: { '/purpose': 'loan' } });
    // Two hours had run; the rest of three days goes on from Tuesday at half past ten.
    expect((await rowOf(desk, id)).due_at).toBe('2026-12-04T01:30:00Z');
    expect((await deadlinesOf(desk, id)).filter(([event]) => event.startsWith('due') || event === 'overdue').map(([event, at]) => [event, at.slice(0, 10)]).toSorted())
      .toEqual([['dueSoon', '2026-12-03'], ['dueTomorrow', '2026-12-03'], ['overdue', '2026-12-04']]);
  });

  test('a finished dossier warns of nothing', async () => {
    const { registrar, chairman, records, clerk } = people;
    const id = await examining();
    await go(id, [[registrar, 'examine', { meets: true }], [registrar, 'submitForApproval'], [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady']]);
    expect(await deadlinesOf(desk, id)).toEqual([]);
    await desk.moveTo('2026-12-20T08:30');
    expect(await systemActs(id)).toEqual({});
  });
});

describe('handovers and online filings that nobody answers', () => {
  test.each([
    ['11:10', '2026-11-23T09:40:00Z'], // the process gives four hours
    ['13:20', '2026-11-23T10:00:00Z'], // four hours would end the next morning; the day ends at five
    ['14:50', '2026-11-23T10:00:00Z'],
    ['15:30', '2026-11-25T03:00:00Z'], // an hour and a half, and after the holiday two and a half
  ])('received at %s, the counter has to pass it on by %s: the same day, from 15:00 on the next morning', async (received, by) => {
    await desk.moveTo(`2026-11-23T${received}`);
    const { dossierId } = await receiveAtCounter(people.clerk, MARITAL_STATUS);
    expect((await deadlinesOf(desk, dossierId)).find(([event]) => event === 'stepOverdue')).toEqual(['stepOverdue', by]);
  });

  test('an unacknowledged handover raises an alarm with the addressee after two working hours; acknowledging ends it', async () => {
    const id = await received();
    await desk.moveTo('2026-11-23T10:30');
    await act(people.clerk, id, 'handOver');
    await desk.moveTo('2026-11-23T13:59'); // an hour before lunch, fifty-nine minutes after it
    expect(await alarmsOf(desk, id)).toEqual([]);
    await desk.moveTo('2026-11-23T14:00');
    // The four hours for the transfer are over by then, too: that is the sender's.
    expect((await alarmsOf(desk, id)).toSorted()).toEqual([['handoverUnacknowledged', 'c26068.office', 'open'], ['stepOverdue', 'c26068.centre', 'open']]);
    await act(people.registrar, id, 'acknowledge');
    expect((await alarmsOf(desk, id)).toSorted()).toEqual([['handoverUnacknowledged', 'c26068.office', 'over'], ['stepOverdue', 'c26068.centre', 'over']]);
  });

  test('an online filing is answered within eight working hours, or the centre has an alarm; asking for a completion answers it', async () => {
    const citizen = desk.citizen(single.personalId);
    const [left, answered] = [await fileOnline(citizen, MARITAL_STATUS), await fileOnline(citizen, MARITAL_STATUS)];
    await act(people.clerk, answered, 'requestSupplement', { items: ITEMS });
    await desk.moveTo('2026-11-25T08:29');
    expect([await alarmsOf(desk, left), await alarmsOf(desk, answered)]).toEqual([[], []]);
    await desk.moveTo('2026-11-25T08:30');
    expect([await alarmsOf(desk, left), await alarmsOf(desk, answered)]).toEqual([[['filingUnanswered', 'c26068.centre', 'open']], []]);
    await act(people.clerk, left, 'receive');
    expect(await alarmsOf(desk, left)).toEqual([['filingUnanswered', 'c26068.centre', 'over']]);
  });
});

describe('a supplement that never comes', () => {
  test('stops the dossier when its time is over, with form 05, once, after months of silence too', async () => {
    const id = await examining();
    await act(people.registrar, id, 'requestSupplement', { items: ITEMS });
    await desk.moveTo('2026-12-03T16:59');
    expect((await read(people.clerk, id)).status).toBe(5);
    await desk.moveTo('2027-03-01T09:00');
    await desk.moveTo('2027-03-01T09:01');
    const stopped = await read(people.clerk, id);
    expect(stopped).toMatchObject({ status: 8, clock: { state: 'stopped' }, acts: [] });
    expect(await eventsOf(desk, id)).toEqual(['receive', 'handOver', 'acknowledge', 'requestSupplement', 'supplementExpired']);
    expect((await formsOf(desk, id)).filter((form) => form === 'stop-notice')).toHaveLength(1);
    expect((await ledgerOf(desk, id)).map(([kind, cause]) => [kind, cause])).toEqual([['start', null], ['pause', 'supplement'], ['stop', null]]);
    // None of its three days was used up: the months the citizen let pass do not make the office late.
    expect(await rowOf(desk, id)).toMatchObject({ due_at: '2027-03-04T02:00:00Z' });
    expect((await read(people.clerk, id)).timeShares).toMatchObject({ outcome: 'early' });
    expect(await deadlinesOf(desk, id)).toEqual([]);
  });

  test('ends a filing before receipt too, without code or clock', async () => {
    const citizen = desk.citizen(single.personalId);
    const id = await fileOnline(citizen, MARITAL_STATUS);
    await act(people.clerk, id, 'requestSupplement', { items: ITEMS });
    await desk.moveTo('2026-12-03T17:00');
    const { body } = await citizen.get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`);
    expect(body).toMatchObject({ status: 8, received: false });
    expect(await ledgerOf(desk, id)).toEqual([]);
    expect(await formsOf(desk, id)).toEqual(['supplement-request', 'stop-notice']);
  });

  test('supplied in time, the old deadline never falls, not even into a later request', async () => {
    const id = await examining();
    await act(people.registrar, id, 'requestSupplement', { items: ITEMS });
    await act(people.clerk, id, 'supply', { answers: { '/purpose': 'loan' } });
    await desk.moveTo('2026-12-02T09:00');
    await act(people.registrar, id, 'proposeSupplement', { items: ITEMS });
    await act(people.chairman, id, 'approveSupplement');
    await desk.moveTo('2026-12-03T17:00');
    expect((await rowOf(desk, id)).status).toBe(5);
    await desk.moveTo('2026-12-11T17:00');
    expect((await rowOf(desk, id)).status).toBe(8);
  });
});

describe('a second supplement request', () => {
  test('needs the leader, makes the dossier late in the index, and is the last', async () => {
    const { registrar, chairman, clerk } = people;
    const id = await examining();
    await act(registrar, id, 'requestSupplement', { items: ITEMS });
    await act(clerk, id, 'supply', { answers: { '/purpose': 'loan' } });
    const refused = await refusedAct(registrar, id, 'requestSupplement', { items: ITEMS });
    expect(refused).toMatchObject({ code: 'act.impossible', status: 409 });
    expect(refused.possible).toContain('proposeSupplement');
    expect(await act(registrar, id, 'proposeSupplement', { items: ITEMS, note: 'Mục đích ghi chưa rõ nơi vay' })).toMatchObject({ status: 4, holder: { id: 'c26068' } });
    expect((await rowOf(desk, id)).counted_late).toBe(false);
    expect(await act(chairman, id, 'approveSupplement')).toMatchObject({ status: 5, holder: { id: 'c26068.office' } });
    expect((await rowOf(desk, id)).counted_late).toBe(true);
    await act(clerk, id, 'supply', { answers: { '/purpose': 'marriage-abroad' } }).catch(() => act(clerk, id, 'supply', { answers: { '/purpose': 'loan' } }));
    expect((await formsOf(desk, id)).filter((form) => form === 'supplement-request')).toHaveLength(2);
    expect((await read(registrar, id)).acts.map(({ event }) => event)).not.toContain('proposeSupplement');
  });

  test('declined by the leader, the work goes on and nobody is asked', async () => {
    const { registrar, chairman, clerk } = people;
    const id = await examining();
    await act(registrar, id, 'requestSupplement', { items: ITEMS });
    await act(clerk, id, 'supply', { answers: { '/purpose': 'loan' } });
    await act(registrar, id, 'proposeSupplement', { items: ITEMS });
    expect(await refusedAct(chairman, id, 'declineSupplement', {})).toMatchObject({ code: 'reason.required' });
    expect(await act(chairman, id, 'declineSupplement', { reason: 'can-be-obtained' })).toMatchObject({ status: 4, holder: { id: 'c26068.office' } });
    expect(await rowOf(desk, id)).toMatchObject({ counted_late: false, clock_state: 'running' });
  });
});

describe('extension and apology', () => {
  test('proposed by whoever works on it, signed by the head, once: the date moves by what was granted and says why', async () => {
    const { registrar, chairman } = people;
    const id = await examining();
    await desk.moveTo('2026-11-25T09:00');
    expect(await refusedAct(registrar, id, 'proposeExtension', { days: 2 })).toMatchObject({ code: 'reason.required' });
    await act(registrar, id, 'proposeExtension', { reason: 'verification-takes-longer', days: 2, note: 'Chờ xác minh tại nơi cư trú trước đây' });
    expect((await rowOf(desk, id)).due_at).toBe('2026-11-27T01:30:00Z');
    expect(await refusedAct(registrar, id, 'grantExtension')).toMatchObject({ code: 'permission.missing', status: 403 });
    await act(chairman, id, 'grantExtension');
    const { due_at, due_trace } = await rowOf(desk, id);
    expect(due_at).toBe('2026-12-01T01:30:00Z');
    expect(due_trace?.length).toBeGreaterThan(4);
    expect(await ledgerOf(desk, id)).toEqual([['start', null, '2026-11-23T01:30:00Z'], ['extend', null, '2026-11-25T02:00:00Z']]);
    expect((await formsOf(desk, id)).at(-1)).toBe('apology');
    expect(await refusedAct(registrar, id, 'proposeExtension', { reason: 'overload', days: 1 })).toMatchObject({ code: 'act.impossible' });
    await desk.moveTo('2026-11-30T08:00');
    expect(await systemActs(id)).not.toHaveProperty('overdue');
  });

  test('declined, it may be proposed again, and the date never moved', async () => {
    const { registrar, chairman } = people;
    const id = await examining();
    await act(registrar, id, 'proposeExtension', { reason: 'overload', days: 3 });
    await act(chairman, id, 'declineExtension', { reason: 'can-be-on-time' });
    await act(registrar, id, 'proposeExtension', { reason: 'waiting-for-other-body', days: 1 });
    expect(await rowOf(desk, id)).toMatchObject({ due_at: '2026-11-27T01:30:00Z', head_pending: true });
  });

  test('on the promise day it is too late for it; afterwards an apology names a day and launders nothing', async () => {
    const { registrar, chairman } = people;
    const id = await examining();
    await act(registrar, id, 'proposeExtension', { reason: 'overload', days: 3 });
    expect(await refusedAct(chairman, id, 'apologise', { reason: 'overload', expectedOn: '2026-12-02' })).toMatchObject({ code: 'apology.not-late', status: 409 });
    await desk.moveTo('2026-11-27T07:45');
    expect(await refusedAct(chairman, id, 'grantExtension')).toMatchObject({ code: 'extension.too-late', status: 422 });
    await desk.moveTo('2026-11-27T09:00');
    await act(chairman, id, 'declineExtension', { reason: 'reason-not-sufficient' });
    await act(chairman, id, 'apologise', { reason: 'overload', expectedOn: '2026-12-02', note: 'Thành thật xin lỗi' });
    expect(await rowOf(desk, id)).toMatchObject({ due_at: '2026-11-27T01:30:00Z' });
    expect((await formsOf(desk, id)).at(-1)).toBe('apology');
    expect((await read(registrar, id)).clock.timeToken).toBe('overdue');
  });

  test('while the clock stands there is no date to move', async () => {
    const { registrar, chairman } = people;
    const id = await examining();
    await act(registrar, id, 'proposeExtension', { reason: 'overload', days: 3 });
    await act(registrar, id, 'requestSupplement', { items: ITEMS });
    expect(await refusedAct(chairman, id, 'grantExtension')).toMatchObject({ code: 'extension.clock-stands', status: 409 });
  });
});

describe('the sweeper', () => {
  test('does each deadline once, whoever sweeps and however late', async () => {
    const ids = [];
    for (let count = 0; count < 6; count++) ids.push(await examining());
    const sweeper = desk.app.get(DeadlineSweeper);
    desk.clock.moveTo('2026-12-15T09:00'); // nobody swept for three weeks
    await Promise.all([sweeper.sweep(), sweeper.sweep(), sweeper.sweep(), sweeper.sweep()]);
    await sweeper.sweep();
    for (const id of ids) expect(await systemActs(id)).toEqual({ dueSoon: 1, dueTomorrow: 1, overdue: 1, stepOverdue: 1 });
  });

  test('killed right after the act it has fallen all the same, though the act cancels every other deadline', async () => {
    const id = await examining();
    await act(people.registrar, id, 'requestSupplement', { items: ITEMS });
    const { row } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ row: string }>(`select id as row from deadline where dossier_id = $1 and event = 'supplementExpired'`, [id]));
    // What the sweeper does, and nothing of what it does next.
    await desk.app.get(Acts).act({ id: row, dossierId: id, expectedVersion: null, event: 'supplementExpired', data: {} }, systemPrincipal('deadline'));
    expect((await deadlinesOf(desk, id, 'fired')).map(([event]) => event)).toEqual(['supplementExpired']);
  });

  test('one that was cancelled between being found due and its act does not fall', async () => {
    const id = await examining();
    await act(people.registrar, id, 'requestSupplement', { items: ITEMS });
    const { row } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ row: string }>(`select id as row from deadline where dossier_id = $1 and event = 'supplementExpired'`, [id]));
    await act(people.clerk, id, 'supply', { answers: { '/purpose': 'loan' } });
    await act(people.registrar, id, 'proposeSupplement', { items: ITEMS });
    await act(people.chairman, id, 'approveSupplement');
    // The sweeper that found the first request's deadline comes only now: the second request has time of its own.
    await expect(desk.app.get(Acts).act({ id: row, dossierId: id, expectedVersion: null, event: 'supplementExpired', data: {} }, systemPrincipal('deadline')))
      .rejects.toMatchObject({ code: 'act.impossible' });
    expect((await rowOf(desk, id)).status).toBe(5);
  });

  test('one that cannot fall never stops the others', async () => {
    const [broken, whole] = [await examining(), await examining()];
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update dossier set procedure_version = 99 where id = $1`, [broken]));
    await desk.moveTo('2026-12-15T09:00');
    expect([await systemActs(broken), await systemActs(whole)]).toEqual([{}, { dueSoon: 1, dueTomorrow: 1, overdue: 1, stepOverdue: 1 }]);
    expect((await deadlinesOf(desk, broken, 'failed')).length).toBeGreaterThan(0);
  });
});
