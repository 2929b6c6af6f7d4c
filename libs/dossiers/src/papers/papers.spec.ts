import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import { factsOf, paperText, textOf } from '../testing/read-papers.js';
import { FILED_BIRTH } from '../testing/sample-filings.js';
import { startTestOffice, type TestOffice } from '../testing/test-office.js';
import { BUILDERS } from './builders.js';
import { controlSlipModel } from './control-slip.js';
import { buildReprint } from './receipt.js';

// Laying out and reading back a dozen papers takes its time on a busy machine.
jest.setTimeout(60_000);

let office: TestOffice;

beforeAll(async () => {
  office = await startTestOffice('2026-11-23T08:30');
}, 120_000);

afterAll(async () => {
  await office?.stop();
});

describe('a birth is registered', () => {
  let dossier: string;

  beforeAll(async () => {
    await office.moveTo('2026-11-23T08:30');
    dossier = await office.file('tiepnhan.bienhoa', { ...FILED_BIRTH, event: 'receive', data: { feePaid: true } });
  });

  test('the receipt is there before its effect has run, and the effect stores the same bytes', async () => {
    const clerk = await office.officer('tiepnhan.bienhoa');
    const early = await office.papers.onRequest(clerk, dossier, 'receipt');
    await office.drain();
    const [issued] = await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, dossier, 'officer'));
    expect(issued).toMatchObject({ form: 'receipt', number: '0001/TNHS', pages: 2, size: early.bytes.length });
    const stored = await office.papers.open(clerk, dossier, issued!.id);
    expect(Buffer.compare(Buffer.from(stored.bytes), Buffer.from(early.bytes))).toBe(0);
  });

  test('the receipt says who, what, until when and how to follow it', async () => {
    const { dossier: row } = await factsOf(office, dossier);
    const text = await paperText(office, 'tiepnhan.bienhoa', dossier, 'receipt');
    expect(text).toContain('ỦY BAN NHÂN DÂN PHƯỜNG BIÊN HOÀ');
    expect(text).toContain('Mã hồ sơ: H19.26.01-261123-0001');
    expect(text).toContain('TRẦN THỊ MỸ DUYÊN');
    expect(text).toContain('Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)');
    expect(text).toContain('08 giờ 30 phút, ngày 23 tháng 11 năm 2026');
    expect(text).toContain('17 giờ 00 phút, ngày 23 tháng 11 năm 2026');
    expect(text).toContain('Phí cấp bản sao giấy khai sinh × 2: 16.000 đ');
    expect(text).toContain('Đã nộp tại quầy');
    expect(text).toContain(`https://motcua.example.vn/tra-cuu: nhập mã hồ sơ H19.26.01-261123-0001 và mã bí mật ${row.look_up_secret}`);
    expect(text).toContain('Nguyễn Thị Thanh Hương');
    expect(text).toContain('Đường dây nóng: 1900 0000.');
  });

  test('a stranger to the dossier finds no paper, and nobody finds a form that does not exist', async () => {
    const stranger = await office.officer('tiepnhan.bombo');
    const clerk = await office.officer('tiepnhan.bienhoa');
    await expect(office.papers.onRequest(stranger, dossier, 'receipt')).rejects.toEqual(new DomainError('not-found'));
    await expect(office.papers.open(stranger, dossier, newId())).rejects.toEqual(new DomainError('not-found'));
    await expect(office.papers.onRequest(clerk, dossier, 'constructor')).rejects.toEqual(new DomainError('not-found'));
    await expect(office.papers.onRequest(clerk, dossier, 'notice')).rejects.toEqual(new DomainError('not-found'));
  });

  test('the draft is previewed without number and date; what it changes shows, who signs it cannot change', async () => {
    await office.act('tiepnhan.bienhoa', dossier, 'handOver');
    await office.moveTo('2026-11-23T08:40');
    await office.act('hotich.bienhoa', dossier, 'acknowledge');
    await office.act('hotich.bienhoa', dossier, 'examine', { meets: true });
    await office.act('hotich.bienhoa', dossier, 'submitForApproval', {
      draft: { 'child.hometown': 'xã Nam Đàn, tỉnh Nghệ An', 'signature.name': 'Kẻ Mạo Danh', 'constructor.prototype.polluted': 'x', 'head.number': '99/2026' },
    });
    const text = await paperText(office, 'hotich.bienhoa', dossier, 'result');
    expect(text).toContain('NGUYỄN HOÀNG BẢO NGỌC');
    expect(text).toContain('xã Nam Đàn, tỉnh Nghệ An');
    expect(text).toContain('TM. ỦY BAN NHÂN DÂN');
    expect(text).not.toContain('Mạo Danh');
    expect(text).toContain('Số: ………………… GIẤY KHAI SINH');
    expect(text).toContain('Ngày, tháng, năm đăng ký: TM. ỦY BAN NHÂN DÂN CHỦ TỊCH (Ký');
    expect(text).not.toContain('99/2026');
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('the vice-chairman signs for the chairman; the number comes from the register', async () => {
    await office.moveTo('2026-11-23T09:10');
    await office.act('phochutich.bienhoa', dossier, 'approve');
    await office.act('vanthu.bienhoa', dossier, 'number');
    const text = await paperText(office, 'vanthu.bienhoa', dossier, 'result');
    expect(text).toContain('Số: 01/2026');
    expect(text).toContain('KT. CHỦ TỊCH');
    expect(text).toContain('PHÓ CHỦ TỊCH');
    expect(text).toContain('Bùi Thị Lan Chi');
    expect(text).toContain('Ngày mười tám, tháng mười một, năm hai nghìn không trăm hai mươi sáu');
    expect(text).toContain('ngày 23 tháng 11 năm 2026');
  });

  test('the citizen gets the result when the counter has it, and the control slip never', async () => {
    const mother = { kind: 'citizen', personId: (await office.person('075196152243')).personId, name: 'Trần Thị Mỹ Duyên' } as const;
    await expect(office.papers.onRequest(mother, dossier, 'result')).rejects.toEqual(new DomainError('not-found'));
    await office.act('vanthu.bienhoa', dossier, 'handOver');
    await office.act('tiepnhan.bienhoa', dossier, 'acknowledge');
    await office.act('tiepnhan.bienhoa', dossier, 'resultReady');
    await office.drain();
    expect((await office.papers.onRequest(mother, dossier, 'result')).title.vi).toBe('Giấy khai sinh');
    await expect(office.papers.onRequest(mother, dossier, 'control-slip')).rejects.toEqual(new DomainError('not-found'));
    expect((await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, dossier, 'citizen'))).map(({ form }) => form)).toEqual(['receipt', 'result']);
  });

  test('the control slip shows every pass of the baton', async () => {
    const { handovers } = controlSlipModel(await factsOf(office, dossier), (await factsOf(office, dossier)).dossier.version);
    expect(handovers.map(({ from, to, result, receivedBy }) => [from, to, result, receivedBy])).toEqual([
      ['Trung tâm Phục vụ hành chính công phường Biên Hoà', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà', 'on-time', 'Lê Thị Ngọc Diệp'],
      ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà', 'Ủy ban nhân dân phường Biên Hoà', 'on-time', 'Chuyển trong cơ quan'],
      ['Ủy ban nhân dân phường Biên Hoà', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà', 'on-time', 'Chuyển trong cơ quan'],
      ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà', 'Trung tâm Phục vụ hành chính công phường Biên Hoà', 'on-time', 'Nguyễn Thị Thanh Hương'],
    ]);
  });

  test('the child is on file with both parents and the certificate; filing twice changes nothing', async () => {
    const read = () => office.database.transaction(SYSTEM, (tx) => tx.rows(
      `select p.full_name, p.birth_date, p.source, f.kind, f.number, f.dossier_code, f.sha256 = i.sha256 as same_paper,
         (select array_agg(r.kind || ' ' || o.full_name order by r.kind) from relation r join person o on o.id = r.other_id where r.person_id = p.id) as parents
       from paper_on_file f join person p on p.id = f.person_id join paper i on i.dossier_id = f.dossier_id and i.form = 'result' where f.dossier_id = $1 and f.kind = 'birth-certificate'`, [dossier]));
    const withParents = () => office.database.transaction(SYSTEM, (tx) => tx.rows(
      "select p.full_name, f.number from paper_on_file f join person p on p.id = f.person_id where f.dossier_id = $1 and f.kind = 'child-birth-certificate' order by 1", [dossier]));
    const parents = [{ full_name: 'Nguyễn Hoàng Nam', number: '01/2026' }, { full_name: 'Trần Thị Mỹ Duyên', number: '01/2026' }];
    const filed = [{
      full_name: 'Nguyễn Hoàng Bảo Ngọc', birth_date: '2026-11-18', source: 'dossier', kind: 'birth-certificate', number: '01/2026', dossier_code: (await factsOf(office, dossier)).dossier.code, same_paper: true,
      parents: ['father Nguyễn Hoàng Nam', 'mother Trần Thị Mỹ Duyên'],
    }];
    expect([await read(), await withParents()]).toEqual([filed, parents]);
    const effect = await office.database.transaction(SYSTEM, (tx) => tx.one<Parameters<TestOffice['deeds']['fileResult']>[0]>("select * from effect where dossier_id = $1 and kind = 'fileResult'", [dossier]));
    await office.database.transaction(SYSTEM, await office.deeds.fileResult(effect));
    expect([await read(), await withParents()]).toEqual([filed, parents]);
  });

  test('the owner was told each step once, by code alone', async () => {
    const effects = await office.database.transaction(SYSTEM, (tx) => tx.rows<Parameters<TestOffice['deeds']['notifyOwner']>[0]>("select * from effect where dossier_id = $1 and kind = 'notifyOwner'", [dossier]));
    for (const effect of effects) await office.database.transaction(SYSTEM, await office.deeds.notifyOwner(effect));
    const texts = await office.database.transaction(SYSTEM, (tx) => tx.rows<{ text: { vi: string } }>('select text from notification where dossier_id = $1 order by at', [dossier]));
    expect(texts.map(({ text }) => text.vi)).toEqual([
      'Hồ sơ H19.26.01-261123-0001 đã được tiếp nhận. Ngày hẹn trả kết quả ghi trên giấy tiếp nhận.',
      'Hồ sơ H19.26.01-261123-0001 đã có kết quả. Mang giấy tiếp nhận và giấy tờ tùy thân đến nhận tại Trung tâm PVHCC phường Biên Hoà.',
    ]);
  });

  test('every paper rendered again, with all that has happened since, has the bytes that were stored', async () => {
    const facts = await factsOf(office, dossier);
    const stored = await office.database.transaction(SYSTEM, (tx) => tx.rows<{ form: keyof typeof BUILDERS; seq: number; sha256: string }>('select form, seq, sha256 from paper where dossier_id = $1 order by seq', [dossier]));
    expect(stored.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'result', 'control-slip']);
    for (const { form, seq, sha256 } of stored) {
      const at = facts.acts[seq - 1]!.at;
      expect([form, (await BUILDERS[form](facts, seq).render({ createdAt: Temporal.Instant.from(at) })).sha256]).toEqual([form, sha256]);
    }
  });

  test('a reprint says when the calendar has moved the date since', async () => {
    const facts = await factsOf(office, dossier);
    const changed = { ...facts.acts.at(-1)!, event: 'calendarChanged', at: '2026-11-25T02:00:00Z' } as const;
    const reprint = { count: 1, at: '2026-11-26T02:00:00Z' };
    const printed = async (acts: typeof facts.acts): Promise<string> => textOf((await buildReprint({ ...facts, acts }, 1, reprint).render({ createdAt: office.clock.now() })).bytes);
    expect(await printed([...facts.acts, changed])).toContain('(Thời gian trả kết quả được tính lại ngày 25 tháng 11 năm 2026 do lịch làm việc thay đổi)');
    expect(await printed(facts.acts)).not.toContain('tính lại');
  });
});

describe('the counter does not take a dossier in', () => {
  test('a supplement request names what is missing with reason, article and date', async () => {
    await office.moveTo('2026-11-23T10:00');
    const dossier = await office.file('tiepnhan.bienhoa', {
      ...FILED_BIRTH, components: [], event: 'requestSupplement',
      data: { items: [{ target: 'component', key: 'birth-proof', reason: 'missing-paper', note: 'Nộp bản chính' }, { target: 'field', key: '/childHomeTown', reason: 'wrong-information' }] },
    });
    const text = await paperText(office, 'tiepnhan.bienhoa', dossier, 'supplement-request');
    expect(text).toContain('Giấy chứng sinh');
    expect(text).toContain('Thiếu giấy tờ này');
    expect(text).toContain('Tờ khai: mục "Quê quán của trẻ"');
    expect(text).toContain('Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2');
    // Seven working days after Monday 23/11, Tuesday 24/11 being a holiday.
    expect(text).toContain('trước 17 giờ 00 phút, ngày 03 tháng 12 năm 2026');
    expect(text).not.toContain('tạm dừng');
    expect(text).not.toContain('Mã hồ sơ');
  });

  test('a refusal of receipt gives the reason of the catalogue', async () => {
    const dossier = await office.file('tiepnhan.bienhoa', { ...FILED_BIRTH, components: [], event: 'refuseReceipt', data: { reason: 'already-settled', note: 'cháu đã được đăng ký khai sinh năm 2026' } });
    const text = await paperText(office, 'tiepnhan.bienhoa', dossier, 'refusal');
    expect(text).toContain('Việc này đã được giải quyết hoặc đang có hồ sơ khác được giải quyết: cháu đã được đăng ký khai sinh năm 2026');
    expect(text).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
    await office.drain();
    const [paper] = await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, dossier, 'citizen'));
    expect(paper?.title).toEqual({ vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusal of receipt' });
  });
});

describe('a birth that is refused', () => {
  let dossier: string;

  beforeAll(async () => {
    await office.moveTo('2026-11-23T13:30');
    dossier = await office.file('tiepnhan.bienhoa', { ...FILED_BIRTH, event: 'receive' });
    await office.drain();
    await office.act('tiepnhan.bienhoa', dossier, 'handOver');
    await office.act('hotich.bienhoa', dossier, 'acknowledge');
  });

  test('a request after receipt comes from the office that asks, with the code, and says that the clock stands', async () => {
    await office.moveTo('2026-11-23T14:05');
    await office.act('hotich.bienhoa', dossier, 'requestSupplement', { items: [{ target: 'component', key: 'birth-proof', reason: 'unreadable' }], note: 'Giấy chứng sinh mờ dấu' });
    const text = await paperText(office, 'hotich.bienhoa', dossier, 'supplement-request');
    const code = (await factsOf(office, dossier)).dossier.code;
    expect(text).toContain(`Số: ${code?.slice(-4)}/HDHS`);
    expect(text).toContain('Đơn vị: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Biên Hoà');
    expect(text).toContain(`Mã hồ sơ: ${code}`);
    expect(text).toContain('Lý do chung: Giấy chứng sinh mờ dấu');
    expect(text).toContain('tạm dừng từ 14 giờ 05 phút, ngày 23 tháng 11 năm 2026');
    expect(text).toContain('liên hệ Lê Thị Ngọc Diệp, Công chức thụ lý, số điện thoại 02513999112');
  });

  test('the notice of refusal has number, reason and the signature of who refused; nothing goes on file', async () => {
    await office.moveTo('2026-11-23T15:00');
    await office.act('tiepnhan.bienhoa', dossier, 'supply', { components: [{ key: 'birth-proof', state: 'passed', kind: 'original' }] });
    await office.act('hotich.bienhoa', dossier, 'examine', { meets: false, note: 'Trẻ đã được đăng ký khai sinh' });
    await office.act('hotich.bienhoa', dossier, 'submitForApproval', { draft: {} });
    await office.act('chutich.bienhoa', dossier, 'refuse', { reason: 'conditions-not-met', note: 'trẻ đã được đăng ký khai sinh.' });
    await expect(office.papers.onRequest(await office.officer('chutich.bienhoa'), dossier, 'result')).rejects.toEqual(new DomainError('not-found'));
    await office.act('vanthu.bienhoa', dossier, 'number');
    const text = await paperText(office, 'vanthu.bienhoa', dossier, 'refusal');
    expect(text).toContain('Số: 01/TB-TC');
    expect(text).toContain('Kính gửi: Trần Thị Mỹ Duyên');
    expect(text).toContain('Không đủ điều kiện theo quy định của pháp luật chuyên ngành: trẻ đã được đăng ký khai sinh (Căn cứ: Nghị định 118/2025/NĐ-CP, Điều 18).');
    expect(text).toContain('TM. ỦY BAN NHÂN DÂN CHỦ TỊCH');
    expect(text).toContain('Đặng Hoàng Nam');
    await office.act('vanthu.bienhoa', dossier, 'handOver');
    await office.act('tiepnhan.bienhoa', dossier, 'acknowledge');
    await office.act('tiepnhan.bienhoa', dossier, 'resultReady');
    await office.drain();
    const forms = await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, dossier, 'citizen'));
    expect(forms.map(({ form, title }) => [form, title.vi])).toEqual([
      ['receipt', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'],
      ['supplement-request', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'],
      ['refusal', 'Thông báo từ chối giải quyết hồ sơ'],
    ]);
    expect(await office.database.transaction(SYSTEM, (tx) => tx.rows('select 1 from paper_on_file where dossier_id = $1', [dossier]))).toEqual([]);
  });

  test('the receipt keeps its first promise although the clock has stood', async () => {
    const facts = await factsOf(office, dossier);
    const [receipt] = await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, dossier, 'officer'));
    const again = await BUILDERS.receipt(facts, 1).render({ createdAt: Temporal.Instant.from(facts.acts[0]!.at) });
    expect(again.sha256).toBe(receipt?.sha256);
    expect(await textOf(again.bytes)).toContain('17 giờ 00 phút, ngày 23 tháng 11 năm 2026');
  });
});
