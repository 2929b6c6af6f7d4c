import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { create } from 'fontkit';
import fc from 'fast-check';
import { STYLES, subsetOf, wordOf } from './fonts.js';

const require = createRequire(import.meta.url);
const plain = create(readFileSync(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')));
const NO_LIGATURES = { liga: false, clig: false, dlig: false };

describe('words are shaped as the font shapes them', () => {
  const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyAVTWYPFLỮẮỘỞÝỳỹ0123456789.,;:-–/()“”'];

  test('pair by pair, kerns included', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 }), (text) => {
      const ours = wordOf('regular', text);
      const theirs = plain.layout(text, NO_LIGATURES);
      expect(ours.glyphs.map(({ id }) => id)).toEqual(theirs.glyphs.map(({ id }) => id));
      expect(ours.positions.map(({ xAdvance }) => xAdvance)).toEqual(theirs.positions.map(({ xAdvance }) => xAdvance));
      expect(ours.width).toBe(theirs.advanceWidth);
    }), { numRuns: 300 });
  });

  test('letters with marks of their own as the font itself does', () => {
    const decomposed = 'Nguyễn'.normalize('NFD');
    expect(wordOf('regular', decomposed).width).toBe(plain.layout(decomposed, NO_LIGATURES).advanceWidth);
  });
});

describe('letters cut out of a font', () => {
  test.each(STYLES)('%s: the same outlines and widths, the parts of composed letters too', (style) => {
    const letters = [...'ẤộỹđGQ%'];
    const { glyphs, program } = subsetOf(style, letters);
    const font = create(program) as unknown as { getGlyph: (id: number) => { readonly path: { toSVG: () => string }; readonly advanceWidth: number } };
    const file = { regular: '400Regular/Tinos_400Regular', bold: '700Bold/Tinos_700Bold', italic: '400Regular_Italic/Tinos_400Regular_Italic', 'bold-italic': '700Bold_Italic/Tinos_700Bold_Italic' }[style];
    const whole = create(readFileSync(require.resolve(`@expo-google-fonts/tinos/${file}.ttf`))) as unknown as { glyphForCodePoint: (code: number) => { readonly path: { toSVG: () => string }; readonly advanceWidth: number } };
    for (const letter of letters) {
      const cut = font.getGlyph(glyphs.get(letter)!.id);
      const full = whole.glyphForCodePoint(letter.codePointAt(0)!);
      expect([letter, cut.path.toSVG(), cut.advanceWidth]).toEqual([letter, full.path.toSVG(), full.advanceWidth]);
    }
  });
});
