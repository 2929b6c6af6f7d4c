import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { QualityWatch } from '@app/dossiers';
import { PersonsService, type FactOrigin, type Statement } from '@app/persons';
import type { AssessmentDto, PersonDto, PersonRowDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { DoubtDto, DoubtListDto } from '../../apps/desk/src/quality/doubts.dto.js';
import type { CommuneQualityDto, CommuneQualityPageDto, WorkListDto } from '../../apps/desk/src/quality/quality.dto.js';
import { deliver as deliverTo, sweepLater, type Delivered } from '../support/delivered.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { act, MARITAL_STATUS, PEOPLE, read, receiveAtCounter, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

describe('doubts about data on file, and how good they are', () => {
  let desk: TestDesk;
  let clerk: Visitor;
  let registrar: Visitor;
  let head: Visitor;

  beforeAll(async () => {
    desk = await startTestDesk();
    [clerk, registrar, head] = [desk.officer('tiepnhan.bienhoa'), desk.officer('hotich.bienhoa'), desk.officer('chanhvanphong.bienhoa')];
  });
  afterAll(() => desk?.stop());

  const deliver = (fullName: string, birthDate: string, more?: Delivered): Promise<string> => deliverTo(desk, fullName, birthDate, more);
  const sweep = (): Promise<number> => sweepLater(desk);
  const say = (personId: string, statements: Statement[], origin: FactOrigin): Promise<number> => desk.asOwner.transaction(SYSTEM, (tx) => desk.app.get(PersonsService).recordFacts(tx, personId, statements, origin));
  const openDoubts = async (who: Visitor, kind?: string): Promise<DoubtListDto['rows']> => (await who.get<DoubtListDto>(`/api/doubts${kind === undefined ? '' : `?kind=${kind}`}`)).body.rows;
  const doubtAbout = async (who: Visitor, personId: string): Promise<DoubtDto> => {
    const row = (await openDoubts(who)).find(({ people }) => people.some(({ id }) => id === personId));
    return (await who.get<DoubtDto>(`/api/doubts/${row!.id}`)).body;
  };
  const search = async (text: string): Promise<PersonRowDto[]> => (await clerk.post<PersonRowDto[]>('/api/counter/persons/search', { text })).body;
  const open = async (personId: string): Promise<PersonDto> => (await clerk.post<PersonDto>('/api/counter/persons/open', { personId })).body;
  const personId = async (personalId: string): Promise<string> => (await search(personalId))[0]!.id;

  test('a person on file twice is found, made one by two officers, found under one with everything of both, and made two again', async () => {
    const standing = await personId(PEOPLE.single.personalId);
    const before = await open(standing);
    const [year, month, day] = before.birthDate.split('-');
    const twin = await deliver(before.fullName, `${year}-${month}-${day}`, { sex: before.sex });
    const child = await deliver('Nguyễn Bảo Châu', '2025-02-03', { mother: twin });
    const dossier = (await receiveAtCounter(clerk, MARITAL_STATUS)).dossierId;
    await act(clerk, dossier, 'handOver');
    const declared = (await read(clerk, dossier)).answers;
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);

    const doubt = await doubtAbout(registrar, twin);
    expect(doubt).toMatchObject({ kind: 'twin', state: 'open', choices: ['same', 'different', 'ask'], mayApprove: false });
    expect(doubt.signs).toEqual(expect.arrayContaining(['name-as-written', 'birth-day-same']));
    const [register, other] = [doubt.sides.find((side) => side.personId === standing)!, doubt.sides.find((side) => side.personId === twin)!];
    expect(register.values.find(({ attribute }) => attribute === 'personalId')).toMatchObject({ text: PEOPLE.single.personalId, source: { en: 'National population database' } });
    expect(register.dossiers.map(({ id }) => id)).toContain(dossier);
    expect(other.values.find(({ attribute }) => attribute === 'fullName')).toMatchObject({ text: before.fullName, source: { en: 'Electronic civil-status database' }, asOf: '2026-10-01' });
    expect(other.relatives).toEqual([{ kind: 'child', fullName: 'Nguyễn Bảo Châu', birthDate: '2025-02-03' }]);

    expect((await registrar.post(`/api/doubts/${doubt.id}/decision`, { decision: 'same', reason: 'Sổ hộ tịch ghi cùng một người' })).status).toBe(204);
    expect((await search(before.fullName)).length).toBe(2);
    const own = await registrar.post<Problem>(`/api/doubts/${doubt.id}/approval`, {});
    expect([own.status, own.body.code]).toEqual([403, 'doubt.own-decision']);
    expect((await head.post(`/api/doubts/${doubt.id}/approval`, {})).status).toBe(204);

    for (const text of [before.fullName, PEOPLE.single.personalId]) expect((await search(text)).map(({ id }) => id)).toEqual([standing]);
    for (const id of [standing, twin]) {
      const merged = await open(id);
      expect([merged.id, merged.papers.length, merged.relatives.some(({ fullName }) => fullName === 'Nguyễn Bảo Châu')]).toEqual([standing, before.papers.length, true]);
    }
    const offered = await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: MARITAL_STATUS, ownerId: twin, declaration: { requesterRelation: 'self' } });
    expect(offered.body.offers.map(({ value }) => value)).toContain(PEOPLE.single.personalId);
    expect((await open(child)).relatives.find(({ kind }) => kind === 'mother')?.id).toBe(standing);
    expect((await read(clerk, dossier)).answers).toEqual(declared);

    const settled = (await registrar.get<DoubtDto>(`/api/doubts/${doubt.id}`)).body;
    expect(settled).toMatchObject({ state: 'decided', decided: { by: 'Lê Thị Ngọc Diệp', reason: 'Sổ hộ tịch ghi cùng một người' }, approved: { by: 'Võ Minh Trí' }, mayUndo: true, choices: [] });
    expect((await registrar.post(`/api/doubts/${doubt.id}/undoing`, { reason: 'Là hai chị em họ cùng tên' })).status).toBe(204);
    expect((await search(before.fullName)).map(({ id }) => id).toSorted()).toEqual([standing, twin].toSorted());
    expect((await open(standing)).relatives).toEqual(before.relatives);
    expect((await open(twin)).relatives.map(({ fullName }) => fullName)).toEqual(['Nguyễn Bảo Châu']);
    expect([await sweep(), await openDoubts(registrar, 'twin')]).toEqual([0, []]);
  });

  test('two real twins are kept apart, and nobody is asked again', async () => {
    const mother = await personId(PEOPLE.mother.personalId);
    const [one, other] = [await deliver('Trần Minh Anh', '2026-11-02', { sex: 'female', mother }), await deliver('Trần Minh Ánh', '2026-11-02', { sex: 'female', mother })];
    expect(await sweep()).toBe(1);
    const { id } = await doubtAbout(registrar, one);
    expect((await registrar.post(`/api/doubts/${id}/decision`, { decision: 'different', reason: 'Sinh đôi: hai giấy chứng sinh' })).status).toBe(204);
    for (const [name, who] of [['Trần Minh Anh', one], ['Trần Minh Ánh', other]] as const) {
      await say(who, [{ attribute: 'fullName', value: name }, { attribute: 'ethnicity', value: 'Kinh' }], { source: 'population-register', asOf: '2026-11-20' });
    }
    expect([await sweep(), await openDoubts(registrar, 'twin')]).toEqual([0, []]);
    const decided = await registrar.get<DoubtListDto>('/api/doubts?state=decided');
    expect(decided.body.rows.find((row) => row.id === id)).toMatchObject({ decision: 'different', state: 'decided' });
  });

  test('civil status and population differ on a birthday: what is right is decided, the wrong value stays readable', async () => {
    const id = await deliver('Huỳnh Văn Lực', '1971-05-09', { personalId: '075071000042' });
    await say(id, [{ attribute: 'birthDate', value: '1971-09-05' }], { source: 'population-register', asOf: '2026-11-01' });
    expect(await sweep()).toBe(1);
    const doubt = await doubtAbout(registrar, id);
    expect(doubt).toMatchObject({
      kind: 'conflict', attribute: 'birthDate', choices: ['keep-first', 'keep-other', 'ask'],
      disputed: [{ text: '1971-09-05', source: { en: 'National population database' }, asOf: '2026-11-01' }, { text: '1971-05-09', source: { en: 'Electronic civil-status database' }, asOf: '2026-10-01' }],
    });
    const wrong = await registrar.post<Problem>(`/api/doubts/${doubt.id}/decision`, { decision: 'same', reason: 'x' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'doubt.not-possible']);
    await registrar.post(`/api/doubts/${doubt.id}/decision`, { decision: 'ask', reason: 'Đã gửi công văn hỏi công an' });
    expect((await open(id)).birthDate).toBe('1971-09-05');
    expect((await registrar.post(`/api/doubts/${doubt.id}/decision`, { decision: 'keep-other', reason: 'Sổ khai sinh gốc ghi 09/05/1971' })).status).toBe(204);
    expect((await open(id)).birthDate).toBe('1971-05-09');
    const facts = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows(`select value, reason, authority, corrects is not null as corrects from person_fact where person_id = $1 and attribute = 'birthDate' order by recorded_at`, [id]));
    expect(facts).toMatchObject([{ value: '1971-05-09', corrects: false }, { value: '1971-09-05', corrects: false }, { value: '1971-05-09', corrects: true, reason: 'Sổ khai sinh gốc ghi 09/05/1971', authority: expect.stringContaining('Văn phòng') }]);
    expect([await sweep(), await openDoubts(registrar, 'conflict')]).toEqual([0, []]);
    const again = await head.post<Problem>(`/api/doubts/${doubt.id}/decision`, { decision: 'keep-first', reason: 'x' });
    expect([again.status, again.body.code]).toEqual([409, 'doubt.settled']);
  });

  test('the rates of a commune before and after a repair, to the digit, and month by month', async () => {
    const page = async (): Promise<CommuneQualityPageDto> => (await registrar.get<CommuneQualityPageDto>('/api/quality/26068')).body;
    const before = await page();
    const yearOnly = await deliver('Mạc Thị Út', '1950', { sex: 'female', phone: '12345' });
    const faulty = await page();
    // One more person with a day, a number and a telephone wanting: sufficient and clean are as many as before, of one more.
    expect(faulty.now).toEqual({ people: before.now.people + 1, correct: before.now.correct + 1, sufficient: before.now.sufficient, clean: before.now.clean, living: before.now.living + 1, sound: before.now.sound });
    expect(await desk.app.get(QualityWatch).measure()).toBeGreaterThan(0);

    const list = (await registrar.get<WorkListDto>('/api/quality/26068/people?dimension=sufficient')).body;
    const row = list.rows.find(({ id }) => id === yearOnly);
    expect(row).toMatchObject({ fullName: 'Mạc Thị Út', birthDate: '1950', faults: ['number-missing', 'birth-day-missing', 'phone-malformed'], repairs: ['birthDate', 'personalId', 'phone'] });
    const repair = (attribute: string, value: string) => registrar.post<Problem>('/api/quality/26068/repairs', { personId: yearOnly, attribute, value, reason: 'Theo sổ hộ tịch gốc' });
    expect((await repair('birthDate', '1950-02-30')).body.code).toBe('repair.not-a-value');
    expect([(await repair('birthDate', '1950-02-28')).status, (await repair('personalId', '075150000077')).status]).toEqual([204, 204]);
    const sufficient = await page();
    expect(sufficient.now).toEqual({ ...faulty.now, sufficient: before.now.sufficient + 1 });
    await repair('phone', '0912345678');
    expect((await page()).now).toEqual({ people: before.now.people + 1, correct: before.now.correct + 1, sufficient: before.now.sufficient + 1, clean: before.now.clean + 1, living: before.now.living + 1, sound: before.now.sound + 1 });

    await desk.moveTo('2026-12-01T09:00');
    await desk.app.get(QualityWatch).measure();
    const [biênHoà] = (await registrar.get<CommuneQualityDto[]>('/api/quality')).body;
    expect(biênHoà).toMatchObject({ code: '26068', measuredOn: '2026-12-01', months: [{ month: '2026-11', ...faulty.now }, { month: '2026-12', ...(await page()).now }] });
    const trend = (await desk.officer('giamdoc.tinh').get<CommuneQualityDto[]>('/api/quality')).body.find(({ code }) => code === '26068');
    expect(trend?.months).toEqual(biênHoà?.months);
  });

  test('a leader who does not settle doubts elsewhere sees figures and initials; the file for a spreadsheet says the same as the list', async () => {
    const province = desk.officer('giamdoc.tinh');
    const { rows } = (await province.get<WorkListDto>('/api/quality/26068/people')).body;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.fullName).toMatch(/^(\p{L}\. ?)+$/u);
      expect([row.doubtIds, row.repairs]).toEqual([[], []]);
    }
    const list = (await registrar.get<WorkListDto>('/api/quality/26068/people')).body;
    const looks = () => desk.asOwner.transaction(SYSTEM, async (tx) => (await tx.one<{ n: number }>(`select count(*)::int as n from person_read_log where purpose = 'Làm sạch dữ liệu công dân của xã'`)).n);
    const before = await looks();
    const file = await registrar.bytes('/api/quality/26068/people.csv');
    expect(await looks()).toBe(before + list.total);
    const lines = new TextDecoder().decode(file.body).trim().split('\r\n');
    expect([file.headers.get('content-type'), lines.length - 1]).toEqual(['text/csv; charset=utf-8', list.total]);
    expect(lines[1]).toContain(`"${list.rows[0]!.fullName}"`);
  });

  test('only the civil-status office of the commune concerned decides; others see no doubt of its people', async () => {
    const one = await deliver('Lương Văn Phúc', '1968-08-08', { commune: '26248' });
    await deliver('Lương Văn Phúc', '1968-08-08', { commune: '26248' });
    expect(await sweep()).toBe(1);
    const theirs = desk.officer('hotich.trangbom');
    const { id } = await doubtAbout(theirs, one);
    const body = { decision: 'different', reason: 'x' };
    for (const [who, status] of [['hotich.bienhoa', 404], ['chutich.dinhquan', 404], ['giamdoc.tuphap', 404], ['diachinh.trangbom', 403], ['vanthu.trangbom', 403], ['tiepnhan.trangbom', 403]] as const) {
      const officer = desk.officer(who);
      expect([who, (await officer.get(`/api/doubts/${id}`)).status, (await officer.post(`/api/doubts/${id}/decision`, body)).status, (await officer.post(`/api/doubts/${id}/approval`, {})).status]).toEqual([who, status, status, status]);
    }
    expect([(await registrar.get('/api/quality/26248')).status, (await registrar.post('/api/quality/26248/repairs', { personId: one, attribute: 'phone', value: '0912345678', reason: 'x' })).status]).toEqual([404, 404]);
    expect((await registrar.post('/api/quality/26068/repairs', { personId: one, attribute: 'phone', value: '0912345678', reason: 'x' })).status).toBe(404);
    expect((await theirs.post(`/api/doubts/${id}/decision`, body)).status).toBe(204);
  });
});
