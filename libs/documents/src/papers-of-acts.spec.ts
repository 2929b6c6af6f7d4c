import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PAPERS, renderPaper, type RenderedPaper } from './papers.js';
import { ACT_SAMPLES } from './samples/act-samples.js';
import { CORRECTION_SAMPLES } from './samples/correction-samples.js';
import { layoutFaults } from './testing/layout-faults.js';
import { rasterise, type PdfFacts } from './testing/rasterise.js';
import { SAMPLE_TIME, type Sample } from './samples/samples.js';

// Drawing some forty pages takes its time on a busy machine.
jest.setTimeout(240_000);

const createdAt = Temporal.Instant.from(SAMPLE_TIME);
const SAMPLES: readonly Sample[] = [...ACT_SAMPLES, ...CORRECTION_SAMPLES];
const FRAMED = ['result/birth-certificate', 'result/land-certificate'];
/** Pages of each sample; a change of layout that needs more paper shows here. */
const PAGES: Record<string, number> = {
  'apology-long': 2,
  'stop-long': 5,
  'payment-notice-long': 5,
  'consultation-request': 2,
  'consultation-request-long': 4,
  'withdrawal-long': 2,
};

/** Set PAPERS_DIRECTORY to look at the papers: PNG are written there. */
const lookAt = process.env['PAPERS_DIRECTORY'];
const papers = new Map<string, { sample: Sample; paper: RenderedPaper; facts: PdfFacts }>();

beforeAll(async () => {
  for (const sample of SAMPLES) {
    const paper = await renderPaper(sample.form, sample.model, { createdAt });
    const facts = await rasterise(paper.bytes, lookAt ? { scale: 1.6 } : {});
    papers.set(sample.name, { sample, paper, facts });
    if (!lookAt) continue;
    await mkdir(lookAt, { recursive: true });
    for (const [index, page] of facts.pages.entries()) await writeFile(join(lookAt, `${sample.name}-${index + 1}.png`), page.png);
  }
});

const textOf = (name: string): string => papers.get(name)!.facts.pages.map((page) => page.text).join('\n').replace(/\s+/g, ' ');
const holds = (name: string, words: readonly string[]): void => {
  const text = textOf(name);
  expect(words.filter((each) => !text.includes(each))).toEqual([]);
};

describe('the papers of the further acts, at their shortest and longest', () => {
  test.each(SAMPLES.map(({ name }) => name))('%s', (name) => {
    const { sample, paper, facts } = papers.get(name)!;
    expect({ pages: paper.pages, drawn: facts.pages.length }).toEqual({ pages: PAGES[name] ?? 1, drawn: PAGES[name] ?? 1 });
    expect({ title: facts.title, language: facts.language, tagged: facts.tagged }).toEqual({ title: PAPERS[sample.form].titleVi, language: 'vi', tagged: true });
    expect(layoutFaults(facts, { framed: FRAMED.includes(sample.form) })).toEqual([]);
  });

  test('the same model and time give the same bytes', async () => {
    for (const { sample, paper } of papers.values()) {
      expect([sample.name, (await renderPaper(sample.form, sample.model, { createdAt })).sha256]).toEqual([sample.name, paper.sha256]);
    }
  });

  test('forty papers go on over the pages, none is lost', () => {
    for (const name of ['stop-long', 'consultation-request-long']) {
      const rows = [...textOf(name).matchAll(/Giấy tờ thứ (\d+)/g)].map((match) => Number(match[1]));
      expect([name, rows]).toEqual([name, Array.from({ length: 40 }, (_, index) => index + 1)]);
    }
  });
});

describe('form 04, apology and extension', () => {
  test('before the deadline it extends once and names the new date', () => {
    holds('apology-extension', [
      'Số: 58/PXL-VPĐKĐĐ', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT', 'Kính gửi: Trần Thị Bích Ngọc', 'Mã hồ sơ: H19.26.05.13-261120-0031',
      'Thời gian trả kết quả đã hẹn: 09 giờ 05 phút, ngày 25 tháng 12 năm 2026', 'Đơn vị chịu trách nhiệm: Văn phòng Đăng ký đất đai thành phố Đồng Nai',
      'Lý do: Cần xác minh thêm ranh giới thửa đất với hồ sơ địa chính lưu tại kho lưu trữ (Căn cứ: Điều 19 khoản 9 Nghị định số 61/2018/NĐ-CP).',
      'Thời gian trả kết quả mới: 09 giờ 05 phút, ngày 05 tháng 01 năm 2027. Thời gian giải quyết chỉ được gia hạn một lần.',
      'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC', 'Trịnh Công Sửu',
    ]);
  });

  test('after the deadline it extends nothing: the dossier stays late, and a day is expected', () => {
    holds('apology-late', [
      'VĂN BẢN XIN LỖI Về việc chậm trả kết quả', 'Đã quá thời gian đã hẹn nêu trên', 'Kết quả dự kiến được trả chậm nhất ngày 08 tháng 01 năm 2027.',
      'Ngày dự kiến không thay thế thời gian đã hẹn: hồ sơ được tính là quá hạn kể từ 09 giờ 05 phút, ngày 25 tháng 12 năm 2026.', 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
    ]);
    expect(textOf('apology-late')).not.toMatch(/gia hạn|trả kết quả mới/i);
  });
});

describe('form 05, stop notice', () => {
  test('made by the system it says so and names the competent unit', () => {
    holds('stop-not-supplemented', [
      'THÔNG BÁO Dừng giải quyết hồ sơ', 'kể từ 17 giờ 00 phút, ngày 03 tháng 12 năm 2026',
      '1. Lý do: Hết thời hạn bổ sung, hoàn thiện hồ sơ (17 giờ 00 phút, ngày 03 tháng 12 năm 2026) theo Phiếu yêu cầu bổ sung ngày 23 tháng 11 năm 2026 mà hồ sơ chưa được bổ sung (Căn cứ: Điều 9 khoản 3 Nghị định số 63/2024/NĐ-CP).',
      '1 Giấy chứng sinh Bản chính 01', '3. Phí, lệ phí: Không hoàn trả 16.000 đồng (bằng chữ: mười sáu nghìn đồng), vì: bản sao đã được cấp.',
      'có thể nộp lại hồ sơ bất cứ lúc nào', 'có quyền khiếu nại hoặc khởi kiện',
      'Thông báo này do hệ thống tự động lập khi hết thời hạn nêu trên. Đơn vị có thẩm quyền giải quyết hồ sơ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Trảng Bom.',
    ]);
  });

  test('of a withdrawn dossier cites the wish, refunds and speaks of no complaint', () => {
    holds('stop-withdrawn', ['đề nghị rút hồ sơ lúc 14 giờ 20 phút, ngày 01 tháng 12 năm 2026, với lý do: đã tìm thấy Giấy chứng nhận (Căn cứ:', 'Hoàn trả 1.250.000 đồng (bằng chữ: một triệu hai trăm năm mươi nghìn đồng)']);
    expect(textOf('stop-withdrawn')).not.toMatch(/khiếu nại|tự động/);
  });

  test('of an unpaid duty without papers and money says that too', () => {
    holds('stop-not-paid-short', ['Hết thời hạn thực hiện nghĩa vụ tài chính (17 giờ 00 phút, ngày 01 tháng 12 năm 2026)', '2. Giấy tờ trả lại: Không có', 'Chưa nộp khoản nào']);
  });

  test('of lapsed conditions gives the reason', () => {
    holds('stop-long', ['Không còn điều kiện để tiếp tục giải quyết hồ sơ: Hồ sơ địa chính', '999.999.999.999 đồng (bằng chữ: chín trăm chín mươi chín tỷ']);
  });
});

describe('the notice of a financial duty', () => {
  test('says how much, for what, on which basis, where, until when, and that the time does not count', () => {
    holds('payment-notice', [
      'Theo Thông báo số 4512/TB-TCS3 ngày 03 tháng 12 năm 2026 của Thuế cơ sở 3 thành phố Đồng Nai', '1 Lệ phí trước bạ Nghị định số 10/2022/NĐ-CP 6.252.500', 'Tổng cộng 6.352.500',
      'Bằng chữ: Sáu triệu ba trăm năm mươi hai nghìn năm trăm đồng.', 'Hạn nộp: trước 17 giờ 00 phút, ngày 04 tháng 01 năm 2027.', 'Nơi nộp, cách nộp: Cổng Dịch vụ công quốc gia',
      'Thời gian từ 09 giờ 30 phút, ngày 04 tháng 12 năm 2026 đến khi nộp đủ không tính vào thời hạn giải quyết', 'hồ sơ bị dừng giải quyết theo Điều 18',
    ]);
  });

  test('has no place for a bank account', () => {
    for (const name of ['payment-notice', 'payment-notice-short', 'payment-notice-long']) expect(textOf(name)).not.toMatch(/tài khoản|số thẻ/i);
  });
});

describe('the request for an opinion', () => {
  test('is an official letter with its subject, question, date and list of papers', () => {
    holds('consultation-request', [
      'Số: 145/UBND-KT V/v lấy ý kiến giải quyết hồ sơ H19.26.05.13-261123-0012', 'Kính gửi: Công an thành phố Đồng Nai', 'phòng cháy và chữa cháy hay không?',
      'gửi trước 17 giờ 00 phút, ngày 10 tháng 12 năm 2026', '2 Bản vẽ thiết kế Bản chụp 02', 'sự phối hợp của Công an thành phố Đồng Nai./.', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
    ]);
  });

  test('says that silence agrees only with the article, else that it means nothing', () => {
    holds('consultation-request', ['không có văn bản trả lời thì Công an thành phố Đồng Nai được coi là đồng ý, theo Điều 102 khoản 1 điểm đ Luật Xây dựng.']);
    holds('consultation-request-short', ['Việc không trả lời không được coi là đồng ý;', 'Không có tài liệu gửi kèm.']);
    expect(textOf('consultation-request-short')).not.toContain('được coi là đồng ý, theo');
  });

  test('is a letter of its own for each body, each with its question and date', () => {
    const [police, culture] = papers.get('consultation-request')!.facts.pages.map(({ text }) => text.replace(/\s+/g, ' '));
    expect(police).toContain('Kính gửi: Công an thành phố Đồng Nai');
    expect(police).not.toContain('di tích');
    expect(culture).toContain('Kính gửi: Sở Văn hóa và Thể thao thành phố Đồng Nai');
    expect(culture).toContain('gửi trước 17 giờ 00 phút, ngày 08 tháng 12 năm 2026. Việc không trả lời không được coi là đồng ý;');
  });

  test('gives the body asked no number of the person', () => {
    expect(textOf('consultation-request')).not.toContain('075190000123');
  });
});

describe('the request to withdraw', () => {
  test('online: the person signed in, nothing is signed by hand', () => {
    holds('withdrawal-online', [
      'ĐƠN ĐỀ NGHỊ RÚT HỒ SƠ', 'Người đề nghị: TRẦN THỊ BÍCH NGỌC', 'Tư cách: Chủ hồ sơ', 'Mã hồ sơ: H19.26.05.13-261120-0031', 'Lý do rút hồ sơ: Đã tìm thấy Giấy chứng nhận.',
      'Đơn được gửi trực tuyến lúc 14 giờ 20 phút, ngày 01 tháng 12 năm 2026', 'không phải ký tay',
    ]);
    expect(textOf('withdrawal-online')).not.toContain('NGƯỜI GHI NHẬN');
  });

  test('at the counter: two hands sign', () => {
    holds('withdrawal-counter-short', ['Đơn được ghi nhận tại Trung tâm Phục vụ hành chính công xã Trảng Bom lúc 14 giờ 20 phút', 'NGƯỜI ĐỀ NGHỊ (Ký, ghi rõ họ tên)', 'NGƯỜI GHI NHẬN']);
  });
});

describe('a receipt for another commune', () => {
  test('names who decides and what starts the time, and promises no date', () => {
    holds('receipt-elsewhere', [
      'Cơ quan giải quyết: Ủy ban nhân dân phường Biên Hòa; Công an thành phố Đồng Nai',
      '5. Thời gian trả kết quả giải quyết hồ sơ: thời hạn bắt đầu tính khi Ủy ban nhân dân phường Biên Hòa nhận được hồ sơ; thời gian trả kết quả được thông báo ngay khi đó.',
    ]);
    expect(textOf('receipt-elsewhere').match(/\d\d giờ \d\d phút/g)).toEqual(['09 giờ 05 phút']);
  });
});

describe('a corrected result', () => {
  test.each(CORRECTION_SAMPLES.map(({ name }) => name))('%s names the one it replaces and why', (name) => {
    holds(name, ['Thay thế Văn bản đã cấp số 09/2026 ngày 02 tháng 01 năm 2026; lý do: Ghi sai chữ đệm của người được cấp so với giấy tờ gốc.']);
  });

  test('a decision keeps the numbers of its articles', () => {
    const numbers = (name: string): string[] => [...textOf(name).matchAll(/Điều \d\. /g)].map(([number]) => number);
    expect(numbers('decision-corrected')).toEqual(['Điều 1. ', 'Điều 2. ', 'Điều 3. ']);
  });

  test('every layout of a result can carry it', async () => {
    const { ALL_SAMPLES } = await import('./samples/index.js');
    const layouts = Object.keys(PAPERS).filter((form) => form.startsWith('result/'));
    for (const form of layouts) {
      const sample = ALL_SAMPLES.find((each) => each.form === form)!;
      const bare = await renderPaper(sample.form, sample.model, { createdAt });
      const corrected = await renderPaper(sample.form, { ...sample.model, correction: { title: 'X', number: '1', date: '2026-01-02', reason: 'Y' } }, { createdAt });
      expect([form, corrected.sha256 === bare.sha256]).toEqual([form, false]);
    }
  });
});
