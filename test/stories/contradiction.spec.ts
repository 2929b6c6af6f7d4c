import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { NationalSources } from '@app/exchange';
import { newId } from '@app/kernel';
import type { DossierDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { DoubtDto, DoubtListDto } from '../../apps/desk/src/quality/doubts.dto.js';
import type { SourceToAskDto } from '../../apps/desk/src/sources/sources.dto.js';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { eventsOf } from '../support/behind.js';
import { DECLARED, IN_REGISTER, ON_FILE, receiveAgreeing, receiveContradicting } from '../support/contradiction.js';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { act, cast, go, PEOPLE, read, refusedAct, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

const POPULATION = 'population-register';
const ADDRESS = '/personAddress';

let desk: TestDesk;
let sources: StandInSources;
let people: ReturnType<typeof cast>;
let id: string;

beforeAll(async () => {
  sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
  const connections = Object.fromEntries(Object.entries(sources.connections).map(([key, connection]) => [key, { ...connection, timeoutMs: 500 }]));
  desk = await startTestDesk('2026-11-23T08:30', { sources: connections });
  people = cast(desk);
});
afterAll(async () => {
  await desk?.stop();
  await sources?.close();
});
beforeEach(async () => {
  sources.get(POPULATION).fault = 'none';
  desk.app.get(NationalSources).askAnew();
  id = await receiveContradicting(people.clerk);
});

const examined = (): Promise<DossierDto> => go(id, [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']]);
const askAgain = <T = DossierDto>(who: Visitor, more: object = {}): Promise<Answer<T>> => who.post<T>(`/api/dossiers/${id}/sources/ask`, { queryId: newId(), source: POPULATION, pointer: ADDRESS, ...more });
const answerOf = (dossier: DossierDto) => dossier.answers.flatMap((group) => group.answers).find(({ pointer }) => pointer === ADDRESS)!;
const offeredTo = async (who: Visitor): Promise<string[]> => (await read(who, id)).acts.map(({ event }) => event);

describe('a declared value that contradicts the file', () => {
  test('stands before the case officer with both; only whoever examines may settle it, and only where there is one', async () => {
    expect(await offeredTo(people.clerk)).not.toContain('acceptDeclared');
    const dossier = await examined();
    expect(answerOf(dossier)).toMatchObject({ value: DECLARED, onFile: { value: ON_FILE, asked: [] } });
    expect(await offeredTo(people.registrar)).toEqual(expect.arrayContaining(['acceptDeclared', 'askSourceAgain']));
    for (const other of [people.clerk, people.chairman]) {
      expect(await offeredTo(other)).not.toContain('acceptDeclared');
      expect((await refusedAct(other, id, 'acceptDeclared', { pointer: ADDRESS, note: 'x' })).code).toBe('permission.missing');
      expect((await askAgain<Problem>(other)).body.code).toBe('permission.missing');
    }
    id = await receiveAgreeing(people.clerk);
    await examined();
    expect(await offeredTo(people.registrar)).not.toContain('acceptDeclared');
    expect(await refusedAct(people.registrar, id, 'acceptDeclared', { pointer: ADDRESS, note: 'x' })).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/pointer' }] });
    expect((await people.registrar.get<SourceToAskDto[]>(`/api/dossiers/${id}/sources`)).body).toEqual([]);
  });

  test('once accepted puts the file in doubt, for the civil-status office to settle; a declaration writes nothing back', async () => {
    id = await receiveContradicting(people.clerk, { personEthnicity: 'Hoa' });
    await examined();
    await act(people.registrar, id, 'acceptDeclared', { pointer: '/personEthnicity', note: 'Đã đối chiếu giấy khai sinh bản chính' });
    const { rows } = (await people.registrar.get<DoubtListDto>('/api/doubts?kind=conflict')).body;
    expect(rows.map(({ attribute, state }) => [attribute, state])).toEqual([['ethnicity', 'open']]);
    const doubt = (await people.registrar.get<DoubtDto>(`/api/doubts/${rows[0]!.id}`)).body;
    expect(JSON.stringify(doubt)).toContain('Hoa');
    const ethnicity = () => desk.asOwner.transaction(SYSTEM, (tx) => tx.one(`select ethnicity from person where full_name = $1`, [PEOPLE.divorced.name]));
    expect(await ethnicity()).toEqual({ ethnicity: 'Kinh' });
    expect((await people.registrar.post(`/api/doubts/${doubt.id}/decision`, { decision: 'keep-other', reason: 'Giấy khai sinh bản chính ghi dân tộc Hoa' })).status).toBe(204);
    expect(await ethnicity()).toEqual({ ethnicity: 'Hoa' });
  });

  test('is accepted with a reason, which stays in the history; the value on file stays beside it', async () => {
    await examined();
    expect(await refusedAct(people.registrar, id, 'acceptDeclared', { pointer: ADDRESS })).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/note' }] });
    const after = await act(people.registrar, id, 'acceptDeclared', { pointer: ADDRESS, note: 'Đã đối chiếu giấy xác nhận cư trú' });
    const line = after.history.find(({ event }) => event === 'acceptDeclared');
    expect(line?.note).toBe('Đã đối chiếu giấy xác nhận cư trú');
    expect(answerOf(after)).toMatchObject({ value: DECLARED, onFile: { value: ON_FILE, acceptedSeq: line?.seq } });
    expect(after.acts.map(({ event }) => event)).not.toContain('acceptDeclared');
    expect((await refusedAct(people.registrar, id, 'acceptDeclared', { pointer: ADDRESS, note: 'Lần nữa' })).code).toBe('request.invalid');
  });

  test('is asked of the citizen; another answer that differs as well is looked at anew', async () => {
    await examined();
    await act(people.registrar, id, 'requestSupplement', { items: [{ target: 'field', key: ADDRESS, reason: 'wrong-information' }] });
    expect(answerOf(await read(people.registrar, id))).toMatchObject({ marked: true });
    const other = '10 đường Đồng Khởi, phường Biên Hoà, thành phố Đồng Nai';
    await act(people.clerk, id, 'supply', { answers: { [ADDRESS]: other } });
    expect(answerOf(await read(people.registrar, id))).toMatchObject({ value: other, onFile: { value: ON_FILE } });
    expect(await offeredTo(people.registrar)).toContain('acceptDeclared');
  });

  test('nothing is over with what was accepted once the answer changes, and nothing is left to settle once it says what the file says', async () => {
    await examined();
    await act(people.registrar, id, 'acceptDeclared', { pointer: ADDRESS, note: 'Tạm chấp nhận' });
    await act(people.registrar, id, 'requestSupplement', { items: [{ target: 'field', key: ADDRESS, reason: 'wrong-information' }] });
    await act(people.clerk, id, 'supply', { answers: { [ADDRESS]: ON_FILE } });
    expect(answerOf(await read(people.registrar, id)).onFile).toBeUndefined();
    expect(await offeredTo(people.registrar)).not.toContain('acceptDeclared');
  });
});

describe('the source asked again', () => {
  test('says anew what it knows of this value alone, for this dossier and its purpose; the answer is frozen beside the old ones', async () => {
    await examined();
    const { body: able } = await people.registrar.get<SourceToAskDto[]>(`/api/dossiers/${id}/sources`);
    expect(able.map(({ source, fields }) => [source, fields.map(({ pointer }) => pointer)])).toEqual([[POPULATION, [ADDRESS]]]);
    const before = sources.get(POPULATION).asked.size;
    const { status, body } = await askAgain(people.registrar);
    expect(status).toBe(200);
    expect(sources.get(POPULATION).asked.size).toBe(before + 1);
    expect(answerOf(body)).toMatchObject({ value: DECLARED, onFile: { value: ON_FILE, asked: [{ outcome: 'matched', value: IN_REGISTER, agrees: false }] } });
    expect((await eventsOf(desk, id)).at(-1)).toBe('askSourceAgain');
    const asked = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ wanted: string[]; purpose: string }>('select wanted, purpose from source_query where case_id = $1', [id]));
    expect(asked).toEqual([{ wanted: ['owner.permanentAddress.text'], purpose: 'Thẩm tra hồ sơ: hỏi Cơ sở dữ liệu quốc gia về dân cư' }]);
    const looks = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ purpose: string; role: string }>(
      `select purpose, role from person_read_log where dossier_id = $1 and purpose like 'Thẩm tra hồ sơ: hỏi%'`, [id]));
    expect(looks).toEqual([{ purpose: 'Thẩm tra hồ sơ: hỏi Cơ sở dữ liệu quốc gia về dân cư', role: 'case-officer' }]);
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from source_answer'));
    expect(answerOf(await read(people.registrar, id)).onFile!.asked[0]).toMatchObject({ value: IN_REGISTER });
  });

  test('is asked itself, not the answer it gave somebody within the hour; a repeat with the same id asks nobody', async () => {
    await examined();
    const before = sources.get(POPULATION).asked.size;
    const queryId = newId();
    await askAgain(people.registrar, { queryId });
    const again = await askAgain(people.registrar, { queryId });
    expect([again.status, answerOf(again.body).onFile!.asked.length]).toEqual([200, 1]);
    expect(sources.get(POPULATION).asked.size).toBe(before + 1);
    await askAgain(people.registrar);
    expect(sources.get(POPULATION).asked.size).toBe(before + 2);
  });

  test.each([['down', 'down'], ['slow', 'timeout'], ['wrong-person', 'wrong-person'], ['malformed', 'malformed']] as const)('being %s is noted as %s, and the two values stay as they were', async (fault, outcome) => {
    await examined();
    sources.get(POPULATION).fault = fault;
    const { status, body } = await askAgain(people.registrar);
    const { value, onFile } = answerOf(body);
    expect([status, value, onFile!.value, onFile!.asked.map((each) => [each.outcome, each.value])]).toEqual([200, DECLARED, ON_FILE, [[outcome, undefined]]]);
    expect(body.acts.map(({ event }) => event)).toContain('acceptDeclared');
  });

  test('is not asked about what does not differ, nor without a licence', async () => {
    await examined();
    expect((await askAgain<Problem>(people.registrar, { pointer: '/purpose' })).body.code).toBe('source.nothing-wanted');
    expect((await askAgain<Problem>(people.registrar, { pointer: '/personName' })).body.code).toBe('request.invalid');
    expect((await askAgain<Problem>(people.registrar, { source: 'social-insurance' })).body.code).toBe('source.not-licensed');
  });
});
