import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { RegisterExports } from '@app/reports';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { RegisterExportDto, RegisterPageDto } from '../../apps/desk/src/registers/registers.dto.js';
import { newId } from '@app/kernel';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE, cast, findPerson, go, pdfText, read, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

const CERTIFIED_COPIES = '2.000815';
const PAPERS = [
  { kind: 'Căn cước', pages: 2, copies: 1 },
  { kind: 'Học bạ trung học phổ thông', pages: 12, copies: 2 },
  { kind: 'Hồ sơ thiết kế công trình', pages: 400, copies: 1 },
];
const FEES = [4_000, 28_000, 200_000];

describe('copies certified from the original', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let ownerId: string;
  let received: IntakeResultDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T09:00');
    people = cast(desk);
    ownerId = (await findPerson(people.clerk, PEOPLE.single.personalId)).id;
  });
  afterAll(() => desk?.stop());

  const receive = async (papers: readonly object[], more: object = {}): Promise<IntakeResultDto & Problem> => (await people.clerk.post<IntakeResultDto & Problem>('/api/counter/intake', {
    commandId: newId(), dossierId: newId(), outcome: 'receive', procedureCode: CERTIFIED_COPIES, ownerId, delivery: 'counter', components: [], offers: [], feePaid: true,
    declaration: { requesterName: 'Phạm Thị Thu Hà', requesterPersonalId: PEOPLE.single.personalId, papers }, ...more,
  })).body;
  const register = async (query = ''): Promise<RegisterPageDto> => (await people.clerk.get<RegisterPageDto>(`/api/registers/certified-copies${query}`)).body;
  const cells = ({ columns, rows }: RegisterPageDto, key: string) => rows.map((row) => {
    const cell = row.cells[columns.findIndex((column) => column.key === key)]!;
    return cell.text ?? cell.number;
  });

  test('the fee is reckoned while the rows are typed, with its cap', async () => {
    const assess = async (papers: readonly object[]) => (await people.clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: CERTIFIED_COPIES, ownerId, declaration: { papers } })).body;
    expect((await assess([{ kind: 'Căn cước', pages: 2 }])).fee.total).toBe(0);
    expect((await assess(PAPERS.slice(0, 1))).fee.total).toBe(4_000);
    expect((await assess(PAPERS)).fee).toMatchObject({ total: 232_000, lines: FEES.map((amount) => ({ amount })) });
  });

  test('rows that lack something are refused, and take no number', async () => {
    const refused = await receive([{ kind: 'Căn cước', pages: 0, copies: 1 }]);
    expect([refused.code, refused.fields?.map(({ pointer }) => pointer)]).toEqual(['declaration.invalid', ['/papers']]);
    expect((await receive([])).code).toBe('declaration.invalid');
    expect((await register()).total).toBe(0);
  });

  test('three originals are received, numbered together, priced and receipted by one command', async () => {
    received = await receive(PAPERS);
    expect(received).toMatchObject({ received: true, entries: ['01', '02', '03'], fee: { total: 232_000, paid: true }, dueAt: '2026-11-23T10:00:00Z' });
    const receipt = await pdfText((await people.clerk.bytes(received.paperUrl!)).body);
    expect(receipt).toContain('Phí chứng thực bản sao: Học bạ trung học phổ thông (12 trang) × 2');
    const statement = await pdfText((await people.clerk.bytes(received.entriesUrl!)).body);
    for (const words of ['Căn cước', 'Học bạ trung học phổ thông', '01/2026-SCT/BS', '03']) expect(statement).toContain(words);
  });

  test('the payment is confirmed, and so is a handover once there is one; neither is a paper of the dossier', async () => {
    const slip = (kind: string, who = people.clerk) => who.bytes(`/api/dossiers/${received.dossierId}/slips/${kind}.pdf`);
    const confirmed = await pdfText((await slip('fee')).body);
    for (const words of ['GIẤY XÁC NHẬN', 'Học bạ trung học phổ thông (12 trang) × 2', '232.000 đồng', 'Nguyễn Thị Thanh Hương', 'không thay thế biên lai']) expect(confirmed).toContain(words);
    expect([(await slip('handover')).status, (await slip('nothing')).status, (await slip('fee', desk.officer('tiepnhan.trangbom'))).status]).toEqual([404, 404, 404]);
    const before = (await read(people.clerk, received.dossierId)).papers.length;
    await go(received.dossierId, [[people.clerk, 'handOver']]);
    const handed = await pdfText((await slip('handover')).body);
    for (const words of ['PHIẾU BÀN GIAO HỒ SƠ', received.code, 'Trung tâm Phục vụ hành chính công', 'Nguyễn Thị Thanh Hương']) expect(handed).toContain(words);
    await go(received.dossierId, [[people.clerk, 'recall', { reason: 'to-complete' }]]);
    expect((await read(people.clerk, received.dossierId)).papers.length).toBe(before);
  });

  test('received after three o’clock they are there the next working day, which is no holiday', async () => {
    await desk.moveTo('2026-11-23T15:01');
    const late = await receive(PAPERS.slice(0, 1));
    expect([late.dueAt, late.entries]).toEqual(['2026-11-25T10:00:00Z', ['04']]);
  });

  test('compared, signed and sealed they come back with the numbers they were given', async () => {
    await go(received.dossierId, [
      [people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'submitForApproval', { draft: {} }], [people.chairman, 'approve'], [people.records, 'number'],
      [people.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'], [people.clerk, 'returnResult', { recipient: 'Chính chủ' }],
    ]);
    const done = await read(people.clerk, received.dossierId);
    expect([done.status, done.outcome]).toEqual([10, 'granted']);
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.one('select number from result where dossier_id = $1', [received.dossierId]))).toEqual({ number: '01–03/SCT-BS' });
  });

  test('register, cash and numbers agree', async () => {
    const page = await register();
    expect([cells(page, 'number'), cells(page, 'copies'), cells(page, 'fee')]).toEqual([['01', '02', '03', '04'], [1, 2, 1, 1], [...FEES, 4_000]]);
    expect(cells(page, 'paper').slice(0, 3)).toEqual(PAPERS.map(({ kind }) => kind));
    expect(cells(page, 'signer')[0]).toContain('Chủ tịch');
    const cash = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ sum: number }>(`select sum((fee ->> 'total')::int)::int as sum from dossier where procedure_code = $1 and fee_paid`, [CERTIFIED_COPIES]));
    expect(cash.sum).toBe(cells(page, 'fee').reduce<number>((sum, fee) => sum + Number(fee), 0));
    const numbers = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ value: number }>(`select value from issued_number where series = 'register:certified-copies' order by value`));
    expect(numbers.map(({ value }) => value)).toEqual([1, 2, 3, 4]);
  });

  test('what the signer refuses stays in the book, struck out, and its number is never given again', async () => {
    const { dossierId } = await receive(PAPERS.slice(0, 1));
    await go(dossierId, [
      [people.clerk, 'handOver'], [people.registrar, 'acknowledge'], [people.registrar, 'submitForApproval', { draft: {} }],
      [people.chairman, 'refuse', { reason: 'conditions-not-met', note: 'Bản chính bị tẩy xóa' }],
    ]);
    const page = await register();
    expect(page.rows.map(({ voided }) => voided?.vi)).toEqual([undefined, undefined, undefined, undefined, 'Hồ sơ bị từ chối']);
    expect((await receive(PAPERS.slice(0, 1))).entries).toEqual(['06']);
  });

  test('the book is printed, with the void number marked', async () => {
    const ordered = (await people.clerk.post<RegisterExportDto>('/api/registers/certified-copies/exports', { format: 'pdf', language: 'vi', purpose: 'Lưu sổ' })).body;
    await desk.app.get(RegisterExports).work();
    const file = await people.clerk.bytes(`/api/register-exports/${ordered.id}/file`);
    expect(file.status).toBe(200);
    const text = await pdfText(file.body);
    for (const words of ['Nghị định số 23/2015/NĐ-CP', 'Căn cước', '05 (đã hủy)', '200.000']) expect(text).toContain(words);
  });
});
