import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { BIRTH, PEOPLE, cast, fillInAtCounter, findPerson, go, intakeBody, pdfText, read, receiveAtCounter, type FilledIn } from '../support/steps.js';
import type { AssessmentDto, IntakeResultDto, PersonDto, PersonRowDto } from '../../apps/desk/src/counter/counter.dto.js';

jest.setTimeout(60_000);

describe('a birth is registered at the counter the same day', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let mother: PersonRowDto;
  let filled: FilledIn;
  let intake: IntakeResultDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  test('the mother is found by her name without accents, her number is masked', async () => {
    mother = await findPerson(people.clerk, 'tran thi my duyen');
    expect(mother).toMatchObject({ fullName: PEOPLE.mother.name, maskedPersonalId: '0751******43', birthDate: '1996-02-27' });
  });

  test('an empty declaration is told what it lacks', async () => {
    const { body } = await people.clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: BIRTH, ownerId: mother.id, declaration: {} });
    expect(body.faults.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/requesterRelation', '/birthProofKind', '/childName']));
  });

  test('with every offer agreed to only five things had to be said', async () => {
    filled = await fillInAtCounter(people.clerk, BIRTH, mother.id);
    expect(filled.assessment.faults).toEqual([]);
    expect(filled.declaration).toMatchObject({
      motherName: PEOPLE.mother.name, fatherName: PEOPLE.father.name, childSex: 'female', childBirthDate: '2026-11-18', birthProofNumber: '75001.CS.26.004812',
    });
    expect(Object.keys(filled.declaration).length - filled.agreed.length).toBe(5);
    expect(filled.assessment.fee.total).toBe(0);
    expect(filled.assessment.componentOffers).toMatchObject([{ key: 'birth-proof', paper: { number: '75001.CS.26.004812', state: 'in-force' } }]);
  });

  test('it is received under one code, due at the end of the day, and the person is told so', async () => {
    const paper = filled.assessment.componentOffers[0]!.paper;
    const body = intakeBody(BIRTH, mother.id, filled, { components: [{ key: 'birth-proof', state: 'passed', kind: 'electronic', paperOnFileId: paper.id }] });
    const answer = await people.clerk.post<IntakeResultDto>('/api/counter/intake', body);
    intake = answer.body;
    expect(answer.status).toBe(200);
    expect(intake).toMatchObject({ dossierId: body['dossierId'], code: 'H19.26.01-261123-0001', received: true, dueAt: '2026-11-23T10:00:00Z' });
    expect(intake.secret).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    expect(intake.sentence.vi).toBe(`Mời nhận kết quả lúc 17:00 ngày 23/11/2026, mã hồ sơ ${intake.code}.`);
    const { clock, answers } = await read(people.clerk, intake.dossierId);
    expect(clock).toMatchObject({ state: 'running', dueAt: '2026-11-23T10:00:00Z' });
    const why = clock.trace.map(({ vi }) => vi);
    expect(why[0]).toMatch(/^08:30 .*23\/11\/2026: tiếp nhận hồ sơ/);
    expect(why.at(-1)).toMatch(/^17:00 .*23\/11\/2026: hạn trả kết quả \(Luật Hộ tịch/);
    const origins = new Map(answers.flatMap((group) => group.answers).map(({ pointer, origin }) => [pointer, origin]));
    expect([origins.get('/motherName'), origins.get('/birthProofNumber'), origins.get('/childName')]).toEqual(['population', 'paper', 'clerk']);
  });

  test('the receipt prints code, secret and date before anything else has run', async () => {
    const { status, headers, body } = await people.clerk.bytes(intake.paperUrl!);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const text = await pdfText(body);
    for (const words of ['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', intake.code, intake.secret, PEOPLE.mother.name, 'Giấy chứng sinh', '17 giờ 00', '1900 0000']) expect(text).toContain(words);
  });

  test('officers examine, sign, number and hand back; the mother takes the certificate', async () => {
    const { clerk, registrar, chairman, records } = people;
    const closed = await go(intake.dossierId, [
      [clerk, 'handOver'], [registrar, 'acknowledge'], [registrar, 'examine', { meets: true, note: 'Đủ điều kiện' }], [registrar, 'submitForApproval', { draft: {} }],
      [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'],
      [clerk, 'returnResult', { recipient: `${PEOPLE.mother.name}, căn cước` }],
    ]);
    expect(closed).toMatchObject({ status: 10, outcome: 'granted', acts: [{ event: 'openCorrection' }], clock: { state: 'stopped' } });
  });

  test('the history tells all of it in order', async () => {
    const { history } = await read(people.clerk, intake.dossierId);
    expect(history.map(({ seq, event, who }) => [seq, event, who])).toEqual([
      [1, 'receive', 'Nguyễn Thị Thanh Hương'], [2, 'handOver', 'Nguyễn Thị Thanh Hương'], [3, 'acknowledge', 'Lê Thị Ngọc Diệp'], [4, 'examine', 'Lê Thị Ngọc Diệp'],
      [5, 'submitForApproval', 'Lê Thị Ngọc Diệp'], [6, 'approve', 'Đặng Hoàng Nam'], [7, 'number', 'Trương Thị Mỹ Hạnh'], [8, 'handOver', 'Trương Thị Mỹ Hạnh'],
      [9, 'acknowledge', 'Nguyễn Thị Thanh Hương'], [10, 'resultReady', 'Nguyễn Thị Thanh Hương'], [11, 'returnResult', 'Nguyễn Thị Thanh Hương'],
    ]);
  });

  test('the papers are issued once each, the certificate names child and parents', async () => {
    await desk.drain();
    const { papers } = await read(people.clerk, intake.dossierId);
    expect(papers.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'result', 'control-slip']);
    const result = papers.find(({ form }) => form === 'result')!;
    expect(result.number).toBe('01/2026');
    const { body } = await people.clerk.bytes(`/api/dossiers/${intake.dossierId}/papers/${result.id}.pdf`);
    const text = await pdfText(body);
    for (const words of ['GIẤY KHAI SINH', '01/2026', 'NGUYỄN HOÀNG BẢO NGỌC', 'TRẦN THỊ MỸ DUYÊN', 'NGUYỄN HOÀNG NAM', '18/11/2026', 'Đặng Hoàng Nam']) {
      expect(text).toContain(words);
    }
  });

  test('the receipt is printed once more: marked, counted, and only by its own counter', async () => {
    await desk.drain();
    const receipt = (await read(people.clerk, intake.dossierId)).papers.find(({ form }) => form === 'receipt')!;
    const address = `/api/dossiers/${intake.dossierId}/papers/${receipt.id}/reprints`;
    const { status, body } = await people.clerk.post<{ paperId: string }>(address, {});
    expect(status).toBe(201);
    const again = await people.clerk.bytes(`/api/dossiers/${intake.dossierId}/papers/${body.paperId}.pdf`);
    const text = await pdfText(again.body);
    for (const words of ['BẢN IN LẠI lần 1', intake.code, intake.secret]) expect(text).toContain(words);
    expect((await people.clerk.post(address, {})).status).toBe(201);
    const { papers, reprintable } = await read(people.clerk, intake.dossierId);
    expect(reprintable).toBe(true);
    expect(papers.map(({ title }) => title.vi).filter((title) => title.includes('in lại'))).toEqual([
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (bản in lại lần 1)', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (bản in lại lần 2)',
    ]);
    expect((await people.registrar.post(address, {})).status).toBe(403);
    expect((await read(people.registrar, intake.dossierId)).reprintable).toBe(false);
  });

  test('the child is on file with the certificate and both parents', async () => {
    const child = await findPerson(people.clerk, 'Nguyễn Hoàng Bảo Ngọc');
    const { body } = await people.clerk.post<PersonDto>('/api/counter/persons/open', { personId: child.id });
    expect(body).toMatchObject({ fullName: 'Nguyễn Hoàng Bảo Ngọc', sex: 'female', birthDate: '2026-11-18' });
    expect(body.papers).toMatchObject([{ kind: 'birth-certificate', number: '01/2026', issuedOn: '2026-11-23', state: 'in-force' }]);
    expect(body.relatives.map(({ kind, fullName }) => [kind, fullName]).toSorted()).toEqual([['father', PEOPLE.father.name], ['mother', PEOPLE.mother.name]]);
  });

  test('anyone with code and secret reads the stage and no name; a wrong secret reads nothing', async () => {
    const lookUp = async (secret: string): Promise<{ status: number; html: string }> => {
      const answer = await fetch(`${desk.url}/tra-cuu`, { method: 'POST', body: new URLSearchParams({ code: intake.code.toLowerCase(), secret }) });
      return { status: answer.status, html: await answer.text() };
    };
    const found = await lookUp(intake.secret.toLowerCase());
    expect(found.status).toBe(200);
    expect(found.html).toContain(intake.code);
    expect(found.html).toContain('Đã trả kết quả');
    for (const name of [PEOPLE.mother.name, 'Bảo Ngọc', PEOPLE.mother.personalId]) expect(found.html).not.toContain(name);
    expect((await lookUp('222222')).status).toBe(404);
  });

  test('after 15:00 the day is over: from Monday past the holiday to Wednesday evening', async () => {
    await desk.moveTo('2026-11-23T15:10');
    const { body } = await people.clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: BIRTH, ownerId: mother.id, declaration: filled.declaration });
    expect(body.due).toMatchObject({ at: '2026-11-25T10:00:00Z', limit: { vi: expect.stringContaining('15:00') } });
    const late = await receiveAtCounter(people.clerk, BIRTH);
    expect([late.code, late.dueAt]).toEqual(['H19.26.01-261123-0002', '2026-11-25T10:00:00Z']);
    const { clock } = await read(people.clerk, late.dossierId);
    const why = clock.trace.map(({ vi }) => vi).join('\n');
    expect(why).toContain('24/11/2026');
    expect(why).toContain('25/11/2026');
  });
});
