import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import QRCode from 'qrcode';
import { fontOf, widthOf } from './fonts.js';
import { formatDateInWords, formatDateLong, formatDateShort, formatInstantLong, formatInstantShort, formatNumber, numberText, sentence, unfinished } from './format.js';
import { amountInWords, numberInWords } from './number-words.js';
import { drawQr, verificationUrl } from './qr.js';
import { Sheet } from './sheet.js';
import { signatureLines } from './signature.js';
import { fillTemplate } from './template.js';
import { rasterise } from './testing/rasterise.js';
import { layOut } from './text.js';

describe('dates and numbers as papers write them', () => {
  test('a day under 10 and the months 1 and 2 take a leading zero', () => {
    expect(formatDateLong('2026-01-02')).toBe('ngày 02 tháng 01 năm 2026');
    expect(formatDateLong('2026-03-12')).toBe('ngày 12 tháng 3 năm 2026');
    expect(formatDateLong('1950')).toBe('năm 1950');
    expect(formatDateShort('2026-01-02')).toBe('02/01/2026');
    expect(formatDateShort('1950')).toBe('1950');
  });

  test('instants are told in Vietnam’s time', () => {
    expect(formatInstantLong('2026-01-02T01:05:00Z')).toBe('08 giờ 05 phút, ngày 02 tháng 01 năm 2026');
    expect(formatInstantLong(Temporal.Instant.from('2026-11-22T17:30:00Z'))).toBe('00 giờ 30 phút, ngày 23 tháng 11 năm 2026');
    expect(formatInstantShort('2026-01-02T01:05:00Z')).toBe('08:05 02/01/2026');
  });

  test.each([
    [0, 'không'], [5, 'năm'], [10, 'mười'], [15, 'mười lăm'], [21, 'hai mươi mốt'], [25, 'hai mươi lăm'], [101, 'một trăm linh một'],
    [1990, 'một nghìn chín trăm chín mươi'], [2026, 'hai nghìn không trăm hai mươi sáu'], [2005, 'hai nghìn không trăm linh năm'],
    [1_000_000, 'một triệu'], [10_250_500, 'mười triệu hai trăm năm mươi nghìn năm trăm'],
  ])('%d', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  test('further ways to write', () => {
    expect(formatDateInWords('2026-04-05')).toBe('Ngày năm, tháng tư, năm hai nghìn không trăm hai mươi sáu');
    expect(formatNumber(1250.5)).toBe('1.250,5');
    expect(numberText(4)).toBe('04 (bốn)');
    expect(sentence('Kèm bản vẽ; ')).toBe('Kèm bản vẽ.');
    expect(sentence('Có đồng ý không? ')).toBe('Có đồng ý không?');
    expect(unfinished('Kèm bản vẽ. ')).toBe('Kèm bản vẽ');
    expect(amountInWords(8000)).toBe('Tám nghìn đồng');
    expect(amountInWords(1_250_000)).toBe('Một triệu hai trăm năm mươi nghìn đồng');
    expect(() => numberInWords(1.5)).toThrow(RangeError);
  });
});

describe('signature formulas (Decree 30/2020, Art. 13)', () => {
  test.each([
    [{ formula: 'TM.', body: 'Ủy ban nhân dân', position: 'Chủ tịch' }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [{ formula: 'KT.', body: 'Ủy ban nhân dân', head: 'Chủ tịch', position: 'Phó Chủ tịch' }, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [{ formula: 'KT.', head: 'Chủ tịch', position: 'Phó Chủ tịch' }, ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [{ formula: 'TL.', head: 'Chủ tịch', position: 'Giám đốc Trung tâm' }, ['TL. CHỦ TỊCH', 'GIÁM ĐỐC TRUNG TÂM']],
    [{ formula: 'TUQ.', head: 'Giám đốc', position: 'Trưởng phòng' }, ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
    [{ formula: 'none', body: 'Ủy ban nhân dân', head: 'Chủ tịch', position: 'Chủ tịch' }, ['CHỦ TỊCH']],
  ] as const)('%j', (signature, lines) => {
    expect(signatureLines(signature)).toEqual(lines);
  });
});

describe('placeholders of a result layout', () => {
  const data = { declaration: { name: 'Lâm Văn Tư', bornOn: '1950-02-03', amount: 10000000, tags: ['a'], empty: '' } };

  test('paths, formats and values taken whole', () => {
    const filled = fillTemplate({ text: 'Cho ông {{declaration.name | capitals}}, {{ declaration.bornOn | date }}, {{declaration.amount|dong}}{{declaration.nick?}}.', tags: '{{declaration.tags}}', gone: '{{declaration.nick?}}', list: ['{{declaration.empty?}}', 'b'] }, data);
    expect(filled).toEqual({ text: 'Cho ông LÂM VĂN TƯ, ngày 03 tháng 02 năm 1950, 10.000.000 đồng.', tags: ['a'], list: ['b'] });
  });

  test.each([
    ['{{declaration.nick}}', 'declaration.nick'],
    ['x {{declaration.empty}}', 'declaration.empty'],
    ['x {{declaration.tags}}', 'declaration.tags'],
    ['{{declaration.name | eval}}', 'declaration.name | eval'],
    ['{{declaration.name | constructor}}', 'declaration.name | constructor'],
    ['{{declaration.constructor.name}}', 'declaration.constructor.name'],
    ['{{declaration.__proto__.x}}', 'declaration.__proto__.x'],
  ])('%s cannot be filled', (template, path) => {
    expect(() => fillTemplate(template, data)).toThrow(expect.objectContaining({ code: 'paper.value-missing', details: { params: { path } } }));
  });
});

describe('lines', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyỮẮỘ.,-@'), minLength: 1, maxLength: 60 });

  test('no line is wider than its room, and no letter is lost', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 30, max: 400 }), fc.boolean(), (words, width, balanced) => {
        const lines = layOut(words.join(' '), { size: 13, width, align: 'justify', balanced });
        expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(width + 0.02);
        expect(lines.flatMap((line) => line.pieces.map((piece) => piece.text)).join('').replaceAll(' ', '')).toBe(words.join('').normalize('NFC'));
      }),
      { numRuns: 60 },
    );
  });

  test('a justified line ends at the right edge, the last one does not', () => {
    const lines = layOut('Ủy ban nhân dân xã Trảng Bom thông báo niêm yết công khai', { size: 13, width: 180, align: 'justify' });
    const ends = lines.map((line) => {
      const last = line.pieces.at(-1)!;
      return last.x + widthOf(last.text.trimEnd(), last.style, 13);
    });
    expect(lines.length).toBe(2);
    expect(ends[0]).toBeCloseTo(180, 3);
    expect(ends[1]).toBeLessThan(179);
  });

  test('remembered words keep their shape', () => {
    const font = fontOf('regular');
    const first = font.layout('Trảng');
    const width = first.advanceWidth;
    first.positions[0]!.xAdvance = 0;
    expect(font.layout('Trảng').advanceWidth).toBe(width);
  });
});

describe('the QR code', () => {
  const verification = { publicUrl: 'https://motcua.example.vn/', token: 'pV7sWm2nQx8rTb4kLc9dZh3f' };

  test('holds the verification address and nothing else', () => {
    expect(verificationUrl(verification)).toBe('https://motcua.example.vn/verify/pV7sWm2nQx8rTb4kLc9dZh3f');
    expect(verificationUrl({ ...verification, revision: 2 })).toBe('https://motcua.example.vn/verify/pV7sWm2nQx8rTb4kLc9dZh3f/2');
  });

  test.each(['075190000123', '0751900001230751', 'Trần Thị Bích Ngọc', 'short'])('refuses %s as a token', (token) => {
    expect(() => verificationUrl({ ...verification, token })).toThrow(RangeError);
  });

  test('is drawn module by module', async () => {
    const text = verificationUrl(verification);
    const sheet = new Sheet({ title: 'QR', createdAt: Temporal.Instant.from('2026-01-01T00:00:00Z') });
    sheet.beginPart();
    const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
    drawQr(sheet, text, 100, 100, modules.size * 4);
    const [page] = (await rasterise(await sheet.finish())).pages;
    const wrong: string[] = [];
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (page!.darkAt(100 + column * 4 + 2, 100 + row * 4 + 2) !== Boolean(modules.get(row, column))) wrong.push(`${row},${column}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
