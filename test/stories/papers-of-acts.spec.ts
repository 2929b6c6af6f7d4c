import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { formatDateLong, formatInstantLong } from '@app/documents';
import { newId } from '@app/kernel';
import { formsOf } from '../support/behind.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { BUILDING_PERMIT, GUEST_HOUSE_BY_A_MONUMENT, MARITAL_STATUS, PEOPLE, act, cast, go, pdfText, read, receiveAtCounter, type Line } from '../support/steps.js';
import { publishVariant, withDuty } from '../support/variants.js';
import type { CitizenDossierDto } from '../../apps/desk/src/citizen/citizen.dto.js';
import type { DossierDto } from '../../apps/desk/src/dossiers/dossier.dto.js';

jest.setTimeout(120_000);

let desk: TestDesk;
let people: ReturnType<typeof cast>;

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:30');
  await publishVariant(desk, withDuty);
  people = cast(desk);
}, 120_000);
afterAll(() => desk?.stop());
beforeEach(() => desk.moveTo('2026-11-23T08:30'));

/** Received, and in the hands of who examines it. */
async function examined(more: object = {}): Promise<string> {
  const { dossierId } = await receiveAtCounter(people.clerk, MARITAL_STATUS, more);
  await go(dossierId, [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']]);
  return dossierId;
}

/** Does something and answers the one form it let be issued: exactly its paper, and no other. */
async function issuedBy(id: string, what: () => Promise<unknown>): Promise<string[]> {
  const before = (await formsOf(desk, id)).length;
  await what();
  return (await formsOf(desk, id)).slice(before);
}

/** The newest paper of a form, as the list of the dossier names it, read as text. */
async function textOf(id: string, form: string): Promise<string> {
  await desk.drain();
  const paper = (await read(people.clerk, id)).papers.findLast((each) => each.form === form)!;
  const { status, body } = await people.clerk.bytes(`/api/dossiers/${id}/papers/${paper.id}.pdf`);
  expect(status).toBe(200);
  return pdfText(body);
}

const mine = async (id: string): Promise<CitizenDossierDto> => {
  await desk.drain();
  return (await desk.citizen(PEOPLE.single.personalId).get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`)).body;
};
const holds = (text: string, words: readonly string[]): void => expect(words.filter((each) => !text.includes(each))).toEqual([]);

describe('form 04', () => {
  let id: string;
  let extended: DossierDto;

  test('an extension: reason with article, the promise before and after as the desk tells them, the head signs', async () => {
    id = await examined();
    const promised = (await read(people.registrar, id)).clock.dueAt!;
    await act(people.registrar, id, 'proposeExtension', { reason: 'waiting-for-other-body', note: 'chờ xác minh của phường Tam Hiệp', days: 3 });
    expect(await issuedBy(id, async () => { extended = await act(people.chairman, id, 'grantExtension'); })).toEqual(['apology']);
    expect(extended.clock.dueAt).not.toBe(promised);
    holds(await textOf(id, 'apology'), [
      'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT', `Mã hồ sơ: ${extended.code}`, 'Kính gửi: Phạm Thị Thu Hà',
      'Lý do: Cơ quan phối hợp chưa có ý kiến: chờ xác minh của phường Tam Hiệp (Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19).',
      `Thời gian trả kết quả đã hẹn: ${formatInstantLong(promised)}`, `Thời gian trả kết quả mới: ${formatInstantLong(extended.clock.dueAt!)}.`, 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'Đặng Hoàng Nam',
    ]);
  });

  test('an apology: the promise stays what it was, a day is expected; the citizen is told and reads it', async () => {
    await desk.moveTo('2026-12-07T09:00');
    const late = extended.clock.dueAt!;
    let apologised: DossierDto | undefined;
    expect(await issuedBy(id, async () => { apologised = await act(people.viceChairman, id, 'apologise', { reason: 'overload', expectedOn: '2026-12-11' }); })).toEqual(['apology']);
    expect(apologised?.clock.dueAt).toBe(late);
    holds(await textOf(id, 'apology'), [
      'VĂN BẢN XIN LỖI Về việc chậm trả kết quả', `chậm nhất ${formatDateLong('2026-12-11')}`, `hồ sơ được tính là quá hạn kể từ ${formatInstantLong(late)}.`,
      '(Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19).', 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'Bùi Thị Lan Chi',
    ]);
    const seen = await mine(id);
    expect(seen.papers.map(({ form, title }) => [form, title.vi])).toEqual([
      ['receipt', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'], ['apology', 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết'], ['apology', 'Văn bản xin lỗi'],
    ]);
    expect(seen.notices.at(-1)?.text.vi).toBe(`Hồ sơ ${seen.code} bị chậm. Xem lý do và ngày dự kiến trả kết quả trong văn bản xin lỗi.`);
    const { status } = await desk.citizen(PEOPLE.single.personalId).bytes(`/api/citizen/dossiers/${id}/papers/${seen.papers.at(-1)!.id}.pdf`);
    expect(status).toBe(200);
  });
});

describe('a financial duty', () => {
  let id: string;
  let asked: DossierDto;

  test('the notice: how much in figures and words, for what, where, until when, and that the time is not counted', async () => {
    id = await examined();
    expect(await issuedBy(id, async () => { asked = await act(people.registrar, id, 'requestPayment', { amount: 2_345_000, noticeNumber: '4512/TB-TCS3' }); })).toEqual(['payment-notice']);
    const { payBy, basis } = asked.payments[0]!;
    expect(asked).toMatchObject({ status: 6, clock: { state: 'paused', pauseCause: 'financial-duty' } });
    holds(await textOf(id, 'payment-notice'), [
      'THÔNG BÁO Thực hiện nghĩa vụ tài chính', 'Theo Thông báo số 4512/TB-TCS3 của cơ quan thuế', `Lệ phí trước bạ ${basis} 2.345.000`, 'Bằng chữ: Hai triệu ba trăm bốn mươi lăm nghìn đồng.',
      `Hạn nộp: trước ${formatInstantLong(payBy)}.`, 'Cổng Dịch vụ công quốc gia', 'Thời gian từ 08 giờ 30 phút, ngày 23 tháng 11 năm 2026 đến khi nộp đủ không tính vào thời hạn giải quyết',
    ]);
  });

  test('paid, it goes on without a paper; not paid in time, the system stops it and says so', async () => {
    const paid = await examined();
    await act(people.registrar, paid, 'requestPayment', { amount: 100_000 });
    expect(await issuedBy(paid, () => act(people.registrar, paid, 'confirmPayment', { amount: 100_000, receiptNumber: '0004512', paidOn: '2026-11-23' }))).toEqual([]);
    const { payBy, basis } = asked.payments[0]!;
    expect(await issuedBy(id, () => desk.moveTo('2026-12-02T08:00'))).toEqual(['stop-notice']);
    const stopped = await read(people.registrar, id);
    expect(stopped).toMatchObject({ status: 8, stop: { cause: 'not-paid' } });
    holds(await textOf(id, 'stop-notice'), [
      'THÔNG BÁO Dừng giải quyết hồ sơ', `kể từ ${formatInstantLong(stopped.stop!.at)}`, `Hết thời hạn thực hiện nghĩa vụ tài chính (${formatInstantLong(payBy)})`, `(Căn cứ: ${basis}).`,
      'Thông báo này do hệ thống tự động lập khi hết thời hạn nêu trên. Đơn vị có thẩm quyền giải quyết hồ sơ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà.',
      'có thể nộp lại hồ sơ bất cứ lúc nào',
    ]);
    const seen = await mine(id);
    expect(seen.papers.map(({ form }) => form)).toEqual(['receipt', 'payment-notice', 'stop-notice']);
    expect(seen.notices.map(({ text }) => text.vi.replace(seen.code, '…'))).toEqual([
      'Hồ sơ … đã được tiếp nhận. Ngày hẹn trả kết quả ghi trên giấy tiếp nhận.',
      'Hồ sơ … cần nộp nghĩa vụ tài chính. Xem số tiền, nơi nộp và hạn nộp trong thông báo.',
      'Hồ sơ … đã dừng giải quyết. Xem lý do và việc trả lại giấy tờ trong thông báo; ông/bà có thể nộp lại.',
    ]);
  });
});

describe('a withdrawal and other ends', () => {
  test('asked online: the request of the person, then the stop notice with the money back', async () => {
    const id = await examined({ feePaid: true });
    const citizen = desk.citizen(PEOPLE.single.personalId);
    expect(await issuedBy(id, () => citizen.post(`/api/citizen/dossiers/${id}/acts`, { commandId: newId(), event: 'askWithdrawal', note: 'Ngân hàng không yêu cầu nữa' }))).toEqual(['withdrawal-request']);
    holds(await textOf(id, 'withdrawal-request'), [
      'ĐƠN ĐỀ NGHỊ RÚT HỒ SƠ', 'Người đề nghị: PHẠM THỊ THU HÀ', 'Lý do rút hồ sơ: Ngân hàng không yêu cầu nữa.', 'Đơn được gửi trực tuyến lúc 08 giờ 30 phút, ngày 23 tháng 11 năm 2026', 'không phải ký tay',
    ]);
    expect(await issuedBy(id, () => act(people.registrar, id, 'confirmWithdrawal', { feeRefunded: true }))).toEqual(['stop-notice']);
    const { fee } = await read(people.clerk, id);
    const text = await textOf(id, 'stop-notice');
    holds(text, ['đề nghị rút hồ sơ lúc 08 giờ 30 phút, ngày 23 tháng 11 năm 2026, với lý do: Ngân hàng không yêu cầu nữa (Căn cứ:', `Hoàn trả ${String(fee.total).replace(/(\d)(?=(\d{3})+$)/g, '$1.')} đồng`]);
    expect(text).not.toMatch(/tự động|khiếu nại/);
    expect((await mine(id)).papers.map(({ form }) => form)).toEqual(['receipt', 'withdrawal-request', 'stop-notice']);
  });

  test('not supplemented in time: the day asked, the day it was due by, and the article', async () => {
    const id = await examined();
    expect(await issuedBy(id, () => act(people.registrar, id, 'requestSupplement', { items: [{ target: 'field', key: '/purpose', reason: 'incomplete-answer' }] }))).toEqual(['supplement-request']);
    const asked = await textOf(id, 'supplement-request');
    const [, until] = /trước (\d\d giờ \d\d phút, ngày \d+ tháng \d+ năm \d+)/.exec(asked)!;
    expect(await issuedBy(id, () => desk.moveTo('2026-12-05T08:00'))).toEqual(['stop-notice']);
    holds(await textOf(id, 'stop-notice'), [`Hết thời hạn bổ sung, hoàn thiện hồ sơ (${until}) theo Phiếu yêu cầu bổ sung ngày 23 tháng 11 năm 2026`, '(Căn cứ: Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2).', 'hệ thống tự động lập']);
  });

  test('stopped by the head: reason and article of the catalogue', async () => {
    const id = await examined();
    expect(await issuedBy(id, () => act(people.chairman, id, 'stop', { reason: 'subject-gone', note: 'Người nộp đã mất' }))).toEqual(['stop-notice']);
    holds(await textOf(id, 'stop-notice'), ['tài sản không còn): Người nộp đã mất (Căn cứ: Nghị định 118/2025/NĐ-CP, Điều 18).', 'có quyền khiếu nại hoặc khởi kiện', 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH']);
  });
});

describe('a consultation', () => {
  test('one letter for each body asked, with its date and what silence means; the citizen gets none', async () => {
    const { dossierId: id } = await receiveAtCounter(people.clerk, BUILDING_PERMIT, {}, GUEST_HOUSE_BY_A_MONUMENT);
    const { clerk, landOfficer } = people;
    await go(id, [[clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true }], [landOfficer, 'examine', { meets: true }]]);
    let asked: DossierDto | undefined;
    expect(await issuedBy(id, async () => { asked = await act(landOfficer, id, 'requestConsultation', { consult: [{ body: 'fireSafety' }, { body: 'heritage', question: 'Thửa đất có nằm trong khu vực bảo vệ II không?' }] }); }))
      .toEqual(['consultation-request']);
    const { consultations } = asked!;
    expect(consultations).toHaveLength(2);
    const text = await textOf(id, 'consultation-request');
    holds(text, [
      `V/v lấy ý kiến giải quyết hồ sơ ${asked!.code}`, 'Thửa đất có nằm trong khu vực bảo vệ II không?', 'được coi là đồng ý, theo Luật Xây dựng số 50/2014/QH13, Điều 102 khoản 1 điểm đ.',
      ...consultations.map(({ dueAt }) => `gửi trước ${formatInstantLong(dueAt)}`), ...asked!.components.filter(({ origin }) => origin !== 'absent').map(({ name }) => name.vi), './.',
    ]);
    expect(text.match(/Kính gửi:/g)).toHaveLength(2);
    expect(text).not.toContain(PEOPLE.builder.personalId);
    await desk.drain();
    const theirs = (await desk.citizen(PEOPLE.builder.personalId).get<CitizenDossierDto>(`/api/citizen/dossiers/${id}`)).body;
    expect(theirs.papers.map(({ form }) => form)).toEqual(['receipt']);
  });
});

describe('for another commune', () => {
  test('the receipt promises no date and names who decides; the slip follows the re-route', async () => {
    const there = cast(desk, 'trangbom');
    const { dossierId } = await receiveAtCounter(people.clerk, MARITAL_STATUS, { competentCommuneId: 'c26248' });
    const receipt = await textOf(dossierId, 'receipt');
    holds(receipt, ['Cơ quan giải quyết: Ủy ban nhân dân phường Trảng Bom', 'thời hạn bắt đầu tính khi Ủy ban nhân dân phường Trảng Bom nhận được hồ sơ; thời gian trả kết quả được thông báo ngay khi đó.']);
    const id = await examined();
    await desk.moveTo('2026-11-23T10:30');
    expect(await issuedBy(id, () => act(people.registrar, id, 'reroute', { reason: 'not-this-commune', commune: 'c26248' }))).toEqual(['control-slip']);
    await act(there.registrar, id, 'acknowledge');
    const { body } = await there.registrar.bytes(`/api/dossiers/${id}/papers/form/control-slip.pdf`);
    const slip = await pdfText(body);
    const { handovers } = await read(there.registrar, id);
    expect(slip.match(/1\. Giao: Văn phòng|1\. Giao: Trung tâm/g)).toHaveLength(handovers.length);
    holds(slip, ['Cơ quan giải quyết hồ sơ: Ủy ban nhân dân phường Trảng Bom', '2. Nhận: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Trảng Bom', 'Chuyển đến cơ quan có thẩm quyền giải quyết']);
  });
});

describe('a corrected result', () => {
  test('names the one it replaces and why; who scans the old one reads that it is superseded', async () => {
    const { clerk, registrar, chairman, records } = people;
    const id = await examined();
    const decided: Line[] = [[registrar, 'submitForApproval'], [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge']];
    await go(id, [[registrar, 'examine', { meets: true }], ...decided, [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: 'Chính chủ' }]]);
    const { qr_token: token } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ qr_token: string }>('select qr_token from dossier where id = $1', [id]));
    const scan = async (revision: number): Promise<string> => (await fetch(`${desk.url}/verify/${token}/${revision}`)).text();
    expect(await scan(1)).toContain('Kết quả đã cấp, chưa bị thay thế.');
    const first = (await mine(id)).papers.find(({ form }) => form === 'result')!;
    await desk.moveTo('2026-12-10T08:30');
    expect(await issuedBy(id, () => act(clerk, id, 'openCorrection', { reason: 'clerical-error', note: 'Sai năm sinh' }))).toEqual([]);
    expect(await scan(1)).toContain('Giấy này đang được đính chính');
    expect(await issuedBy(id, () => go(id, [[clerk, 'handOver'], [registrar, 'acknowledge'], ...decided]))).toEqual(['control-slip', 'result', 'control-slip']);
    expect((await mine(id)).papers.filter(({ form }) => form === 'result').map(({ number }) => number)).toEqual([first.number]);
    expect(await scan(2)).toContain('chưa được cơ quan thông báo trả');
    await act(clerk, id, 'resultReady');
    const [old, corrected] = (await mine(id)).papers.filter(({ form }) => form === 'result');
    expect(old!.title.vi).toBe(`${first.title.vi} – đã được thay thế`);
    expect(corrected!.title.vi).toBe(`${first.title.vi} (bản đính chính)`);
    holds(await textOf(id, 'result'), [
      `Số: ${corrected!.number}`, `Thay thế ${first.title.vi} số ${first.number} ngày 23 tháng 11 năm 2026; lý do: Sai sót do nhập liệu, đánh máy của cơ quan giải quyết: Sai năm sinh.`,
    ]);
    expect(await scan(1)).toContain(`Giấy này đã được thay thế bằng bản đính chính, không còn giá trị. Bản đang có giá trị: số ${corrected!.number}, ngày 10/12/2026.`);
    expect(await scan(2)).toContain('Kết quả đã cấp, chưa bị thay thế.');
  });
});
