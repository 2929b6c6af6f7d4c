import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE, SOCIAL_ALLOWANCE, act, cast, fillInAtCounter, findPerson, go, intakeBody, pdfText, read, receiveAtCounter, type FilledIn, type Line } from '../support/steps.js';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';

jest.setTimeout(60_000);

describe('a monthly allowance is granted, changed and ended', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let granted: IntakeResultDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const settle = (leader: 'chairman' | 'viceChairman' = 'chairman'): Line[] => {
    const { clerk, socialOfficer, records } = people;
    return [
      [clerk, 'handOver'], [socialOfficer, 'acknowledge'], [socialOfficer, 'examine', { meets: true, note: 'Đã xác minh tại nơi cư trú' }], [socialOfficer, 'submitForApproval', { draft: {} }],
      [people[leader], 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: 'Chính chủ, căn cước' }],
    ];
  };
  const fill = async (personalId: string, answers: Record<string, unknown>): Promise<FilledIn & { ownerId: string }> => {
    const { id } = await findPerson(people.clerk, personalId);
    return { ownerId: id, ...(await fillInAtCounter(people.clerk, SOCIAL_ALLOWANCE, id, answers)) };
  };
  const receive = async ({ ownerId, ...filled }: FilledIn & { ownerId: string }): Promise<IntakeResultDto> =>
    (await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(SOCIAL_ALLOWANCE, ownerId, filled))).body;
  const decisionOf = async (id: string): Promise<{ number: string | undefined; text: string }> => {
    await desk.drain();
    const result = (await read(people.clerk, id)).papers.find(({ form }) => form === 'result')!;
    const { body } = await people.clerk.bytes(`/api/dossiers/${id}/papers/${result.id}.pdf`);
    return { number: result.number, text: await pdfText(body) };
  };

  test('it is free and promised within seven working days, the holiday not counted', async () => {
    granted = await receiveAtCounter(people.clerk, SOCIAL_ALLOWANCE);
    expect(granted).toMatchObject({ received: true, dueAt: '2026-12-03T01:30:00Z' });
    const { body } = await people.clerk.bytes(granted.paperUrl!);
    const text = await pdfText(body);
    for (const words of ['7 ngày làm việc', '08 giờ 30 phút, ngày 03 tháng 12 năm 2026']) expect(text).toContain(words);
  });

  test('the decision of the chairman works the amount out from age and ground', async () => {
    const closed = await go(granted.dossierId, settle());
    expect(closed).toMatchObject({ status: 10, outcome: 'granted' });
    const { number, text } = await decisionOf(granted.dossierId);
    expect(number).toBe('01/QĐ-UBND');
    for (const words of [
      'QUYẾT ĐỊNH Về việc trợ cấp xã hội hằng tháng', 'CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BIÊN HOÀ', 'Căn cứ Nghị định số 20/2021/NĐ-CP', 'Trịnh Văn Bền, sinh năm 1941',
      'Thuộc đối tượng: người cao tuổi thuộc hộ nghèo không có người phụng dưỡng', 'hệ số 2 × 500.000 đồng = 1.000.000 đồng/tháng (Một triệu đồng)', 'chi trả trực tiếp cho ông/bà Trịnh Văn Bền', 'Đặng Hoàng Nam',
    ]) expect(text).toContain(words);
    expect(text).not.toContain('TM. ỦY BAN NHÂN DÂN');
  });

  test('its papers are the receipt, both slips and the decision, which is on file now', async () => {
    const { papers } = await read(people.clerk, granted.dossierId);
    expect(papers.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'result', 'control-slip']);
    const { declaration } = await fill(PEOPLE.oldMan.personalId, { requestKind: 'stop' });
    expect(declaration).toMatchObject({ previousNumber: '01/QĐ-UBND', previousDate: '2026-11-23' });
  });

  test('a disabled child: certificate and carer’s declaration are asked, the support of the carer is added', async () => {
    const filled = await fill('075311294785', {
      requestKind: 'start', requesterRelation: 'parent', requesterName: 'Phan Thị Thanh Thúy', requesterPersonalId: '075181278947', category: 'disabled',
      disabilityDegree: 'very-severe', disabilityKind: 'mobility', disabilityCertificate: '12/GXNKT', disabilityCertifiedOn: '2026-10-05',
      getsPension: false, getsMerit: false, getsAllowance: false, inInstitution: false,
      carerKind: 'household', carerName: 'Phan Thị Thanh Thúy', carerBirthDate: '1981-05-19', carerPersonalId: '075181278947', carerRelation: 'Mẹ', carerAddress: '102 đường Cách Mạng Tháng Tám, phường Biên Hoà', careCount: 'one',
      paymentWay: 'account', bankName: 'Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam', bankAccount: '5900205123456', accountHolder: 'Phan Thị Thanh Thúy', pledge: true,
    });
    expect(filled.assessment.faults).toEqual([]);
    expect(filled.assessment.components.filter(({ required }) => required).map(({ key }) => key)).toEqual(['carer-declaration', 'disability-certificate']);
    expect(filled.assessment.fee.total).toBe(0);
    const { dossierId } = await receive(filled);
    await go(dossierId, settle('viceChairman'));
    const { number, text } = await decisionOf(dossierId);
    expect(number).toBe('02/QĐ-UBND');
    for (const words of [
      'Thuộc đối tượng: trẻ em khuyết tật đặc biệt nặng', 'hệ số 2,5 × 500.000 đồng = 1.250.000 đồng/tháng', 'chăm sóc, nuôi dưỡng hằng tháng cho ông/bà Phan Thị Thanh Thúy (mẹ)',
      'hệ số 1 × 500.000 đồng = 500.000 đồng/tháng', 'Tổng mức hưởng: 1.750.000 đồng/tháng', 'tài khoản số 5900205123456', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'Bùi Thị Lan Chi',
    ]) expect(text).toContain(words);
  });

  test('without the pledge nothing is received', async () => {
    const { assessment } = await fill(PEOPLE.oldMan.personalId, { requestKind: 'stop', requesterRelation: 'self', stopReason: 'moved', stopFrom: '2026-12-01', category: 'elderly', pledge: false });
    expect(assessment.faults.map(({ pointer, vi }) => [pointer, vi])).toEqual([['/pledge', 'Phải cam đoan thì hồ sơ mới được tiếp nhận.']]);
  });

  test('he moves away: the decision that ends it names the one in force and no amount', async () => {
    const filled = await fill(PEOPLE.oldMan.personalId, { requestKind: 'stop', requesterRelation: 'self', stopReason: 'moved', stopFrom: '2026-12-01', category: 'elderly', pledge: true });
    const { dossierId } = await receive(filled);
    await go(dossierId, settle());
    const { text } = await decisionOf(dossierId);
    for (const words of ['Về việc thôi hưởng trợ cấp xã hội hằng tháng', 'theo Quyết định số 01/QĐ-UBND ngày 23 tháng 11 năm 2026', 'Lý do: chuyển nơi cư trú']) expect(text).toContain(words);
    expect(text).not.toContain('đồng/tháng');
  });

  test('whoever is not entitled gets a refusal with the reason and no decision', async () => {
    const { dossierId } = await receiveAtCounter(people.clerk, SOCIAL_ALLOWANCE);
    const { clerk, socialOfficer, chairman, records } = people;
    await go(dossierId, [[clerk, 'handOver'], [socialOfficer, 'acknowledge'], [socialOfficer, 'examine', { meets: false, note: 'Đang hưởng trợ cấp theo Quyết định khác' }], [socialOfficer, 'submitForApproval', { draft: {} }]]);
    await act(chairman, dossierId, 'refuse', { reason: 'conditions-not-met', note: 'Đang hưởng trợ cấp theo Quyết định khác' });
    await act(records, dossierId, 'number');
    await desk.drain();
    const { papers, outcome } = await read(clerk, dossierId);
    expect(outcome).toBe('refused');
    expect(papers.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'refusal']);
    const { body } = await clerk.bytes(`/api/dossiers/${dossierId}/papers/${papers.at(-1)!.id}.pdf`);
    expect(await pdfText(body)).toContain('Đang hưởng trợ cấp theo Quyết định khác');
  });
});
