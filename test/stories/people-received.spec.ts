import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { NationalSources, type SourceRecord } from '@app/exchange';
import { newId } from '@app/kernel';
import type { AssessmentDto, PersonDto, PersonRowDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { LikelyPersonDto, RegisterAnswerDto } from '../../apps/desk/src/persons/reception.dto.js';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { MARITAL_STATUS, MATTERS, PEOPLE, findPerson, receiveAtCounter, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

const POPULATION = 'population-register';
const CARD = { personalId: '001093012345', fullName: 'Bùi Quang Khải', birthDate: '1993-04-17', sex: 'male', address: '18 ngõ 5 phố Lò Đúc, phường Hai Bà Trưng, thành phố Hà Nội', issuedOn: '2022-08-09' };
const CENTRE = 'Trung tâm Phục vụ hành chính công phường Biên Hoà';

let desk: TestDesk;
let sources: StandInSources;
let clerk: Visitor;
let before: readonly SourceRecord[];

beforeAll(async () => {
  sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
  desk = await startTestDesk('2026-11-23T08:30', { sources: Object.fromEntries(Object.entries(sources.connections).map(([key, connection]) => [key, { ...connection, timeoutMs: 500 }])) });
  clerk = desk.officer('tiepnhan.bienhoa');
  before = sources.get(POPULATION).records;
});
afterEach(() => {
  sources.get(POPULATION).fault = 'none';
  sources.get(POPULATION).records = before;
  desk.app.get(NationalSources).askAnew();
});
afterAll(async () => {
  await desk?.stop();
  await sources?.close();
});

const receive = <T = { id: string; fullName: string }>(body: object, who = clerk): Promise<Answer<T>> => who.post<T>('/api/counter/persons', { personId: newId(), ...body });
const likely = async (sought: object): Promise<LikelyPersonDto[]> => (await clerk.post<LikelyPersonDto[]>('/api/counter/persons/likely', sought)).body;
const identityOf = ({ issuedOn: _, ...identity }: typeof CARD): Omit<typeof CARD, 'issuedOn'> => identity;

interface FactRow { readonly attribute: string; readonly value: unknown; readonly source: string; readonly as_of: string; readonly authority: string | null; readonly login: string | null }
const factsOf = (id: string): Promise<FactRow[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<FactRow>(
  `select f.attribute, f.value, f.source, f.as_of::text, f.authority, o.login from person_fact f left join officer o on o.id = f.recorded_by where f.person_id = $1 order by f.attribute`, [id]));

async function beginIntake(): Promise<string> {
  const caseId = newId();
  expect((await clerk.put(`/api/counter/drafts/${caseId}`, { procedureCode: MARITAL_STATUS, data: {} })).status).toBe(200);
  return caseId;
}

describe('a stranger with a card', () => {
  test('is received by it: each value is a fact of the card with its day, the agency and the officer, and the next procedure offers it', async () => {
    expect((await clerk.post<PersonRowDto[]>('/api/counter/persons/search', { text: CARD.personalId })).body).toEqual([]);
    expect(await likely({ personalId: CARD.personalId, fullName: CARD.fullName, birthDate: CARD.birthDate })).toEqual([]);
    const personId = newId();
    const body = { personId, identity: { ...identityOf(CARD), phone: '0905000111' }, card: CARD, procedureCode: MARITAL_STATUS };
    expect((await receive(body)).body).toEqual({ id: personId, fullName: CARD.fullName });
    // The same command again, and nobody else's.
    expect((await receive(body)).status).toBe(200);
    expect((await receive<Problem>(body, desk.officer('tiepnhan2.bienhoa'))).body.code).toBe('command.reused');
    expect((await receive<Problem>({ ...body, personId: newId() })).body).toMatchObject({ code: 'person.on-file', facts: { personId } });
    const facts = await factsOf(personId);
    expect(facts.map(({ attribute, source, as_of, authority }) => [attribute, source, as_of, authority])).toEqual([
      ...['birthDate', 'fullName', 'permanentAddress', 'personalId'].map((attribute) => [attribute, 'identity-card', '2022-08-09', CENTRE]),
      ['phone', 'declared', '2026-11-23', CENTRE],
      ['sex', 'identity-card', '2022-08-09', CENTRE],
    ]);
    expect(new Set(facts.map(({ login }) => login))).toEqual(new Set(['tiepnhan.bienhoa']));
    const { body: assessment } = await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: MARITAL_STATUS, ownerId: personId, declaration: { requesterRelation: 'self' } });
    const offered = new Map(assessment.offers.map((offer) => [offer.pointer, offer]));
    expect(offered.get('/personAddress')).toMatchObject({ value: CARD.address, asOf: '2022-08-09', source: { vi: 'Thẻ căn cước xuất trình tại quầy' } });
    expect((await receiveAtCounter(clerk, MARITAL_STATUS, { phone: '0905000111' }, { owner: CARD.personalId, answers: { ...MATTERS[MARITAL_STATUS]!.answers, personNationality: 'Việt Nam', personEthnicity: 'Kinh' } })).received).toBe(true);
  });

  test('what the clerk reads otherwise than the machine is declared, the rest is the card’s', async () => {
    const card = { ...CARD, personalId: '001094012346', fullName: 'Vux Thij Manx', birthDate: '1994-01-02', sex: 'female' };
    const { body } = await receive({ identity: { ...identityOf(card), fullName: 'Vũ Thị Mận' }, card });
    expect(body).toMatchObject({ fullName: 'Vũ Thị Mận' });
    const facts = await factsOf(body.id);
    expect(facts.filter(({ source }) => source === 'declared').map(({ attribute, value }) => [attribute, value])).toEqual([['fullName', 'Vũ Thị Mận']]);
    expect(facts.filter(({ source }) => source === 'identity-card').map(({ attribute }) => attribute)).toEqual(['birthDate', 'permanentAddress', 'personalId', 'sex']);
  });

  test('with a value that cannot be is refused field by field', async () => {
    const { status, body } = await receive<Problem>({ identity: { ...identityOf(CARD), personalId: '12345', birthDate: '2093-02-30', fullName: 'x1' }, card: CARD });
    expect([status, body.code, body.fields?.map(({ pointer }) => pointer)]).toEqual([400, 'request.invalid', ['/identity/personalId', '/identity/fullName', '/identity/birthDate']]);
  });
});

describe('a stranger the population register knows', () => {
  const subject = { personalId: '079188004455', fullName: 'Lâm Mỹ Phụng', birthDate: '1988-12-30' };
  const record: SourceRecord = {
    id: 'DC-stranger', subject, state: 'in-force',
    values: {
      'owner.fullName': subject.fullName, 'owner.personalId': subject.personalId, 'owner.birthDate': subject.birthDate, 'owner.sex': 'female', 'owner.ethnicity': 'Hoa',
      'owner.nationality': 'Việt Nam', 'owner.birthPlace': 'Thành phố Hồ Chí Minh', 'owner.homeTown': 'Vĩnh Long', 'owner.permanentAddress.text': '200 Trần Hưng Đạo, phường Chợ Quán, Thành phố Hồ Chí Minh',
    },
  };
  const ask = async (more: object = {}): Promise<Answer<RegisterAnswerDto>> =>
    clerk.post<RegisterAnswerDto>('/api/counter/persons/register', { queryId: newId(), caseId: await beginIntake(), procedureCode: MARITAL_STATUS, ...subject, ...more });

  test('is received by its answer, which must speak of the person in hand', async () => {
    sources.get(POPULATION).records = [...before, record];
    const { body: answer } = await ask();
    expect(answer).toMatchObject({ outcome: 'matched', identity: { ...subject, ethnicity: 'Hoa', homeTown: 'Vĩnh Long' } });
    const { queryId, identity } = answer;
    for (const other of [{ fullName: 'Lâm Mỹ Phương' }, { birthDate: '1988-12-31' }, { sex: 'male' }, { personalId: '079188004456' }]) {
      expect((await receive<Problem>({ queryId, identity: { ...identity, ...other } })).body.code).toBe('person.answer-differs');
    }
    // Whatever a client makes of the other values, the answer is what counts.
    const { body } = await receive({ queryId, identity: { ...identity, ethnicity: 'Kinh', phone: '0905000222' } });
    const facts = await factsOf(body.id);
    expect(facts.filter(({ source }) => source === POPULATION).map(({ attribute, as_of }) => [attribute, as_of])).toEqual(
      ['birthDate', 'birthPlace', 'ethnicity', 'fullName', 'homeTown', 'nationality', 'permanentAddress', 'personalId', 'sex'].map((attribute) => [attribute, '2026-11-23']));
    expect(facts.find(({ attribute }) => attribute === 'ethnicity')).toMatchObject({ value: 'Hoa', login: 'tiepnhan.bienhoa' });
    expect(facts.filter(({ source }) => source === 'declared').map(({ attribute }) => attribute)).toEqual(['phone']);
    const log = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ line: string; licence: string; person_id: string | null }>('select to_jsonb(q)::text as line, licence, person_id from source_query q where id = $1', [queryId]));
    expect([log.licence, log.person_id]).toEqual(['Văn bản minh hoạ số 01/2026 của bản trình diễn', null]);
    for (const value of [subject.personalId, subject.fullName, 'Vĩnh Long']) expect(log.line).not.toContain(value);
  });

  test.each(['down', 'slow', 'malformed', 'wrong-person'] as const)('but does not answer (%s): the card is enough', async (fault) => {
    sources.get(POPULATION).records = [...before, record];
    sources.get(POPULATION).fault = fault;
    const { body } = await ask({ personalId: '079188009901' });
    expect(body.identity).toBeUndefined();
    expect(['down', 'timeout', 'malformed', 'wrong-person', 'no-match']).toContain(body.outcome);
    const place = ['down', 'slow', 'malformed', 'wrong-person'].indexOf(fault);
    const card = { ...CARD, personalId: `07918800990${place + 1}`, fullName: ['Lê Văn Một', 'Đinh Thị Hai', 'Hồ Văn Ba', 'Cao Thị Bốn'][place]!, birthDate: `195${place}-03-04` };
    expect((await receive({ identity: identityOf(card), card, queryId: undefined })).status).toBe(200);
  });

  test('is asked for a draft of this procedure alone', async () => {
    expect((await clerk.post<Problem>('/api/counter/persons/register', { queryId: newId(), caseId: newId(), procedureCode: MARITAL_STATUS, ...subject })).body.code).toBe('source.no-case');
    expect((await desk.officer('hotich.bienhoa').post<Problem>('/api/counter/persons/register', { queryId: newId(), caseId: newId(), procedureCode: MARITAL_STATUS, ...subject })).body.code).toBe('permission.missing');
  });
});

describe('a stranger without a card', () => {
  test('is received with what the paper in hand shows, and as whose relative they say', async () => {
    const mother = await findPerson(clerk, PEOPLE.mother.personalId);
    const identity = { fullName: 'Trần Thị Lụa', birthDate: '1961', sex: 'female', address: 'Ấp 3, xã Định Quán, thành phố Đồng Nai' };
    expect((await receive<Problem>({ identity })).body.fields?.map(({ pointer }) => pointer)).toEqual(['/basis']);
    const { body } = await receive({ identity, basis: 'Sổ hộ khẩu số 140234', relation: { kind: 'mother', otherId: mother.id } });
    expect((await factsOf(body.id)).map(({ attribute, source }) => [attribute, source])).toEqual(['birthDate', 'fullName', 'permanentAddress', 'sex'].map((attribute) => [attribute, 'declared']));
    const { body: person } = await clerk.post<PersonDto>('/api/counter/persons/open', { personId: mother.id, procedureCode: MARITAL_STATUS });
    expect(person.relatives.filter(({ kind }) => kind === 'mother').map(({ fullName }) => fullName)).toContain('Trần Thị Lụa');
    expect((await factsOf(mother.id)).filter(({ source }) => source === 'declared')).toMatchObject([{ attribute: 'mother', authority: CENTRE, login: 'tiepnhan.bienhoa' }]);
  });

  test('is said to be somebody’s relative only of somebody on file, and then not entered either', async () => {
    const personId = newId();
    expect((await receive<Problem>({ personId, identity: { fullName: 'Ngô Tấn Lộc', birthDate: '1996-06-06', sex: 'male' }, basis: 'Hộ chiếu số P1234567', relation: { kind: 'spouse', otherId: newId() } })).body.code).toBe('person.unknown');
    expect(await factsOf(personId)).toEqual([]);
  });
});

describe('nobody is entered twice unseen', () => {
  test('who looks the same is told, the likeliest first, and is chosen or said to be somebody else', async () => {
    const { id } = await findPerson(clerk, PEOPLE.divorced.personalId);
    const [known] = (await clerk.post<PersonRowDto[]>('/api/counter/persons/search', { text: PEOPLE.divorced.personalId })).body;
    const sought = { fullName: 'Đỗ Thành Tùng', birthDate: known!.birthDate };
    const identity = { ...sought, sex: 'male' };
    expect((await likely(sought)).map((person) => [person.id, person.likeness])).toEqual([[id, 'same-name-and-birth']]);
    expect((await likely({ ...sought, fullName: 'Đỗ Tùng' })).map(({ likeness }) => likeness)).toEqual(['near-name-and-birth']);
    expect((await likely({ ...sought, fullName: 'Đỗ Thanh Tungg', birthDate: '1985' })).map(({ likeness }) => likeness)).toEqual(['near-name-and-year']);
    const body = { identity, basis: 'Hộ chiếu số P7654321' };
    const { status, body: refused } = await receive<Problem>(body);
    expect([status, refused.code]).toEqual([409, 'person.likely-known']);
    expect((await receive<Problem>({ ...body, notSame: { personIds: [id], reason: ' ' } })).body.code).toBe('person.likely-known');
    expect((await receive<Problem>({ ...body, notSame: { personIds: [newId()], reason: 'Khác nơi sinh và cha mẹ' } })).body.code).toBe('person.likely-known');
    const { body: entered } = await receive({ ...body, notSame: { personIds: [id], reason: 'Khác nơi sinh và cha mẹ' } });
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.one('select compared, not_same_reason, basis, source from person_reception where person_id = $1', [entered.id])))
      .toEqual({ compared: [id], not_same_reason: 'Khác nơi sinh và cha mẹ', basis: 'Hộ chiếu số P7654321', source: 'declared' });
  });

  test('two counters that receive the same person at once: one does, the other is told', async () => {
    const body = { identity: { fullName: 'Kiều Thị Sương', birthDate: '1979-09-09', sex: 'female' }, basis: 'Giấy khai sinh' };
    const answers = await Promise.all([receive<Problem>(body), receive<Problem>(body, desk.officer('tiepnhan2.bienhoa'))]);
    expect(answers.map(({ status, body: { code } }) => [status, code]).toSorted()).toEqual([[200, undefined], [409, 'person.likely-known']]);
  });

  test('a number somebody else holds is a conflict with a name, and does not send the person away', async () => {
    const { id: holder } = await findPerson(clerk, PEOPLE.oldMan.personalId);
    const card = { ...CARD, personalId: PEOPLE.oldMan.personalId, fullName: 'Tạ Hữu Phước', birthDate: '1977-07-07' };
    const { status, body } = await receive<Problem>({ identity: identityOf(card), card });
    expect([status, body.code, body.facts?.['personId']]).toEqual([409, 'person.number-taken', holder]);
    const { body: entered } = await receive({ identity: identityOf(card), card, numberInDoubt: true });
    expect((await factsOf(entered.id)).map(({ attribute }) => attribute)).not.toContain('personalId');
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.one('select number_held_by from person_reception where person_id = $1', [entered.id]))).toEqual({ number_held_by: holder });
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select other_person_id, detail, communes, state from person_doubt where kind = $1 and person_id = $2', ['number-clash', entered.id])))
      .toEqual([{ other_person_id: holder, detail: { number: PEOPLE.oldMan.personalId }, communes: expect.arrayContaining(['26068']), state: 'open' }]);
    expect((await findPerson(clerk, PEOPLE.oldMan.personalId)).id).toBe(holder);
  });
});
