import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { dataPath } from '@app/kernel';
import { factsOf, paperText, textOf } from '../testing/read-papers.js';
import { LAND } from '../testing/sample-filings.js';
import { startTestOffice, type TestOffice } from '../testing/test-office.js';
import { BUILDERS } from './builders.js';
import { controlSlipModel } from './control-slip.js';

// Laying out and reading back a dozen papers takes its time on a busy machine.
jest.setTimeout(60_000);

let office: TestOffice;

beforeAll(async () => {
  office = await startTestOffice('2026-11-25T08:00');
}, 120_000);

afterAll(async () => {
  await office?.stop();
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
    const text = await paperText(office, 'diachinh.dinhquan', dossier, 'notice');
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
    const text = await paperText(office, 'diachinh.dinhquan', dossier, 'minutes');
    expect(text).toContain('Hôm nay, vào lúc 08 giờ 00 phút, ngày 16 tháng 12 năm 2026, tại trụ sở Ủy ban nhân dân xã Định Quán');
    expect(text).toContain('Nguyễn Tấn Đạt');
    expect(text).toContain('không có tổ chức, cá nhân nào tìm thấy Giấy chứng nhận');
  });

  test('the office that was late is told so, the others not', async () => {
    await office.act('diachinh.dinhquan', dossier, 'handOver');
    const facts = await factsOf(office, dossier);
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
    const text = await paperText(office, 'vanthu.vpdk', dossier, 'result');
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
    const text = await paperText(office, 'vanthu.bienhoa', dossier, 'result');
    expect(text).toContain('Số: 01/UBND-XNTTHN');
    expect(text).toContain('Biên Hoà, ngày 18 tháng 12 năm 2026');
    const filed = await office.database.transaction(SYSTEM, (tx) => tx.rows('select kind, number, issued_on, valid_until, state from paper_on_file where dossier_id = $1', [dossier]));
    expect(filed).toEqual([{ kind: 'marital-status-certificate', number: '01/UBND-XNTTHN', issued_on: '2026-12-18', valid_until: '2027-06-18', state: 'in-force' }]);
  });

  test('a procedure without words of its own gets a decision from its laws, its owner and its code', async () => {
    const facts = await factsOf(office, dossier);
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
