import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Database, SYSTEM } from '@app/database';
import { fold, newId } from '@app/kernel';
import { PersonsService, type Look } from '@app/persons';
import type { DossierDto, FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { LooksDto, MyDataDto, OwnValueDto } from '../../apps/desk/src/citizen/my-data.dto.js';
import type { AssessmentDto } from '../../apps/desk/src/counter/counter.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { CORRECTION, MARITAL_STATUS, PEOPLE, WRONG_BIRTH_PLACE, cast, fileOnline, findPerson, go, receiveAtCounter, smallPdf, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

interface Known {
  readonly id: string;
  readonly personalId: string | null;
  readonly fullName: string;
}

describe('a person sees what is on file about them, and who looked', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let everybody: readonly Known[];
  const persons = new PersonsService();
  const owner = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> => desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<T>(sql, [...values]));
  const idOf = (personalId: string): string => everybody.find((each) => each.personalId === personalId)!.id;
  const mine = async (who: Visitor, query = ''): Promise<MyDataDto> => {
    const { status, body } = await who.get<MyDataDto>(`/api/citizen/my-data${query}`);
    expect([status, body]).toMatchObject([200, {}]);
    return body;
  };
  const looks = async (who: Visitor, query = ''): Promise<LooksDto> => (await who.get<LooksDto>(`/api/citizen/my-data/looks${query}`)).body;
  const valueOf = ({ values }: MyDataDto, attribute: string): OwnValueDto => values.find((each) => each.attribute === attribute)!;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    everybody = await owner<Known>(`select id, personal_id as "personalId", full_name as "fullName" from person`);
  });
  afterAll(() => desk?.stop());

  test('each value with source and day, how to have it put right, the family, the papers with their validity', async () => {
    const data = await mine(desk.citizen(PEOPLE.single.personalId));
    expect(data).toMatchObject({ personId: idOf(PEOPLE.single.personalId), as: 'self' });
    expect(data.values.map(({ attribute, shown }) => [attribute, shown.vi])).toEqual([
      ['fullName', PEOPLE.single.name], ['personalId', PEOPLE.single.personalId], ['sex', 'Nữ'], ['birthDate', '14/08/1999'], ['ethnicity', 'Kinh'], ['nationality', 'Việt Nam'],
      ['birthPlace', 'phường Quang Vinh, thành phố Biên Hòa, tỉnh Đồng Nai'], ['homeTown', 'phường Biên Hoà, thành phố Đồng Nai'],
      ['permanentAddress', '7 hẻm 2 khu phố 5, phường Biên Hoà, thành phố Đồng Nai'], ['phone', '0951482710'], ['email', 'ha.pham@example.vn'],
    ]);
    expect(valueOf(data, 'birthPlace')).toMatchObject({
      source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' }, asOf: '2026-10-01', history: [{ state: 'shown' }], correction: { procedureCode: CORRECTION, isReceivable: true },
    });
    expect(valueOf(data, 'permanentAddress').correction).toMatchObject({ procedureCode: '1.010039', isReceivable: false });
    expect(valueOf(data, 'phone').correction).toBeUndefined();
    expect(data.family.map(({ kindName, name }) => [kindName.vi, name])).toEqual([['Cha', 'Phạm Văn Minh'], ['Mẹ', 'Nguyễn Thị Lan']]);
    expect(data.papers.map(({ name, state, validUntil }) => [name.vi, state, validUntil])).toEqual(expect.arrayContaining([
      ['Thẻ căn cước công dân', 'expired', '2024-08-14'], ['Giấy xác nhận tình trạng hôn nhân', 'expired', '2026-08-05'],
    ]));
  });

  test('nobody else is named: neither officers nor others, of the family only whom one’s own papers name, and nobody’s number', async () => {
    await people.clerk.post('/api/counter/persons/search', { text: 'nguyen' });
    await people.clerk.post('/api/counter/persons/search', { text: 'pham' });
    const officers = await owner<{ name: string }>('select full_name as name from officer');
    for (const { personalId, name } of Object.values(PEOPLE)) {
      const who = desk.citizen(personalId);
      await people.clerk.post('/api/counter/persons/open', { personId: idOf(personalId), procedureCode: MARITAL_STATUS });
      const data = await mine(who);
      const text = fold(JSON.stringify([data, await looks(who, '?withOwn=true')]));
      const named = new Set([name, ...data.family.flatMap((each) => each.name ?? [])].map(fold));
      const leaked = [...everybody.map(({ fullName }) => fold(fullName)), ...officers.map((each) => fold(each.name))].filter((each) => !named.has(each) && text.includes(each));
      const numbers = everybody.flatMap((each) => each.personalId ?? []).filter((number) => number !== personalId && text.includes(number));
      expect([name, leaked, numbers]).toEqual([name, [], []]);
      expect(data.family.filter((each) => each.name !== undefined && each.kind === 'spouse' && each.until !== undefined)).toEqual([]);
    }
  });

  test('the household and the roles in organisations are told, and nobody else of them', async () => {
    const director = desk.citizen(everybody.find(({ fullName }) => fullName === 'Ngô Quang Hải')!.personalId!);
    expect((await mine(director)).roles).toMatchObject([{ organisation: 'Công ty TNHH Xây dựng Hải Đăng', role: { vi: 'Người đại diện theo pháp luật' }, position: 'Giám đốc' }]);
    const { household, roles } = await mine(desk.citizen(PEOPLE.mother.personalId));
    expect([household, roles]).toEqual([expect.objectContaining({ relation: { vi: 'Khác', en: 'Other' }, size: 5, source: expect.objectContaining({ vi: 'Cơ sở dữ liệu quốc gia về dân cư' }) }), []]);
  });

  test('a look outside a dossier is told with its reason, without the names in it', async () => {
    const who = desk.citizen(PEOPLE.divorced.personalId);
    const officer = desk.officer('hotich.bienhoa');
    const begun = await officer.post<{ id: string }>(`/api/persons/${idOf(PEOPLE.divorced.personalId)}/looks`, { reasonKind: 'complaint', reason: 'Theo đơn số 12 của bà Nguyễn Thị Tố Như' });
    await officer.get(`/api/persons/${idOf(PEOPLE.divorced.personalId)}?look=${begun.body.id}`);
    expect((await looks(who)).looks[0]).toMatchObject({ by: 'unit', reason: { kind: { vi: 'Giải quyết khiếu nại, phản ánh, kiến nghị' }, text: 'Theo đơn số 12 của bà …' } });
  });

  test('who looked: which unit and role, for which procedure and purpose, what was seen; at once, by month, page by page', async () => {
    const who = desk.citizen(PEOPLE.divorced.personalId);
    const before = (await looks(who)).total;
    for (let time = 0; time < 21; time += 1) await people.clerk.post('/api/counter/persons/open', { personId: idOf(PEOPLE.divorced.personalId), procedureCode: MARITAL_STATUS });
    const first = await looks(who);
    expect(first).toMatchObject({ total: before + 21, page: 1, pages: 2 });
    expect([first.looks.length, (await looks(who, '?page=2')).looks.length]).toEqual([20, before + 1]);
    expect(first.looks[0]).toMatchObject({
      by: 'unit', unit: 'Trung tâm PVHCC phường Biên Hoà', role: { vi: 'Cán bộ tiếp nhận' }, purpose: 'Tiếp nhận hồ sơ tại quầy', procedureName: { vi: expect.stringContaining('tình trạng hôn nhân') },
      what: [{ vi: 'Thông tin nhân thân, nơi cư trú, liên hệ' }, { vi: 'Quan hệ gia đình' }, { vi: 'Giấy tờ đang lưu' }],
    });
    const [newest] = first.months;
    expect((await looks(who, `?month=${newest!.month}`)).total).toBe(newest!.count);
    expect(await looks(who, '?month=2001-01')).toMatchObject({ looks: [], total: 0 });
    expect((await who.get('/api/citizen/my-data/looks?month=2026-13')).status).toBe(400);
    // Their own looks are told only when asked for.
    await mine(who);
    expect((await looks(who)).total).toBe(first.total);
    expect((await looks(who, '?withOwn=true')).total).toBeGreaterThan(first.total);
  });

  test('a dossier is named by its code, and opened only where it is theirs', async () => {
    const { dossierId, code } = await receiveAtCounter(people.clerk, MARITAL_STATUS, { feePaid: true });
    const [look] = (await looks(desk.citizen(PEOPLE.single.personalId))).looks;
    expect(look).toMatchObject({ purpose: 'Tiếp nhận hồ sơ tại quầy', dossier: { code, id: dossierId } });
    const filer = await findPerson(people.clerk, PEOPLE.divorced.personalId);
    await desk.asOwner.transaction(SYSTEM, (tx) => persons.logLook(tx, [filer.id], { reader: { kind: 'officer', officerId: newId(), unitId: 'c26068.office', role: 'case-officer' }, purpose: 'Thẩm tra hồ sơ', dossierId }, ['identity']));
    const [elsewhere] = (await looks(desk.citizen(PEOPLE.divorced.personalId))).looks;
    expect(elsewhere!.dossier).toEqual({ code });
  });

  test('what the law puts off is not told until its day, not even past the application; whoever inspects sees it', async () => {
    const id = idOf(PEOPLE.worshipper.personalId);
    const who = desk.citizen(PEOPLE.worshipper.personalId);
    const investigation: Look = { reader: { kind: 'officer', officerId: newId(), unitId: 'c26068.police', role: 'case-officer' }, purpose: 'Xác minh theo yêu cầu của cơ quan điều tra' };
    await desk.asOwner.transaction(SYSTEM, (tx) => persons.logLook(tx, [id], investigation, ['identity']));
    const [line] = await owner<{ disclosure: string; until: string }>(`select disclosure, to_char(disclosed_from at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI') as until from person_read_log where person_id = $1 and disclosure <> 'open'`, [id]);
    expect(line!.disclosure).toBe('criminal-proceedings');
    const purposes = async (): Promise<string[]> => (await looks(who)).looks.map(({ purpose }) => purpose);
    desk.clock.moveTo(Temporal.PlainDateTime.from(line!.until).subtract({ hours: 1 }).toString().slice(0, 16));
    expect(await purposes()).not.toContain(investigation.purpose);
    const past = await desk.app.get(Database).transaction({ kind: 'citizen', personId: id }, (tx) => tx.rows<{ purpose: string }>('select purpose from person_read_log'));
    expect([past.length > 0, past.some(({ purpose }) => purpose === investigation.purpose)]).toEqual([true, false]);
    const inspected = await desk.asOwner.transaction(SYSTEM, (tx) => persons.inspectLogOf(tx, id));
    expect(inspected.filter(({ purpose }) => purpose === investigation.purpose)).toMatchObject([{ disclosure: 'criminal-proceedings', disclosedFrom: expect.any(String) }]);
    desk.clock.moveTo(Temporal.PlainDateTime.from(line!.until).add({ hours: 1 }).toString().slice(0, 16));
    expect(await purposes()).toContain(investigation.purpose);
    desk.clock.moveTo('2026-11-23T09:00');
  });

  test('parents see a child’s file until the child is of age, nobody else ever', async () => {
    const child = everybody.find(({ fullName }) => fullName === 'Nguyễn Hoàng Bảo An')!;
    const [mother, father] = [desk.citizen(PEOPLE.mother.personalId), desk.citizen(PEOPLE.father.personalId)];
    for (const parent of [mother, father]) {
      const own = await mine(parent);
      expect(own.family.find(({ kind }) => kind === 'child')).toMatchObject({ name: child.fullName, childId: child.id, kindName: { vi: 'Con chưa thành niên' } });
      expect(await mine(parent, `?of=${child.id}`)).toMatchObject({ personId: child.id, as: 'parent', values: expect.arrayContaining([expect.objectContaining({ attribute: 'birthDate', value: '2022-06-18' })]) });
    }
    expect((await looks(father, `?of=${child.id}&withOwn=true`)).looks[0]).toMatchObject({ by: 'parent', purpose: 'Cha, mẹ xem dữ liệu của con chưa thành niên' });
    for (const stranger of [PEOPLE.single, PEOPLE.divorced]) {
      for (const address of ['', '/looks']) {
        const { status, body } = await desk.citizen(stranger.personalId).get<Problem>(`/api/citizen/my-data${address}?of=${child.id}`);
        expect([status, body.code]).toEqual([404, 'person.unknown']);
      }
    }
    expect((await mother.get(`/api/citizen/my-data?of=${idOf(PEOPLE.father.personalId)}`)).status).toBe(404);
    desk.clock.moveTo('2040-06-17T09:00');
    expect((await mother.get(`/api/citizen/my-data?of=${child.id}`)).status).toBe(200);
    desk.clock.moveTo('2040-06-18T09:00');
    expect((await mother.get(`/api/citizen/my-data?of=${child.id}`)).status).toBe(404);
    const grown = (await mine(mother)).family.find(({ kind }) => kind === 'child')!;
    expect([grown.kindName.vi, grown.name, grown.childId]).toEqual(['Con đã thành niên', undefined, undefined]);
    desk.clock.moveTo('2026-11-23T09:00');
  });

  describe('a wrong value', () => {
    const right = 'thành phố Huế';
    let wrong: OwnValueDto;
    let dossierId: string;

    test('is asked to be put right by a procedure of its own, with what is on file filled in; the file itself stays as it is', async () => {
      const who = desk.citizen(PEOPLE.single.personalId);
      wrong = valueOf(await mine(who), 'birthPlace');
      const draftId = newId();
      await who.put(`/api/citizen/drafts/${draftId}`, { procedureCode: CORRECTION, data: {} });
      const { body: scan } = await who.upload<FileDto>(`/api/citizen/files?draft=${draftId}&component=correct-papers`, 'hoc-ba.pdf', smallPdf());
      const answers = { ...WRONG_BIRTH_PLACE.answers, askedBirthPlace: right };
      const { body: assessed } = await who.post<AssessmentDto>('/api/citizen/assess', { procedureCode: CORRECTION, declaration: answers });
      expect(assessed.offers.find(({ pointer }) => pointer === '/valueOnFile')).toMatchObject({ value: wrong.value, asOf: wrong.asOf });
      dossierId = await fileOnline(who, CORRECTION, { draftId, components: [{ key: 'correct-papers', fileIds: [scan.id] }] }, { owner: PEOPLE.single.personalId, answers });
      expect(valueOf(await mine(who), 'birthPlace').value).toBe(wrong.value);
    });

    test('is corrected the moment the extract is there, with reason, authority and dossier; the wrong one stays in the history', async () => {
      const { clerk, registrar, chairman, records } = people;
      await go(dossierId, [
        [clerk, 'receive', { feePaid: true, components: [{ key: 'correct-papers', state: 'passed', kind: 'electronic' }] }], [clerk, 'handOver'], [registrar, 'acknowledge'], [registrar, 'examine', { meets: true, note: 'Học bạ ghi đúng' }],
        [registrar, 'submitForApproval'], [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'],
      ]);
      await desk.drain();
      const data = await mine(desk.citizen(PEOPLE.single.personalId));
      const { code } = (await clerk.get<DossierDto>(`/api/dossiers/${dossierId}`)).body;
      expect(valueOf(data, 'birthPlace')).toMatchObject({
        value: right, source: { vi: 'Kết quả hồ sơ đã giải quyết' }, authority: 'Ủy ban nhân dân phường Biên Hoà', dossier: { code, id: dossierId },
        history: [
          { shown: { vi: right }, state: 'shown', reason: `Cải chính hộ tịch theo kết quả hồ sơ ${code}; sai sót do cơ quan đăng ký hộ tịch` },
          { shown: wrong.shown, state: 'corrected', source: wrong.source },
        ],
      });
      expect(data.papers).toContainEqual(expect.objectContaining({ name: expect.objectContaining({ vi: expect.stringContaining('Trích lục') }), state: 'in-force', dossier: { code, id: dossierId } }));
    });

    test('is offered rightly to the next form', async () => {
      const { body } = await desk.citizen(PEOPLE.single.personalId).post<AssessmentDto>('/api/citizen/assess', { procedureCode: CORRECTION, declaration: WRONG_BIRTH_PLACE.answers });
      expect(body.offers.find(({ pointer }) => pointer === '/valueOnFile')).toMatchObject({ value: right, source: { vi: 'Kết quả hồ sơ đã giải quyết' } });
    });
  });
});
