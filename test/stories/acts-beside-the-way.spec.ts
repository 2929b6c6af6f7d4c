import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import { eventsOf, formsOf, ledgerOf, rowOf } from '../support/behind.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, act, cast, go, read, receiveAtCounter, refusedAct, tryAct, type Line } from '../support/steps.js';
import type { CitizenDossierDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { BatchResultDto } from '../../apps/desk/src/dossiers/batch.dto.js';
import type { DossierDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
});
afterAll(() => desk?.stop());
beforeEach(() => desk.moveTo('2026-11-23T08:30'));

const ITEMS = [{ target: 'field' as const, key: '/purpose', reason: 'incomplete-answer' }];
const received = async (): Promise<string> => (await receiveAtCounter(people.clerk, MARITAL_STATUS, { feePaid: true })).dossierId;
const toExamination = (): Line[] => [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']];
const toApproval = (): Line[] => [...toExamination(), [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval']];
const toCounter = (): Line[] => [[people.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady']];
const mine = async (id: string): Promise<CitizenDossierDto> => (await desk.citizen(PEOPLE.single.personalId).get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`)).body;
const officerId = async (login: string): Promise<string> =>
  (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string }>('select id from officer where login = $1', [login]))).id;

describe('a citizen withdraws', () => {
  test('asked by the citizen, confirmed by whoever holds it: stopped, papers and money back, nothing left open', async () => {
    const id = await received();
    await go(id, toExamination());
    const citizen = desk.citizen(PEOPLE.single.personalId);
    const { version } = await mine(id);
    const asked = await citizen.post<CitizenDossierDto>(`/api/citizen/dossiers/${id}/acts`, { commandId: newId(), expectedVersion: version, event: 'askWithdrawal', note: 'Không còn nhu cầu' });
    expect(asked.status).toBe(200);
    expect(asked.body).toMatchObject({ status: 7, stage: { vi: 'Đang xét yêu cầu rút' } });
    // Nobody works on while it is considered.
    expect(await refusedAct(people.registrar, id, 'examine', { meets: true })).toMatchObject({ code: 'act.impossible', status: 409 });
    expect(await act(people.registrar, id, 'confirmWithdrawal', { note: 'Đã trả đủ giấy tờ', feeRefunded: true })).toMatchObject({ status: 8, acts: [] });
    expect(await mine(id)).toMatchObject({ status: 8, clock: { state: 'stopped' } });
    expect(await formsOf(desk, id)).toEqual(['receipt', 'control-slip', 'withdrawal-request', 'stop-notice']);
    expect(await rowOf(desk, id)).toMatchObject({ is_open: false, outcome: 'none' });
  });

  test('asked at the counter and not accepted: it goes on exactly where it was, paused if it was paused', async () => {
    const id = await received();
    await go(id, toExamination());
    await act(people.registrar, id, 'requestSupplement', { items: ITEMS });
    await act(people.clerk, id, 'askWithdrawal', { note: 'Người dân đề nghị tại quầy' });
    expect((await rowOf(desk, id)).status).toBe(7);
    expect(await refusedAct(people.registrar, id, 'declineWithdrawal', { note: 'vì' })).toMatchObject({ code: 'reason.required' });
    expect(await act(people.registrar, id, 'declineWithdrawal', { reason: 'rights-of-others' })).toMatchObject({ status: 5, clock: { state: 'paused' } });
    expect((await ledgerOf(desk, id)).map(([kind]) => kind)).toEqual(['start', 'pause']);
  });

  test('once it is decided there is nothing left to withdraw or stop', async () => {
    const id = await received();
    await go(id, [...toApproval(), [people.chairman, 'approve']]);
    expect(await refusedAct(people.clerk, id, 'askWithdrawal', { note: 'muộn' })).toMatchObject({ code: 'act.impossible' });
    expect(await refusedAct(people.chairman, id, 'stop', { reason: 'subject-gone' })).toMatchObject({ code: 'act.impossible' });
  });
});

describe('the head stops a dossier whose conditions have lapsed', () => {
  test('with a reason and its article, wherever it is on its way, an open handover included', async () => {
    const id = await received();
    await act(people.clerk, id, 'handOver');
    expect(await refusedAct(people.registrar, id, 'stop', { reason: 'subject-gone' })).toMatchObject({ code: 'permission.missing', status: 403 });
    expect(await refusedAct(people.chairman, id, 'stop', { note: 'dừng' })).toMatchObject({ code: 'reason.required' });
    expect(await act(people.chairman, id, 'stop', { reason: 'subject-gone', note: 'Người nộp đã mất' })).toMatchObject({ status: 8 });
    const { handovers } = await read(people.clerk, id);
    expect(handovers.map(({ recalledAt }) => recalledAt !== undefined)).toEqual([true]);
    expect((await formsOf(desk, id)).at(-1)).toBe('stop-notice');
  });
});

describe('a dossier that came to the wrong commune', () => {
  test('goes to the competent one under the same code and clock; who had it keeps its time; the result comes back', async () => {
    const there = cast(desk, 'trangbom');
    const id = await received();
    await go(id, toExamination());
    const { code, due_at } = await rowOf(desk, id);
    await desk.moveTo('2026-11-23T10:30');
    expect(await refusedAct(people.registrar, id, 'reroute', { reason: 'not-this-commune', commune: 'c00000' })).toMatchObject({ code: 'reroute.commune-unknown', status: 422 });
    expect(await act(people.registrar, id, 'reroute', { reason: 'not-this-commune', commune: 'c26248' })).toMatchObject({ holder: { id: 'c26068.office' }, addressee: { id: 'c26248.office' } });
    expect((await there.registrar.get<DossierListDto>('/api/dossiers?list=incoming')).body.rows.map((row) => row.id)).toEqual([id]);
    await desk.moveTo('2026-11-23T13:30');
    expect(await act(there.registrar, id, 'acknowledge')).toMatchObject({ holder: { id: 'c26248.office' }, code });
    expect(await rowOf(desk, id)).toMatchObject({ code, due_at, competent_commune: 'c26248', commune: 'c26068', reroute_to: null });
    await go(id, [
      [there.registrar, 'examine', { meets: true }], [there.registrar, 'submitForApproval'], [there.chairman, 'approve'], [there.records, 'number'], [there.records, 'handOver'],
    ]);
    // The counter that received it stays the citizen's only contact.
    expect(await act(people.clerk, id, 'acknowledge')).toMatchObject({ holder: { id: 'c26068.centre' } });
    await act(people.clerk, id, 'resultReady');
    expect((await eventsOf(desk, id)).filter((event) => event === 'receive')).toHaveLength(1);
  });

  test('returned by the other commune, or recalled before it is there, it is where it was', async () => {
    const there = cast(desk, 'trangbom');
    for (const [who, event, reason] of [[there.registrar, 'returnHandover', 'wrong-addressee'], [people.registrar, 'recall', 'sent-by-mistake']] as const) {
      const id = await received();
      await go(id, toExamination());
      await act(people.registrar, id, 'reroute', { reason: 'not-this-commune', commune: 'c26248' });
      await act(who, id, event, { reason });
      expect(await rowOf(desk, id)).toMatchObject({ holder_unit: 'c26068.office', addressee_unit: null, competent_commune: 'c26068', reroute_to: null });
    }
  });
});

describe('going back a step', () => {
  test('is an act forward with its reason; nothing is deleted', async () => {
    const id = await received();
    await go(id, [...toExamination(), [people.registrar, 'examine', { meets: true, note: 'Đủ' }]]);
    expect(await refusedAct(people.registrar, id, 'stepBack', {})).toMatchObject({ code: 'reason.required' });
    const back = await act(people.registrar, id, 'stepBack', { reason: 'new-facts', note: 'Có đơn của người khác' });
    expect(back.steps.find(({ state }) => state === 'now')?.id).toBe('examine');
    expect(back.findings).toHaveLength(1);
    expect(await eventsOf(desk, id)).toEqual(['receive', 'handOver', 'acknowledge', 'examine', 'stepBack']);
  });

  test('before the number a decision is taken back to the draft; with the number it is too late', async () => {
    const id = await received();
    await go(id, [...toApproval(), [people.chairman, 'approve']]);
    await act(people.records, id, 'stepBack', { reason: 'step-done-wrong' });
    expect(await rowOf(desk, id)).toMatchObject({ outcome: 'none', holder_unit: 'c26068.office', round: 2 });
    await go(id, [[people.registrar, 'submitForApproval'], [people.chairman, 'approve'], [people.records, 'number']]);
    expect(await refusedAct(people.records, id, 'stepBack', { reason: 'step-done-wrong' })).toMatchObject({ code: 'act.impossible' });
  });
});

describe('an issued result is corrected', () => {
  test('the old one is kept and superseded, the new one names it and the reason; the clock stays what it was', async () => {
    const { registrar, chairman, records, clerk } = people;
    const id = await received();
    await go(id, [...toApproval(), [chairman, 'approve'], [records, 'number'], ...toCounter(), [clerk, 'returnResult', { recipient: 'Chính chủ' }]]);
    const before = await ledgerOf(desk, id);
    await desk.moveTo('2026-12-10T08:30');
    expect(await refusedAct(clerk, id, 'openCorrection', { note: 'sai tên' })).toMatchObject({ code: 'reason.required' });
    expect(await act(clerk, id, 'openCorrection', { reason: 'clerical-error', note: 'Sai năm sinh' })).toMatchObject({ status: 10 });
    await go(id, [[clerk, 'handOver'], [registrar, 'acknowledge'], [registrar, 'submitForApproval'], [chairman, 'approve'], [records, 'number'], ...toCounter()]);
    expect(await act(clerk, id, 'returnResult', { recipient: 'Chính chủ, đã thu lại bản cũ' })).toMatchObject({ status: 10 });
    expect(await ledgerOf(desk, id)).toEqual(before);
    await desk.drain();
    const { papers } = await read(clerk, id);
    const results = papers.filter(({ form }) => form === 'result').map(({ number }) => number);
    expect(new Set(results).size).toBe(2);
    expect((await eventsOf(desk, id)).filter((event) => event === 'receive' || event === 'number')).toEqual(['receive', 'number', 'number']);
  });
});

describe('who has it in hand', () => {
  test('one lead: others of the unit take over by an assignment with its reason, not by acting', async () => {
    const head = desk.officer('giamdoc.bienhoa');
    const { clerk, secondClerk } = people;
    const id = await received();
    const [own, another] = [await officerId('tiepnhan.bienhoa'), await officerId('tiepnhan2.bienhoa')];
    expect(await refusedAct(clerk, id, 'assign', { officerId: another })).toMatchObject({ code: 'assignment.not-yours', status: 403 });
    await act(clerk, id, 'assign', { officerId: own });
    expect(await rowOf(desk, id)).toMatchObject({ assignee: own });
    // A lead can do the step: neither an officer of another unit nor one of another role in this unit, the director included.
    expect((await read(head, id)).choices.assignees?.map(({ officerId: each }) => each).toSorted()).toEqual([own, another].toSorted());
    for (const login of ['hotich.bienhoa', 'giamdoc.bienhoa']) expect(await refusedAct(head, id, 'assign', { officerId: await officerId(login) })).toMatchObject({ code: 'assignment.not-here' });
    // A change of hands says why.
    expect(await refusedAct(head, id, 'assign', { officerId: another })).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/note' }] });
    await act(head, id, 'assign', { officerId: another, note: 'Nghỉ phép' });
    expect(await refusedAct(clerk, id, 'handOver')).toMatchObject({ code: 'permission.not-lead', status: 403 });
    await act(head, id, 'assign', { officerId: own, note: 'Đã đi làm lại' });
    expect(await refusedAct(secondClerk, id, 'handOver')).toMatchObject({ code: 'permission.not-lead', status: 403 });
    await act(clerk, id, 'handOver');
    expect((await rowOf(desk, id)).assignee).toBe(own);
    expect((await eventsOf(desk, id)).filter((event) => event === 'assign')).toHaveLength(3);
  });

  test('somebody called in beside sees it and notes an opinion, and decides nothing', async () => {
    const { registrar, landOfficer } = people;
    const id = await received();
    await go(id, toExamination());
    expect((await landOfficer.get(`/api/dossiers/${id}`)).status).toBe(404);
    const theirs = await officerId('diachinh.bienhoa');
    await act(registrar, id, 'addCooperator', { officerId: theirs });
    expect(await refusedAct(landOfficer, id, 'examine', { meets: true })).toMatchObject({ status: 403 });
    await act(landOfficer, id, 'giveOpinion', { note: 'Không có tranh chấp' });
    await act(registrar, id, 'removeCooperator', { officerId: theirs });
    expect(await refusedAct(landOfficer, id, 'giveOpinion', { note: 'nữa' })).toMatchObject({ code: 'permission.missing' });
    expect(await eventsOf(desk, id)).toEqual(['receive', 'handOver', 'acknowledge', 'addCooperator', 'giveOpinion', 'removeCooperator']);
  });

  test('whoever sees it may follow it, and the dossier stays where it is', async () => {
    const id = await received();
    const before = (await rowOf(desk, id)).value;
    await act(people.chairman, id, 'follow');
    await act(people.chairman, id, 'unfollow');
    expect((await rowOf(desk, id)).value).toEqual(before);
  });
});

describe('one act on many', () => {
  test('each has its outcome, a failure stops no other, a repeat does nothing twice', async () => {
    const [first, second, ended] = [await received(), await received(), await received()];
    await act(people.chairman, ended, 'stop', { reason: 'subject-gone' });
    const items = await Promise.all([first, second, ended, newId()].map(async (dossierId) => ({
      dossierId, commandId: newId(), expectedVersion: (await people.clerk.get<DossierDto>(`/api/dossiers/${dossierId}`)).body.version ?? 1,
    })));
    const send = () => people.clerk.post<BatchResultDto>('/api/dossiers/batch', { event: 'handOver', items });
    const { status, body } = await send();
    expect(status).toBe(200);
    expect(body.outcomes.map(({ done, code }) => code ?? done)).toEqual([true, true, 'act.impossible', 'not-found']);
    expect((await send()).body).toEqual(body);
    expect(await eventsOf(desk, first)).toEqual(['receive', 'handOver']);
  });

  test('what is judged case by case is refused for many, and more than five hundred too', async () => {
    const items = [{ dossierId: newId(), commandId: newId(), expectedVersion: 1 }];
    expect((await people.clerk.post('/api/dossiers/batch', { event: 'refuseReceipt', items })).body).toMatchObject({ code: 'batch.not-for-many', status: 422 });
    const many = Array.from({ length: 501 }, () => ({ ...items[0]!, commandId: newId() }));
    expect((await people.clerk.post('/api/dossiers/batch', { event: 'handOver', items: many })).status).toBe(400);
  });
});

test('no request can say when a dossier is due', async () => {
  const id = await received();
  const { version } = await read(people.clerk, id);
  const { status } = await tryAct(people.clerk, id, version, 'handOver', { dueAt: '2030-01-01T00:00:00Z', outageId: newId() } as object);
  expect(status).toBe(400);
});
