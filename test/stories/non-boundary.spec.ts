import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CitizenDossierDto, FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';
import type { TransferListDto } from '../../apps/desk/src/dossiers/transfers.dto.js';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { EXTRACT_COPY, MARITAL_STATUS, MATTERS, PEOPLE, act, cast, fillIn, fillInAtCounter, findPerson, go, intakeBody, pdfText, read, receiveAtCounter, type Line } from '../support/steps.js';

jest.setTimeout(120_000);

const HERE = { id: 'c26068.centre' };
const THERE = 'c26248';

describe('any centre receives for the competent commune', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let there: ReturnType<typeof cast>;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    there = cast(desk, 'trangbom');
  });
  afterAll(() => desk?.stop());

  const decided = (): Line[] => [
    [there.registrar, 'acknowledge'], [there.registrar, 'examine', { meets: true }], [there.registrar, 'submitForApproval'], [there.chairman, 'approve'],
    [there.records, 'number'], [there.records, 'handOver'],
  ];

  test('the counter is shown for whom it may receive and whom the residence points to; nothing is applied', async () => {
    const assess = async (procedureCode: string, more: object = {}): Promise<AssessmentDto> =>
      (await there.clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode, ownerId: (await findPerson(there.clerk, PEOPLE.single.personalId)).id, declaration: {}, ...more })).body;
    const shown = await assess(MARITAL_STATUS);
    expect(shown.competence!.communes.map(({ id }) => id)).toEqual([THERE, 'c25405', 'c26068', 'c26206']);
    expect(shown.competence!.suggested).toMatchObject({ unit: { id: 'c26068' }, why: { vi: 'Nơi thường trú của chủ hồ sơ theo dữ liệu dân cư' } });
    expect(shown.due).toBeDefined();
    expect((await assess(MARITAL_STATUS, { competentCommuneId: 'c26068' })).due).toBeUndefined();
    expect((await assess(EXTRACT_COPY)).competence!.suggested).toBeUndefined();
  });

  test('what the province has not listed is received for one’s own offices only', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.oldMan.personalId);
    const unlisted = '1.000656';
    const { body } = await people.clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: unlisted, ownerId: owner.id, declaration: {} });
    expect(body.competence).toBeUndefined();
    const refused = await people.clerk.post<{ code: string }>('/api/counter/intake', {
      commandId: newId(), dossierId: newId(), outcome: 'receive', procedureCode: unlisted, ownerId: owner.id, declaration: {}, offers: [], components: [], feePaid: false, delivery: 'counter', competentCommuneId: THERE,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'non-boundary.not-listed']);
  });

  test('receipt and competence are facts apart; the result finds its way back to who received', async () => {
    const { dossierId: id } = await receiveAtCounter(people.clerk, MARITAL_STATUS, { competentCommuneId: THERE });
    expect((await read(people.clerk, id)).places).toMatchObject({ receipt: HERE, competent: { id: THERE } });
    await act(people.clerk, id, 'handOver');
    await act(there.registrar, id, 'acknowledge');
    const sent = (await people.clerk.get<DossierListDto>('/api/dossiers?list=sent')).body;
    expect([sent.counts.sent, sent.rows.map(({ id: one, where }) => [one, where.holder.id])]).toEqual([1, [[id, 'c26248.office']]]);
    expect((await there.clerk.get<DossierListDto>('/api/dossiers?list=sent')).body.rows).toEqual([]);
    const back = await go(id, [...decided().slice(1), [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'], [people.clerk, 'returnResult', { recipient: 'Chính chủ' }]]);
    expect(back).toMatchObject({ status: 10, holder: HERE, outcome: 'granted' });
    expect((await people.clerk.get<DossierListDto>('/api/dossiers?list=sent')).body.counts.sent).toBe(0);
  });

  test('the citizen may collect elsewhere: the result goes there, and only there it is handed over', async () => {
    const { dossierId: id } = await receiveAtCounter(people.clerk, MARITAL_STATUS, { collectCommuneId: 'c26206' });
    const far = cast(desk, 'dinhquan');
    const slip = await pdfText((await people.clerk.bytes(`/api/dossiers/${id}/papers/form/receipt.pdf`)).body);
    expect(slip).toContain('Trung tâm Phục vụ hành chính công xã Định Quán');
    await go(id, [
      [people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval'], [people.chairman, 'approve'],
      [people.records, 'number'], [people.records, 'handOver'],
    ]);
    expect((await read(people.clerk, id)).addressee).toMatchObject({ id: 'c26206.centre' });
    const closed = await go(id, [[far.clerk, 'acknowledge'], [far.clerk, 'resultReady']]);
    expect(closed).toMatchObject({ status: 9, holder: { id: 'c26206.centre' }, places: { receipt: HERE, collect: { id: 'c26206.centre' } }, where: { contact: { id: 'c26206.centre' } } });
    await desk.drain();
    const { body } = await desk.citizen(PEOPLE.single.personalId).get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`);
    expect(body.notices.at(-1)!.text.vi).toContain('đến nhận tại Trung tâm PVHCC xã Định Quán');
    expect((await act(far.clerk, id, 'returnResult', { recipient: 'Chính chủ' })).status).toBe(10);
  });

  test('a refusal brings the originals back to the counter; so does a stop', async () => {
    const divorced = { owner: PEOPLE.divorced.personalId, answers: { ...MATTERS[MARITAL_STATUS]!.answers, maritalStatus: 'divorced' } };
    const receive = async (): Promise<string> => {
      const owner = await findPerson(people.clerk, divorced.owner);
      const filled = await fillInAtCounter(people.clerk, MARITAL_STATUS, owner.id, divorced.answers);
      const components = filled.assessment.components.map(({ key }) => ({ key, state: 'passed', kind: 'original' }));
      const { status, body } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(MARITAL_STATUS, owner.id, filled, { components, competentCommuneId: THERE }));
      expect([status, components.length > 0]).toEqual([200, true]);
      await act(people.clerk, body.dossierId, 'handOver', { originals: components.map(({ key }) => ({ key, travels: true })) });
      await act(there.registrar, body.dossierId, 'acknowledge');
      return body.dossierId;
    };
    const places = async (id: string): Promise<Array<string | undefined>> => (await read(people.clerk, id)).components.filter(({ origin }) => origin === 'brought').map(({ location }) => location);

    const refused = await receive();
    expect(new Set(await places(refused))).toEqual(new Set(['Văn phòng HĐND và UBND']));
    await go(refused, [
      [there.registrar, 'examine', { meets: false, note: 'Không đủ điều kiện' }], [there.registrar, 'submitForApproval'], [there.chairman, 'refuse', { reason: 'conditions-not-met', note: 'Không đủ' }],
      [there.records, 'number'],
    ]);
    await act(there.records, refused, 'handOver');
    const back = await act(people.clerk, refused, 'acknowledge');
    expect(back).toMatchObject({ holder: HERE, outcome: 'refused' });
    expect(new Set(await places(refused))).toEqual(new Set(['Trung tâm PVHCC phường Biên Hoà']));

    const stopped = await receive();
    const gone = await act(there.chairman, stopped, 'stop', { reason: 'court-order', note: 'Theo quyết định' });
    expect(gone).toMatchObject({ status: 8, holder: HERE });
    expect(new Set(await places(stopped))).toEqual(new Set(['Trung tâm PVHCC phường Biên Hoà']));
    expect(gone.handovers.at(-1)!.manifest.filter(({ original }) => original === 'travels').length).toBeGreaterThan(0);
  });

  test('a clerk helps to file online elsewhere: help, receipt and decision are three facts', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.single.personalId);
    const filled = await fillInAtCounter(people.clerk, MARITAL_STATUS, owner.id);
    const body = intakeBody(MARITAL_STATUS, owner.id, filled, { outcome: 'file', receivingCommuneId: 'c26206', competentCommuneId: THERE, delivery: 'electronic', components: [] });
    const { status, body: filed } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', body);
    expect([status, filed.received]).toEqual([200, false]);
    const seen = await read(people.clerk, filed.dossierId);
    expect(seen).toMatchObject({ channel: 'online', assisted: true, places: { help: HERE, receipt: { id: 'c26206.centre' }, competent: { id: THERE } } });
    const far = cast(desk, 'dinhquan');
    const assessed = (await read(far.clerk, filed.dossierId)).components.filter(({ required }) => required);
    await act(far.clerk, filed.dossierId, 'receive', { components: assessed.map(({ key }) => ({ key, state: 'passed' as const })) });
    const slip = await pdfText((await far.clerk.bytes(`/api/dossiers/${filed.dossierId}/papers/form/receipt.pdf`)).body);
    expect(slip).toContain('Nơi hỗ trợ nộp hồ sơ: Trung tâm Phục vụ hành chính công phường Biên Hoà');
    const [line] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ body: string }>('select body from journal where dossier_id = $1 and seq = 1', [filed.dossierId]));
    expect(JSON.parse(line!.body)).toMatchObject({ places: { help: 'c26068.centre', receipt: 'c26206.centre', competent: THERE } });
  });

  test('online the citizen chooses where it is received and who decides', async () => {
    const citizen = desk.citizen(PEOPLE.single.personalId);
    const { declaration, agreed } = await fillIn(async (typed) => (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, communeId: 'c26206', declaration: typed })).body, MATTERS[MARITAL_STATUS]!.answers);
    const { status, body } = await citizen.post<FiledDto>('/api/citizen/dossiers', {
      commandId: newId(), dossierId: newId(), procedureCode: MARITAL_STATUS, communeId: 'c26206', competentCommuneId: 'c26068', declaration, delivery: 'electronic',
      offers: agreed.map((pointer) => ({ pointer, agreed: true })), components: [],
    });
    expect([status, body.centre.id]).toEqual([201, 'c26206.centre']);
    expect((await read(cast(desk, 'dinhquan').clerk, body.dossierId)).places).toMatchObject({ receipt: { id: 'c26206.centre' }, competent: { id: 'c26068' } });
  });

  test('the province’s own centre receives for a commune; the result comes back to it', async () => {
    const clerk: Visitor = desk.officer('tiepnhan.tinh');
    const { dossierId: id, dueAt } = await receiveAtCounter(clerk, MARITAL_STATUS, { competentCommuneId: THERE });
    expect(dueAt).toBeUndefined();
    expect(await read(clerk, id)).toMatchObject({ holder: { id: 'p75.centre' }, places: { receipt: { id: 'p75.centre' }, competent: { id: THERE } } });
    await act(clerk, id, 'handOver');
    const back = await go(id, [...decided(), [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: 'Chính chủ' }]]);
    expect(back).toMatchObject({ status: 10, holder: { id: 'p75.centre' } });
    await expect(receiveAtCounter(clerk, MARITAL_STATUS)).rejects.toThrow('reroute.commune-unknown');
  });
});

describe('a counter passes on the same day, or the next morning what came after 15:00', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let director: Visitor;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    director = desk.officer('giamdoc.bienhoa');
  });
  afterAll(() => desk?.stop());

  const list = async (): Promise<TransferListDto> => (await director.get<TransferListDto>('/api/transfers?from=2026-11-01&to=2026-11-30')).body;

  test('breaches are listed with by how much and who had it; what was in time is only counted', async () => {
    const inTime = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    const late = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    const elsewhere = (await receiveAtCounter(people.clerk, MARITAL_STATUS, { competentCommuneId: THERE })).dossierId;
    await desk.moveTo('2026-11-23T15:10');
    const afternoon = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    await desk.moveTo('2026-11-23T16:00');
    await act(people.clerk, inTime, 'handOver');
    expect((await list()).counts).toEqual({ received: 4, inTime: 4, late: 0, stillHere: 0 });
    // Tuesday the 24th is a holiday: what came at 15:10 is due on Wednesday morning.
    await desk.moveTo('2026-11-25T09:00');
    await act(people.clerk, late, 'handOver');
    await act(people.clerk, afternoon, 'handOver');
    const { rows, counts } = await list();
    expect(counts).toEqual({ received: 4, inTime: 2, late: 2, stillHere: 1 });
    expect(rows.map(({ dossierId, nonBoundary, officer, transferredAt }) => [dossierId, nonBoundary, officer, transferredAt])).toEqual([
      [elsewhere, true, 'Nguyễn Thị Thanh Hương', undefined], [late, false, 'Nguyễn Thị Thanh Hương', '2026-11-25T02:00:00Z'],
    ]);
    expect(rows[1]).toMatchObject({ transferBy: '2026-11-23T10:00:00Z', lateMinutes: 90, to: { id: 'c26068.office' }, centre: HERE });
  });

  test('it is the business of whoever answers for the counter', async () => {
    expect((await people.clerk.get('/api/transfers')).status).toBe(403);
    expect((await desk.officer('giamdoc.trangbom').get<TransferListDto>('/api/transfers?from=2026-11-01&to=2026-11-30')).body.counts.received).toBe(0);
  });
});
