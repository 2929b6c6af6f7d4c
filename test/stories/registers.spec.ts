import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { unzipSync, strFromU8 } from 'fflate';
import { SYSTEM } from '@app/database';
import { RegisterExports } from '@app/reports';
import type { CreatedVoidDto, RegisterExportDto, RegisterPageDto, VoidNumberDto } from '../../apps/desk/src/registers/registers.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { prepare, toApproval, toReturn, type Preparation } from '../support/prepare.js';
import { MARITAL_STATUS, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

/** The texts of a line, by the key of its column. */
function line({ columns, rows }: RegisterPageDto, index: number): Record<string, string | number | undefined> {
  return Object.fromEntries(columns.map(({ key }, column) => [key, rows[index]!.cells[column]!.text ?? rows[index]!.cells[column]!.number]));
}

describe('the registers', () => {
  let desk: TestDesk;
  let preparation: Preparation;
  let clerk: Visitor;
  let records: Visitor;
  let chairman: Visitor;
  let finished: string;
  let open: string;
  const register = async (who: Visitor, name: string, query = ''): Promise<RegisterPageDto> => (await who.get<RegisterPageDto>(`/api/registers/${name}${query}`)).body;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    preparation = await prepare(desk, MARITAL_STATUS);
    [clerk, records, chairman] = [desk.officer('tiepnhan.bienhoa'), desk.officer('vanthu.bienhoa'), desk.officer('chutich.bienhoa')];
    finished = await preparation.receive();
    open = await preparation.receive();
    await desk.moveTo('2026-11-24T09:00');
    await preparation.go(finished, [...toApproval(), ['chutich.bienhoa', 'approve'], ...toReturn()]);
  });
  afterAll(() => desk?.stop());

  test('form 07 has a line for each dossier received, with its days', async () => {
    const page = await register(clerk, 'dossiers');
    expect([page.title.vi, page.from, page.to, page.total]).toEqual(['Sổ theo dõi hồ sơ', '2026-01-01', '2026-11-24', 2]);
    expect(line(page, 0)).toMatchObject({
      position: 1, code: 'H19.26.01-261123-0001', sets: 1, received: '2026-11-23T01:30:00Z', passedOn: '2026-11-24T02:00:00Z', resultBack: '2026-11-24T02:00:00Z', returned: '2026-11-24T02:00:00Z',
      delivery: 'Tại quầy', signed: 'Chính chủ, căn cước',
    });
    expect(line(page, 1)).toMatchObject({ position: 2, code: 'H19.26.01-261123-0002', returned: undefined, passedOn: undefined });
    expect((await register(clerk, 'dossiers', '?from=2026-11-24&to=2026-11-24')).total).toBe(0);
    expect((await register(clerk, 'dossiers', '?procedure=1.001193')).total).toBe(0);
    expect((await register(clerk, 'dossiers', '?holder=c26068.centre')).total).toBe(2);
  });

  test('of a past day it stays what it was, whatever happens later', async () => {
    const before = await register(clerk, 'dossiers', '?to=2026-11-24&asOfDay=2026-11-24');
    expect(before.rows).toEqual((await register(clerk, 'dossiers')).rows);
    await desk.moveTo('2026-11-25T10:00');
    await preparation.go(open, [['tiepnhan.bienhoa', 'handOver'], ['hotich.bienhoa', 'acknowledge']]);
    expect((await register(clerk, 'dossiers', '?to=2026-11-24&asOfDay=2026-11-24')).rows).toEqual(before.rows);
    expect(line(await register(clerk, 'dossiers', '?to=2026-11-24&asOfDay=2026-11-23'), 0)).toMatchObject({ passedOn: undefined, returned: undefined, signed: undefined });
    expect(line(await register(clerk, 'dossiers'), 1)).toMatchObject({ passedOn: '2026-11-25T03:00:00Z' });
  });

  test('outgoing papers stand in the book of the records clerk, with number, signer and recipient', async () => {
    const page = await register(records, 'outgoing');
    expect(page.total).toBe(1);
    expect(line(page, 0)).toMatchObject({ number: '01/UBND-XNTTHN', day: '2026-11-24', copies: 1 });
    expect(line(page, 0)['signer']).toContain('Chủ tịch');
    // Its paper stands: nobody may void the number.
    expect(page.rows[0]!.number).toBeUndefined();
  });

  test('whoever may not read registers is refused, and another commune has its own', async () => {
    expect((await desk.officer('hotich.bienhoa').get<Problem>('/api/registers/dossiers')).body.code).toBe('permission.missing');
    expect((await register(desk.officer('tiepnhan.trangbom'), 'dossiers')).total).toBe(0);
    expect((await register(desk.officer('tiepnhan.trangbom'), 'dossiers', '?unit=c26068.centre')).total).toBe(0);
    expect((await clerk.get<Problem>('/api/registers/nothing')).body.code).toBe('request.invalid');
  });

  test('each look at a page is in the log of the people it names', async () => {
    const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ purpose: string; what: string[]; unit_id: string }>(
      `select distinct purpose, what, unit_id from person_read_log where purpose like 'Xem sổ%' order by purpose, unit_id`));
    expect(rows).toEqual([
      { purpose: 'Xem sổ theo dõi hồ sơ', what: ['listed'], unit_id: 'c26068.centre' },
      { purpose: 'Xem sổ đăng ký văn bản đi', what: ['listed'], unit_id: 'c26068.office' },
    ]);
  });

  test('a workbook is ordered, written with its progress, and fetched by whoever ordered it', async () => {
    const order = { format: 'xlsx', language: 'vi', purpose: 'Báo cáo năm của Ủy ban' };
    expect((await clerk.post<Problem>('/api/registers/dossiers/exports', { ...order, purpose: ' ' })).body.code).toBe('reason.required');
    const ordered = (await clerk.post<RegisterExportDto>('/api/registers/dossiers/exports', order)).body;
    expect(ordered).toMatchObject({ state: 'waiting', rowsDone: 0, register: 'dossiers' });
    expect((await clerk.get<Problem>(`/api/register-exports/${ordered.id}/file`)).body.code).toBe('not-found');
    await desk.app.get(RegisterExports).work();
    expect((await clerk.get<RegisterExportDto>(`/api/register-exports/${ordered.id}`)).body).toMatchObject({ state: 'done', rowsDone: 2, rowsTotal: 2 });
    const file = await clerk.bytes(`/api/register-exports/${ordered.id}/file`);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', expect.stringContaining('so-theo-doi-ho-so-2026-01-01-2026-11-25.xlsx')]);
    const parts = unzipSync(file.body);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    const texts = strFromU8(parts['xl/sharedStrings.xml']!);
    expect(texts).toContain('H19.26.01-261123-0001');
    expect(texts).toContain('Chuyển hồ sơ đến cơ quan giải quyết');
    // The moment of receipt is a number of days that Excel shows as a date: 23 November 2026, 08:30.
    expect(sheet).toContain(`<v>${(Date.UTC(2026, 10, 23, 8, 30) / 86_400_000) + 25_569}</v>`);
    expect(sheet).not.toContain('<f>');
    expect((await desk.officer('tiepnhan2.bienhoa').get<Problem>(`/api/register-exports/${ordered.id}/file`)).body.code).toBe('not-found');
    expect(await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows(`select purpose from person_read_log where purpose like 'Xuất%'`))).toEqual([{ purpose: 'Xuất sổ theo dõi hồ sơ: Báo cáo năm của Ủy ban' }]);
  });

  test('the file is kept for a day', async () => {
    await desk.moveTo('2026-11-26T10:01');
    await desk.app.get(RegisterExports).work();
    expect((await clerk.get<RegisterExportDto[]>('/api/register-exports')).body).toEqual([]);
  });

  describe('a number that is not to be used', () => {
    const key = { series: '', unitId: 'c26068.office', period: '2026', value: 1 };
    const words = { reason: 'spoiled', note: 'Đóng dấu nhầm, in lại' };

    test('stays while its paper stands', async () => {
      key.series = (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ series: string }>(`select series from issued_number where unit_id = $1 and value = 1`, [key.unitId]))).series;
      expect((await records.post<Problem>('/api/void-numbers', { ...key, ...words })).body.code).toBe('number.in-use');
      expect((await records.post<Problem>('/api/void-numbers', { ...key, value: 9, ...words })).body.code).toBe('not-found');
      expect((await clerk.post<Problem>('/api/void-numbers', { ...key, ...words })).body.code).toBe('permission.missing');
    });

    test('once the result is corrected, one officer proposes and a leader approves', async () => {
      await preparation.go(finished, [
        ['tiepnhan.bienhoa', 'openCorrection', { reason: 'clerical-error', note: 'Sai chính tả' }], ['tiepnhan.bienhoa', 'handOver'], ['hotich.bienhoa', 'acknowledge'],
        ['hotich.bienhoa', 'submitForApproval', { draft: {} }], ['chutich.bienhoa', 'approve'], ['vanthu.bienhoa', 'number'],
      ]);
      expect(line(await register(records, 'outgoing'), 0)).toMatchObject({ remark: 'Được thay thế bởi số 02/UBND-XNTTHN' });
      expect((await register(records, 'outgoing')).rows.map(({ number }) => number)).toEqual([key, undefined]);
      expect((await records.post<Problem>('/api/void-numbers', { ...key, ...words, note: ' ' })).body.code).toBe('reason.required');
      const { id } = (await records.post<CreatedVoidDto>('/api/void-numbers', { ...key, ...words })).body;
      expect((await register(records, 'outgoing')).rows[0]!.number).toBeUndefined();
      expect((await records.post<Problem>('/api/void-numbers', { ...key, ...words })).body.code).toBe('number.void-open');
      expect((await records.post<Problem>(`/api/void-numbers/${id}/approval`, {})).body.code).toBe('number.void-own');
      expect((await chairman.get<VoidNumberDto[]>('/api/void-numbers')).body).toMatchObject([{ id, label: '01/UBND-XNTTHN', reason: 'spoiled', note: words.note, own: false }]);
      expect((await chairman.post(`/api/void-numbers/${id}/approval`, {})).status).toBe(204);
      expect((await chairman.post<Problem>(`/api/void-numbers/${id}/approval`, {})).body.code).toBe('number.void-decided');
    });

    test('stands struck out in the register with its reason, and is never given again', async () => {
      const page = await register(records, 'outgoing');
      expect(page.rows.map(({ voided }) => voided?.vi)).toEqual(['Ghi hỏng: Đóng dấu nhầm, in lại', undefined]);
      expect(line(page, 0)).toMatchObject({ number: '01/UBND-XNTTHN', remark: 'Số đã hủy. Ghi hỏng: Đóng dấu nhầm, in lại' });
      const next = await preparation.receive();
      await preparation.go(next, [...toApproval(), ['chutich.bienhoa', 'approve'], ['vanthu.bienhoa', 'number']]);
      const longer = await register(records, 'outgoing');
      expect([0, 1, 2].map((index) => line(longer, index).number)).toEqual(['01/UBND-XNTTHN', '02/UBND-XNTTHN', '03/UBND-XNTTHN']);
      expect((await register(records, 'outgoing', '?to=2026-11-25&asOfDay=2026-11-25')).rows.map(({ voided }) => voided)).toEqual([undefined]);
    });
  });
});
