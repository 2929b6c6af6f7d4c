import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { NationalSources, type SourceKey, type SourceOutcome, type SourceRecord } from '@app/exchange';
import { newId } from '@app/kernel';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { LookUpDto, SourceDto } from '../../apps/desk/src/sources/sources.dto.js';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { BIRTH, HEALTH_CARD, LOST_LAND, MARITAL_STATUS, MATTERS, PEOPLE, fillIn, findPerson, intakeBody, read, receiveAtCounter, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

const POPULATION = 'population-register';
const ANSWERS = { ...MATTERS[MARITAL_STATUS]!.answers, maritalStatus: 'divorced' };
const NEW_ADDRESS = '27 đường Phạm Văn Thuận, khu phố 4, phường Biên Hoà, thành phố Đồng Nai';

let desk: TestDesk;
let sources: StandInSources;
let clerk: Visitor;
let person: string;
let before: readonly SourceRecord[];

beforeAll(async () => {
  sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
  // Half a second is patience enough for a test; the breaker and the rest are as they are served.
  const connections = Object.fromEntries(Object.entries(sources.connections).map(([key, connection]) => [key, { ...connection, timeoutMs: 500 }]));
  desk = await startTestDesk('2026-11-23T08:30', { sources: connections });
  clerk = desk.officer('tiepnhan.bienhoa');
  person = (await findPerson(clerk, PEOPLE.divorced.personalId)).id;
  before = sources.get(POPULATION).records;
});

afterEach(async () => {
  for (const { key } of (['population-register', 'civil-status-register', 'land-register', 'social-insurance'] as const).map((each) => sources.get(each))) sources.get(key).fault = 'none';
  sources.get(POPULATION).records = before;
  desk.app.get(NationalSources).askAnew();
  await forgetAnswers();
});

afterAll(async () => {
  await desk.stop();
  await sources.close();
});

/** So that the next test asks the source itself and not an answer that is still good. */
const forgetAnswers = (): Promise<unknown> => desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from source_answer'));

/** An intake in hand: its draft is saved, as the counter does by itself. */
async function beginIntake(procedureCode = MARITAL_STATUS): Promise<string> {
  const caseId = newId();
  expect((await clerk.put(`/api/counter/drafts/${caseId}`, { procedureCode, data: {} })).status).toBe(200);
  return caseId;
}

const ask = <T = LookUpDto>(caseId: string, more: object = {}, who = clerk): Promise<Answer<T>> => who.post<T>('/api/sources/ask', {
  caseId, procedureCode: MARITAL_STATUS, personId: person, declaration: ANSWERS, queryId: newId(), source: POPULATION, purpose: 'intake', agreed: true, ...more,
});

const assess = async (caseId: string, declaration: object = ANSWERS): Promise<AssessmentDto> =>
  (await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: MARITAL_STATUS, ownerId: person, declaration, caseId })).body;

const offeredBySource = async (caseId: string): Promise<string[]> => (await assess(caseId)).offers.filter(({ queryId }) => queryId !== undefined).map(({ pointer }) => pointer);

const logOf = (caseId: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ outcome: SourceOutcome; purpose: string; procedure_code: string; unit_id: string; licence: string; reused: string | null; answer_sha256: string | null }>(
  'select outcome, purpose, procedure_code, unit_id, licence, reused, answer_sha256 from source_query where case_id = $1 order by number', [caseId]));

/** Whatever a source did, the intake can still be received with what was typed. */
async function receives(caseId: string): Promise<IntakeResultDto> {
  const filled = await fillIn((declaration) => assess(caseId, declaration), ANSWERS);
  const components = filled.assessment.components.filter(({ required }) => required).map(({ key, kinds }) => ({ key, state: 'passed', kind: kinds[0] }));
  const { status, body } = await clerk.post<IntakeResultDto>('/api/counter/intake', { ...intakeBody(MARITAL_STATUS, person, filled, { components }), dossierId: caseId });
  expect([status, body.received]).toEqual([200, true]);
  return body;
}

/** Changes the entry of the person asked about. */
function entry(change: (record: SourceRecord) => readonly SourceRecord[]): void {
  const source = sources.get(POPULATION);
  source.records = before.flatMap((record) => (record.subject.personalId === PEOPLE.divorced.personalId ? change(record) : [record]));
}

describe('TC01: one record in force', () => {
  test('its values are offered with source and day, nothing is applied; what is agreed to is frozen with the dossier', async () => {
    const caseId = await beginIntake();
    const { status, body } = await ask(caseId);
    expect([status, body.outcome, body.isReused]).toEqual([200, 'matched', false]);
    expect(body.found.map(({ pointer }) => pointer)).toContain('/personAddress');
    const assessment = await assess(caseId);
    const address = assessment.offers.find(({ pointer }) => pointer === '/personAddress')!;
    expect(address).toMatchObject({ value: NEW_ADDRESS, asOf: '2026-11-23', queryId: body.queryId, source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' } });
    const { dossierId } = await receives(caseId);
    const answers = (await read(clerk, dossierId)).answers.flatMap((group) => group.answers);
    expect(answers.find(({ pointer }) => pointer === '/personAddress')).toMatchObject({ value: NEW_ADDRESS, origin: 'register', source: { en: 'National population database' } });
    // Whatever becomes of the source and of what was fetched, the old dossier says the same.
    entry(() => []);
    await forgetAnswers();
    expect((await read(clerk, dossierId)).answers.flatMap((group) => group.answers).find(({ pointer }) => pointer === '/personAddress')).toMatchObject({ value: NEW_ADDRESS, origin: 'register' });
  });

  test('is in the log with case, procedure, unit, licence and purpose, and in the log the person reads; no value is in either', async () => {
    const caseId = await beginIntake();
    await ask(caseId);
    expect(await logOf(caseId)).toEqual([{
      outcome: 'matched', purpose: 'Tiếp nhận hồ sơ tại quầy: hỏi Cơ sở dữ liệu quốc gia về dân cư', procedure_code: MARITAL_STATUS, unit_id: 'c26068.centre',
      licence: 'Văn bản minh hoạ số 01/2026 của bản trình diễn', reused: null, answer_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    }]);
    const whole = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ text: string }>('select to_jsonb(q)::text as text from source_query q where case_id = $1', [caseId]));
    for (const value of [PEOPLE.divorced.personalId, PEOPLE.divorced.name, 'Phạm Văn Thuận']) expect(whole.text).not.toContain(value);
    const read = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select 1 from person_read_log where person_id = $1 and purpose like $2', [person, '%hỏi Cơ sở dữ liệu quốc gia về dân cư']));
    expect(read.length).toBeGreaterThan(0);
  });
});

test('TC02: nobody is found, and the intake goes on', async () => {
  entry(() => []);
  const caseId = await beginIntake();
  expect((await ask(caseId)).body).toMatchObject({ outcome: 'no-match', found: [] });
  expect(await offeredBySource(caseId)).toEqual([]);
  await receives(caseId);
});

test('TC03: of several records none is chosen, but one record told twice is one', async () => {
  entry((record) => [record, { ...record, id: 'DC-other', values: { ...record.values, 'owner.ethnicity': 'Hoa' } }]);
  const caseId = await beginIntake();
  expect((await ask(caseId)).body.outcome).toBe('several-matches');
  expect(await offeredBySource(caseId)).toEqual([]);
  sources.get(POPULATION).records = before;
  sources.get(POPULATION).fault = 'duplicate';
  expect((await ask(caseId)).body.outcome).toBe('matched');
  expect(await offeredBySource(caseId)).toContain('/personAddress');
});

test('TC04: whoever sees the preview and declines it keeps what they say; both stand before the case officer', async () => {
  const caseId = await beginIntake();
  await ask(caseId);
  const said = '9 đường Đồng Khởi, phường Biên Hoà, thành phố Đồng Nai';
  const filled = await fillIn((declaration) => assess(caseId, declaration), ANSWERS);
  const components = filled.assessment.components.filter(({ required }) => required).map(({ key, kinds }) => ({ key, state: 'passed', kind: kinds[0] }));
  const whole = intakeBody(MARITAL_STATUS, person, filled, { components }) as { declaration: object; offers: Array<{ pointer: string; agreed: boolean }> };
  const { body } = await clerk.post<IntakeResultDto>('/api/counter/intake', {
    ...whole, dossierId: caseId, declaration: { ...whole.declaration, personAddress: said },
    offers: whole.offers.map((offer) => (offer.pointer === '/personAddress' ? { ...offer, agreed: false } : offer)),
  });
  const answers = (await read(clerk, body.dossierId)).answers.flatMap((group) => group.answers);
  expect(answers.find(({ pointer }) => pointer === '/personAddress')).toMatchObject({
    value: said, origin: 'clerk', onFile: { value: NEW_ADDRESS, source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' }, asOf: '2026-11-23' },
  });
  expect(answers.filter(({ onFile }) => onFile !== undefined).map(({ pointer }) => pointer)).toEqual(['/personAddress']);
});

test('who does not want a source to be asked is not asked about, and that is written down', async () => {
  const caseId = await beginIntake();
  const reached = sources.get(POPULATION).asked.size;
  expect((await ask(caseId, { agreed: false })).body).toMatchObject({ outcome: 'declined', found: [] });
  expect(sources.get(POPULATION).asked.size).toBe(reached);
  expect(await logOf(caseId)).toMatchObject([{ outcome: 'declined', answer_sha256: null }]);
  await receives(caseId);
});

test.each([['down', 'down'], ['malformed', 'malformed'], ['slow', 'timeout'], ['wrong-person', 'wrong-person']] as const)('TC05 to TC07: a source that is %s ends as %s, offers nothing, and the intake goes on', async (fault, outcome) => {
  sources.get(POPULATION).fault = fault;
  const caseId = await beginIntake();
  const began = performance.now();
  const { status, body } = await ask(caseId);
  expect([status, body.outcome, body.found]).toEqual([200, outcome, []]);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(await offeredBySource(caseId)).toEqual([]);
  expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select 1 from source_answer a join source_query q on q.id = a.query_id where q.case_id = $1', [caseId]))).toEqual([]);
  await receives(caseId);
});

test('TC05: a source that fails again and again is left alone for a while, and says so before it is asked', async () => {
  sources.get(POPULATION).fault = 'down';
  const caseId = await beginIntake();
  for (let n = 0; n < 3; n += 1) expect((await ask(caseId)).body.outcome).toBe('down');
  sources.get(POPULATION).fault = 'none';
  const { body } = await clerk.post<SourceDto[]>('/api/sources', { caseId, procedureCode: MARITAL_STATUS, personId: person, declaration: ANSWERS });
  expect(body.find(({ source }) => source === POPULATION)).toMatchObject({ isResting: true, last: { outcome: 'down' } });
  expect((await ask(caseId)).body.outcome).toBe('down');
  desk.app.get(NationalSources).askAnew();
  expect((await ask(caseId)).body.outcome).toBe('matched');
});

test.each([
  ['an expired record', { validUntil: '2026-11-22' }, 'expired'],
  ['a record said to be expired', { state: 'expired' }, 'expired'],
  ['a revoked record', { state: 'revoked' }, 'revoked'],
] as const)('TC08: %s is never offered', async (_, change, outcome) => {
  entry((record) => [{ ...record, ...change }]);
  const caseId = await beginIntake();
  expect((await ask(caseId)).body.outcome).toBe(outcome);
  expect(await offeredBySource(caseId)).toEqual([]);
  await receives(caseId);
});

test('TC08: on its last day a record is still good', async () => {
  entry((record) => [{ ...record, validUntil: '2026-11-23' }]);
  expect((await ask(await beginIntake())).body.outcome).toBe('matched');
});

test('TC09: what is revoked after it was used is offered no more, also in the same intake; the received dossier keeps what it had', async () => {
  const used = await beginIntake();
  await ask(used);
  const { dossierId } = await receives(used);
  const inHand = await beginIntake();
  await forgetAnswers();
  await ask(inHand);
  expect(await offeredBySource(inHand)).toContain('/personAddress');
  await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update source_answer set good_until = '2026-11-23T00:00:00Z'`));
  entry((record) => [{ ...record, state: 'revoked' }]);
  expect((await ask(inHand)).body.outcome).toBe('revoked');
  expect(await offeredBySource(inHand)).toEqual([]);
  expect((await read(clerk, dossierId)).answers.flatMap((group) => group.answers).find(({ pointer }) => pointer === '/personAddress')).toMatchObject({ value: NEW_ADDRESS, origin: 'register' });
  // The case officer asks again for the dossier and learns of it.
  const officer = await ask(dossierId, { purpose: 'examination' });
  expect([officer.status, officer.body.outcome]).toEqual([200, 'revoked']);
});

describe('TC10: the same question', () => {
  test('sent twice, also at the same time, is one question with one answer', async () => {
    const caseId = await beginIntake();
    const queryId = newId();
    const answers = await Promise.all([ask(caseId, { queryId }), ask(caseId, { queryId })]);
    const again = await ask(caseId, { queryId });
    expect([...answers, again].map(({ body }) => [body.queryId, body.outcome, body.found.length])).toEqual(Array(3).fill([queryId, 'matched', again.body.found.length]));
    expect(await logOf(caseId)).toHaveLength(1);
    expect((await ask<Problem>(await beginIntake(), { queryId })).body.code).toBe('command.reused');
  });

  test('asked anew while the answer is good does not reach the source; afterwards it does', async () => {
    await ask(await beginIntake());
    const reached = sources.get(POPULATION).asked.size;
    const caseId = await beginIntake();
    const { body } = await ask(caseId);
    expect([body.outcome, body.isReused, sources.get(POPULATION).asked.size]).toEqual(['matched', true, reached]);
    expect(await offeredBySource(caseId)).toContain('/personAddress');
    await desk.moveTo('2026-11-23T09:31');
    expect((await ask(await beginIntake())).body.isReused).toBe(false);
    expect(sources.get(POPULATION).asked.size).toBe(reached + 1);
  });
});

describe('refused before anything leaves', () => {
  test.each<[string, object, number, string]>([
    ['a case nobody has', { caseId: newId() }, 409, 'source.no-case'],
    ['another procedure than the draft’s', { procedureCode: LOST_LAND }, 409, 'source.no-case'],
    ['a source the procedure has no licence for', { source: 'social-insurance' }, 403, 'source.not-licensed'],
    ['no purpose', { purpose: undefined }, 400, 'request.invalid'],
    ['an unknown source', { source: 'tax' }, 400, 'request.invalid'],
  ])('%s', async (_, more, status, code) => {
    const caseId = await beginIntake();
    const reached = [...sources.get(POPULATION).asked];
    const answer = await ask<Problem>(caseId, more);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect([...sources.get(POPULATION).asked]).toEqual(reached);
    expect(await logOf(caseId)).toEqual([]);
  });

  test('the draft of somebody else', async () => {
    const caseId = await beginIntake();
    expect((await ask<Problem>(caseId, {}, desk.officer('tiepnhan2.bienhoa'))).body.code).toBe('source.no-case');
  });
});

test('a person may ask about nobody but themselves, for their own draft', async () => {
  const citizen = desk.citizen(PEOPLE.divorced.personalId);
  const caseId = newId();
  await citizen.put(`/api/citizen/drafts/${caseId}`, { procedureCode: MARITAL_STATUS, data: {} });
  const body = { caseId, procedureCode: MARITAL_STATUS, declaration: ANSWERS, queryId: newId(), source: POPULATION, agreed: true };
  expect((await citizen.post<LookUpDto>('/api/citizen/sources/ask', body)).body.outcome).toBe('matched');
  const { offers } = (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode: MARITAL_STATUS, declaration: ANSWERS, caseId })).body;
  expect(offers.find(({ pointer }) => pointer === '/personAddress')).toMatchObject({ value: NEW_ADDRESS, queryId: body.queryId });
  expect((await citizen.post('/api/citizen/sources/ask', { ...body, personId: newId() })).status).toBe(400);
});

test.each<[SourceKey, string, string, string]>([
  ['land-register', LOST_LAND, PEOPLE.landOwner.personalId, '/certificateNumber'],
  ['civil-status-register', BIRTH, PEOPLE.mother.personalId, '/fatherName'],
  ['social-insurance', HEALTH_CARD, PEOPLE.single.personalId, '/hospital'],
])('the %s answers too, for its own fields only', async (source, procedureCode, owner, pointer) => {
  const personId = (await findPerson(clerk, owner)).id;
  const caseId = await beginIntake(procedureCode);
  const { status, body } = await ask(caseId, { source, procedureCode, personId, declaration: MATTERS[procedureCode]!.answers });
  expect([status, body]).toEqual([200, expect.objectContaining({ outcome: 'matched' })]);
  expect(body.found.map((found) => found.pointer)).toContain(pointer);
  expect(body.found.map((found) => found.pointer)).not.toContain('/requesterPersonalId');
});

test('with every source down an intake is received as before', async () => {
  for (const source of ['population-register', 'civil-status-register', 'land-register', 'social-insurance'] as const) sources.get(source).fault = 'down';
  const caseId = await beginIntake();
  const { body: list } = await clerk.post<SourceDto[]>('/api/sources', { caseId, procedureCode: MARITAL_STATUS, personId: person, declaration: ANSWERS });
  for (const { source } of list) expect((await ask(caseId, { source })).body.outcome).toBe('down');
  const { dossierId } = await receiveAtCounter(clerk, MARITAL_STATUS);
  expect((await read(clerk, dossierId)).status).toBe(2);
  await receives(caseId);
});

test('questions are counted by source and outcome, a source left alone is said, and nothing tells of whom they were', async () => {
  const before = await measured();
  expect(before.resting).toBe('0');
  sources.get(POPULATION).fault = 'down';
  const caseId = await beginIntake();
  for (let n = 0; n < 3; n += 1) await ask(caseId);
  const after = await measured();
  expect(after).toMatchObject({ down: before.down + 3, resting: '1' });
  for (const told of [PEOPLE.divorced.personalId, PEOPLE.divorced.name, person, caseId]) expect(after.text).not.toContain(told);
});

async function measured(): Promise<{ text: string; down: number; resting: string | undefined }> {
  const text = await (await fetch(`${desk.url}/metrics`)).text();
  const value = (line: string): string | undefined => text.split('\n').find((each) => each.startsWith(`${line} `))?.slice(line.length + 1);
  return { text, down: Number(value(`source_requests_total{source="${POPULATION}",outcome="down"}`) ?? 0), resting: value(`source_breaker_open{source="${POPULATION}"}`) };
}
