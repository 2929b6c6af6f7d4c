import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE, POOR_HOUSEHOLD, SOCIAL_ALLOWANCE, act, cast, fillInAtCounter, findPerson, go, pdfText, read, receiveAtCounter, refusedAct } from '../support/steps.js';

jest.setTimeout(120_000);

const VISIT = { visitedOn: '2026-11-25', incomePerHead: 900_000, incomeScore: 120, lackScore: 40, proposed: 'poor' } as const;
const MEETING = { heldOn: '2026-11-27', chair: 'Trưởng khu phố 2', present: 42, agreeing: 40, outcome: 'poor' } as const;

describe('a household is reviewed, posted and recognised as poor', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let id: string;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const formText = async (form: string, dossierId = id): Promise<string> => pdfText((await people.clerk.bytes(`/api/dossiers/${dossierId}/papers/form/${form}.pdf`)).body);
  const forms = async (dossierId = id): Promise<string[]> => {
    await desk.drain();
    return (await read(people.clerk, dossierId)).papers.map(({ form }) => form);
  };

  test('it is free and promised after fifteen calendar days, when the last one closes', async () => {
    const intake = await receiveAtCounter(people.clerk, POOR_HOUSEHOLD);
    id = intake.dossierId;
    expect(intake).toMatchObject({ received: true, dueAt: '2026-12-08T10:00:00Z', fee: { total: 0 } });
    expect(await pdfText((await people.clerk.bytes(intake.paperUrl!)).body)).toContain('15 ngày');
  });

  test('the reviewer cannot say that it is fit without the scores, and no score lies outside its range', async () => {
    const { clerk, socialOfficer } = people;
    await go(id, [[clerk, 'handOver'], [socialOfficer, 'acknowledge']]);
    const form = (await read(socialOfficer, id)).choices.finding!;
    expect(form.items.map(({ key, kind }) => [key, kind])).toEqual([['visitedOn', 'date'], ['incomePerHead', 'money'], ['incomeScore', 'number'], ['lackScore', 'number'], ['proposed', 'choice']]);
    const without = await refusedAct(socialOfficer, id, 'examine', { meets: true, noted: { ...VISIT, lackScore: 500, proposed: 'rich', more: 1 } });
    expect([without.code, without.fields?.map(({ pointer }) => pointer)]).toEqual(['request.invalid', ['/noted/more', '/noted/lackScore', '/noted/proposed']]);
    const empty = await refusedAct(socialOfficer, id, 'examine', { meets: true });
    expect(empty.fields?.map(({ pointer }) => pointer)).toEqual(['/noted/visitedOn', '/noted/incomePerHead', '/noted/incomeScore', '/noted/lackScore', '/noted/proposed']);
  });

  test('the score of the visit becomes a paper, and the meeting of the village its minutes', async () => {
    const { socialOfficer } = people;
    await desk.moveTo('2026-11-25T15:00');
    const visited = await act(socialOfficer, id, 'examine', { meets: true, note: 'Nhà tạm, không có lao động chính.', noted: VISIT });
    expect(visited.findings).toEqual([expect.objectContaining({ meets: true, noted: expect.arrayContaining([{ name: expect.objectContaining({ en: 'Score B1 (income)' }), value: { vi: '120 điểm', en: '120 điểm' } }]) })]);
    await desk.drain();
    const slip = await formText('finding');
    for (const words of ['PHIẾU RÀ SOÁT, TỔNG HỢP ĐIỂM HỘ GIA ĐÌNH', PEOPLE.oldMan.name, '900.000 đồng', 'Điểm B2 (thiếu hụt dịch vụ xã hội cơ bản) 40 điểm', 'Rà soát viên đề nghị xếp Hộ nghèo', 'Đỗ Thị Kim Loan', 'đủ điều kiện']) expect(slip).toContain(words);
    await desk.moveTo('2026-11-27T16:00');
    await act(socialOfficer, id, 'examine', { meets: true, noted: MEETING });
    await desk.drain();
    const minutes = await formText('finding');
    for (const words of ['BIÊN BẢN HỌP DÂN', 'Số người dự họp 42 người', 'Số người đồng ý với kết quả 40 người', '27/11/2026']) expect(minutes).toContain(words);
  });

  test('the result is posted for three working days in the words of the procedure, and the clock runs on', async () => {
    const { socialOfficer } = people;
    const posted = await act(socialOfficer, id, 'postNotice');
    expect(posted.clock).toMatchObject({ state: 'running', dueAt: '2026-12-08T10:00:00Z' });
    const notice = await formText('notice');
    for (const words of ['Niêm yết công khai kết quả rà soát hộ nghèo, hộ cận nghèo', `ông/bà ${PEOPLE.oldMan.name}`, 'hộ có 2 người', 'họp dân tại Khu phố 2', '03 (ba) ngày làm việc', 'Nhà văn hóa', 'có ý kiến, khiếu nại về kết quả rà soát nêu trên']) expect(notice).toContain(words);
    expect(notice).not.toContain('Giấy chứng nhận');
  });

  test('a neighbour objects: the minutes keep it, and a second review answers it', async () => {
    const { socialOfficer } = people;
    await desk.moveTo('2026-12-03T08:30');
    await act(socialOfficer, id, 'closeNotice', { meets: false, note: 'Bà Nguyễn Thị Lan cho rằng hộ có thu nhập từ cho thuê nhà.' });
    const minutes = await formText('minutes');
    for (const words of ['Kết thúc niêm yết công khai kết quả rà soát', '01 (một) ý kiến', 'cho thuê nhà', 'CHỦ HỒ SƠ']) expect(minutes).toContain(words);
    expect(minutes).not.toContain('thửa đất');
    await desk.moveTo('2026-12-03T10:00');
    await act(socialOfficer, id, 'examine', { meets: true, note: 'Phúc tra: không có nhà cho thuê.', noted: { secondReview: 'same', status: 'poor' } });
  });

  test('the chairman recognises the household: members, scores and validity stand in the decision', async () => {
    const { socialOfficer, chairman, records, clerk } = people;
    await go(id, [[socialOfficer, 'submitForApproval', { draft: {} }], [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady']]);
    const decision = await formText('result');
    for (const words of [
      'QUYẾT ĐỊNH Về việc công nhận hộ nghèo', 'CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BIÊN HOÀ', 'Quyết định số 24/2021/QĐ-TTg', `Công nhận hộ ông/bà ${PEOPLE.oldMan.name}`, 'là hộ nghèo theo chuẩn nghèo đa chiều',
      'điểm thu nhập (B1) 120; điểm thiếu hụt (B2) 40', 'Hộ có 02 (hai) người', 'Trịnh Gia Bảo, sinh ngày 09/03/2015, cháu', 'đến hết ngày 31 tháng 12 năm 2026', 'Đặng Hoàng Nam',
    ]) expect(decision).toContain(words);
    expect(decision).not.toContain('TM. ỦY BAN NHÂN DÂN');
    expect(await forms()).toEqual(['receipt', 'control-slip', 'finding', 'finding', 'notice', 'minutes', 'finding', 'result', 'control-slip']);
  });

  test('it is on file to the end of the year, so that the next office does not ask for it', async () => {
    const [paper] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; number: string; valid_until: string; content: unknown }>(
      'select kind, number, valid_until::text as valid_until, content from paper_on_file where dossier_id = $1', [id]));
    expect(paper).toEqual({ kind: 'poor-household-certificate', number: '01/QĐ-UBND', valid_until: '2026-12-31', content: { status: 'poor', members: 2 } });
    const owner = await findPerson(people.clerk, PEOPLE.oldMan.personalId);
    const { assessment } = await fillInAtCounter(people.clerk, SOCIAL_ALLOWANCE, owner.id);
    expect(assessment.componentOffers.map(({ key }) => key)).toEqual(['poor-household-certificate']);
  });

  test('the citizen reads the notice and the decision, not the slips of the offices', async () => {
    const citizen = desk.citizen(PEOPLE.oldMan.personalId);
    const { body } = await citizen.get<{ papers: { form: string }[] }>(`/api/citizen/dossiers/${id}`);
    expect(body.papers.map(({ form }) => form)).toEqual(['receipt', 'notice', 'result']);
  });

  test('a household above the line is refused with the reason, and nothing goes on file', async () => {
    const { clerk, socialOfficer, chairman, records } = people;
    const { dossierId } = await receiveAtCounter(clerk, POOR_HOUSEHOLD);
    await go(dossierId, [
      [clerk, 'handOver'], [socialOfficer, 'acknowledge'], [socialOfficer, 'examine', { meets: false, note: 'Thu nhập cao hơn chuẩn.', noted: { ...VISIT, incomeScore: 180, lackScore: 10, proposed: 'neither' } }],
      [socialOfficer, 'examine', { meets: false, note: 'Cuộc họp không thống nhất.', noted: { ...MEETING, agreeing: 3, outcome: 'neither' } }], [socialOfficer, 'postNotice'],
    ]);
    await desk.moveTo('2026-12-09T08:30');
    await go(dossierId, [
      [socialOfficer, 'closeNotice', { meets: true }], [socialOfficer, 'examine', { meets: false, note: 'Không thuộc hộ nghèo, hộ cận nghèo.', noted: { secondReview: 'no', status: 'neither' } }],
      [socialOfficer, 'submitForApproval', { draft: {} }], [chairman, 'refuse', { reason: 'conditions-not-met', note: 'Tổng điểm vượt chuẩn hộ cận nghèo.' }], [records, 'number'],
    ]);
    expect(await forms(dossierId)).toEqual(['receipt', 'control-slip', 'finding', 'finding', 'notice', 'minutes', 'finding', 'refusal']);
    expect(await formText('refusal', dossierId)).toContain('Tổng điểm vượt chuẩn hộ cận nghèo');
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select 1 from paper_on_file where dossier_id = $1', [dossierId]))).toEqual([]);
  });
});
