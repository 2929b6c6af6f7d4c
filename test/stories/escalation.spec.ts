import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newId } from '@app/kernel';
import type { CitizenDossierDto, CitizenDossierRowDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { DossierDto, FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { LOST_LAND, MATTERS, PEOPLE, act, cast, fillInAtCounter, findPerson, go, intakeBody, pdfText, read, receiveAtCounter, refusedAct, smallPdf, tryAct } from '../support/steps.js';

jest.setTimeout(120_000);

const PACKAGE = {
  request: 'Đề nghị kiểm tra sổ địa chính và cấp lại giấy chứng nhận.',
  finding: 'Việc mất giấy đã khai báo; giấy tờ đủ.',
  openQuestions: ['Thửa đất có đo đạc lại sau năm 2022 không?'],
};
const CENTRE = { id: 'c26068.centre', name: 'Trung tâm PVHCC phường Biên Hoà' };
/** The centre as citizens are told whom to ask: by its full name. */
const CONTACT = { ...CENTRE, name: 'Trung tâm Phục vụ hành chính công phường Biên Hoà' };
const OFFICE = { id: 'p75.land-registration', name: 'Văn phòng Đăng ký đất đai' };

describe('a commune sends a dossier up with a package', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const form = async (id: string, name: string): Promise<string> => pdfText((await people.clerk.bytes(`/api/dossiers/${id}/papers/form/${name}.pdf`)).body);

  test('the desk proposes it from what was checked; without what is asked and found nothing goes up', async () => {
    const { dossierId: id } = await receiveAtCounter(people.clerk, LOST_LAND);
    const { choices, version } = await read(people.clerk, id);
    expect(choices.package).toMatchObject({ to: OFFICE, round: 1, finding: expect.stringMatching(/^Trung tâm đã kiểm tra thành phần hồ sơ: \d+\/\d+ giấy tờ đạt\.$/), openQuestions: [] });
    expect(choices.package!.request).toContain('Văn phòng Đăng ký đất đai');
    const bare = await tryAct(people.clerk, id, version, 'handOver', { package: { request: ' ', finding: '', openQuestions: [] } });
    expect([bare.status, bare.body.code, bare.body.fields!.map(({ pointer }) => pointer)]).toEqual([400, 'request.invalid', ['/package/request', '/package/finding']]);
    expect((await tryAct(people.clerk, id, version, 'handOver')).status).toBe(400);
    expect((await read(people.clerk, id)).handovers).toEqual([]);
  });

  test('the reviewer reads it with every paper and its digest; the control slip prints it', async () => {
    const { dossierId: id } = await receiveAtCounter(people.clerk, LOST_LAND);
    await desk.drain();
    await act(people.clerk, id, 'handOver', { package: PACKAGE });
    const { handovers } = await read(people.reviewer, id);
    expect(handovers).toMatchObject([{ package: PACKAGE, round: 1, checkedAt: '2026-11-23T01:30:00Z' }]);
    const receipt = handovers[0]!.manifest.find(({ key }) => key === 'paper:receipt')!;
    expect([receipt.state, receipt.sha256]).toEqual(['same', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const slip = await form(id, 'control-slip');
    for (const words of [PACKAGE.request, PACKAGE.finding, PACKAGE.openQuestions[0]!, receipt.sha256!.slice(0, 20)]) expect(slip.replace(/ /g, '')).toContain(words.replace(/ /g, ''));
  });

  test('a second time is the second round; a list offers no sending up of many at once', async () => {
    const { dossierId: id } = await receiveAtCounter(people.clerk, LOST_LAND);
    const { body } = await people.clerk.get<DossierListDto>('/api/dossiers?list=unit');
    expect(body.rows.find((row) => row.id === id)!.manyActs.map(({ event }) => event)).not.toContain('handOver');
    await act(people.clerk, id, 'handOver', { package: PACKAGE });
    await act(people.reviewer, id, 'returnHandover', { reason: 'manifest-differs', note: 'Thiếu bản chính' });
    expect((await read(people.clerk, id)).choices.package).toMatchObject({ round: 2 });
    await act(people.clerk, id, 'handOver', { package: PACKAGE });
    expect((await read(people.reviewer, id)).handovers.map(({ round }) => round)).toEqual([1, 2]);
  });

  test('it arrives complete or not at all', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.landOwner.personalId);
    const filled = await fillInAtCounter(people.clerk, LOST_LAND, owner.id, { ...MATTERS[LOST_LAND]!.answers, lostWhat: 'supplement-page' });
    const dossierId = newId();
    const upload = (await people.clerk.upload<FileDto>(`/api/counter/files?draft=${dossierId}&component=loss-confirmation`, 'xac-nhan.pdf', smallPdf('xác nhận mất giấy'))).body;
    const components = [{ key: 'certificate-original', state: 'passed', kind: 'original' }, { key: 'loss-confirmation', state: 'passed', kind: 'electronic', fileIds: [upload.id] }];
    const { status, body } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(LOST_LAND, owner.id, filled, { dossierId, components }));
    expect([status, body.dossierId]).toEqual([200, dossierId]);

    const stored = path.join(desk.folder, 'files', upload.sha256.slice(0, 2), upload.sha256.slice(2, 4), upload.sha256);
    const whole = readFileSync(stored);
    const damaged = Buffer.concat([whole, Buffer.from('thêm')]);
    const refusal = { code: 'handover.paper-damaged', status: 409, facts: { keys: ['loss-confirmation'] } };

    writeFileSync(stored, damaged);
    expect(await refusedAct(people.clerk, dossierId, 'handOver', { package: PACKAGE })).toMatchObject(refusal);
    expect((await people.reviewer.get(`/api/dossiers/${dossierId}`)).status).toBe(404);

    writeFileSync(stored, whole);
    await act(people.clerk, dossierId, 'handOver', { package: PACKAGE });
    writeFileSync(stored, damaged);
    expect(await refusedAct(people.reviewer, dossierId, 'acknowledge')).toMatchObject(refusal);
    expect(await read(people.reviewer, dossierId)).toMatchObject({ holder: CENTRE, addressee: OFFICE });

    writeFileSync(stored, whole);
    expect(await act(people.reviewer, dossierId, 'acknowledge')).toMatchObject({ holder: OFFICE });
  });
});

describe('where it is, who has it, until when', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let intake: IntakeResultDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    intake = await receiveAtCounter(people.clerk, LOST_LAND);
  });
  afterAll(() => desk?.stop());

  const publicPage = async (): Promise<string> => {
    const answer = await fetch(`${desk.url}/tra-cuu`, { method: 'POST', body: new URLSearchParams({ code: intake.code, secret: intake.secret }) });
    return answer.text();
  };

  /** The answer of every screen, which must be one. */
  const everywhere = async () => {
    const id = intake.dossierId;
    const citizen = desk.citizen(PEOPLE.landOwner.personalId);
    const [page, list, mine, matters, review] = await Promise.all([
      read(people.clerk, id),
      people.clerk.get<DossierListDto>('/api/dossiers?list=all'),
      citizen.get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`),
      citizen.get<CitizenDossierRowDto[]>('/api/citizen/dossiers'),
      people.reviewer.get<DossierListDto>('/api/review/dossiers'),
    ]);
    const row = (rows: ReadonlyArray<{ id: string; where: unknown }>): unknown => rows.find((each) => each.id === id)?.where;
    const answers = [page.where, row(list.body.rows), mine.body.where, row(matters.body), row(review.body.rows)];
    expect(answers.slice(1)).toEqual([page.where, page.where, page.where, review.body.rows.length === 0 ? undefined : page.where]);
    return page.where;
  };

  test('one answer on every screen, as soon as the act is done', async () => {
    expect(await everywhere()).toMatchObject({ holder: CENTRE, since: '2026-11-23T01:30:00Z', dueAt: '2026-12-08T01:30:00Z', contact: CONTACT });
    await desk.moveTo('2026-11-23T09:00');
    await act(people.clerk, intake.dossierId, 'handOver');
    expect(await everywhere()).toMatchObject({ holder: CENTRE, addressee: OFFICE, waitsFor: 'addressee' });
    await desk.moveTo('2026-11-23T10:00');
    await act(people.reviewer, intake.dossierId, 'acknowledge');
    const where = await everywhere();
    expect(where).toMatchObject({ holder: OFFICE, since: '2026-11-23T03:00:00Z', dueAt: '2026-12-08T01:30:00Z', contact: CONTACT });
    expect(where.until).toBe((await read(people.reviewer, intake.dossierId)).stepTime!.dueAt);
  });

  test('the public page says the same in words, and names the centre to ask', async () => {
    const html = await publicPage();
    expect(html).toContain('Văn phòng Đăng ký đất đai, từ 10 giờ 00 phút, ngày 23 tháng 11 năm 2026');
    expect(html).toContain('Hỏi về hồ sơ này: Trung tâm Phục vụ hành chính công phường Biên Hoà');
  });

  test('what the province asks of the citizen comes through the commune’s centre', async () => {
    await act(people.reviewer, intake.dossierId, 'requestSupplement', { items: [{ target: 'field', key: '/lossCircumstances', reason: 'incomplete-answer' }] });
    await desk.drain();
    const citizen = desk.citizen(PEOPLE.landOwner.personalId);
    const { body } = await citizen.get<CitizenDossierDto>(`/api/citizen/dossiers/${intake.dossierId}`);
    expect(body.notices.at(-1)!.text.vi).toContain('hỏi và nộp tại Trung tâm PVHCC phường Biên Hoà');
    expect([body.centre.id, body.where.contact.id, body.holder]).toEqual([CENTRE.id, CENTRE.id, OFFICE]);
    const { phone } = body.where.contact;
    const provincial = (await read(people.clerk, intake.dossierId)).holder.phone!;
    expect(phone).not.toBe(provincial);
    const slip = await pdfText((await people.clerk.bytes(`/api/dossiers/${intake.dossierId}/papers/form/supplement-request.pdf`)).body);
    expect(slip).toContain(`đề nghị liên hệ Trung tâm Phục vụ hành chính công phường Biên Hoà, số điện thoại ${phone}`);
    expect(slip.replaceAll(' ', '')).not.toContain(provincial.replaceAll(' ', ''));
    expect(JSON.stringify(body)).not.toContain(provincial);
    expect(await everywhere()).toMatchObject({ holder: OFFICE, waitsFor: 'citizen', contact: CONTACT });
  });
});

describe('who held the clock how long, and who made it late', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let late: string;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    late = (await receiveAtCounter(people.clerk, LOST_LAND)).dossierId;
    await desk.moveTo('2026-11-23T10:30');
    await act(people.clerk, late, 'handOver');
    await desk.moveTo('2026-11-23T11:00');
    await act(people.reviewer, late, 'acknowledge');
    // Ten working days are over on Tuesday the 8th at 8:30; the office has it until ten that day.
    await desk.moveTo('2026-12-08T10:00');
  });
  afterAll(() => desk?.stop());

  const rowOf = async (address: string, who = people.reviewer) => (await who.get<DossierListDto>(address)).body.rows.find(({ id }) => id === late);

  test('every list says it, from the same question as its rows', async () => {
    const expected = [
      { unit: { id: 'c26068.centre' }, minutes: 150, late: 0, text: { vi: '2 giờ 30 phút làm việc' } },
      { unit: { id: 'p75.land-registration' }, late: 90, lateText: { vi: '1 giờ 30 phút làm việc' } },
    ];
    for (const row of [
      await rowOf('/api/review/dossiers'), await rowOf('/api/dossiers?list=unit'), await rowOf('/api/dossiers?list=sent', people.clerk),
      (await people.clerk.post<DossierListDto>('/api/dossiers/find', { text: PEOPLE.landOwner.name })).body.rows.find(({ id }) => id === late),
    ]) expect(row!.shares).toMatchObject(expected);
    const { body } = await people.reviewer.get<{ rows: Array<{ dossierId: string; shares: unknown }> }>('/api/alarms');
    expect(body.rows.find(({ dossierId }) => dossierId === late)!.shares).toMatchObject(expected);
    const page: DossierDto = await read(people.reviewer, late);
    // The page tells the officers of a unit apart; together they are the unit's share.
    for (const { unit, minutes, late: after } of (await rowOf('/api/review/dossiers'))!.shares) {
      const officers = page.timeShares.holders.filter((share) => share.unit.id === unit.id);
      expect([officers.reduce((sum, each) => sum + each.minutes, 0), officers.reduce((sum, each) => sum + each.late, 0)]).toEqual([minutes, after]);
    }
  });

  test('a list is narrowed to what was late while one unit had it', async () => {
    for (const [address, who] of [['/api/review/dossiers', people.reviewer], ['/api/dossiers?list=all', people.clerk]] as const) {
      const whole = (await who.get<DossierListDto>(address)).body;
      expect(whole.lateBy).toMatchObject([{ unit: { id: 'p75.land-registration' }, count: 1 }]);
      const narrowed = async (unit: string) => (await who.get<DossierListDto>(`${address}${address.includes('?') ? '&' : '?'}lateBy=${unit}`)).body;
      expect((await narrowed('p75.land-registration')).rows.map(({ id }) => id)).toEqual([late]);
      expect((await narrowed('c26068.centre')).total).toBe(0);
    }
  });

  test('who has it when it is sent on in time is not the one who was late', async () => {
    await go(late, [[people.reviewer, 'examine', { meets: true }], [people.reviewer, 'handOver']]);
    await desk.moveTo('2026-12-08T11:00');
    await act(people.landOfficer, late, 'acknowledge');
    expect((await rowOf('/api/dossiers?list=all', people.clerk))!.shares.map(({ unit, late: after }) => [unit.id, after])).toEqual([
      ['c26068.centre', 0], ['p75.land-registration', 150],
    ]);
    expect((await people.clerk.get<DossierListDto>('/api/dossiers?list=all&lateBy=c26068.economy')).body.total).toBe(0);
  });
});

describe('the province returns a dossier with marks', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const MARK = { target: 'field', key: '/lossCircumstances', reason: 'incomplete-answer', note: 'Ghi rõ ngày phát hiện mất' } as const;
  const atProvince = async (): Promise<string> => {
    const { dossierId } = await receiveAtCounter(people.clerk, LOST_LAND);
    await go(dossierId, [[people.clerk, 'handOver', { package: PACKAGE }], [people.reviewer, 'acknowledge']]);
    return dossierId;
  };

  test('each mark has a pointer, a reason and its article; without a mark nothing is returned', async () => {
    const id = await atProvince();
    expect(await refusedAct(people.reviewer, id, 'returnToCommune')).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/items' }] });
    expect(await refusedAct(people.reviewer, id, 'returnToCommune', { items: [{ ...MARK, reason: 'manifest-differs' }] })).toMatchObject({ code: 'reason.required' });
    const due = (await read(people.reviewer, id)).clock.dueAt;
    await act(people.reviewer, id, 'returnToCommune', { items: [MARK] });
    const back = await act(people.clerk, id, 'acknowledge');
    expect(back).toMatchObject({ status: 4, holder: CENTRE, clock: { state: 'running', dueAt: due } });
    expect(back.marks).toMatchObject([{ target: 'field', key: '/lossCircumstances', note: MARK.note, reason: { vi: 'Nội dung kê khai chưa đầy đủ' }, basis: 'Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2' }]);
    expect(back.acts.filter(({ beside }) => !beside).map(({ event }) => event)).toEqual(['correctMarked', 'askWithdrawal']);
  });

  test('the commune changes what is marked and nothing else; open marks keep it from going up again', async () => {
    const id = await atProvince();
    const before = await read(people.reviewer, id);
    await act(people.reviewer, id, 'returnToCommune', { items: [MARK] });
    await act(people.clerk, id, 'acknowledge');
    expect(await refusedAct(people.clerk, id, 'handOver', { package: PACKAGE })).toMatchObject({ code: 'act.impossible', status: 409 });
    expect(await refusedAct(people.clerk, id, 'correctMarked', { answers: { '/lostPlace': 'Chợ Biên Hoà' }, components: [] })).toMatchObject({ code: 'supplement.outside-marks' });
    expect(await refusedAct(people.clerk, id, 'correctMarked', { components: [] })).toMatchObject({ code: 'request.invalid', fields: [{ pointer: '/lossCircumstances' }] });
    const cured = await act(people.clerk, id, 'correctMarked', { answers: { '/lossCircumstances': 'Phát hiện mất ngày 05/11/2026 khi dọn nhà.' }, components: [] });
    expect([cured.marks, cured.handovers.at(-1)]).toMatchObject([[], { settled: true, marks: [{ key: '/lossCircumstances' }] }]);
    const answersOf = ({ answers }: DossierDto): Array<[string, string]> => answers.flatMap((group) => group.answers.map(({ pointer, value }): [string, string] => [pointer, value]));
    const changed = answersOf(cured).filter(([pointer, value]) => answersOf(before).some(([other, old]) => other === pointer && old !== value));
    expect(changed).toEqual([['/lossCircumstances', 'Phát hiện mất ngày 05/11/2026 khi dọn nhà.']]);
    expect(cured.choices.package).toMatchObject({ to: OFFICE, round: 2 });
    await act(people.clerk, id, 'handOver', { package: { ...PACKAGE, finding: 'Đã bổ sung diễn biến mất giấy.' } });
    await act(people.reviewer, id, 'acknowledge');
    const row = (await people.reviewer.get<DossierListDto>('/api/review/dossiers')).body.rows.find((each) => each.id === id)!;
    expect(row.round).toBe(2);
    expect((await read(people.reviewer, id)).handovers.flatMap(({ package: content, round }) => (content ? [[round, content.finding]] : []))).toEqual([
      [1, PACKAGE.finding], [2, 'Đã bổ sung diễn biến mất giấy.'],
    ]);
    await go(id, [[people.reviewer, 'examine', { meets: true }]]);
  });

  test('a mark may stay with a word why; the return may be recalled or declined, and then nothing is marked', async () => {
    const id = await atProvince();
    await act(people.reviewer, id, 'returnToCommune', { items: [MARK] });
    expect((await act(people.reviewer, id, 'recall', { reason: 'sent-by-mistake' })).acts.map(({ event }) => event)).toContain('examine');
    await act(people.reviewer, id, 'returnToCommune', { items: [MARK] });
    const declined = await act(people.clerk, id, 'returnHandover', { reason: 'wrong-addressee' });
    expect([declined.holder.id, declined.marks]).toEqual([OFFICE.id, []]);
    await act(people.reviewer, id, 'returnToCommune', { items: [MARK] });
    await act(people.clerk, id, 'acknowledge');
    expect((await act(people.clerk, id, 'correctMarked', { components: [], note: 'Người nộp không nhớ ngày chính xác.' })).marks).toEqual([]);
  });

  test('before it is taken in, a return may carry marks too; they open at the counter', async () => {
    const { dossierId: id } = await receiveAtCounter(people.clerk, LOST_LAND);
    await act(people.clerk, id, 'handOver', { package: PACKAGE });
    const back = await act(people.reviewer, id, 'returnHandover', { reason: 'manifest-differs', items: [MARK] });
    expect([back.status, back.marks.map(({ key }) => key)]).toEqual([2, ['/lossCircumstances']]);
    expect(await refusedAct(people.clerk, id, 'handOver', { package: PACKAGE })).toMatchObject({ code: 'act.impossible' });
    await go(id, [[people.clerk, 'correctMarked', { answers: { '/lossCircumstances': 'Mất khi sửa nhà.' }, components: [] }], [people.clerk, 'handOver', { package: PACKAGE }]]);
    expect((await read(people.reviewer, id)).handovers.at(-1)).toMatchObject({ round: 2 });
  });
});
