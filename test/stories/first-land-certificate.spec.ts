import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { FIRST_LAND, MATTERS, PEOPLE, act, cast, fillInAtCounter, findPerson, go, pdfText, read, receiveAtCounter, refusedAct, type Line } from '../support/steps.js';

jest.setTimeout(120_000);

const { owner, answers } = MATTERS[FIRST_LAND]!;
const { registeredBefore: _r, wantsDebt: _w, exemption: _e, ...ofAnyPlot } = answers;
const REGISTRATION = { ...ofAnyPlot, wants: 'registration' };
const MAP = { plotNumber: '118', mapSheet: '29', area: 178.9, overlap: 'no' } as const;
const ORIGIN = { origin: 'recognised', stableSince: '1989-01-01', disputed: 'no', planning: 'yes' } as const;
const DUTY = { amount: 86_400_000, noticeNumber: 'LTB-2026-04418', relief: 'none' } as const;

describe('the first certificate of a plot: extract, origin, posting, tax, payment, signature, land register', () => {
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
  const toOrigin = (): Line[] => {
    const { clerk, landOfficer, reviewer } = people;
    return [
      [clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true, note: 'Hồ sơ đầy đủ' }], [landOfficer, 'requestConsultation', { consult: [{ body: 'landOffice' }] }],
      [reviewer, 'answerConsultation', { meets: true, note: 'Đã trích lục.', noted: MAP }],
    ];
  };
  const toTheEnd = (): Line[] => {
    const { clerk, landOfficer, chairman, records, reviewer } = people;
    return [
      [landOfficer, 'submitForApproval', { draft: {} }], [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [reviewer, 'acknowledge'], [reviewer, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'],
    ];
  };

  test.each([
    ['registration', false, '2026-12-17T01:30:00Z'],
    ['certificate', false, '2026-12-22T01:30:00Z'],
    ['registration', true, '2026-12-31T01:30:00Z'],
    ['certificate', true, '2027-01-06T01:30:00Z'],
  ] as const)('%s, remote %s, has the limit of its own case', async (wants, remoteArea, dueAt) => {
    const matter = { owner, answers: { ...(wants === 'certificate' ? answers : REGISTRATION), remoteArea } };
    const intake = await receiveAtCounter(people.clerk, FIRST_LAND, {}, matter);
    expect([intake.dueAt, intake.fee.total]).toEqual([dueAt, wants === 'certificate' ? 100_000 : 0]);
    id = intake.dossierId;
  });

  test('the land office answers with the extract of the map, a paper of its own; without its figures nothing is answered', async () => {
    const { landOfficer, reviewer, taxOfficer } = people;
    ({ dossierId: id } = await receiveAtCounter(people.clerk, FIRST_LAND));
    await go(id, toOrigin().slice(0, 4));
    expect((await read(reviewer, id)).choices.finding?.items.map(({ key }) => key)).toEqual(['plotNumber', 'mapSheet', 'area', 'overlap']);
    expect((await taxOfficer.get(`/api/dossiers/${id}`)).status).toBe(404);
    const empty = await refusedAct(reviewer, id, 'answerConsultation', { meets: true, note: 'Đã trích lục.' });
    expect(empty.fields?.map(({ pointer }) => pointer)).toEqual(['/noted/plotNumber', '/noted/mapSheet', '/noted/area', '/noted/overlap']);
    await act(reviewer, id, 'answerConsultation', { meets: true, note: 'Đã trích lục.', noted: MAP });
    await desk.drain();
    const extract = await formText('finding');
    for (const words of ['VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI', 'TRÍCH LỤC BẢN ĐỒ ĐỊA CHÍNH', 'Thửa đất số 118', '178,9 m²', 'Lê Thị Minh Thư']) expect(extract).toContain(words);
    expect((await read(landOfficer, id)).findings.at(-1)).toMatchObject({ unit: 'Văn phòng Đăng ký đất đai', noted: expect.arrayContaining([{ name: expect.objectContaining({ en: 'Plot number' }), value: { vi: '118', en: '118' } }]) });
  });

  test('land without papers is posted for fifteen days in words of its own, and the clock stands', async () => {
    const { landOfficer } = people;
    await act(landOfficer, id, 'examine', { meets: true, note: 'Sử dụng ổn định từ 1989.', noted: ORIGIN });
    const posted = await act(landOfficer, id, 'postNotice');
    expect(posted.clock).toMatchObject({ state: 'paused', pauseCause: 'public-notice' });
    const notice = await formText('notice');
    for (const words of ['cấp Giấy chứng nhận lần đầu', PEOPLE.worshipper.name, 'diện tích 180,5 m²', 'Đất ở tại đô thị', '15 (mười lăm) ngày', 'tranh chấp liên quan đến thửa đất']) expect(notice).toContain(words);
    expect(notice).not.toContain('mất');
    await desk.moveTo('2026-12-09T08:30');
    await act(landOfficer, id, 'closeNotice', { meets: true });
  });

  test('the tax authority sets the duty; the person is asked to pay and the dossier waits in status 6', async () => {
    const { landOfficer, taxOfficer } = people;
    await act(landOfficer, id, 'requestConsultation', { consult: [{ body: 'taxOffice' }] });
    expect((await read(landOfficer, id)).clock).toMatchObject({ state: 'paused', pauseCause: 'consultation' });
    await desk.moveTo('2026-12-11T08:30');
    const set = await act(taxOfficer, id, 'answerConsultation', { meets: true, note: 'Đã ra thông báo.', noted: DUTY });
    expect(set.clock.state).toBe('running');
    await desk.drain();
    expect(await formText('finding')).toContain('86.400.000 đồng');
    const asked = await act(landOfficer, id, 'requestPayment', { amount: DUTY.amount, noticeNumber: DUTY.noticeNumber });
    expect([asked.status, asked.clock.pauseCause, asked.payments[0]]).toEqual([6, 'financial-duty', expect.objectContaining({ amount: DUTY.amount, state: 'due', noticeNumber: DUTY.noticeNumber })]);
    const notice = await formText('payment-notice');
    for (const words of ['86.400.000', 'LTB-2026-04418', 'Tám mươi sáu triệu bốn trăm nghìn đồng']) expect(notice).toContain(words);
  });

  test('paid ten days later it goes on: the promise moves by exactly what was waited for', async () => {
    await desk.moveTo('2026-12-21T08:30');
    const paid = await act(people.landOfficer, id, 'confirmPayment', { amount: DUTY.amount, receiptNumber: 'GNT-118204', paidOn: '2026-12-21' });
    expect(paid).toMatchObject({ status: 4, clock: { state: 'running' } });
    const ledger = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; cause: string | null }>('select kind, cause from clock_entry where dossier_id = $1 order by seq', [id]));
    expect(ledger.map(({ kind, cause }) => [kind, cause ?? null])).toEqual([
      ['start', null], ['pause', 'public-notice'], ['resume', 'public-notice'], ['pause', 'consultation'], ['resume', 'consultation'], ['pause', 'financial-duty'], ['resume', 'financial-duty'],
    ]);
    const { timeShares } = await read(people.clerk, id);
    const minutes = [...timeShares.holders, ...timeShares.pauses].reduce((sum, share) => sum + share.minutes, 0);
    expect(minutes).toBe(timeShares.total);
  });

  test('the chairman signs, the land office enters it and sends it back; area and plot are those of the map', async () => {
    const done = await go(id, toTheEnd());
    expect(done).toMatchObject({ status: 9, outcome: 'granted' });
    const certificate = await formText('result');
    for (const words of [
      'GIẤY CHỨNG NHẬN', 'PHẠM VĂN MINH', 'Thửa đất số: 118; tờ bản đồ số: 29', '178,9 m²', 'Đất ở tại đô thị', 'Lâu dài', 'Sử dụng riêng', 'Công nhận quyền sử dụng đất', 'Nhà ở riêng lẻ, diện tích xây dựng 72,4 m², 1 tầng', 'TM. ỦY BAN NHÂN DÂN', 'Đặng Hoàng Nam',
    ]) expect(certificate.replaceAll('  ', ' ')).toContain(words);
    expect(certificate).not.toContain('Cấp lại');
    expect(await forms()).toEqual([
      'receipt', 'control-slip', 'consultation-request', 'finding', 'finding', 'notice', 'minutes', 'consultation-request', 'finding', 'payment-notice', 'result', 'control-slip', 'control-slip',
    ]);
    const [paper] = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; content: Record<string, unknown> }>('select kind, content from paper_on_file where dossier_id = $1', [id]));
    expect(paper).toMatchObject({ kind: 'land-certificate', content: { plotNumber: '118', mapSheet: '29', area: 178.9, landPurpose: 'Đất ở tại đô thị' } });
  });

  test('registration alone goes without posting and tax, and ends with a confirmation instead of a certificate', async () => {
    const { landOfficer } = people;
    const { dossierId } = await receiveAtCounter(people.clerk, FIRST_LAND, {}, { owner, answers: REGISTRATION });
    const examined = await go(dossierId, [...toOrigin(), [landOfficer, 'examine', { meets: true, noted: ORIGIN }]]);
    expect([examined.stepName.en, examined.acts.map(({ event }) => event)]).toEqual(['Particulars to the tax authority', expect.arrayContaining(['requestConsultation'])]);
    expect(examined.choices.consult).toEqual([expect.objectContaining({ body: 'taxOffice', preselected: false })]);
    await go(dossierId, [[landOfficer, 'requestConsultation', { consult: [] }], ...toTheEnd()]);
    const confirmation = await formText('result', dossierId);
    for (const words of ['THÔNG BÁO', 'Xác nhận kết quả đăng ký đất đai', 'Số: 01/TB-UBND', 'Thông báo này không phải Giấy chứng nhận', 'Thửa đất số: 118']) expect(confirmation.replaceAll('  ', ' ')).toContain(words);
    expect(await forms(dossierId)).not.toContain('notice');
    const found = await findPerson(people.clerk, owner);
    const { declaration, assessment } = await fillInAtCounter(people.clerk, FIRST_LAND, found.id, { ...answers, registeredBefore: true });
    expect([declaration['registrationNumber'], assessment.componentOffers.map(({ key }) => key)]).toEqual(['01/TB-UBND', ['registration-notice']]);
  });

  test('what is not paid in thirty days is stopped by itself, with form 05 and no certificate', async () => {
    const { landOfficer, taxOfficer } = people;
    const { dossierId } = await receiveAtCounter(people.clerk, FIRST_LAND, {}, { owner, answers: { ...answers, hasLandPapers: true } });
    await go(dossierId, [
      ...toOrigin(), [landOfficer, 'examine', { meets: true, noted: ORIGIN }], [landOfficer, 'requestConsultation', { consult: [{ body: 'taxOffice' }] }], [taxOfficer, 'answerConsultation', { meets: true, note: 'Đã ra thông báo.', noted: DUTY }],
      [landOfficer, 'requestPayment', { amount: DUTY.amount, noticeNumber: DUTY.noticeNumber }],
    ]);
    await desk.moveTo('2027-01-25T08:30');
    expect(await read(people.clerk, dossierId)).toMatchObject({ status: 8, stop: { cause: 'not-paid' } });
    expect(await forms(dossierId)).toEqual(['receipt', 'control-slip', 'consultation-request', 'finding', 'finding', 'consultation-request', 'finding', 'payment-notice', 'stop-notice']);
  });
});
