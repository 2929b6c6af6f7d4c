import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';
import { GlyphSource, GlyphSubset } from './glyph-subset.js';

/** The four cuts of Tinos, the metric twin of Times New Roman that Decree 30/2020 asks for. */
export const STYLES = ['regular', 'bold', 'italic', 'bold-italic'] as const;
export type Style = (typeof STYLES)[number];

const FILES: Record<Style, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'bold-italic': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** How many laid-out words each cut remembers before it starts afresh. */
const REMEMBERED_WORDS = 20_000;

/** Without ligatures each letter is one glyph: copying a name out of the paper gives its letters back. */
const NO_LIGATURES = { liga: false, clig: false, dlig: false };

/** A word as the font shaped it, in font units. */
export interface Word {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly width: number;
}

interface KeptFont {
  readonly font: Font;
  readonly unitsPerEm: number;
  readonly word: (text: string) => Word;
}

const kept = new Map<Style, KeptFont>();

/** The parsed font of a cut. Parsing costs four times a whole receipt, so it happens once per process. */
export function fontOf(style: Style): Font {
  return keptFont(style).font;
}

/** Some letters of a cut as a font program of their own, with the number and the width (font units) each has in it. */
export interface Letters {
  readonly glyphs: ReadonlyMap<string, { readonly id: number; readonly width: number }>;
  /** TrueType. */
  readonly program: Uint8Array;
}

/** Cuts the given letters out of a cut. */
export function subsetOf(style: Style, letters: readonly string[]): Letters {
  const font = fontOf(style);
  const subset = font.createSubset();
  const glyphs = new Map(letters.map((letter) => {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0)!);
    return [letter, { id: subset.includeGlyph(glyph.id), width: glyph.advanceWidth }];
  }));
  return { glyphs, program: subset.encode() };
}

/** The width of a text in points at a size. */
export function widthOf(text: string, style: Style, size: number): number {
  const { unitsPerEm, word } = keptFont(style);
  let units = 0;
  for (const part of splitWords(text)) units += word(part).width;
  return (units / unitsPerEm) * size;
}

/** The words of a text, each with the blank behind it: a text is measured and written word by word, so that the two agree. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  for (let from = 0; from < text.length;) {
    const blank = text.indexOf(' ', from);
    const to = blank < 0 ? text.length : blank + 1;
    words.push(from === 0 && to === text.length ? text : text.slice(from, to));
    from = to;
  }
  return words;
}

/** A word as its cut shapes it. */
export function wordOf(style: Style, text: string): Word {
  return keptFont(style).word(text);
}

/** The units of a cut's em square. */
export function unitsOf(style: Style): number {
  return keptFont(style).unitsPerEm;
}

function keptFont(style: Style): KeptFont {
  let found = kept.get(style);
  if (!found) {
    const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FILES[style]}`);
    found = keep(readFileSync(path));
    kept.set(style, found);
  }
  return found;
}

/** Makes a font remember the words it has laid out: official papers repeat the same few thousand. */
function keep(file: Buffer): KeptFont {
  const font = create(file);
  const source = new GlyphSource(file);
  font.createSubset = () => new GlyphSubset(source);
  const plain = font.layout.bind(font);
  const shapeByPairs = pairShaper(font, plain);
  const words = new Map<string, Word>();
  const word = (text: string): Word => {
    let known = words.get(text);
    if (!known) {
      if (words.size >= REMEMBERED_WORDS) words.clear();
      known = shapeByPairs(text) ?? shape(plain(text, NO_LIGATURES), text);
      words.set(text, known);
    }
    return known;
  };
  font.layout = (text) => new Run(word(text));
  return { font, unitsPerEm: font.unitsPerEm, word };
}

/** A letter by itself, and how it moves the letter behind it. */
interface Letter {
  readonly glyph: Glyph;
  readonly kerns: Map<string, number>;
}

/**
 * Shapes words out of their pairs of letters. Without ligatures all that Tinos does to a word of whole letters is to kern
 * neighbours, and there are far fewer pairs than words: a register has thousands of codes and numbers, each only once.
 * @returns nothing for a word it does not answer for (combining marks, letters the font lacks)
 */
function pairShaper(font: Font, plain: Font['layout']): (text: string) => Word | undefined {
  const letters = new Map<string, Letter | undefined>();
  const letterOf = (letter: string): Letter | undefined => {
    if (!letters.has(letter)) {
      const { id, advanceWidth } = font.glyphForCodePoint(letter.codePointAt(0)!);
      const known = id !== 0 && !/[\p{M}\p{C}]/u.test(letter);
      letters.set(letter, known ? { glyph: { id, advanceWidth, codePoints: [letter.codePointAt(0)!] }, kerns: new Map() } : undefined);
    }
    return letters.get(letter);
  };
  const kernOf = (first: Letter, pair: string): number => {
    let kern = first.kerns.get(pair);
    if (kern === undefined) {
      kern = plain(pair, NO_LIGATURES).positions[0]!.xAdvance - first.glyph.advanceWidth;
      first.kerns.set(pair, kern);
    }
    return kern;
  };
  return (text) => {
    const parts = Array.from(text);
    const glyphs: Glyph[] = [];
    const positions: GlyphPosition[] = [];
    let width = 0;
    for (let index = 0; index < parts.length; index += 1) {
      const letter = letterOf(parts[index]!);
      if (letter === undefined) return undefined;
      const next = parts[index + 1];
      const xAdvance = letter.glyph.advanceWidth + (next === undefined ? 0 : kernOf(letter, parts[index]! + next));
      glyphs.push(letter.glyph);
      positions.push({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
      width += xAdvance;
    }
    return { glyphs, positions, width };
  };
}

/**
 * Takes down a shaped word, with the letter each glyph stands for. A kept fontkit font forgets the letter of a glyph
 * that it first met as a part of another (the A in Á, once a font has been subset), and the text layer would lose it.
 */
function shape(run: GlyphRun, text: string): Word {
  const letters = Array.from(text, (letter) => letter.codePointAt(0)!);
  const each = letters.length === run.glyphs.length;
  const glyphs = run.glyphs.map((glyph, index): Glyph => ({
    id: glyph.id,
    advanceWidth: glyph.advanceWidth,
    codePoints: each ? [letters[index]!] : glyph.codePoints,
  }));
  return { glyphs, positions: run.positions.map((position) => ({ ...position })), width: run.advanceWidth };
}

/** A word for pdfkit, which scales the positions in place and so needs its own. */
class Run implements GlyphRun {
  readonly glyphs: readonly Glyph[];
  readonly positions: GlyphPosition[];

  constructor(word: Word) {
    this.glyphs = word.glyphs;
    this.positions = word.positions.map((position) => ({ ...position }));
  }

  get advanceWidth(): number {
    return this.positions.reduce((sum, position) => sum + position.xAdvance, 0);
  }
}
