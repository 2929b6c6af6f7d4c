import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Database, SYSTEM } from '@app/database';
import { purgeFetched } from '@app/dossiers';
import { newId } from '@app/kernel';
import type { DraftDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { LookUpDto } from '../../apps/desk/src/sources/sources.dto.js';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { LOST_LAND, MARITAL_STATUS, MATTERS, PEOPLE, fillIn, findPerson, intakeBody, pdfText } from '../support/steps.js';

jest.setTimeout(60_000);

const POPULATION = 'population-register';

describe('no more is taken than is needed, and it is kept no longer', () => {
  let desk: TestDesk;
  let sources: StandInSources;
  let clerk: Visitor;
  const owner = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, [...values]));

  beforeAll(async () => {
    sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
    desk = await startTestDesk('2026-11-23T08:30', { sources: sources.connections });
    clerk = desk.officer('tiepnhan.bienhoa');
  });
  afterAll(async () => {
    await desk?.stop();
    await sources?.close();
  });

  test('where a form needs to know whether somebody is of age, the birthday is neither asked of the source, nor offered, frozen or kept', async () => {
    const { id, birthDate } = await findPerson(clerk, PEOPLE.landOwner.personalId);
    expect(birthDate).toMatch(/^\d{4}/);
    const caseId = newId();
    const { answers } = MATTERS[LOST_LAND]!;
    await clerk.put(`/api/counter/drafts/${caseId}`, { procedureCode: LOST_LAND, data: {} });
    const { status } = await clerk.post<LookUpDto>('/api/sources/ask', {
      caseId, procedureCode: LOST_LAND, personId: id, declaration: answers, queryId: newId(), source: POPULATION, purpose: 'intake', agreed: true,
    });
    expect(status).toBe(200);
    const [asked] = await owner<{ outcome: string; wanted: string[]; body: Record<string, unknown> }>(
      'select q.outcome, q.wanted, a.body from source_query q join source_answer a on a.query_id = q.id where q.case_id = $1', [caseId]);
    expect([asked!.outcome, asked!.wanted.includes('owner.isAdult'), asked!.body['owner.isAdult']]).toEqual(['matched', true, true]);
    const filled = await fillIn(async (declaration) => (await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: LOST_LAND, ownerId: id, declaration, caseId })).body, answers);
    expect(filled.assessment.offers.find(({ pointer }) => pointer === '/userIsAdult')).toMatchObject({ value: 'true', shown: { vi: 'Có', en: 'Yes' }, source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' } });
    const { body } = await clerk.post<IntakeResultDto>('/api/counter/intake', { ...intakeBody(LOST_LAND, id, filled), dossierId: caseId });
    expect(body.received).toBe(true);
    const [frozen] = await owner<{ data: Record<string, unknown>; origins: Record<string, { origin: string; digest?: string }> }>('select data, origins from dossier_declaration where dossier_id = $1', [caseId]);
    expect([frozen!.data['userIsAdult'], frozen!.origins['/userIsAdult']]).toMatchObject([true, { origin: 'register', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const kept = JSON.stringify([asked, frozen, filled.assessment.offers, await owner('select * from dossier_person where dossier_id = $1', [caseId])]);
    for (const written of [birthDate, birthDate.split('-').toReversed().join('/')]) expect(kept).not.toContain(written);
    expect(kept).not.toContain('irthDate');
  });

  test('the receipt lists what was reused, with its source and the day it was read, without the values', async () => {
    const { id } = await findPerson(clerk, PEOPLE.single.personalId);
    const filled = await fillIn(async (declaration) => (await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: MARITAL_STATUS, ownerId: id, declaration })).body, MATTERS[MARITAL_STATUS]!.answers);
    const { body } = await clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(MARITAL_STATUS, id, filled, { feePaid: true }));
    const text = await pdfText((await clerk.bytes(body.paperUrl!)).body);
    const [, list] = text.split('Thông tin, giấy tờ đã có được sử dụng lại, người nộp không phải cung cấp');
    expect(list).toMatch(/^ \(đọc ngày 23\/11\/2026\): - .*Họ, chữ đệm, tên.*: Cơ sở dữ liệu quốc gia về dân cư, dữ liệu ngày 01\/10\/2026\./);
    expect(list!.split('Thông tin, giấy tờ đã có')[0]).not.toContain('14/08/1999');
  });

  test('values fetched into a draft that is not filed go after three days; what was typed stays, and the form offers anew', async () => {
    const who = desk.citizen(PEOPLE.single.personalId);
    const draftId = newId();
    const { body: assessed } = await who.post<AssessmentDto>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, declaration: { requesterRelation: 'self' } });
    const agreed = Object.fromEntries(assessed.offers.map(({ pointer, value }) => [pointer.slice(1), value]));
    expect(Object.keys(agreed).length).toBeGreaterThan(3);
    const typed = { requesterRelation: 'self', purpose: 'loan', requesterAddress: 'Tự gõ' };
    const decisions = { ...Object.fromEntries(assessed.offers.filter(({ pointer }) => !(pointer.slice(1) in typed)).map(({ pointer }) => [pointer, true])), '/requesterAddress': false };
    await who.put(`/api/citizen/drafts/${draftId}`, { procedureCode: MARITAL_STATUS, data: { filing: { commandId: newId(), answers: { ...agreed, ...typed }, decisions, papers: {}, delivery: 'electronic' } } });
    await who.post('/api/citizen/sources/ask', { caseId: draftId, procedureCode: MARITAL_STATUS, declaration: { requesterRelation: 'self' }, queryId: newId(), source: POPULATION, agreed: true });
    const draft = async (): Promise<{ answers: Record<string, unknown>; decisions: Record<string, unknown> }> => (await who.get<DraftDto>(`/api/citizen/drafts/${draftId}`)).body.data['filing'] as never;
    const answersKept = async (): Promise<number> => (await owner('select 1 from source_answer a join source_query q on q.id = a.query_id where q.case_id = $1', [draftId])).length;
    const purge = (): Promise<number> => purgeFetched(desk.app.get(Database), { now: desk.clock.now(), fetchedDays: 3 });
    expect([await answersKept(), await purge()]).toEqual([1, 0]);

    desk.clock.moveTo('2026-11-26T08:29');
    expect([await purge(), (await draft()).answers]).toMatchObject([0, agreed.requesterAddress === undefined ? agreed : { ...agreed, requesterAddress: 'Tự gõ' }]);
    desk.clock.moveTo('2026-11-26T08:31');
    expect([await purge(), await answersKept(), await purge()]).toEqual([1, 0, 0]);
    expect(await draft()).toMatchObject({ answers: typed, decisions: { '/requesterAddress': false } });
    expect(Object.keys((await draft()).answers).toSorted()).toEqual(Object.keys(typed).toSorted());
    const { body: again } = await who.post<AssessmentDto>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, declaration: (await draft()).answers, caseId: draftId });
    expect(again.offers.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(assessed.offers.map(({ pointer }) => pointer)));
    desk.clock.moveTo('2026-11-23T09:00');
  });
});
