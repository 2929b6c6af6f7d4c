import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { alarmsOf, deadlinesOf, eventsOf, formsOf, ledgerOf, rowOf } from '../support/behind.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { MARITAL_STATUS, MATTERS, PEOPLE, act, cast, fileOnline, go, pdfText, read, receiveAtCounter, refusedAct, type Line } from '../support/steps.js';
import { publishVariant, withDuty, withOpinions } from '../support/variants.js';
import type { CitizenDossierDto } from '../../apps/desk/src/citizen/citizen.dto.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;
const { single } = PEOPLE;

const WITH_DUTY = '6.900001';
const WITH_OPINIONS = '6.900002';

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  people = cast(desk);
  await publishVariant(desk, withDuty, WITH_DUTY);
  await publishVariant(desk, withOpinions, WITH_OPINIONS);
});
afterAll(() => desk?.stop());
beforeEach(() => desk.moveTo('2026-11-23T08:30'));

const toExamination = (): Line[] => [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']];

/** A matter of a variant, in the hands of who examines it. */
const examining = async (variant: string): Promise<string> => {
  const { dossierId } = await receiveAtCounter(people.clerk, variant, {}, MATTERS[MARITAL_STATUS]);
  await go(dossierId, toExamination());
  return dossierId;
};

describe('a financial duty', () => {
  test('stands the clock until the proof of the payment is there: a click alone confirms nothing', async () => {
    const { registrar } = people;
    const id = await examining(WITH_DUTY);
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
    const id = await examining(WITH_DUTY);
    await act(people.registrar, id, 'requestPayment', { amount: 500_000 });
    await desk.moveTo('2026-12-01T17:00');
    expect(await rowOf(desk, id)).toMatchObject({ status: 8, is_open: false });
    expect(await eventsOf(desk, id)).toEqual(['receive', 'handOver', 'acknowledge', 'requestPayment', 'paymentExpired']);
  });
});

describe('two bodies are asked whose silence no law takes for agreement', () => {
  const ANSWER = { meets: true, note: 'Đúng như đã khai.' };
  const WITHOUT = { reason: 'opinion-not-decisive' };
  const UNTIL_ASKED = ['receive', 'handOver', 'acknowledge', 'examine', 'requestConsultation'];

  const asked = async (): Promise<string> => {
    const id = await examining(WITH_OPINIONS);
    await go(id, [[people.registrar, 'examine', { meets: true }], [people.registrar, 'requestConsultation', { consult: [{ body: 'police' }, { body: 'culture' }] }]]);
    return id;
  };
  /** What became of each body's question: state, opinion, and since when. */
  const opinionsOf = async (id: string) => Object.fromEntries((await read(people.registrar, id)).consultations.map(({ unit, state, agrees, answeredAt }) => [unit.id, [state, agrees, answeredAt]]));

  test('one answers; the other is overdue by its deadline and still asked; with a reason the work goes on without it', async () => {
    const { registrar, heritageOfficer } = people;
    const id = await asked();
    expect(await deadlinesOf(desk, id)).toEqual([['consultationOverdue', '2026-11-26T10:00:00Z'], ['consultationOverdue', '2026-11-27T10:00:00Z']]);
    await act(heritageOfficer, id, 'answerConsultation', ANSWER);
    expect(await deadlinesOf(desk, id)).toEqual([['consultationOverdue', '2026-11-26T10:00:00Z']]);
    await desk.moveTo('2026-11-26T16:59');
    expect(await refusedAct(registrar, id, 'proceedWithoutAnswer', WITHOUT)).toMatchObject({ code: 'act.impossible', status: 409 });
    await desk.moveTo('2026-11-27T17:00');
    expect(await alarmsOf(desk, id)).toEqual([['consultationOverdue', 'c26068.office', 'open']]);
    expect(await opinionsOf(id)).toEqual({ 'p75.police': ['overdue', undefined, undefined], 'p75.culture': ['answered', true, '2026-11-23T01:30:00Z'] });
    expect(await rowOf(desk, id)).toMatchObject({ consulted_units: ['p75.police'], clock_state: 'paused' });
    expect(await refusedAct(registrar, id, 'proceedWithoutAnswer')).toMatchObject({ code: 'reason.required', status: 422 });
    await act(registrar, id, 'proceedWithoutAnswer', WITHOUT);
    expect(await opinionsOf(id)).toEqual({ 'p75.police': ['waived', undefined, '2026-11-27T10:00:00Z'], 'p75.culture': ['answered', true, '2026-11-23T01:30:00Z'] });
    expect(await eventsOf(desk, id)).toEqual([...UNTIL_ASKED, 'answerConsultation', 'consultationOverdue', 'proceedWithoutAnswer']);
    expect(await alarmsOf(desk, id)).toEqual([['consultationOverdue', 'c26068.office', 'over']]);
    expect(await ledgerOf(desk, id)).toEqual([
      ['start', null, '2026-11-23T01:30:00Z'], ['pause', 'consultation', '2026-11-23T01:30:00Z'], ['resume', 'consultation', '2026-11-27T10:00:00Z'],
    ]);
  });

  test('nobody goes on without one that is late while another still has time; a late answer counts as any other', async () => {
    const { registrar, fireOfficer } = people;
    const id = await asked();
    await desk.moveTo('2026-11-26T17:00');
    expect(await opinionsOf(id)).toEqual({ 'p75.police': ['overdue', undefined, undefined], 'p75.culture': ['open', undefined, undefined] });
    expect(await refusedAct(registrar, id, 'proceedWithoutAnswer', WITHOUT)).toMatchObject({ code: 'act.impossible', status: 409 });
    await desk.moveTo('2026-11-27T17:00');
    await act(fireOfficer, id, 'answerConsultation', { ...ANSWER, meets: false });
    expect(await opinionsOf(id)).toEqual({ 'p75.police': ['answered', false, '2026-11-27T10:00:00Z'], 'p75.culture': ['overdue', undefined, undefined] });
    await act(registrar, id, 'proceedWithoutAnswer', WITHOUT);
    expect(await opinionsOf(id)).toEqual({ 'p75.police': ['answered', false, '2026-11-27T10:00:00Z'], 'p75.culture': ['waived', undefined, '2026-11-27T10:00:00Z'] });
    expect(await eventsOf(desk, id)).toEqual([...UNTIL_ASKED, 'consultationOverdue', 'consultationOverdue', 'answerConsultation', 'proceedWithoutAnswer']);
  });

  test('the last answer carries the dossier on, late or not', async () => {
    const { fireOfficer, heritageOfficer } = people;
    const id = await asked();
    await act(heritageOfficer, id, 'answerConsultation', ANSWER);
    await desk.moveTo('2026-11-30T08:30');
    await act(fireOfficer, id, 'answerConsultation', ANSWER);
    expect(await opinionsOf(id)).toEqual({ 'p75.police': ['answered', true, '2026-11-30T01:30:00Z'], 'p75.culture': ['answered', true, '2026-11-23T01:30:00Z'] });
    expect(await eventsOf(desk, id)).toEqual([...UNTIL_ASKED, 'answerConsultation', 'consultationOverdue', 'answerConsultation']);
    expect(await alarmsOf(desk, id)).toEqual([['consultationOverdue', 'c26068.office', 'over']]);
    expect(await rowOf(desk, id)).toMatchObject({ consulted_units: [], clock_state: 'running', holder_unit: 'c26068.office' });
  });
});

describe('the citizen checks the draft of an online dossier', () => {
  const drafted = async (citizen: Visitor): Promise<string> => {
    const id = await fileOnline(citizen, MARITAL_STATUS);
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
