import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import { BrowserVisit } from '../support/browser-visit.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, MATTERS, PEOPLE, act, cast, fillIn, go, pdfText, read, refusedAct, smallPdf, tryAct, type FilledIn, type Problem } from '../support/steps.js';
import type { CitizenDossierDto, CitizenDossierRowDto, CitizenMeDto, DraftDto, FiledDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { AssessmentDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';

jest.setTimeout(60_000);

const DIVORCED = { ...MATTERS[MARITAL_STATUS]!.answers, maritalStatus: 'divorced' };
const { divorced } = PEOPLE;

describe('a citizen files online, is asked for a supplement, supplies it and reads the result', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let citizen: BrowserVisit;
  let filled: FilledIn;
  let id: string;
  const draft = newId();

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30', { withIdentity: true });
    people = cast(desk);
    citizen = new BrowserVisit(desk.url);
  });
  afterAll(() => desk?.stop());

  const mine = async (): Promise<CitizenDossierDto> => (await citizen.json<CitizenDossierDto>('GET', `/api/citizen/dossiers/${id}`)).body;
  const upload = async (query: string, name = 'ban-an.pdf'): Promise<FileDto> => {
    const { status, body } = await citizen.upload<FileDto>(`/api/citizen/files?${query}&component=divorce-judgment`, name, smallPdf(name));
    expect(status).toBe(201);
    return body;
  };

  test('he signs in at the identity provider and lands on his page', async () => {
    const choice = await citizen.visit('/api/citizen/sign-in?return=/cong-dan/ho-so');
    expect(choice.html).toContain(divorced.name);
    expect(choice.html).not.toContain(divorced.personalId);
    const button = new RegExp(`value="(\\d+)">\\s*<span class="name">${divorced.name}`).exec(choice.html)?.[1];
    const landed = await citizen.visit(choice.url, { person: button ?? '' });
    expect(landed.url).toBe('/cong-dan/ho-so');
    expect(await citizen.session()).toMatchObject({ kind: 'citizen', name: divorced.name });
    const { body } = await citizen.json<CitizenMeDto>('GET', '/api/citizen/me');
    expect(body).toMatchObject({ fullName: divorced.name, communeId: 'c26068' });
    expect(body.maskedPersonalId).not.toBe(divorced.personalId);
  });

  test('what he typed is kept as a draft with its file', async () => {
    filled = await fillIn(async (declaration) => (await citizen.json<AssessmentDto>('POST', '/api/citizen/assess', { procedureCode: MARITAL_STATUS, declaration })).body, DIVORCED);
    expect(filled.assessment.faults).toEqual([]);
    expect(filled.declaration).toMatchObject({ personName: divorced.name, formerSpouseName: 'Vũ Thị Hương Giang', divorceNumber: '215/2023/QĐST-HNGĐ' });
    expect((await citizen.json('PUT', `/api/citizen/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: { declaration: filled.declaration, step: 2 } })).status).toBe(200);
    const file = await upload(`draft=${draft}`);
    expect(file).toMatchObject({ name: 'ban-an.pdf', mediaType: 'application/pdf' });
    const { body } = await citizen.json<DraftDto[]>('GET', '/api/citizen/drafts');
    expect(body).toMatchObject([{ id: draft, data: { step: 2 }, files: { 'divorce-judgment': [{ id: file.id }] } }]);
  });

  test('he files: a filing number, no code yet, an answer within eight working hours', async () => {
    const { body: kept } = await citizen.json<DraftDto>('GET', `/api/citizen/drafts/${draft}`);
    id = newId();
    const { status, body } = await citizen.json<FiledDto>('POST', '/api/citizen/dossiers', {
      commandId: newId(), dossierId: id, draftId: draft, procedureCode: MARITAL_STATUS, declaration: filled.declaration, delivery: 'electronic',
      offers: filled.agreed.map((pointer) => ({ pointer, agreed: true })), components: [{ key: 'divorce-judgment', fileIds: kept.files['divorce-judgment']!.map((file) => file.id) }],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ dossierId: id, centre: { id: 'c26068.centre' }, answerBy: '2026-11-25T01:30:00Z' });
    expect(body.filingNumber).toMatch(/^N26068-261123-[2-9A-Z]{6}$/);
    expect(await mine()).toMatchObject({ status: 1, received: false, code: body.filingNumber, clock: { state: 'not-started' } });
    expect((await citizen.json<DraftDto[]>('GET', '/api/citizen/drafts')).body).toEqual([]);
  });

  test('the clerk finds it in the list, and cannot receive it with the judgment unchecked', async () => {
    const { body } = await people.clerk.get<DossierListDto>('/api/dossiers?list=mine');
    expect(body.rows.map((row) => row.id)).toEqual([id]);
    expect(await refusedAct(people.clerk, id, 'receive')).toMatchObject({
      code: 'components.missing', status: 422, fields: [{ pointer: '/components/divorce-judgment' }],
    });
  });

  test('she asks for a better copy: no clock runs yet, and a second request is not possible', async () => {
    expect(await refusedAct(people.clerk, id, 'requestSupplement', { items: [] })).toMatchObject({ code: 'reason.required' });
    const items = [{ target: 'component' as const, key: 'divorce-judgment', reason: 'unreadable', note: 'Thiếu trang 2' }];
    expect(await act(people.clerk, id, 'requestSupplement', { items })).toMatchObject({ status: 5, clock: { state: 'not-started' } });
    expect(await refusedAct(people.clerk, id, 'requestSupplement', { items })).toMatchObject({ code: 'act.impossible', status: 409 });
    expect(await mine()).toMatchObject({
      action: { vi: 'Cần sửa để được tiếp nhận' },
      supplement: { beforeReceipt: true, answerBy: '2026-12-03', contact: '', items: [{ key: 'divorce-judgment', note: 'Thiếu trang 2', basis: 'Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2' }] },
    });
  });

  test('he may change only what was marked, and must supply all of it', async () => {
    const supply = (body: object) => citizen.json<Problem>('POST', `/api/citizen/dossiers/${id}/supply`, { commandId: newId(), components: [], ...body });
    const outside = await supply({ answers: { '/purpose': 'other' } });
    expect([outside.status, outside.body.code]).toEqual([422, 'supplement.outside-marks']);
    const otherPaper = await supply({ components: [{ key: 'residence-proof', fileIds: [] }] });
    expect(otherPaper.body.code).toBe('supplement.outside-marks');
    const nothing = await supply({});
    expect(nothing.body).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/components/divorce-judgment' }] });
    const file = await upload(`dossier=${id}`, 'ban-an-du-trang.pdf');
    expect((await supply({ components: [{ key: 'divorce-judgment', fileIds: [file.id] }] })).status).toBe(200);
    const seen = await mine();
    expect([seen.status, seen.supplement]).toEqual([1, undefined]);
    const { components } = await read(people.clerk, id);
    expect(components.find(({ key }) => key === 'divorce-judgment')!.files.map(({ name }) => name).toSorted()).toEqual(['ban-an-du-trang.pdf', 'ban-an.pdf']);
  });

  test('the clerk ticks and receives: now it has a code, and three working days', async () => {
    await desk.moveTo('2026-11-23T10:00');
    expect((await refusedAct(people.clerk, id, 'requestSupplement', { items: [{ target: 'field', key: '/purpose', reason: 'wrong-information' }] })).code).toBe('act.impossible');
    const received = await act(people.clerk, id, 'receive', { components: [{ key: 'divorce-judgment', state: 'passed' }] });
    expect(received).toMatchObject({ code: 'H19.26.01-261123-0001', status: 2, clock: { state: 'running', dueAt: '2026-11-27T03:00:00Z' } });
  });

  test('after receipt a supplement stops the clock, once, and the date moves on', async () => {
    await go(id, [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']]);
    await desk.moveTo('2026-11-25T10:00');
    const items = [{ target: 'field' as const, key: '/purpose', reason: 'wrong-information' }];
    expect(await act(people.registrar, id, 'requestSupplement', { items })).toMatchObject({ status: 5, clock: { state: 'paused' } });
    await desk.moveTo('2026-11-27T10:00');
    await citizen.visit('/api/citizen/sign-in?return=/cong-dan').then((choice) => citizen.visit(choice.url, { person: /value="(\d+)">\s*<span class="name">Đỗ Thanh Tùng/.exec(choice.html)?.[1] ?? '' }));
    await citizen.session();
    expect((await mine()).action).toMatchObject({ vi: 'Cần bổ sung' });
    const answer = await citizen.json<CitizenDossierDto>('POST', `/api/citizen/dossiers/${id}/supply`, { commandId: newId(), components: [], answers: { '/purpose': 'inheritance' } });
    expect(answer.body).toMatchObject({ status: 4, clock: { state: 'running', dueAt: '2026-12-01T03:00:00Z' } });
    expect(await refusedAct(people.registrar, id, 'requestSupplement', { items })).toMatchObject({ code: 'act.impossible' });
  });

  test('he reads the draft before it is signed, objects once and then finds it right', async () => {
    const say = async (event: string, note?: string) => citizen.json<CitizenDossierDto>('POST', `/api/citizen/dossiers/${id}/acts`, { commandId: newId(), event, ...(note && { note }) });
    await go(id, [[people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval', { draft: {} }]]);
    const asked = await mine();
    expect(asked).toMatchObject({
      action: { vi: 'Cần kiểm tra dự thảo' }, clock: { state: 'paused', pauseCause: 'identity-confirmation', timeText: { vi: 'Tạm dừng – chờ người dân kiểm tra hoặc xác nhận' } },
      draftCheck: { answerBy: '2026-11-30T10:00:00Z', basis: 'Nghị định 87/2020/NĐ-CP (đăng ký hộ tịch trực tuyến)' },
    });
    expect(asked.draftCheck?.lines).toContainEqual({ label: { vi: 'Họ, chữ đệm, tên người được xác nhận', en: 'Full name of the person concerned' }, value: 'Đỗ Thanh Tùng' });
    expect(asked.acts.map(({ event }) => event)).toEqual(['confirmDraft', 'objectToDraft', 'askWithdrawal']);
    expect((await say('objectToDraft')).body).toMatchObject({ code: 'request.invalid' });
    expect((await say('objectToDraft', 'Ghi thiếu số quyết định ly hôn')).body.draftCheck).toBeUndefined();
    await act(people.registrar, id, 'submitForApproval', { draft: {} });
    expect((await say('confirmDraft')).body).toMatchObject({ status: 4, clock: { state: 'running' } });
  });

  test('no paper of the decision is shown before the counter has it', async () => {
    await go(id, [[people.viceChairman, 'approve'], [people.records, 'number']]);
    await desk.drain();
    expect((await mine()).papers.map(({ form }) => form)).toEqual(['supplement-request', 'receipt', 'supplement-request']);
    const hidden = (await read(people.clerk, id)).papers.find(({ form }) => form === 'result')!;
    expect((await citizen.bytes(`/api/citizen/dossiers/${id}/papers/${hidden.id}.pdf`)).status).toBe(404);
  });

  test('the result is issued and he reads it, with the corrected purpose and the deputy’s name', async () => {
    await go(id, [[people.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady']]);
    await desk.drain();
    const seen = await mine();
    expect(seen).toMatchObject({ status: 9, action: { vi: 'Mời nhận kết quả' }, outcome: 'granted' });
    const result = seen.papers.find(({ form }) => form === 'result')!;
    expect(result.number).toBe('01/UBND-XNTTHN');
    const { status, body } = await citizen.bytes(`/api/citizen/dossiers/${id}/papers/${result.id}.pdf`);
    expect(status).toBe(200);
    const text = await pdfText(body);
    for (const words of ['GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN', 'ĐỖ THANH TÙNG', 'Vũ Thị Hương Giang', 'thừa kế', 'KT. CHỦ TỊCH', 'Bùi Thị Lan Chi']) expect(text).toContain(words);
    expect(seen.papers.some(({ form }) => form === 'control-slip')).toBe(false);
    // Filed, asked, supplied, received, asked, supplied, draft to check twice, ready.
    expect(seen.notices.length).toBe(9);
  });

  test('he sees offices in the history and no officer’s name; another citizen sees nothing', async () => {
    const { history } = await mine();
    const officers = ['Nguyễn Thị Thanh Hương', 'Lê Thị Ngọc Diệp', 'Bùi Thị Lan Chi'];
    expect(history.map(({ event }) => event)).toContain('approve');
    expect(officers.filter((name) => JSON.stringify(history).includes(name))).toEqual([]);
    const other = desk.citizen(PEOPLE.mother.personalId);
    expect((await other.get(`/api/citizen/dossiers/${id}`)).status).toBe(404);
    expect((await other.get<CitizenDossierRowDto[]>('/api/citizen/dossiers')).body).toEqual([]);
  });

  test('the look of the officers at his data stands in his log', async () => {
    const log = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ reader_kind: string; purpose: string }>(
      `select distinct reader_kind, purpose from person_read_log join person on person.id = person_id where personal_id = $1`, [divorced.personalId]));
    expect(log.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(['Tự nộp hồ sơ trực tuyến', 'Xem dữ liệu của chính mình']));
  });

  test('an act at an old version is refused although nobody else hurried', async () => {
    const { status, body } = await tryAct(people.clerk, id, 1, 'returnResult', { recipient: divorced.name });
    expect([status, body.code]).toEqual([409, 'act.stale']);
  });
});
