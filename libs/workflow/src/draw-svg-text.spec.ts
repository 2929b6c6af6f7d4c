import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeXml, widthOf, wrap } from './draw-svg-text.js';

const style = { size: 14 } as const;

describe('Text in a drawing', () => {
  test('is measured without its tone marks, and with the horn of ơ and ư', () => {
    expect(widthOf('Ệ Ỗ Ữ Ẵ Ặ đ Đ', style)).toBe(widthOf('E O Ư A A đ Đ', style));
    expect(widthOf('Ữ', style)).toBeGreaterThan(widthOf('U', style));
    expect(widthOf('ữ', style)).toBe(widthOf('ữ'.normalize('NFD'), style));
    expect(widthOf('Thẩm tra', { ...style, bold: true })).toBeGreaterThan(widthOf('Thẩm tra', style));
  });

  test('breaks between words, and inside a word only when it is too long by itself', () => {
    expect(wrap('Chờ hoàn thiện trước khi tiếp nhận', 130, style)).toEqual(['Chờ hoàn thiện', 'trước khi tiếp', 'nhận']);
    expect(wrap('Nghiêngngãnghiêngngã', 80, style)).toEqual(['Nghiêngng', 'ãnghiêngn', 'gã']);
    expect(wrap('  ', 80, style)).toEqual([]);
  });

  test('never gets wider than it may, and loses no letter', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Ủy', 'ban', 'nhân', 'dân', 'Mỹ', 'WWWW', 'nghiêng', 'đất'), { maxLength: 30 }), fc.integer({ min: 60, max: 400 }), (words, width) => {
      const lines = wrap(words.join(' '), width, style);
      expect(lines.filter((line) => widthOf(line, style) > width)).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }));
  });

  test('stands in XML as text, without what XML forbids', () => {
    expect(escapeXml(`<a b="c">&'\u0000\u001f</a>`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&#39;&lt;/a&gt;');
  });
});
