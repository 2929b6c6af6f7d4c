import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { EXTRACT_COPY, MATTERS, PEOPLE, cast, fillInAtCounter, findPerson, go, intakeBody, pdfText, read, receiveAtCounter, type Line, type Problem } from '../support/steps.js';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';

jest.setTimeout(60_000);

describe('copies of civil-status entries are given the same day', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let birth: IntakeResultDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  /** From the counter to the person's hands; the registrar enters what the register says. */
  const settle = ({ clerk, registrar, chairman, records }: ReturnType<typeof cast>, draft: Record<string, string>): Line[] => [
    [clerk, 'handOver'], [registrar, 'acknowledge'], [registrar, 'submitForApproval', { draft }], [chairman, 'approve'], [records, 'number'],
    [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: 'Chính chủ, căn cước' }],
  ];
  const resultOf = async (id: string): Promise<{ number: string | undefined; text: string }> => {
    await desk.drain();
    const { papers } = await read(people.clerk, id);
    const result = papers.find(({ form }) => form === 'result')!;
    const { body } = await people.clerk.bytes(`/api/dossiers/${id}/papers/${result.id}.pdf`);
    return { number: result.number, text: await pdfText(body) };
  };

  test('her own data and her parents are offered; three copies cost three times the fee', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.single.personalId);
    const { declaration, assessment } = await fillInAtCounter(people.clerk, EXTRACT_COPY, owner.id);
    expect(assessment.faults).toEqual([]);
    expect(declaration).toMatchObject({ subjectName: PEOPLE.single.name, subjectBirthDate: '1999-08-14', motherName: 'Nguyễn Thị Lan', fatherName: 'Phạm Văn Minh' });
    expect(assessment.fee).toMatchObject({ total: 24_000, explanation: { vi: 'Phí cấp bản sao trích lục hộ tịch: 3 × 8.000 đồng = 24.000 đồng.' } });
    expect(assessment.components.filter(({ required }) => required)).toEqual([]);
  });

  test('received in the morning it is promised for the evening', async () => {
    birth = await receiveAtCounter(people.clerk, EXTRACT_COPY, { feePaid: true });
    expect(birth).toMatchObject({ received: true, code: 'H19.26.01-261123-0001', dueAt: '2026-11-23T10:00:00Z' });
    const { body } = await people.clerk.bytes(birth.paperUrl!);
    const text = await pdfText(body);
    for (const words of ['Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', '× 3: 24.000 đồng. Đã nộp tại quầy', '17 giờ 00 phút, ngày 23 tháng 11 năm 2026']) expect(text).toContain(words);
  });

  test('what the registrar finds in the register stands on the copy', async () => {
    const [toOffice, ...others] = settle(people, { 'register.number': '118/1999', 'register.book': '01/1999', 'register.on': '30/08/1999' });
    await go(birth.dossierId, [toOffice!]);
    const { draftEntries } = await read(people.registrar, birth.dossierId);
    expect(draftEntries.map(({ to, label, value }) => [to, label.vi, value])).toEqual([
      ['register.number', 'Số đăng ký', ''], ['register.book', 'Quyển số', ''], ['register.on', 'Ngày hoặc năm đăng ký', '1999'],
      ['register.at', 'Nơi đã đăng ký hộ tịch', 'Ủy ban nhân dân phường Quang Vinh, thành phố Biên Hòa'],
    ]);
    const closed = await go(birth.dossierId, others);
    expect(closed).toMatchObject({ status: 10, outcome: 'granted' });
    const { number, text } = await resultOf(birth.dossierId);
    expect(number).toBe('01/TLHT-BS');
    for (const words of [
      'GIẤY KHAI SINH (BẢN SAO)', 'Số: 01/TLHT-BS', 'PHẠM THỊ THU HÀ', 'Ngày mười bốn, tháng tám, năm một nghìn chín trăm chín mươi chín', 'NGUYỄN THỊ LAN', 'PHẠM VĂN MINH',
      'Số: 118/1999', 'Quyển số: 01/1999', 'Ngày đăng ký: 30/08/1999', 'Số bản cấp: 03 bản', 'Đặng Hoàng Nam',
    ]) expect(text).toContain(words);
  });

  test('its papers are the receipt, the slips of both handovers and the copy', async () => {
    const { papers } = await read(people.clerk, birth.dossierId);
    expect(papers.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'result', 'control-slip']);
  });

  test('a wife asks for the marriage entry: number and husband come from the data on file', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.mother.personalId);
    const filled = await fillInAtCounter(people.clerk, EXTRACT_COPY, owner.id, { requesterRelation: 'self', eventKind: 'marriage', copies: 1, feeExemption: 'none' });
    expect(filled.assessment.faults).toEqual([]);
    expect(filled.declaration).toMatchObject({ otherName: PEOPLE.father.name, registeredOn: '2021-03-12' });
    const { body } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(EXTRACT_COPY, owner.id, filled, { feePaid: true }));
    await go(body.dossierId, settle(people, {}));
    const { number, text } = await resultOf(body.dossierId);
    expect(number).toBe('02/TLHT-BS');
    expect(text).toContain('TRÍCH LỤC KẾT HÔN (BẢN SAO)');
    expect(text.indexOf('TRẦN THỊ MỸ DUYÊN')).toBeLessThan(text.indexOf('NGUYỄN HOÀNG NAM'));
    expect(text).toContain(`Số: ${String(filled.declaration['registerNumber'])}`);
  });

  test('about somebody else there must be a ground, and nothing of the requester’s own is offered for that person', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.single.personalId);
    const answers = {
      ...MATTERS[EXTRACT_COPY]!.answers, requesterRelation: 'relative', eventKind: 'death', subjectName: 'Phạm Văn Bảy', subjectBirthDate: '1940', subjectSex: 'male', subjectNationality: 'Việt Nam',
      diedOn: '2019-03-08', deathPlace: 'Tại nhà', copies: 1,
    };
    const filled = await fillInAtCounter(people.clerk, EXTRACT_COPY, owner.id, answers);
    expect(filled.assessment.faults).toEqual([]);
    expect(filled.declaration).toMatchObject({ requesterName: PEOPLE.single.name, subjectName: 'Phạm Văn Bảy' });
    expect(filled.declaration).not.toHaveProperty('subjectPersonalId');
    expect(filled.assessment.components.filter(({ required }) => required).map(({ key }) => key)).toEqual(['relation-proof']);
    const without = await people.clerk.post<Problem>('/api/counter/intake', intakeBody(EXTRACT_COPY, owner.id, filled, { components: [] }));
    expect(without.status).toBe(422);
    const received = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(EXTRACT_COPY, owner.id, filled));
    expect(received.body).toMatchObject({ received: true });
    await go(received.body.dossierId, settle(people, { 'register.number': '11/2019' }));
    const { text } = await resultOf(received.body.dossierId);
    for (const words of ['TRÍCH LỤC KHAI TỬ (BẢN SAO)', 'PHẠM VĂN BẢY', 'Đã chết vào: ngày 08 tháng 3 năm 2019', 'Số: 11/2019']) expect(text).toContain(words);
  });

  test('an elderly person pays nothing and is told why', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.oldMan.personalId);
    const { assessment } = await fillInAtCounter(people.clerk, EXTRACT_COPY, owner.id, { ...MATTERS[EXTRACT_COPY]!.answers, feeExemption: 'elderly' });
    expect(assessment.fee).toMatchObject({ total: 0, explanation: { vi: 'Phí cấp bản sao trích lục hộ tịch: miễn. Lý do miễn: Người cao tuổi (97/2015/QH13, Điều 10).' } });
  });

  test('received after 15:00 it is promised for the next working day, past the holiday', async () => {
    await desk.moveTo('2026-11-23T14:59');
    expect((await receiveAtCounter(people.clerk, EXTRACT_COPY)).dueAt).toBe('2026-11-23T10:00:00Z');
    await desk.moveTo('2026-11-23T15:01');
    expect((await receiveAtCounter(people.clerk, EXTRACT_COPY)).dueAt).toBe('2026-11-25T10:00:00Z');
  });
});
