import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { PAPERS, renderPaper, renderResult, isResultLayout, type PaperModels, type RenderedPaper } from './papers.js';
import { mm } from './sheet.js';
import { layoutFaults } from './testing/layout-faults.js';
import { rasterise, type PdfFacts } from './testing/rasterise.js';
import { SAMPLES, SAMPLE_TIME, type Sample } from './samples/samples.js';

const createdAt = Temporal.Instant.from(SAMPLE_TIME);
const CERTIFICATES = ['result/birth-certificate', 'result/land-certificate'];
/** Pages of each sample; a change of layout that needs more paper shows here. */
const PAGES: Record<string, number> = {
  receipt: 2,
  'control-slip': 2,
  'receipt-long': 4,
  'supplement-request-long': 6,
  'refusal-receipt-long': 3,
  'control-slip-long': 5,
  'guidance-long': 5,
  'minutes-objections': 3,
  'land-certificate-long': 2,
};

/** Set PAPERS_DIRECTORY to look at the papers: PDF and PNG are written there. */
const lookAt = process.env['PAPERS_DIRECTORY'];

const papers = new Map<string, { sample: Sample; paper: RenderedPaper; facts: PdfFacts }>();

beforeAll(async () => {
  for (const sample of SAMPLES) {
    const paper = await renderPaper(sample.form, sample.model, { createdAt });
    papers.set(sample.name, { sample, paper, facts: await rasterise(paper.bytes) });
    if (lookAt) await writeSample(lookAt, sample.name, paper.bytes);
  }
}, 120_000);

const textOf = (name: string): string => papers.get(name)!.facts.pages.map((page) => page.text).join('\n').replace(/\s+/g, ' ');

async function writeSample(directory: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, `${name}.pdf`), bytes);
  const { pages } = await rasterise(bytes, { scale: 1.6 });
  for (const [index, page] of pages.entries()) await writeFile(join(directory, `${name}-${index + 1}.png`), page.png);
}

describe('every paper, at its shortest and longest', () => {
  test.each(SAMPLES.map((sample) => sample.name))('%s', (name) => {
    const { sample, paper, facts } = papers.get(name)!;
    expect({ pages: paper.pages, drawn: facts.pages.length }).toEqual({ pages: PAGES[name] ?? 1, drawn: PAGES[name] ?? 1 });
    expect({ title: facts.title, language: facts.language, tagged: facts.tagged }).toEqual({ title: PAPERS[sample.form].titleVi, language: 'vi', tagged: true });
    expect(layoutFaults(facts, { framed: CERTIFICATES.includes(sample.form) })).toEqual([]);
    const numbers = facts.pages.map(({ boxes }) => boxes.filter((box) => box.y < mm(14)).map((box) => box.text));
    expect(numbers).toEqual(facts.pages.map((_, index) => (index === 0 || name === 'receipt' ? [] : [String(index + 1)])));
  });
});

describe('what a paper says', () => {
  test('the receipt names everything the form asks for', () => {
    const text = textOf('receipt');
    for (const words of [
      'UBND XÃ TRẢNG BOM', 'TRUNG TÂM PHỤC VỤ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 0012/TNHS',
      'Trảng Bom, ngày 02 tháng 01 năm 2026', '(Liên: Lưu)', '(Liên: Giao người nộp hồ sơ)', 'Mã hồ sơ: H19.26.05.13-260102-0012',
      'Tiếp nhận hồ sơ của: TRẦN THỊ BÍCH NGỌC', 'Số định danh cá nhân: 075190000123', 'Đăng ký khai sinh (mã thủ tục: 1.001193)',
      'Số lượng hồ sơ: 01 (bộ)', 'Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 02 tháng 01 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 02 tháng 01 năm 2026', 'Không phải nộp (đăng ký đúng hạn được miễn)',
      'quyển số: 01/2026', 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Điện thoại: 0251 386 6001',
    ]) expect(text).toContain(words);
    expect(text).not.toContain('BẢN IN LẠI');
  });

  test('the secret stands on the filer’s copy alone', () => {
    const [kept, filer] = papers.get('receipt')!.facts.pages;
    expect([kept!.text.includes('K7M2XQ'), filer!.text.includes('K7M2XQ')]).toEqual([false, true]);
  });

  test('a birth of which almost everything is on file still has a receipt of one page for each of the two', async () => {
    const of = (who: string): string[] => ['Họ, chữ đệm, tên', 'Ngày, tháng, năm sinh', 'Dân tộc', 'Quốc tịch', 'Số định danh', 'Nơi cư trú'].map((what) => `${what} của ${who}`);
    const model = {
      ...(papers.get('receipt')!.sample.model as PaperModels['receipt']), components: [{ name: 'Giấy chứng sinh', kind: 'on-file', quantity: 1 }],
      reused: [
        { what: [...of('người yêu cầu'), ...of('người mẹ'), ...of('người cha')], source: 'Cơ sở dữ liệu quốc gia về dân cư', asOf: '2025-10-01', readOn: '2026-01-02' },
        { what: ['Số giấy chứng sinh', ...of('trẻ').slice(1, 4)], source: 'Cơ sở khám bệnh, chữa bệnh', asOf: '2025-12-30', readOn: '2026-01-02' },
      ],
    } satisfies PaperModels['receipt'];
    expect((await renderPaper('receipt', model, { createdAt })).pages).toBe(2);
  });

  test('a reprint says so, a paid fee says how', () => {
    const text = textOf('receipt-long');
    expect(text).toContain('BẢN IN LẠI lần 2, lúc 09 giờ 05 phút, ngày 01 tháng 12 năm 2026');
    expect(text).toContain('Tổng cộng: 1.350.000 đồng. Đã nộp tại quầy (tiền mặt, biên lai số 0004512).');
  });

  test('a table goes on with its heading on every page', () => {
    const pages = papers.get('receipt-long')!.facts.pages;
    expect(pages.map((page) => page.text.includes('Tên giấy tờ'))).toEqual([false, true, true, false]);
    const rows = pages.flatMap((page) => [...page.text.matchAll(/Giấy tờ thứ (\d+)/g)].map((match) => Number(match[1])));
    expect(rows).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  test('a row longer than a page loses nothing', () => {
    // The word stands 36 times in what to do, 54 times in the reason, 6 times in the remarks.
    expect(textOf('supplement-request-long').match(/đủ,/g)).toHaveLength(96);
  });

  test('every Vietnamese letter survives in the text layer, in all four cuts', async () => {
    const letters = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfiflffi';
    const sentence = [...letters, ...letters.toUpperCase()].join('').match(/.{1,10}/gu)!.join(' ');
    const model = { ...(SAMPLES.find((sample) => sample.form === 'result/decision')!.model as PaperModels['result/decision']) };
    // Decomposed input, as some phones type it, is composed on paper.
    const paper = await renderPaper('result/decision', { ...model, abstract: sentence, grounds: [sentence.normalize('NFD')], articles: [{ paragraphs: [sentence] }], recipients: [] }, { createdAt });
    const [page] = (await rasterise(paper.bytes)).pages;
    const found = page!.text.replace(/\s+/g, '');
    expect(found.split(sentence.replace(/\s+/g, '')).length - 1).toBe(3);
  });

  test('a result leaves the signature to a hand', async () => {
    const text = textOf('birth-certificate');
    expect(text).toContain('TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Ký, ghi rõ họ tên, chức vụ và đóng dấu)');
    expect(text).toContain('Ngày hai mươi lăm, tháng mười hai, năm hai nghìn không trăm hai mươi lăm');
    for (const { paper } of papers.values()) {
      const raw = Buffer.from(paper.bytes).toString('latin1');
      expect({ image: raw.includes('/Subtype /Image'), form: raw.includes('/AcroForm'), signature: raw.includes('/Sig') }).toEqual({ image: false, form: false, signature: false });
    }
  });
});

describe('rendering', () => {
  test('the same model and time give the same bytes; another time gives others', async () => {
    const changed: string[] = [];
    // All of them again: what a kept font has met since must not show.
    for (const { sample, paper } of papers.values()) {
      const again = await renderPaper(sample.form, sample.model, { createdAt });
      if (again.sha256 !== paper.sha256 || Buffer.compare(again.bytes, paper.bytes) !== 0) changed.push(sample.name);
    }
    expect(changed).toEqual([]);
    const { sample, paper } = papers.get('receipt')!;
    const later = await renderPaper(sample.form, sample.model, { createdAt: createdAt.add({ seconds: 1 }) });
    expect(later.sha256).not.toBe(paper.sha256);
  });

  test('a result that comes from data must be complete', async () => {
    const model = { head: { agency: 'Ủy ban nhân dân xã Trảng Bom', place: 'Trảng Bom' }, child: { name: 'Lê An', born: '2026-01-05', sex: 'female' }, declarant: {}, registeredAt: 'xã Trảng Bom', signature: { formula: 'none', position: 'Chủ tịch' } };
    await expect(renderResult('birth-certificate', model, { createdAt })).rejects.toMatchObject({ code: 'paper.value-missing', details: { params: { path: 'declarant.name' } } });
    const complete = await renderResult('birth-certificate', { ...model, declarant: { name: 'Lê Bình' } }, { createdAt });
    expect(complete.title).toBe('Giấy khai sinh');
  });

  test('a layout nobody knows is refused', async () => {
    await expect(renderResult('../receipt', {}, { createdAt })).rejects.toMatchObject({ code: 'paper.form-unknown' });
    expect([isResultLayout('decision'), isResultLayout('receipt'), isResultLayout('toString')]).toEqual([true, false, false]);
  });
});
