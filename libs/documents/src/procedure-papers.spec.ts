import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PAPERS, renderPaper, renderResult, type RenderedPaper } from './papers.js';
import { layoutFaults } from './testing/layout-faults.js';
import { PROCEDURE_SAMPLES } from './samples/procedure-samples.js';
import { rasterise, type PdfFacts } from './testing/rasterise.js';
import { SAMPLE_TIME, type Sample } from './samples/samples.js';

jest.setTimeout(300_000);

const createdAt = Temporal.Instant.from(SAMPLE_TIME);
/** Pages of each sample; a change of layout that needs more paper shows here. */
const PAGES: Record<string, number> = {
  'allowance-decision-long': 2,
  'building-permit': 2,
  'building-permit-long': 4,
  'building-permit-short': 2,
  'status-confirmation-long': 2,
  'poor-household-decision-long': 2,
  'land-registration-notice': 2,
  'worship-decision-long': 2,
  'finding-long': 2,
};

/** Set PAPERS_DIRECTORY to look at the papers: PDF and PNG are written there. */
const lookAt = process.env['PAPERS_DIRECTORY'];
const papers = new Map<string, { sample: Sample; paper: RenderedPaper; facts: PdfFacts }>();

beforeAll(async () => {
  for (const sample of PROCEDURE_SAMPLES) {
    const paper = await renderPaper(sample.form, sample.model, { createdAt });
    papers.set(sample.name, { sample, paper, facts: await rasterise(paper.bytes) });
    if (!lookAt) continue;
    await mkdir(lookAt, { recursive: true });
    const { pages } = await rasterise(paper.bytes, { scale: 1.6 });
    for (const [index, page] of pages.entries()) await writeFile(join(lookAt, `${sample.name}-${index + 1}.png`), page.png);
  }
});

const textOf = (name: string): string => papers.get(name)!.facts.pages.map((page) => page.text).join('\n').replace(/\s+/g, ' ');
/** In the words that stand in a text, all of them. */
const holds = (name: string, words: readonly string[]): void => {
  const text = textOf(name);
  expect(words.filter((each) => !text.includes(each))).toEqual([]);
};

describe('the results of single procedures, at their shortest and longest', () => {
  test.each(PROCEDURE_SAMPLES.map(({ name }) => name))('%s', (name) => {
    const { sample, paper, facts } = papers.get(name)!;
    expect({ pages: paper.pages, drawn: facts.pages.length }).toEqual({ pages: PAGES[name] ?? 1, drawn: PAGES[name] ?? 1 });
    expect({ title: facts.title, language: facts.language, tagged: facts.tagged }).toEqual({ title: PAPERS[sample.form].titleVi, language: 'vi', tagged: true });
    expect(layoutFaults(facts, { framed: ['result/extract-copy', 'result/correction-extract', 'result/death-extract', 'result/land-certificate'].includes(sample.form) })).toEqual([]);
  });

  test('the same model and time give the same bytes', async () => {
    for (const { sample, paper } of papers.values()) {
      expect((await renderPaper(sample.form, sample.model, { createdAt })).sha256).toBe(paper.sha256);
    }
  });
});

describe('a confirmation of civil-status information', () => {
  test('says whose entry it is, what it says, where it stands, and who asked', () => {
    holds('status-confirmation', ['LÊ Ý', 'không có việc thay đổi, cải chính', '118/1999', 'Xét đề nghị của ông/bà, cơ quan, tổ chức Lê Ý']);
    holds('status-confirmation-long', ['13/XNHT']);
  });
});

describe('an extract of a correction', () => {
  test('says what was done, what stood there and what stands there now', () => {
    holds('correction-extract', ['TRÍCH LỤC CẢI CHÍNH HỘ TỊCH', 'Đã ghi là: 14/08/1999', 'Nay ghi là: 24/08/1999', 'Dữ liệu đã sử dụng: Cơ sở dữ liệu quốc gia về dân cư (đọc ngày 23/11/2026).', 'Ngày hai mươi bốn, tháng tám, năm một nghìn chín trăm chín mươi chín']);
    holds('correction-extract-long', ['TRÍCH LỤC BỔ SUNG THÔNG TIN HỘ TỊCH', 'Được bổ sung là']);
  });
});

describe('a death extract', () => {
  test('says who died, when, where, by which proof, and who declared it', () => {
    holds('death-extract', ['LÊ Ý', '04 giờ 30 phút, ngày 20/11/2026', 'Giấy báo tử số 118/GBT', 'LÊ THỊ NHẠN', 'ngày 23 tháng 11 năm 2026']);
    holds('death-extract-long', ['ghi sai họ, chữ đệm, tên người chết']);
  });
});

describe('a copy of an extract', () => {
  test('of a birth is a birth certificate and says that it is a copy, of how many', () => {
    holds('extract-birth', [
      'GIẤY KHAI SINH (BẢN SAO)', 'Số: 08/TLHT-BS', 'NGUYỄN TRẦN GIA HÂN', 'Ngày hai mươi lăm, tháng mười hai, năm hai nghìn không trăm hai mươi lăm',
      'TRẦN THỊ BÍCH NGỌC', 'NGUYỄN ĐỨC ƯNG', 'Số: 12/2026', 'Quyển số: 01/2026', 'Ngày đăng ký: 02/01/2026', 'Số bản cấp: 03 bản',
    ]);
  });

  test('of a marriage names the wife first, whoever asked', () => {
    const text = textOf('extract-marriage');
    expect(text).toContain('TRÍCH LỤC KẾT HÔN (BẢN SAO)');
    expect(text.indexOf('TRẦN THỊ BÍCH NGỌC')).toBeLessThan(text.indexOf('NGUYỄN ĐỨC ƯNG'));
  });

  test.each([
    ['extract-death', ['TRÍCH LỤC KHAI TỬ (BẢN SAO)', 'Đã chết vào: ngày 08 tháng 3 năm 2019', 'Nơi chết: Tại nhà']],
    ['extract-guardianship-long', ['TRÍCH LỤC ĐĂNG KÝ GIÁM HỘ (BẢN SAO)', 'Người giám hộ', 'Người được giám hộ']],
    ['extract-recognition', ['TRÍCH LỤC ĐĂNG KÝ NHẬN CHA, MẸ, CON (BẢN SAO)', 'Quan hệ: Cha nhận con', 'NGUYỄN ĐỨC AN']],
    ['extract-change', ['TRÍCH LỤC THAY ĐỔI, CẢI CHÍNH, BỔ SUNG THÔNG TIN HỘ TỊCH (BẢN SAO)', 'Nội dung mới: Ngày sinh: 14/5/1990']],
  ])('%s tells its own event', (name, words) => holds(name, words));

  test('that corrects another one names it', () => {
    holds('extract-birth-long', ['Thay thế Giấy khai sinh (bản sao) số 07/TLHT-BS', 'ghi sai họ, chữ đệm, tên người mẹ']);
  });
});

describe('a decision on an allowance', () => {
  test('shows how the amount comes about, in figures and words', () => {
    holds('allowance-decision', [
      'QUYẾT ĐỊNH Về việc trợ cấp xã hội hằng tháng', 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TRẢNG BOM', 'hệ số 1,5 × 500.000 đồng = 750.000 đồng/tháng (Bảy trăm năm mươi nghìn đồng)',
      'Nghị định số 76/2024/NĐ-CP', 'Lâm Văn Tư, sinh năm 1951',
    ]);
    expect(textOf('allowance-decision')).not.toContain('TM. ỦY BAN NHÂN DÂN');
  });

  test('adds the support of the carer, and counts the children of a single parent', () => {
    holds('allowance-decision-long', ['hệ số 2,5 × 500.000 đồng = 1.250.000 đồng/tháng', 'hệ số 1 × 500.000 đồng = 500.000 đồng/tháng', 'Tổng mức hưởng: 1.750.000 đồng/tháng', 'KT. CHỦ TỊCH', 'theo Quyết định số 112/QĐ-UBND ngày 05 tháng 02 năm 2025']);
    holds('allowance-decision-children', ['hệ số 1 × 3 người × 500.000 đồng = 1.500.000 đồng/tháng']);
  });

  test('leaves a blank that nobody overlooks where no rate fits', async () => {
    const { model } = PROCEDURE_SAMPLES.find(({ name }) => name === 'allowance-decision')!;
    const { bytes } = await renderResult('allowance-decision', { ...model, coefficient: undefined }, { createdAt });
    expect((await rasterise(bytes)).pages[0]!.text.replace(/\s+/g, ' ')).toContain('hệ số …… × 500.000 đồng = …………………… đồng/tháng');
  });

  test('that ends it names no amount', () => {
    holds('allowance-decision-stop', ['Về việc thôi hưởng trợ cấp xã hội hằng tháng', 'Lý do: không còn đủ điều kiện hưởng.']);
    expect(textOf('allowance-decision-stop')).not.toContain('đồng/tháng');
  });
});

describe('a building permit', () => {
  test('names holder, lot, measures and what it binds to', () => {
    holds('building-permit', [
      'GIẤY PHÉP XÂY DỰNG (Sử dụng cho nhà ở riêng lẻ)', 'Số: 45/GPXD', 'TRẦN THỊ BÍCH NGỌC', 'thửa đất số 145, tờ bản đồ số 27, diện tích 120,5 m²',
      'Số tầng: 03 tầng', '69,9 %', '2,1 lần', '12 tháng kể từ ngày cấp', 'PHỤ LỤC', 'Chỉ giới đường đỏ (cách tim đường)', '7,5 m', 'II. Chủ đầu tư phải thực hiện',
    ]);
  });

  test('tells in its annex what the bodies that were asked have said', () => {
    holds('building-permit-long', ['II. Ý kiến của cơ quan được lấy ý kiến', 'được coi là đồng ý', 'III. Chủ đầu tư phải thực hiện', '05 tầng + 02 tầng hầm + tầng lửng, tum thang']);
  });

  test('is refused without its lot', async () => {
    await expect(renderResult('building-permit', { ...PROCEDURE_SAMPLES.find(({ name }) => name === 'building-permit')!.model, lot: {} }, { createdAt }))
      .rejects.toMatchObject({ code: 'paper.value-missing', details: { params: { path: 'lot.number' } } });
  });
});
