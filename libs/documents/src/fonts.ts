import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';

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
interface Word {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly width: number;
}

interface KeptFont {
  readonly font: Font;
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
  const { font, word } = keptFont(style);
  let units = 0;
  // Word by word, blank included, exactly as pdfkit lays a line out: a kern across a blank would shift the two apart.
  for (const part of text.match(/[^ ]* |[^ ]+$/g) ?? []) units += word(part).width;
  return (units / font.unitsPerEm) * size;
}

function keptFont(style: Style): KeptFont {
  let found = kept.get(style);
  if (!found) {
    const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FILES[style]}`);
    found = keep(create(readFileSync(path)));
    kept.set(style, found);
  }
  return found;
}

/** Makes a font remember the words it has laid out: official papers repeat the same few thousand. */
function keep(font: Font): KeptFont {
  const plain = font.layout.bind(font);
  const words = new Map<string, Word>();
  const word = (text: string): Word => {
    let known = words.get(text);
    if (!known) {
      if (words.size >= REMEMBERED_WORDS) words.clear();
      known = shape(plain(text, NO_LIGATURES), text);
      words.set(text, known);
    }
    return known;
  };
  font.layout = (text) => new Run(word(text));
  return { font, word };
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
