import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { loadCatalogue, type Declaration, type Procedure } from '@app/catalogue';
import { PUBLIC, SYSTEM } from '@app/database';
import { formatDateLong, formatInstantLong } from '@app/documents';
import { dataPath, DomainError } from '@app/kernel';
import type { PaperForm, ProcessStep } from '@app/workflow';
import { factsOf, paperText, textOf } from '../testing/read-papers.js';
import { startTestOffice, type TestOffice } from '../testing/test-office.js';
import { apologyModel } from './apology.js';
import { BUILDERS } from './builders.js';
import { controlSlipModel } from './control-slip.js';
import { longDateOf } from './shared.js';

// Laying out and reading back papers takes its time on a busy machine.
jest.setTimeout(60_000);

const CODE = '1.004873';
const DUTY = { name: { vi: 'Lệ phí trước bạ', en: 'Registration duty' }, within: { value: 5, unit: 'working-days' }, basis: 'Nghị định 10/2022/NĐ-CP, Điều 13' } as const;

let office: TestOffice;

/** The marital status as published, with a financial duty and a consultation in it, so that one matter has every act. */
function withEveryAct(): Procedure {
  const { procedures } = loadCatalogue();
  const plain = procedures.find(({ code }) => code === CODE)!;
  const consult: ProcessStep = {
    id: 'consult', kind: 'consult', unit: 'commune/justice', role: 'case-officer', clock: 'running', within: { value: 2, unit: 'hours' }, name: { vi: 'Lấy ý kiến', en: 'Consultation' },
    ask: [
      { id: 'fire', to: 'province/fire-safety', question: { vi: 'Có trở ngại gì không?', en: 'Is there an obstacle?' }, within: { value: 2, unit: 'working-days' }, basis: 'Luật Xây dựng số 50/2014/QH13, Điều 102 khoản 1 điểm đ', silence: 'agreed' },
      { id: 'heritage', to: 'province/heritage', question: { vi: 'Có ảnh hưởng đến di tích không?', en: 'Is a monument touched?' }, within: { value: 3, unit: 'working-days' }, basis: 'Luật Di sản văn hoá, Điều 36' },
    ],
  };
  const steps = plain.process.steps.filter(({ kind }) => kind !== 'check').flatMap((step): ProcessStep[] =>
    step.kind === 'examine' ? [{ ...step, duty: DUTY }, consult] : [step]);
  // The bodies asked take their time: three days would not hold them.
  return { ...plain, version: plain.version + 1, timeLimit: { ...plain.timeLimit, value: 10, unit: 'working-days' }, process: { ...plain.process, steps } };
}

const DECLARATION = (JSON.parse(readFileSync(dataPath('libs/procedures/1.004873-marital-status/examples.json'), 'utf8')) as Array<{ declaration: Declaration }>)[0]!.declaration;

beforeAll(async () => {
  office = await startTestOffice('2026-11-23T08:30', [withEveryAct()]);
}, 120_000);

afterAll(async () => {
  await office?.stop();
});

/** Receives a matter at Biên Hoà and brings it to the registrar. */
async function examined(at: string, more: { competentCommuneId?: string; feePaid?: boolean } = {}): Promise<string> {
  await office.moveTo(at);
  const { feePaid, ...filing } = more;
  const id = await office.file('tiepnhan.bienhoa', {
    procedureCode: CODE, communeId: 'c26068', owner: String(DECLARATION['personPersonalId']), declaration: DECLARATION, event: 'receive', data: feePaid ? { feePaid } : {}, ...filing,
  });
  if (filing.competentCommuneId !== undefined) return id;
  await office.act('tiepnhan.bienhoa', id, 'handOver');
  await office.act('hotich.bienhoa', id, 'acknowledge');
  return id;
}

const row = <T>(sql: string, id: string): Promise<T> => office.database.transaction(SYSTEM, (tx) => tx.one<T & object>(sql, [id]));
const owner = async () => ({ kind: 'citizen', personId: (await office.person(String(DECLARATION['personPersonalId']))).personId, name: 'Phạm Thị Thu Hà' }) as const;
const formsFor = async (id: string, reader: 'citizen' | 'officer'): Promise<PaperForm[]> => {
  await office.drain();
  return (await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, id, reader))).map(({ form }) => form);
};
const holds = (text: string, words: readonly string[]): void => expect(words.filter((each) => !text.includes(each))).toEqual([]);

/** Every stored paper, rendered again with all that has happened since, has the bytes that were stored. */
async function expectSameBytes(id: string): Promise<void> {
  await office.drain();
  const facts = await factsOf(office, id);
  const stored = await office.database.transaction(SYSTEM, (tx) => tx.rows<{ form: PaperForm; seq: number; sha256: string }>('select form, seq, sha256 from paper where dossier_id = $1 order by seq', [id]));
  for (const { form, seq, sha256 } of stored) {
    const createdAt = Temporal.Instant.from(facts.acts[seq - 1]!.at);
    expect([form, seq, (await BUILDERS[form](facts, seq).render({ createdAt })).sha256]).toEqual([form, seq, sha256]);
  }
}

describe('an extension, and later an apology', () => {
  let id: string;

  test('before the deadline the letter names reason, article, old and new date, and is signed by the head', async () => {
    id = await examined('2026-11-25T08:00');
    await office.act('hotich.bienhoa', id, 'proposeExtension', { reason: 'verification-takes-longer', note: 'chờ xác minh nơi cư trú cũ', days: 2 });
    await office.moveTo('2026-11-26T09:00');
    await office.act('chutich.bienhoa', id, 'grantExtension');
    const { due_before, due_after } = await row<{ due_before: string; due_after: string }>('select due_before, due_after from extension where dossier_id = $1', id);
    const { due_at } = await row<{ due_at: string }>('select due_at from dossier where id = $1', id);
    expect(due_after).toBe(due_at);
    expect(Temporal.Instant.compare(Temporal.Instant.from(due_before), Temporal.Instant.from(due_after))).toBe(-1);
    const text = await paperText(office, 'hotich.bienhoa', id, 'apology');
    holds(text, [
      'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT', 'Số: ………/PXL-UBND', 'Biên Hoà, ngày 26 tháng 11 năm 2026', 'Kính gửi: Phạm Thị Thu Hà',
      `Thời gian trả kết quả đã hẹn: ${formatInstantLong(due_before)}`, `Thời gian trả kết quả mới: ${formatInstantLong(due_after)}. Thời gian giải quyết chỉ được gia hạn một lần.`,
      'Đơn vị chịu trách nhiệm: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà', 'Tình trạng hồ sơ: Cơ quan giải quyết đang thẩm tra hồ sơ',
      'Lý do: Việc xác minh phức tạp, cần thêm thời gian: chờ xác minh nơi cư trú cũ (Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19).',
      'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'Đặng Hoàng Nam',
    ]);
  });

  test('after the deadline the promise stays, a day is expected, and a deputy signs for the head', async () => {
    const { due_at } = await row<{ due_at: string }>('select due_at from dossier where id = $1', id);
    await office.moveTo('2026-12-14T14:00');
    await office.act('phochutich.bienhoa', id, 'apologise', { reason: 'overload', expectedOn: '2026-12-18' });
    expect(await row('select due_at from dossier where id = $1', id)).toEqual({ due_at });
    const text = await paperText(office, 'hotich.bienhoa', id, 'apology');
    holds(text, [
      'Về việc chậm trả kết quả', `Kết quả dự kiến được trả chậm nhất ${formatDateLong('2026-12-18')}. Ngày dự kiến không thay thế thời gian đã hẹn: hồ sơ được tính là quá hạn kể từ ${formatInstantLong(due_at)}.`,
      'KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'Bùi Thị Lan Chi',
    ]);
  });

  test('the citizen opens both; each is rendered again to the byte', async () => {
    expect(await formsFor(id, 'citizen')).toEqual(['receipt', 'apology', 'apology']);
    await expectSameBytes(id);
    const facts = await factsOf(office, id);
    expect(() => apologyModel(facts, 1)).toThrow('no apology at act 1');
  });
});

describe('a financial duty', () => {
  let id: string;

  test('the notice says how much in figures and words, for what, until when, and that the clock stands', async () => {
    id = await examined('2026-11-25T08:00');
    await office.moveTo('2026-11-25T10:00');
    await office.act('hotich.bienhoa', id, 'requestPayment', { amount: 1_250_000, noticeNumber: '4512/TB-TCS3', note: 'Tính theo tờ khai ngày 24/11/2026' });
    const { pay_by } = await row<{ pay_by: string }>('select pay_by from payment where dossier_id = $1', id);
    holds(await paperText(office, 'hotich.bienhoa', id, 'payment-notice'), [
      'THÔNG BÁO Thực hiện nghĩa vụ tài chính', 'Theo Thông báo số 4512/TB-TCS3 của cơ quan thuế', `1 Lệ phí trước bạ ${DUTY.basis} 1.250.000`, 'Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng.',
      'Tính theo tờ khai ngày 24/11/2026.', `Hạn nộp: trước ${formatInstantLong(pay_by)}.`, 'Thời gian từ 10 giờ 00 phút, ngày 25 tháng 11 năm 2026 đến khi nộp đủ không tính',
      `hồ sơ bị dừng giải quyết (căn cứ: ${DUTY.basis}).`, 'liên hệ Lê Thị Ngọc Diệp',
    ]);
  });

  test('not paid in time the system stops the dossier and says so, with the unit that is competent', async () => {
    const { pay_by } = await row<{ pay_by: string }>('select pay_by from payment where dossier_id = $1', id);
    await office.moveTo('2026-12-03T08:00');
    const { status } = await row<{ status: number }>('select status from dossier where id = $1', id);
    expect(status).toBe(8);
    holds(await paperText(office, 'hotich.bienhoa', id, 'stop-notice'), [
      'THÔNG BÁO Dừng giải quyết hồ sơ', `Hết thời hạn thực hiện nghĩa vụ tài chính (${formatInstantLong(pay_by)}) theo Thông báo nghĩa vụ tài chính ngày 25 tháng 11 năm 2026`, `(Căn cứ: ${DUTY.basis}).`,
      'Chưa nộp khoản nào', 'Thông báo này do hệ thống tự động lập khi hết thời hạn nêu trên. Đơn vị có thẩm quyền giải quyết hồ sơ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà.',
      'có thể nộp lại hồ sơ bất cứ lúc nào', 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
    ]);
    expect(await formsFor(id, 'citizen')).toEqual(['receipt', 'payment-notice', 'stop-notice']);
    await expectSameBytes(id);
  });
});

describe('a consultation', () => {
  test('brings one letter for each body asked; only an article makes silence an agreement; the citizen reads none', async () => {
    const id = await examined('2026-11-25T08:00');
    await office.act('hotich.bienhoa', id, 'examine', { meets: true });
    await office.act('hotich.bienhoa', id, 'requestConsultation', { consult: [{ body: 'fire' }, { body: 'heritage', question: 'Thửa đất có nằm trong khu vực bảo vệ không?' }] });
    const asked = await office.database.transaction(SYSTEM, (tx) => tx.rows<{ body_id: string; due_at: string }>('select body_id, due_at from consultation where dossier_id = $1 order by body_id', [id]));
    const text = await paperText(office, 'hotich.bienhoa', id, 'consultation-request');
    holds(text, [
      'Số: ………/UBND-VP V/v lấy ý kiến giải quyết hồ sơ', 'Có trở ngại gì không?', 'Thửa đất có nằm trong khu vực bảo vệ không?', 'coi là đồng ý, theo Luật Xây dựng số 50/2014/QH13, Điều 102 khoản 1 điểm đ.', 'Việc không trả lời không được coi là đồng ý;',
      ...asked.map(({ due_at }) => `gửi trước ${formatInstantLong(due_at)}`),
    ]);
    expect(text).not.toContain('ảnh hưởng đến di tích');
    expect(text).not.toContain(String(DECLARATION['personPersonalId']));
    expect(text.match(/Kính gửi:/g)).toHaveLength(2);
    expect(await formsFor(id, 'officer')).toContain('consultation-request');
    expect(await formsFor(id, 'citizen')).not.toContain('consultation-request');
    await expect(office.papers.onRequest(await owner(), id, 'consultation-request')).rejects.toEqual(new DomainError('not-found'));
  });
});

describe('a withdrawal', () => {
  test('asked at the counter and confirmed: the request, then the stop notice with papers and money back', async () => {
    const id = await examined('2026-11-25T08:00', { feePaid: true });
    await office.moveTo('2026-11-25T14:20');
    await office.act('tiepnhan.bienhoa', id, 'askWithdrawal', { note: 'Không cần nữa' });
    holds(await paperText(office, 'tiepnhan.bienhoa', id, 'withdrawal-request'), [
      'ĐƠN ĐỀ NGHỊ RÚT HỒ SƠ', 'Người đề nghị: PHẠM THỊ THU HÀ', 'Tư cách: Chủ hồ sơ', 'Lý do rút hồ sơ: Không cần nữa.',
      'Đơn được ghi nhận tại Trung tâm Phục vụ hành chính công phường Biên Hoà lúc 14 giờ 20 phút, ngày 25 tháng 11 năm 2026', 'Nguyễn Thị Thanh Hương',
    ]);
    await office.act('hotich.bienhoa', id, 'confirmWithdrawal', { feeRefunded: true });
    const { dossier: { fee } } = await factsOf(office, id);
    const { total } = fee as { total: number };
    const text = await paperText(office, 'hotich.bienhoa', id, 'stop-notice');
    holds(text, [
      'đề nghị rút hồ sơ lúc 14 giờ 20 phút, ngày 25 tháng 11 năm 2026, với lý do: Không cần nữa (Căn cứ: Thông tư 03/2025/TT-VPCP, mẫu số 05).',
      ...(total > 0 ? [`Hoàn trả ${total.toLocaleString('de-DE')} đồng`] : ['Chưa nộp khoản nào']),
    ]);
    expect(text).not.toMatch(/tự động|khiếu nại/);
    expect(await formsFor(id, 'citizen')).toEqual(['receipt', 'withdrawal-request', 'stop-notice']);
    await expectSameBytes(id);
  });
});

describe('other stops', () => {
  test('not supplemented in time: the day asked and the day it was due by', async () => {
    const id = await examined('2026-11-25T08:00');
    await office.act('hotich.bienhoa', id, 'requestSupplement', { items: [{ target: 'field', key: '/purpose', reason: 'incomplete-answer' }] });
    const [asked] = (await factsOf(office, id)).supplements;
    await office.moveTo('2026-12-08T08:00');
    holds(await paperText(office, 'hotich.bienhoa', id, 'stop-notice'), [
      `ngày ${asked!.answer_by.slice(8)} tháng 12 năm 2026) theo Phiếu yêu cầu bổ sung ${longDateOf(asked!.asked_at)} mà hồ sơ chưa được bổ sung`, 'tự động lập',
    ]);
    await expectSameBytes(id);
  });

  test('stopped by the head: the reason of the catalogue with its article', async () => {
    const id = await examined('2026-11-25T08:00');
    await office.act('chutich.bienhoa', id, 'stop', { reason: 'court-order', note: 'Quyết định số 12/2026/QĐ-BPKCTT' });
    const text = await paperText(office, 'chutich.bienhoa', id, 'stop-notice');
    holds(text, ['Có quyết định của Toà án hoặc cơ quan thi hành án yêu cầu dừng: Quyết định số 12/2026/QĐ-BPKCTT (Căn cứ: Bộ luật Tố tụng dân sự 2015, Điều 114).', 'có quyền khiếu nại hoặc khởi kiện', 'Đặng Hoàng Nam']);
    expect(text).not.toContain('tự động');
  });
});

describe('another commune', () => {
  test('received for it: the receipt promises no date, and says who decides and what starts the time', async () => {
    const id = await examined('2026-11-25T08:00', { competentCommuneId: 'c26248' });
    const text = await paperText(office, 'tiepnhan.bienhoa', id, 'receipt');
    const { unitsByPath } = await factsOf(office, id);
    const decider = unitsByPath.get('c26248')!.get('commune/committee')!.name.vi;
    holds(text, [`thời hạn bắt đầu tính khi ${decider} nhận được hồ sơ; thời gian trả kết quả được thông báo ngay khi đó.`, `Cơ quan giải quyết: ${decider}`]);
    await office.act('tiepnhan.bienhoa', id, 'handOver');
    expect(controlSlipModel(await factsOf(office, id), 2).dueAt).toBeUndefined();
    await office.moveTo('2026-11-26T09:00');
    await office.act('hotich.trangbom', id, 'acknowledge');
    const facts = await factsOf(office, id);
    expect(controlSlipModel(facts, facts.dossier.version).dueAt).toBe(facts.dossier.due_at);
    expect(Temporal.Instant.compare(Temporal.Instant.from(facts.dossier.due_at!), office.clock.now())).toBe(1);
    await expectSameBytes(id);
  });

  test('re-routed to it: the slip has a row for it, papers made before keep their units', async () => {
    const id = await examined('2026-11-25T08:00');
    await office.moveTo('2026-11-25T10:00');
    await office.act('hotich.bienhoa', id, 'reroute', { reason: 'not-this-commune', commune: 'c26248' });
    await office.moveTo('2026-11-25T10:30');
    await office.act('hotich.trangbom', id, 'acknowledge');
    const facts = await factsOf(office, id);
    const { handovers, handlingAgency } = controlSlipModel(facts, facts.dossier.version);
    expect(handlingAgency).toContain('Trảng Bom');
    expect(handovers.map(({ from, to, result, note }) => [from, to, result, note])).toEqual([
      ['Trung tâm Phục vụ hành chính công phường Biên Hoà', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà', 'on-time', expect.any(String)],
      ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà', expect.stringContaining('Trảng Bom'), 'early', 'Chuyển đến cơ quan có thẩm quyền giải quyết'],
    ]);
    expect([2, 4].map((seq) => controlSlipModel(facts, seq).handlingAgency)).toEqual([expect.stringContaining('Biên Hoà'), expect.stringContaining('Trảng Bom')]);
    await expectSameBytes(id);
  });
});

describe('a correction', () => {
  let id: string;
  const finish = async (): Promise<void> => {
    await office.act('hotich.bienhoa', id, 'submitForApproval', { draft: {} });
    await office.act('chutich.bienhoa', id, 'approve');
    await office.act('vanthu.bienhoa', id, 'number');
    await office.act('vanthu.bienhoa', id, 'handOver');
    await office.act('tiepnhan.bienhoa', id, 'acknowledge');
  };
  const verify = async () => office.database.transaction(PUBLIC, async (tx) => {
    const { dossier } = await factsOf(office, id);
    return tx.rows('select revision, number, superseded, in_correction from verify_results($1)', [dossier.qr_token]);
  });

  test('keeps the wrong result with the citizen until the new one is there', async () => {
    id = await examined('2026-11-25T08:00');
    await office.act('hotich.bienhoa', id, 'examine', { meets: true });
    await office.act('hotich.bienhoa', id, 'requestConsultation', { consult: [] });
    await finish();
    expect(await verify()).toEqual([]);
    await office.act('tiepnhan.bienhoa', id, 'resultReady');
    const number = (await factsOf(office, id)).results[0]!.number;
    expect(await verify()).toEqual([{ revision: 1, number, superseded: false, in_correction: false }]);
    await office.act('tiepnhan.bienhoa', id, 'openCorrection', { reason: 'clerical-error', note: 'sai ngày sinh' });
    await office.act('tiepnhan.bienhoa', id, 'handOver');
    await office.act('hotich.bienhoa', id, 'acknowledge');
    await office.moveTo('2026-11-26T08:00');
    await finish();
    expect(await verify()).toEqual([{ revision: 1, number, superseded: false, in_correction: true }]);
    const seen = await textOf((await office.papers.onRequest(await owner(), id, 'result')).bytes);
    expect(seen).not.toContain('Thay thế');
    expect((await formsFor(id, 'citizen')).filter((form) => form === 'result')).toHaveLength(1);
  });

  test('then both are there: the new one names the one it replaces and why, the old one says superseded', async () => {
    await office.act('tiepnhan.bienhoa', id, 'resultReady');
    const [first, second] = (await factsOf(office, id)).results;
    const text = await textOf((await office.papers.onRequest(await owner(), id, 'result')).bytes);
    const { procedure } = await factsOf(office, id);
    holds(text, [
      `Số: ${second!.number}`,
      `Thay thế ${procedure.result.name.vi} số ${first!.number} ngày 25 tháng 11 năm 2026; lý do: Sai sót do nhập liệu, đánh máy của cơ quan giải quyết: sai ngày sinh.`,
    ]);
    await office.drain();
    const papers = await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, id, 'citizen'));
    expect(papers.filter(({ form }) => form === 'result').map(({ title, number }) => [title.vi, number])).toEqual([
      [`${procedure.result.name.vi} – đã được thay thế`, first!.number], [`${procedure.result.name.vi} (bản đính chính)`, second!.number],
    ]);
    expect(await verify()).toEqual([
      { revision: 1, number: first!.number, superseded: true, in_correction: true }, { revision: 2, number: second!.number, superseded: false, in_correction: false },
    ]);
    await expectSameBytes(id);
  });
});
