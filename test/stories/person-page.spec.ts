import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Database, SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { BegunLookDto, FactCorrectionDto, OutsideLookDto, PersonPageDto, ProposedCorrectionDto, WaitingLooksDto } from '../../apps/desk/src/persons/person-page.dto.js';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { LOST_LAND, MARITAL_STATUS, MATTERS, PEOPLE, findPerson, intakeBody, fillInAtCounter, receiveAtCounter, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

const WHY = { reasonKind: 'complaint', reason: 'Đơn phản ánh số 12 ngày 20/11/2026 về nơi cư trú' };

let desk: TestDesk;
let clerk: Visitor;
let registrar: Visitor;
let person: string;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  [clerk, registrar] = [desk.officer('tiepnhan.bienhoa'), desk.officer('hotich.bienhoa')];
  person = (await findPerson(clerk, PEOPLE.single.personalId)).id;
});
afterAll(() => desk?.stop());

const open = <T = PersonPageDto>(who: Visitor, id: string, ground: Record<string, string> = {}): Promise<Answer<T>> => who.get<T>(`/api/persons/${id}?${new URLSearchParams(ground)}`);
const begin = async (who: Visitor, id = person, why: object = WHY): Promise<string> => (await who.post<BegunLookDto>(`/api/persons/${id}/looks`, why)).body.id;

interface Line { readonly purpose: string; readonly dossier_id: string | null; readonly procedure_code: string | null; readonly reason_kind: string | null; readonly reason: string | null; readonly what: string[] }
const lastLine = (id = person): Promise<Line> => desk.asOwner.transaction(SYSTEM, (tx) => tx.one<Line>(
  'select purpose, dossier_id, procedure_code, reason_kind, reason, what from person_read_log where person_id = $1 order by at desc, id desc limit 1', [id]));
const linesOf = async (id = person): Promise<number> => desk.asOwner.transaction(SYSTEM, async (tx) => (await tx.one<{ n: number }>('select count(*)::int as n from person_read_log where person_id = $1', [id])).n);

describe('a person’s page', () => {
  test('opens under the purpose of an open dossier that names them, with each value and where it comes from', async () => {
    const { dossierId, code } = await receiveAtCounter(clerk, MARITAL_STATUS);
    const { status, body } = await open(clerk, person, { dossier: dossierId });
    expect([status, body.fullName, body.personalId, body.ground.kind]).toEqual([200, PEOPLE.single.name, PEOPLE.single.personalId, 'dossier']);
    expect(body.attributes.find(({ attribute }) => attribute === 'fullName')?.facts).toMatchObject([{ shown: { vi: PEOPLE.single.name }, source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' }, asOf: '2026-10-01', isShown: true }]);
    expect(body.dossiers.map((dossier) => [dossier.id, dossier.code, dossier.isOpen])).toEqual([[dossierId, code, true]]);
    expect(await lastLine()).toEqual({ purpose: 'Xem dữ liệu để giải quyết hồ sơ', dossier_id: dossierId, procedure_code: MARITAL_STATUS, reason_kind: null, reason: null, what: ['identity', 'family', 'papers'] });
    // Of whom the dossier does not speak, of a dossier one does not see, or of one that is over: no ground.
    const other = (await findPerson(clerk, PEOPLE.mother.personalId)).id;
    expect((await open<Problem>(clerk, other, { dossier: dossierId })).body.code).toBe('look.reason-needed');
    expect((await open<Problem>(desk.officer('tiepnhan.trangbom'), person, { dossier: dossierId })).body.code).toBe('look.reason-needed');
const refused = await clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(MARITAL_STATUS, person, await fillInAtCounter(clerk, MARITAL_STATUS, person), { outcome: 'refuseReceipt', reason: 'already-settled', note: 'Đã cấp' }));
    expect([refused.status, (await open<Problem>(clerk, person, { dossier: refused.body.dossierId })).body.code]).toEqual([200, 'look.reason-needed']);
  });

  test('opens for one’s own draft that names them, and for nobody else’s', async () => {
    const draft = newId();
    await clerk.put(`/api/counter/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: { intake: { owner: { id: person } } } });
    expect((await open(clerk, person, { draft })).body.ground).toMatchObject({ kind: 'draft', purpose: 'Xem dữ liệu để tiếp nhận hồ sơ' });
    expect(await lastLine()).toMatchObject({ procedure_code: MARITAL_STATUS, dossier_id: null, reason_kind: null });
    expect((await open<Problem>(desk.officer('tiepnhan2.bienhoa'), person, { draft })).body.code).toBe('look.reason-needed');
  });

  test('shows a stranger’s beginnings', async () => {
    const { body } = await clerk.post<{ id: string }>('/api/counter/persons', { personId: newId(), identity: { fullName: 'Phùng Thị Ngoan', birthDate: '1950', sex: 'female' }, basis: 'Giấy xác nhận cư trú số 7' });
    const { body: page } = await open(clerk, body.id, { look: await begin(clerk, body.id) });
    expect(page.reception).toMatchObject({ by: 'Nguyễn Thị Thanh Hương', basis: 'Giấy xác nhận cư trú số 7', compared: 0, isNumberHeld: false, source: { en: 'Declared at the counter from the paper in hand' } });
    expect(page.attributes.flatMap(({ facts }) => facts.map(({ recordedBy }) => recordedBy))).toEqual(Array(3).fill('Nguyễn Thị Thanh Hương'));
  });
});

describe('a look outside a dossier', () => {
  test('is refused without a stated purpose, leaves no line, and shows nothing', async () => {
    const before = await linesOf();
    for (const ground of [{}, { look: newId() }, { dossier: newId() }, { draft: newId() }]) {
      const { status, body } = await open<Problem>(clerk, person, ground as Record<string, string>);
      expect([status, body.code, JSON.stringify(body).includes(PEOPLE.single.name)]).toEqual([403, 'look.reason-needed', false]);
    }
    expect((await clerk.post<Problem>(`/api/persons/${person}/looks`, { ...WHY, reason: ' xem  ' })).body.code).toBe('reason.required');
    expect((await clerk.post<Problem>(`/api/persons/${person}/looks`, { ...WHY, reasonKind: 'curiosity' })).body.code).toBe('request.invalid');
    expect((await clerk.post<Problem>(`/api/persons/${newId()}/looks`, WHY)).body.code).toBe('person.unknown');
    expect((await desk.officer('vanthu.bienhoa').post<Problem>(`/api/persons/${person}/looks`, WHY)).body.code).toBe('permission.missing');
    expect(await linesOf()).toBe(before);
  });

  test('with one it opens for a quarter of an hour, for that officer and that person, and the log says why', async () => {
    const look = await begin(clerk);
    expect((await open(clerk, person, { look })).body.ground).toMatchObject({ kind: 'outside', reason: WHY.reason, until: '2026-11-23T01:45:00Z' });
    expect(await lastLine()).toMatchObject({ purpose: 'Xem ngoài hồ sơ', reason_kind: 'complaint', reason: WHY.reason, dossier_id: null });
    const other = (await findPerson(clerk, PEOPLE.mother.personalId)).id;
    expect((await open<Problem>(clerk, other, { look })).body.code).toBe('look.reason-needed');
    expect((await open<Problem>(desk.officer('tiepnhan2.bienhoa'), person, { look })).body.code).toBe('look.reason-needed');
    await desk.moveTo('2026-11-23T08:45');
    expect((await open<Problem>(clerk, person, { look })).body.code).toBe('look.expired');
  });

  test('waits for the head of the unit, who says once what it was; their own waits for the one above', async () => {
    const [director, chairman] = [desk.officer('giamdoc.bienhoa'), desk.officer('chutich.bienhoa')];
    const waiting = async (who: Visitor): Promise<number> => (await who.get<WaitingLooksDto>('/api/person-oversight/looks/waiting')).body.count;
    const before = await waiting(director);
    const id = await begin(clerk, person, { ...WHY, reason: 'Kiểm tra nơi cư trú theo đơn số 13' });
    expect([await waiting(director), await waiting(clerk), await waiting(desk.officer('chanhvanphong.bienhoa'))]).toEqual([before + 1, 0, 0]);
    const looks = async (who: Visitor): Promise<OutsideLookDto[]> => (await who.get<OutsideLookDto[]>('/api/person-oversight/looks')).body;
    expect((await looks(director)).find((look) => look.id === id)).toMatchObject({ personName: PEOPLE.single.name, officerName: 'Nguyễn Thị Thanh Hương', reason: 'Kiểm tra nơi cư trú theo đơn số 13', own: false });
    expect((await looks(clerk)).find((look) => look.id === id)).toMatchObject({ own: true });
    expect((await looks(desk.officer('chanhvanphong.bienhoa'))).map((look) => look.id)).not.toContain(id);
    expect((await looks(desk.officer('giamdoc.trangbom')))).toEqual([]);
    const say = (who: Visitor, body: object, look = id): Promise<Answer<Problem>> => who.post<Problem>(`/api/person-oversight/looks/${look}/acknowledgement`, body);
    expect((await say(clerk, { verdict: 'justified' })).body.code).toBe('permission.missing');
    expect((await say(desk.officer('chanhvanphong.bienhoa'), { verdict: 'justified' })).status).toBe(404);
    expect((await say(director, { verdict: 'questioned' })).body.code).toBe('reason.required');
    expect((await say(director, { verdict: 'questioned', note: 'Giải trình trước 25/11' })).status).toBe(204);
    expect((await say(chairman, { verdict: 'justified' })).body.code).toBe('look.acknowledged');
    expect(await waiting(director)).toBe(before);
    expect((await looks(clerk)).find((look) => look.id === id)).toMatchObject({ verdict: 'questioned', verdictNote: 'Giải trình trước 25/11', acknowledgedBy: 'Phan Đức Thuận' });
    const own = await begin(director);
    expect(await waiting(director)).toBe(before);
    expect((await say(director, { verdict: 'justified' }, own)).body.code).toBe('look.own');
    expect((await say(chairman, { verdict: 'justified' }, own)).status).toBe(204);
  });

  test('is written down for good', async () => {
    const id = await begin(clerk);
    const asApplication = (sql: string): Promise<unknown> => desk.app.get(Database).transaction(SYSTEM, (tx) => tx.execute(sql, [id]));
    for (const sql of ['delete from outside_look where id = $1', `update outside_look set reason = 'khác hẳn rồi nhé' where id = $1`, 'update person_read_log set reason = null where outside_look = $1']) await expect(asApplication(sql)).rejects.toThrow(/permission denied/);
  });
});

describe('a wrong value on file', () => {
  const before = 'Kinh';
  const factOf = async (look: string): Promise<string> => (await open(registrar, person, { look })).body.attributes.find(({ attribute }) => attribute === 'ethnicity')!.facts.find(({ isShown }) => isShown)!.id;
  const proposal = (factId: string, look: string, more: object = {}): object => ({
    factId, value: 'Hoa', reason: 'Ghi nhầm khi chuyển dữ liệu', authority: 'Ủy ban nhân dân phường Biên Hoà', document: 'Trích lục khai sinh số 45/2026', look, ...more,
  });
  const offered = async (): Promise<unknown> => (await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: MARITAL_STATUS, ownerId: person, declaration: { requesterRelation: 'self' } })).body.offers.find(({ pointer }) => pointer === '/personEthnicity');

  test('is corrected by an officer of civil status and another one, and the next offer uses it; the old value stays readable', async () => {
    const look = await begin(registrar);
    const factId = await factOf(look);
    expect(await offered()).toMatchObject({ value: before });
    const propose = <T = Problem>(body: object, who = registrar): Promise<Answer<T>> => who.post<T>(`/api/persons/${person}/corrections`, body);
    expect((await propose(proposal(factId, look), clerk)).body.code).toBe('permission.missing');
    expect((await propose(proposal(factId, await begin(desk.officer('diachinh.bienhoa'))), desk.officer('diachinh.bienhoa'))).body.code).toBe('permission.missing');
    expect((await propose({ ...proposal(factId, look), look: undefined })).body.code).toBe('look.reason-needed');
    expect((await propose(proposal(factId, look, { value: '   ' }))).body.fields?.map(({ pointer }) => pointer)).toEqual(['/value']);
    expect((await propose(proposal(factId, look, { document: ' ' }))).body.fields?.map(({ pointer }) => pointer)).toEqual(['/document']);
    const { body: { id } } = await propose<ProposedCorrectionDto>(proposal(factId, look));
    expect((await propose(proposal(factId, look))).body.code).toBe('fact.correction-open');
    expect(await offered()).toMatchObject({ value: before });
    const head = desk.officer('chanhvanphong.bienhoa');
    const decide = (who: Visitor, what: string, body: object = {}): Promise<Answer<Problem>> => who.post<Problem>(`/api/person-oversight/corrections/${id}/${what}`, body);
    expect((await decide(registrar, 'approval')).body.code).toBe('fact.correction-own');
    expect((await decide(desk.officer('giamdoc.bienhoa'), 'approval')).body.code).toBe('permission.missing');
    expect((await head.get<FactCorrectionDto[]>('/api/person-oversight/corrections')).body).toMatchObject([{ id, before: { vi: before }, after: { vi: 'Hoa' }, personName: PEOPLE.single.name, own: false }]);
    expect(await lastLine()).toMatchObject({ purpose: 'Duyệt đề xuất đính chính dữ liệu', what: ['identity'] });
    expect((await decide(head, 'rejection')).body.code).toBe('reason.required');
    expect((await decide(head, 'approval')).status).toBe(204);
    expect((await decide(head, 'approval')).body.code).toBe('fact.correction-decided');
    expect(await offered()).toMatchObject({ value: 'Hoa', source: { vi: 'Đính chính theo văn bản của cơ quan có thẩm quyền' } });
    const { body: page } = await open(registrar, person, { look });
    expect(page.attributes.find(({ attribute }) => attribute === 'ethnicity')!.facts.toSorted((one, other) => Number(one.isShown) - Number(other.isShown))).toMatchObject([
      { id: factId, shown: { vi: before }, isCorrected: true, isShown: false },
      { shown: { vi: 'Hoa' }, corrects: factId, reason: 'Ghi nhầm khi chuyển dữ liệu (Trích lục khai sinh số 45/2026)', authority: 'Ủy ban nhân dân phường Biên Hoà', recordedBy: 'Lê Thị Ngọc Diệp', isShown: true },
    ]);
    expect(page.corrections).toMatchObject([{ id, decision: 'approved', decidedBy: 'Võ Minh Trí', proposedBy: 'Lê Thị Ngọc Diệp' }]);
    expect((await propose(proposal(factId, look))).body.code).toBe('fact.corrected');
  });

  test('is not corrected to the number of somebody else; what was proposed may be taken back or refused', async () => {
    const look = await begin(registrar);
    const number = (await open(registrar, person, { look })).body.attributes.find(({ attribute }) => attribute === 'personalId')!.facts[0]!.id;
    const propose = <T = Problem>(value: string): Promise<Answer<T>> => registrar.post<T>(`/api/persons/${person}/corrections`, proposal(number, look, { value }));
    expect((await propose(PEOPLE.mother.personalId)).body.code).toBe('person.number-taken');
    expect((await propose('07519918391')).body.code).toBe('request.invalid');
    const { body: first } = await propose<ProposedCorrectionDto>('075199183920');
    expect((await registrar.post(`/api/person-oversight/corrections/${first.id}/rejection`, {})).status).toBe(204);
    const { body: second } = await propose<ProposedCorrectionDto>('075199183920');
    expect((await desk.officer('chutich.bienhoa').post(`/api/person-oversight/corrections/${second.id}/rejection`, { reason: 'Chưa có văn bản của công an' })).status).toBe(204);
    const { body } = await open(registrar, person, { look });
    expect(body.corrections.filter(({ attribute }) => attribute === 'personalId').map(({ id, decision, decisionReason }) => [id, decision, decisionReason]).toSorted()).toEqual(
      [[first.id, 'withdrawn', undefined], [second.id, 'rejected', 'Chưa có văn bản của công an']].toSorted());
    expect(body.personalId).toBe(PEOPLE.single.personalId);
  });
});

describe('a paper on file that is good no longer', () => {
  test('is revoked from the page with reason, agency and day, once, and never offered again', async () => {
    const { id: owner } = await findPerson(clerk, PEOPLE.landOwner.personalId);
    const look = await begin(registrar, owner, WHY);
    const page = async (): Promise<PersonPageDto> => (await open(registrar, owner, { look })).body;
    const paper = (await page()).papers.find(({ kind, state }) => kind === 'land-certificate' && state === 'in-force')!;
    const offers = async (): Promise<string[]> => (await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: LOST_LAND, ownerId: owner, declaration: MATTERS[LOST_LAND]!.answers })).body.offers.flatMap(({ paperId }) => paperId ?? []);
    expect(await offers()).toContain(paper.id);
    const revoke = (body: object, who = registrar): Promise<Answer<Problem>> => who.post<Problem>(`/api/persons/${owner}/papers/${paper.id}/revocation`, { reason: 'Cấp sai ranh giới thửa đất', authority: 'Sở Nông nghiệp và Môi trường', on: '2026-11-20', look, ...body });
    expect((await revoke({}, clerk)).body.code).toBe('permission.missing');
    expect((await revoke({ look: undefined })).body.code).toBe('look.reason-needed');
    expect((await revoke({ on: '2026-11-24' })).body.fields?.map(({ pointer }) => pointer)).toEqual(['/on']);
    expect((await revoke({ reason: '  ' })).body.code).toBe('reason.required');
    expect((await registrar.post(`/api/persons/${person}/papers/${paper.id}/revocation`, { reason: 'x', authority: 'x', on: '2026-11-20', look: await begin(registrar) })).status).toBe(404);
    expect((await revoke({})).status).toBe(204);
    expect((await revoke({})).body.code).toBe('paper.revoked');
    expect(await offers()).not.toContain(paper.id);
    expect((await page()).papers.find(({ id }) => id === paper.id)).toMatchObject({
      state: 'revoked', revokedBy: 'Lê Thị Ngọc Diệp', revocation: { on: '2026-11-20', reason: 'Cấp sai ranh giới thửa đất', authority: 'Sở Nông nghiệp và Môi trường' },
    });
    const filled = await fillInAtCounter(clerk, MARITAL_STATUS, person);
    const body = intakeBody(MARITAL_STATUS, person, filled, { components: [{ key: 'residence-proof', state: 'passed', kind: 'electronic', paperOnFileId: paper.id }] });
    expect((await clerk.post<Problem>('/api/counter/intake', body)).status).not.toBe(200);
  });
});
