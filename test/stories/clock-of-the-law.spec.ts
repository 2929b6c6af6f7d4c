import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { CatalogueService, publishProcedure } from '@app/catalogue';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import { deadlinesOf, eventsOf, formsOf, ledgerOf, rowOf } from '../support/behind.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { MARITAL_STATUS, MATTERS, PEOPLE, act, cast, fillIn, fillInAtCounter, findPerson, go, intakeBody, pdfText, read, receiveAtCounter, refusedAct, type Line } from '../support/steps.js';
import type { CitizenDossierDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { AssessmentDto } from '../../apps/desk/src/counter/counter.dto.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;
const { single } = PEOPLE;

/** The marital-status procedure with a duty asked in the examination: what a sector law with a tax notice looks like. */
const WITH_DUTY = '6.900001';

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
  const own = await desk.app.get(CatalogueService).getVersion(MARITAL_STATUS, 1);
  const duty = { name: { vi: 'Lệ phí trước bạ', en: 'Registration fee' }, within: { value: 5, unit: 'working-days' }, basis: 'Nghị định 10/2022/NĐ-CP' };
  const steps = own.process.steps.map((step) => (step.id === 'examine' ? { ...step, duty } : step));
  await desk.asOwner.transaction(SYSTEM, (tx) => publishProcedure(tx, { ...own, code: WITH_DUTY, process: { ...own.process, steps } }));
  await desk.app.get(CatalogueService).refresh();
});
afterAll(() => desk?.stop());
beforeEach(() => desk.moveTo('2026-11-23T08:30'));

const toExamination = (): Line[] => [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']];

async function filedOnline(citizen: Visitor): Promise<string> {
  const filled = await fillIn(async (declaration) => (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, declaration })).body, MATTERS[MARITAL_STATUS]!.answers);
  const dossierId = newId();
  const { status, body } = await citizen.post('/api/citizen/dossiers', {
    commandId: newId(), dossierId, procedureCode: MARITAL_STATUS, declaration: filled.declaration, delivery: 'electronic',
    offers: filled.agreed.map((pointer) => ({ pointer, agreed: true })), components: [],
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return dossierId;
}

describe('a financial duty', () => {
  const received = async (): Promise<string> => {
    const owner = await findPerson(people.clerk, single.personalId);
    const filled = await fillInAtCounter(people.clerk, WITH_DUTY, owner.id, MATTERS[MARITAL_STATUS]!.answers);
    const body = intakeBody(WITH_DUTY, owner.id, filled);
    const dossierId = String(body['dossierId']);
    expect((await people.clerk.post('/api/counter/intake', body)).status).toBe(200);
    await go(dossierId, toExamination());
    return dossierId;
  };

  test('stands the clock until the proof of the payment is there: a click alone confirms nothing', async () => {
    const { registrar } = people;
    const id = await received();
    await desk.moveTo('2026-11-23T10:30');
    expect(await act(registrar, id, 'requestPayment', { amount: 500_000, noticeNumber: 'TB-12/2026' })).toMatchObject({ status: 6, clock: { state: 'paused', timeToken: 'paused' } });
    expect(await deadlinesOf(desk, id)).toEqual([['paymentExpired', '2026-12-01T10:00:00Z']]);
    await desk.moveTo('2026-11-26T10:30');
    expect(await refusedAct(registrar, id, 'confirmPayment')).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/amount' }] });
    expect(await refusedAct(registrar, id, 'confirmPayment', { amount: 500_000, paidOn: '2026-11-26' })).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/receiptNumber' }] });
    expect(await refusedAct(registrar, id, 'confirmPayment', { amount: 400_000, receiptNumber: 'BL-7', paidOn: '2026-11-26' })).toMatchObject({ code: 'payment.too-little', status: 422 });
    expect(await act(registrar, id, 'confirmPayment', { amount: 500_000, receiptNumber: 'BL-7', paidOn: '2026-11-26' })).toMatchObject({ status: 4, clock: { state: 'running', dueAt: '2026-12-01T01:30:00Z' } });
    expect(await ledgerOf(desk, id)).toEqual([
      ['start', null, '2026-11-23T01:30:00Z'], ['pause', 'financial-duty', '2026-11-23T03:30:00Z'], ['resume', 'financial-duty', '2026-11-26T03:30:00Z'],
    ]);
    expect(await refusedAct(registrar, id, 'requestPayment', { amount: 1 })).toMatchObject({ code: 'act.impossible' });
    expect((await formsOf(desk, id)).at(-1)).toBe('payment-notice');
  });

  test('not paid in time stops the dossier', async () => {
    const id = await received();
    await act(people.registrar, id, 'requestPayment', { amount: 500_000 });
    await desk.moveTo('2026-12-01T17:00');
    expect(await rowOf(desk, id)).toMatchObject({ status: 8, is_open: false });
    expect(await eventsOf(desk, id)).toEqual(['receive', 'handOver', 'acknowledge', 'requestPayment', 'paymentExpired']);
  });
});

describe('the citizen checks the draft of an online dossier', () => {
  const drafted = async (citizen: Visitor): Promise<string> => {
    const id = await filedOnline(citizen);
    await go(id, [[people.clerk, 'receive'], ...toExamination(), [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval']]);
    return id;
  };
  const mine = async (citizen: Visitor, id: string): Promise<CitizenDossierDto> => (await citizen.get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`)).body;
  const says = async (citizen: Visitor, id: string, event: string, note?: string): Promise<number> => {
    const { version } = await mine(citizen, id);
    return (await citizen.post(`/api/citizen/dossiers/${id}/acts`, { commandId: newId(), expectedVersion: version, event, ...(note === undefined ? {} : { note }) })).status;
  };

  test('for one working day, in which the clock stands; confirmed, it goes to the leader', async () => {
    const citizen = desk.citizen(single.personalId);
    const id = await drafted(citizen);
    expect(await mine(citizen, id)).toMatchObject({ status: 4, clock: { state: 'paused' }, acts: expect.arrayContaining([expect.objectContaining({ event: 'confirmDraft' }), expect.objectContaining({ event: 'objectToDraft' })]) });
    expect(await deadlinesOf(desk, id)).toEqual([['draftCheckEnded', '2026-11-25T10:00:00Z']]);
    expect(await says(citizen, id, 'confirmDraft')).toBe(200);
    expect(await rowOf(desk, id)).toMatchObject({ holder_unit: 'c26068', clock_state: 'running' });
  });

  test('an objection brings it back to the draft with what is wrong', async () => {
    const citizen = desk.citizen(single.personalId);
    const id = await drafted(citizen);
    expect(await says(citizen, id, 'objectToDraft')).toBe(400);
    expect(await says(citizen, id, 'objectToDraft', 'Sai nơi sinh')).toBe(200);
    expect(await rowOf(desk, id)).toMatchObject({ holder_unit: 'c26068.office', round: 2, clock_state: 'running' });
  });

  test('silence counts as agreement', async () => {
    const id = await drafted(desk.citizen(single.personalId));
    await desk.moveTo('2026-11-25T17:00');
    expect((await eventsOf(desk, id)).at(-1)).toBe('draftCheckEnded');
    expect((await rowOf(desk, id)).holder_unit).toBe('c26068');
  });

  test('whoever filed at the counter saw it there: no such wait', async () => {
    const { dossierId } = await receiveAtCounter(people.clerk, MARITAL_STATUS);
    await go(dossierId, [...toExamination(), [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval']]);
    expect((await rowOf(desk, dossierId)).holder_unit).toBe('c26068');
  });
});

describe('received here, decided there (non-boundary)', () => {
  test('the clock starts when the competent commune has it; until then the slip promises no date', async () => {
    const there = cast(desk, 'trangbom');
    const { dossierId: id, dueAt, sentence } = await receiveAtCounter(people.clerk, MARITAL_STATUS, { competentCommuneId: 'c26248' });
    expect(dueAt).toBeUndefined();
    expect(sentence.vi).toContain('Thời hạn được tính từ khi cơ quan có thẩm quyền nhận hồ sơ');
    expect(await rowOf(desk, id)).toMatchObject({ status: 2, clock_state: 'not-started', due_at: null, received_at: '2026-11-23T01:30:00Z', competent_commune: 'c26248' });
    const slip = await pdfText((await people.clerk.bytes(`/api/dossiers/${id}/papers/form/receipt.pdf`)).body);
    expect(slip).not.toContain('27/11/2026');
    await desk.moveTo('2026-11-23T10:30');
    await act(people.clerk, id, 'handOver');
    await desk.moveTo('2026-11-23T14:00');
    const taken = await act(there.registrar, id, 'acknowledge');
    expect(taken).toMatchObject({ holder: { id: 'c26248.office' }, clock: { state: 'running', dueAt: '2026-11-27T07:00:00Z' } });
    expect(await ledgerOf(desk, id)).toEqual([['start', null, '2026-11-23T07:00:00Z']]);
    expect((await read(people.clerk, id)).clock.dueAt).toBe('2026-11-27T07:00:00Z');
  });

  test('a commune nobody knows is refused before anything is made', async () => {
    await expect(receiveAtCounter(people.clerk, MARITAL_STATUS, { competentCommuneId: 'c00001' })).rejects.toThrow('reroute.commune-unknown');
  });
});
