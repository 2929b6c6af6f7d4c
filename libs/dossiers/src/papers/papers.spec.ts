import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { dataPath, DomainError, newId } from '@app/kernel';
import { startTestOffice, type TestOffice } from '../testing/test-office.js';
import { rasterise } from '../../../documents/src/testing/rasterise.js';
import { BUILDERS } from './builders.js';
import { readPaperFacts, type PaperFacts } from './facts.js';

const BIRTH = {
  requesterRelation: 'mother', requesterName: 'Trần Thị Mỹ Duyên', requesterBirthDate: '1996-02-27', requesterPersonalId: '075196152243',
  requesterAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', birthProofKind: 'paper', birthProofNumber: '75001.CS.26.004812', surrogacy: false,
  childName: 'Nguyễn Hoàng Bảo Ngọc', childSex: 'female', childBirthDate: '2026-11-18', childBirthPlace: 'Bệnh viện Đa khoa Đồng Nai, phường Tam Hiệp, thành phố Đồng Nai',
  childEthnicity: 'Kinh', childNationality: 'Việt Nam', childHomeTown: 'phường Biên Hoà, thành phố Đồng Nai', parentsDeclared: 'both',
  motherName: 'Trần Thị Mỹ Duyên', motherBirthDate: '1996-02-27', motherEthnicity: 'Kinh', motherNationality: 'Việt Nam', motherPersonalId: '075196152243',
  motherAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', fatherName: 'Nguyễn Hoàng Nam', fatherBirthDate: '1994-09-05', fatherEthnicity: 'Kinh',
  fatherNationality: 'Việt Nam', fatherPersonalId: '075094144324', fatherAddress: '12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai', copies: 2,
};
const LAND = {
  requesterRelation: 'holder', userName: 'Nguyễn Văn Hoá', userBirthDate: '1971-03-12', userPersonalId: '075071000456', userAddress: 'Ấp Hòa Đồng, xã Định Quán, thành phố Đồng Nai',
  userPhone: '0912345678', coUsers: 'Đặng Thị Hồng', lostWhat: 'certificate', certificateNumber: 'CX 418276', registerNumber: 'CS 07812', certificateIssuedOn: '2019-05-14',
  certificateIssuer: 'Ủy ban nhân dân huyện Định Quán', plotNumber: '214', mapSheet: '36', plotArea: 1285.4, landType: 'Đất trồng cây lâu năm', landTerm: 'Đến ngày 15/10/2043',
  plotAddress: 'Ấp Hòa Đồng, xã Định Quán, thành phố Đồng Nai', lostOn: '2026-10-30', noticedOn: '2026-11-02', lostPlace: 'Nhà riêng', lossReason: 'misplaced',
  lossCircumstances: 'Sau khi sửa nhà, gia đình không tìm thấy giấy chứng nhận dù đã tìm nhiều lần.', wantsSurvey: false,
};
const FILED_BIRTH = {
  procedureCode: '1.001193', communeId: 'c26068', owner: '075196152243', declaration: BIRTH,
  components: [{ key: 'birth-proof', state: 'passed', kind: 'original' }] as const,
};

// Laying out and reading back a dozen papers takes its time on a busy machine.
jest.setTimeout(60_000);

let office: TestOffice;

beforeAll(async () => {
  office = await startTestOffice('2026-11-23T08:30');
}, 120_000);

afterAll(async () => {
  await office?.stop();
});

const textOf = async (bytes: Uint8Array): Promise<string> => (await rasterise(bytes)).pages.map(({ text }) => text).join('\n').replace(/\s+/g, ' ');
const factsOf = (dossierId: string): Promise<PaperFacts> => office.database.transaction(SYSTEM, (tx) => readPaperFacts(tx, office.world, office.options, dossierId));
const codeOf = async (dossierId: string): Promise<string> => (await factsOf(dossierId)).dossier.code ?? '';

async function paperText(login: string, dossierId: string, form: string): Promise<string> {
  return textOf((await office.papers.onRequest(await office.officer(login), dossierId, form)).bytes);
}

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
    const { dossier: row } = await factsOf(dossier);
    const text = await paperText('tiepnhan.bienhoa', dossier, 'receipt');
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
    const text = await paperText('hotich.bienhoa', dossier, 'result');
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
    const text = await paperText('vanthu.bienhoa', dossier, 'result');
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
    const { handovers } = (await import('./control-slip.js')).controlSlipModel(await factsOf(dossier), (await factsOf(dossier)).dossier.version);
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
       from paper_on_file f join person p on p.id = f.person_id join paper i on i.dossier_id = f.dossier_id and i.form = 'result' where f.dossier_id = $1`, [dossier]));
    const filed = [{
      full_name: 'Nguyễn Hoàng Bảo Ngọc', birth_date: '2026-11-18', source: 'dossier', kind: 'birth-certificate', number: '01/2026', dossier_code: await codeOf(dossier), same_paper: true,
      parents: ['father Nguyễn Hoàng Nam', 'mother Trần Thị Mỹ Duyên'],
    }];
    expect(await read()).toEqual(filed);
    const effect = await office.database.transaction(SYSTEM, (tx) => tx.one<Parameters<TestOffice['deeds']['fileResult']>[0]>("select * from effect where dossier_id = $1 and kind = 'fileResult'", [dossier]));
    await office.database.transaction(SYSTEM, await office.deeds.fileResult(effect));
    expect(await read()).toEqual(filed);
  });

  test('the owner was told each step once, by code alone', async () => {
    const effects = await office.database.transaction(SYSTEM, (tx) => tx.rows<Parameters<TestOffice['deeds']['notifyOwner']>[0]>("select * from effect where dossier_id = $1 and kind = 'notifyOwner'", [dossier]));
    for (const effect of effects) await office.database.transaction(SYSTEM, await office.deeds.notifyOwner(effect));
    const texts = await office.database.transaction(SYSTEM, (tx) => tx.rows<{ text: { vi: string } }>('select text from notification where dossier_id = $1 order by at', [dossier]));
    expect(texts.map(({ text }) => text.vi)).toEqual([
      'Hồ sơ H19.26.01-261123-0001 đã được tiếp nhận. Ngày hẹn trả kết quả ghi trên giấy tiếp nhận.',
      'Hồ sơ H19.26.01-261123-0001 đã có kết quả. Mang giấy tiếp nhận và giấy tờ tùy thân đến nhận.',
    ]);
  });

  test('every paper rendered again, with all that has happened since, has the bytes that were stored', async () => {
    const facts = await factsOf(dossier);
    const stored = await office.database.transaction(SYSTEM, (tx) => tx.rows<{ form: keyof typeof BUILDERS; seq: number; sha256: string }>('select form, seq, sha256 from paper where dossier_id = $1 order by seq', [dossier]));
    expect(stored.map(({ form }) => form)).toEqual(['receipt', 'control-slip', 'result', 'control-slip']);
    for (const { form, seq, sha256 } of stored) {
      const at = facts.acts[seq - 1]!.at;
      expect([form, (await BUILDERS[form](facts, seq).render({ createdAt: Temporal.Instant.from(at) })).sha256]).toEqual([form, sha256]);
    }
  });
});

describe('the counter does not take a dossier in', () => {
  test('a supplement request names what is missing with reason, article and date', async () => {
    await office.moveTo('2026-11-23T10:00');
    const dossier = await office.file('tiepnhan.bienhoa', {
      ...FILED_BIRTH, components: [], event: 'requestSupplement',
      data: { items: [{ target: 'component', key: 'birth-proof', reason: 'missing-paper', note: 'Nộp bản chính' }, { target: 'field', key: '/childHomeTown', reason: 'wrong-information' }] },
    });
    const text = await paperText('tiepnhan.bienhoa', dossier, 'supplement-request');
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
    const text = await paperText('tiepnhan.bienhoa', dossier, 'refusal');
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
    const text = await paperText('hotich.bienhoa', dossier, 'supplement-request');
    const code = await codeOf(dossier);
    expect(text).toContain(`Số: ${code.slice(-4)}/HDHS`);
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
    const text = await paperText('vanthu.bienhoa', dossier, 'refusal');
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
    const facts = await factsOf(dossier);
    const [receipt] = await office.database.transaction(SYSTEM, (tx) => office.papers.list(tx, dossier, 'officer'));
    const again = await BUILDERS.receipt(facts, 1).render({ createdAt: Temporal.Instant.from(facts.acts[0]!.at) });
    expect(again.sha256).toBe(receipt?.sha256);
    expect(await textOf(again.bytes)).toContain('17 giờ 00 phút, ngày 23 tháng 11 năm 2026');
  });
});

describe('a lost land certificate', () => {
  let dossier: string;

  beforeAll(async () => {
    await office.moveTo('2026-11-25T08:00');
    const owner = await office.database.transaction(SYSTEM, (tx) => tx.one<{ personal_id: string }>("select p.personal_id from person p join paper_on_file f on f.person_id = p.id where f.number = 'CX 418276' and p.sex = 'male'"));
    dossier = await office.file('tiepnhan.dinhquan', { procedureCode: '1.012786', communeId: 'c26206', owner: owner.personal_id, declaration: LAND, event: 'receive' });
    await office.act('tiepnhan.dinhquan', dossier, 'handOver');
    await office.act('thamdinh.vpdk', dossier, 'acknowledge');
    await office.act('thamdinh.vpdk', dossier, 'examine', { meets: true });
    await office.moveTo('2026-11-30T09:00');
    await office.act('thamdinh.vpdk', dossier, 'handOver');
    await office.act('diachinh.dinhquan', dossier, 'acknowledge');
    await office.act('diachinh.dinhquan', dossier, 'postNotice', { note: 'Nhà văn hóa ấp Hòa Đồng' });
  });

  test('the notice names certificate, parcel, places and days', async () => {
    const text = await paperText('diachinh.dinhquan', dossier, 'notice');
    expect(text).toContain('ỦY BAN NHÂN DÂN XÃ ĐỊNH QUÁN');
    expect(text).toContain('Giấy chứng nhận số phát hành CX 418276');
    expect(text).toContain('thửa đất số 214, tờ bản đồ số 36, diện tích 1.285,4 m²');
    expect(text).toContain('15 (mười lăm) ngày, từ ngày 30 tháng 11 năm 2026 đến hết ngày 15 tháng 12 năm 2026');
    expect(text).toContain('Trụ sở Ủy ban nhân dân xã Định Quán; Nhà văn hóa ấp Hòa Đồng.');
    expect(text).toContain('Nghị định số 101/2024/NĐ-CP về đăng ký đất đai, cấp giấy chứng nhận');
    expect(text).toContain('Phạm Ngọc Toàn');
  });

  test('the minutes say that nobody objected', async () => {
    await office.moveTo('2026-12-16T08:00');
    await office.act('diachinh.dinhquan', dossier, 'closeNotice', { meets: true });
    const text = await paperText('diachinh.dinhquan', dossier, 'minutes');
    expect(text).toContain('Hôm nay, vào lúc 08 giờ 00 phút, ngày 16 tháng 12 năm 2026, tại trụ sở Ủy ban nhân dân xã Định Quán');
    expect(text).toContain('Nguyễn Tấn Đạt');
    expect(text).toContain('không có tổ chức, cá nhân nào báo tìm thấy Giấy chứng nhận');
  });

  test('the office that was late is told so, the others not', async () => {
    await office.act('diachinh.dinhquan', dossier, 'handOver');
    const { controlSlipModel } = await import('./control-slip.js');
    const facts = await factsOf(dossier);
    const model = controlSlipModel(facts, facts.dossier.version);
    expect(model.handlingAgency).toBe('Văn phòng Đăng ký đất đai thành phố Đồng Nai');
    expect(model.cooperatingAgencies).toEqual(['Ủy ban nhân dân xã Định Quán']);
    expect(model.handovers.map(({ to, result, receivedAt }) => [to, result, receivedAt === undefined])).toEqual([
      ['Văn phòng Đăng ký đất đai thành phố Đồng Nai', 'on-time', false],
      // Two working days and four hours from Wednesday 8:00: handed over on Monday 9:00.
      ['Phòng Kinh tế xã Định Quán', 'late', false],
      ['Văn phòng Đăng ký đất đai thành phố Đồng Nai', 'early', true],
    ]);
  });

  test('the new certificate takes the place of the lost one on both holders\' files', async () => {
    await office.act('thamdinh.vpdk', dossier, 'acknowledge');
    await office.act('thamdinh.vpdk', dossier, 'submitForApproval', { draft: {} });
    await office.act('giamdoc.vpdk', dossier, 'approve');
    await office.act('vanthu.vpdk', dossier, 'number');
    await office.act('vanthu.vpdk', dossier, 'handOver');
    await office.act('tiepnhan.dinhquan', dossier, 'acknowledge');
    await office.act('tiepnhan.dinhquan', dossier, 'resultReady');
    await office.drain();
    const text = await paperText('vanthu.vpdk', dossier, 'result');
    expect(text).toContain('NGUYỄN VĂN HOÁ');
    expect(text).toContain('Phạm Hồng Quân');
    expect(text).toContain('Cấp lại do bị mất, thay thế Giấy chứng nhận số phát hành CX 418276');
    const files = await office.database.transaction(SYSTEM, (tx) => tx.rows(
      `select p.full_name, f.number, f.state, f.content ->> 'plotNumber' as plot from paper_on_file f join person p on p.id = f.person_id
        where f.dossier_id = $1 or f.number = 'CX 418276' order by f.number, p.full_name collate "C"`, [dossier]));
    expect(files).toEqual([
      { full_name: 'Nguyễn Văn Hoá', number: '01/2026', state: 'in-force', plot: '214' },
      { full_name: 'Đặng Thị Hồng', number: '01/2026', state: 'in-force', plot: '214' },
      { full_name: 'Nguyễn Văn Hoá', number: 'CX 418276', state: 'revoked', plot: '214' },
      { full_name: 'Đặng Thị Hồng', number: 'CX 418276', state: 'revoked', plot: '214' },
    ]);
  });
});

describe('other results', () => {
  const EXAMPLES = JSON.parse(readFileSync(dataPath('libs/procedures/1.004873-marital-status/examples.json'), 'utf8')) as Array<{ declaration: Record<string, unknown> }>;
  let dossier: string;

  test('a marital-status certificate is good for six months from its number', async () => {
    await office.moveTo('2026-12-17T08:00');
    const { declaration } = EXAMPLES[0]!;
    dossier = await office.file('tiepnhan.bienhoa', { procedureCode: '1.004873', communeId: 'c26068', owner: String(declaration['personPersonalId']), declaration, event: 'receive' });
    await office.act('tiepnhan.bienhoa', dossier, 'handOver');
    await office.act('hotich.bienhoa', dossier, 'acknowledge');
    await office.act('hotich.bienhoa', dossier, 'examine', { meets: true });
    await office.act('hotich.bienhoa', dossier, 'submitForApproval', { draft: {} });
    await office.act('chutich.bienhoa', dossier, 'approve');
    await office.moveTo('2026-12-18T08:00');
    await office.act('vanthu.bienhoa', dossier, 'number');
    await office.act('vanthu.bienhoa', dossier, 'handOver');
    await office.act('tiepnhan.bienhoa', dossier, 'acknowledge');
    await office.act('tiepnhan.bienhoa', dossier, 'resultReady');
    await office.drain();
    const text = await paperText('vanthu.bienhoa', dossier, 'result');
    expect(text).toContain('Số: 01/UBND-XNTTHN');
    expect(text).toContain('Biên Hoà, ngày 18 tháng 12 năm 2026');
    const filed = await office.database.transaction(SYSTEM, (tx) => tx.rows('select kind, number, issued_on, valid_until, state from paper_on_file where dossier_id = $1', [dossier]));
    expect(filed).toEqual([{ kind: 'marital-status-certificate', number: '01/UBND-XNTTHN', issued_on: '2026-12-18', valid_until: '2027-06-18', state: 'in-force' }]);
  });

  test('a procedure without words of its own gets a decision from its laws, its owner and its code', async () => {
    const facts = await factsOf(dossier);
    const { procedure } = facts;
    const plain = { ...facts, procedure: { ...procedure, result: { ...procedure.result, layout: 'decision', data: [] } } };
    const paper = BUILDERS.result(plain, facts.dossier.version);
    const text = await textOf((await paper.render({ createdAt: office.clock.now() })).bytes);
    expect(text).toContain('QUYẾT ĐỊNH');
    expect(text).toContain('Căn cứ Luật Hộ tịch số 60/2014/QH13;');
    expect(text).toContain(`Xét hồ sơ mã ${facts.dossier.code}, tiếp nhận ngày 17 tháng 12 năm 2026.`);
    expect(text).toContain('Căn cứ Nghị định số 123/2015/NĐ-CP hướng dẫn Luật Hộ tịch;');
    expect(text).toContain('Điều 1. Chấp thuận đề nghị cấp Giấy xác nhận tình trạng hôn nhân của ông/bà (tổ chức) Phạm Thị Thu Hà');
    expect(text).toContain('Điều 2. Quyết định này có hiệu lực kể từ ngày ký.');
  });
});

describe('the guidance slip', () => {
  test('tells what to bring, at a unit and on the public page', async () => {
    const atUnit = await office.papers.renderGuidance('1.001193', 'c26068.centre');
    const text = await textOf(atUnit.bytes);
    expect(text).toContain('ỦY BAN NHÂN DÂN PHƯỜNG BIÊN HOÀ');
    expect(text).toContain('Giấy chứng sinh');
    expect(await textOf((await office.papers.renderGuidance('1.001193')).bytes)).toContain('TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG');
    await expect(office.papers.renderGuidance('9.999999')).rejects.toMatchObject({ code: 'procedure.unknown' });
  });
});
