import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARTYR_WORSHIP, PEOPLE, act, cast, fillInAtCounter, findPerson, go, pdfText, read, receiveAtCounter, type Line } from '../support/steps.js';

jest.setTimeout(120_000);

const LISTED = { certificateSeen: 'TB 1186k', worships: 'yes', survivors: 'no', disputed: 'no' } as const;

describe('the commune lists a worshipper, the Department of Home Affairs decides', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let id: string;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const formText = async (form: string, dossierId = id): Promise<string> => pdfText((await people.clerk.bytes(`/api/dossiers/${dossierId}/papers/form/${form}.pdf`)).body);
  const listed = (): Line[] => {
    const { clerk, socialOfficer, chairman } = people;
    return [[clerk, 'handOver'], [socialOfficer, 'acknowledge'], [socialOfficer, 'examine', { meets: true, note: 'Đã xác minh tại nơi thờ cúng.', noted: LISTED }], [chairman, 'approve']];
  };

  test('the certificate is on file: martyr and number are offered, only the authorisation is asked', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.worshipper.personalId);
    const { declaration, assessment } = await fillInAtCounter(people.clerk, MARTYR_WORSHIP, owner.id);
    expect(declaration).toMatchObject({ martyrName: 'Phạm Văn Lành', certificateNumber: 'TB 1186k', sacrificedOn: '1968-02-05', requesterName: PEOPLE.worshipper.name });
    expect(assessment.components.filter(({ required }) => required).map(({ key }) => key)).toEqual(['family-authorisation', 'merit-certificate']);
    expect(assessment.componentOffers.map(({ key }) => key)).toEqual(['merit-certificate']);
    expect(assessment.faults).toEqual([]);
  });

  test('it is free and promised within seventeen working days, the holiday not counted', async () => {
    const intake = await receiveAtCounter(people.clerk, MARTYR_WORSHIP);
    id = intake.dossierId;
    expect(intake).toMatchObject({ received: true, dueAt: '2026-12-17T01:30:00Z', fee: { total: 0 } });
  });

  test('the chairman confirms the list of the commune: a paper of its own under that signature', async () => {
    const confirmed = await go(id, listed());
    expect(confirmed).toMatchObject({ outcome: 'none', holder: { id: 'c26068.office' } });
    await desk.drain();
    const list = await formText('finding');
    for (const words of [
      'DANH SÁCH ĐỀ NGHỊ HƯỞNG TRỢ CẤP THỜ CÚNG LIỆT SĨ', '/TTr-UBND', PEOPLE.worshipper.name, 'Người đề nghị đang trực tiếp thờ cúng Có', 'Có tranh chấp về người thờ cúng Không',
      'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'Đặng Hoàng Nam', 'Sở Nội vụ', 'Đỗ Thị Kim Loan',
    ]) expect(list).toContain(words);
  });

  test('the department does not see it before the records clerk has sent it up with its package', async () => {
    const { meritReviewer, records } = people;
    expect((await meritReviewer.get(`/api/dossiers/${id}`)).status).toBe(404);
    const sent = await act(records, id, 'handOver');
    expect(sent).toMatchObject({ holder: { id: 'c26068.office' }, addressee: { id: 'p75.home-affairs' } });
    expect(sent.handovers.at(-1)!.manifest.map(({ name }) => name)).toEqual(expect.arrayContaining(['Danh sách đề nghị hưởng trợ cấp thờ cúng liệt sĩ']));
  });

  test('it comes back from the department with the reason, and goes up again; the clock does not stop', async () => {
    const { meritReviewer, records } = people;
    await desk.moveTo('2026-11-26T09:00');
    const returned = await act(meritReviewer, id, 'returnHandover', { reason: 'manifest-differs', note: 'Danh sách chưa kèm văn bản ủy quyền.' });
    expect(returned.clock).toMatchObject({ state: 'running', dueAt: '2026-12-17T01:30:00Z' });
    const back = await read(records, id);
    expect([back.holder.id, back.handovers.at(-1)]).toEqual(['c26068.office', expect.objectContaining({ returnedAt: expect.any(String), reason: expect.stringContaining('Danh sách chưa kèm văn bản ủy quyền') })]);
    await act(records, id, 'handOver');
    expect(await act(meritReviewer, id, 'acknowledge')).toMatchObject({ status: 4, holder: { id: 'p75.home-affairs' } });
  });

  test('the department appraises and decides; the decision names martyr, first year and amount', async () => {
    const { meritReviewer, meritDirector, meritRecords, clerk } = people;
    await desk.moveTo('2026-12-04T10:00');
    await go(id, [
      [meritReviewer, 'examine', { meets: true, note: 'Khớp hồ sơ liệt sĩ.', noted: { fileNumber: 'LS-07540', fromYear: 2026 } }], [meritReviewer, 'submitForApproval', { draft: {} }],
      [meritDirector, 'approve'], [meritRecords, 'number'], [meritRecords, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'],
    ]);
    await desk.drain();
    const decision = await formText('result');
    for (const words of [
      'SỞ NỘI VỤ', 'Số: 01/QĐ-SNV', 'QUYẾT ĐỊNH Về việc trợ cấp thờ cúng liệt sĩ', 'GIÁM ĐỐC SỞ NỘI VỤ', 'Pháp lệnh Ưu đãi người có công', PEOPLE.worshipper.name, 'thờ cúng liệt sĩ Phạm Văn Lành', 'TB 1186k',
      '1.400.000 đồng/năm', 'Hưởng từ năm 2026', 'tài khoản số 5900205123456', 'Trương Văn Phú',
    ]) expect(decision).toContain(words);
    const { papers } = await read(clerk, id);
    expect(papers.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'finding', 'control-slip', 'control-slip', 'finding', 'result', 'control-slip']);
  });

  test('the decision is on file, so that whoever takes over is offered it', async () => {
    const [paper] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; number: string; content: Record<string, unknown> }>(
      'select kind, number, content from paper_on_file where dossier_id = $1', [id]));
    expect(paper).toMatchObject({ kind: 'worship-decision', number: '01/QĐ-SNV', content: { fromYear: 2026, martyr: { name: 'Phạm Văn Lành' } } });
    const owner = await findPerson(people.clerk, PEOPLE.worshipper.personalId);
    const { declaration } = await fillInAtCounter(people.clerk, MARTYR_WORSHIP, owner.id, { requestKind: 'replace' });
    expect(declaration).toMatchObject({ previousDecision: '01/QĐ-SNV' });
  });

  test('the chairman sends a list back to whoever made it, and nobody signs it meanwhile', async () => {
    const { clerk, socialOfficer, chairman } = people;
    const { dossierId } = await receiveAtCounter(clerk, MARTYR_WORSHIP);
    await go(dossierId, [...listed().slice(0, 3), [chairman, 'sendBack', { reason: 'draft-wrong-data', note: 'Số bằng chưa khớp.' }]]);
    await desk.drain();
    const back = await read(socialOfficer, dossierId);
    expect([back.holder.id, back.papers.map(({ form }) => form)]).toEqual(['c26068.culture', ['receipt', 'control-slip']]);
  });

  test('the department refuses: the citizen gets its reason from the commune’s counter, nothing goes on file', async () => {
    const { clerk, records, meritReviewer, meritDirector, meritRecords } = people;
    const { dossierId } = await receiveAtCounter(clerk, MARTYR_WORSHIP);
    await go(dossierId, [
      ...listed(), [records, 'handOver'], [meritReviewer, 'acknowledge'], [meritReviewer, 'examine', { meets: false, note: 'Còn thân nhân đang hưởng trợ cấp tuất.', noted: { fileNumber: 'LS-07540', fromYear: 2026 } }],
      [meritReviewer, 'submitForApproval', { draft: {} }], [meritDirector, 'refuse', { reason: 'conditions-not-met', note: 'Mẹ liệt sĩ đang hưởng trợ cấp tuất hằng tháng.' }], [meritRecords, 'number'], [meritRecords, 'handOver'], [clerk, 'acknowledge'],
      [clerk, 'resultReady'],
    ]);
    await desk.drain();
    const refusal = await formText('refusal', dossierId);
    for (const words of ['SỞ NỘI VỤ', 'Mẹ liệt sĩ đang hưởng trợ cấp tuất hằng tháng']) expect(refusal).toContain(words);
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows('select 1 from paper_on_file where dossier_id = $1', [dossierId]))).toEqual([]);
  });
});
