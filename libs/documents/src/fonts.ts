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

const kept = new Map<Style, Font>();

/** The parsed font of a cut. Parsing costs four times a whole receipt, so it happens once per process. */
export function fontOf(style: Style): Font {
  let font = kept.get(style);
  if (!font) {
    const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FILES[style]}`);
    font = rememberWords(create(readFileSync(path)));
    kept.set(style, font);
  }
  return font;
}

/** The width of a text in points at a size. */
export function widthOf(text: string, style: Style, size: number): number {
  const font = fontOf(style);
  let units = 0;
  // Word by word, blank included, exactly as pdfkit lays a line out: a kern across a blank would shift the two apart.
  for (const word of text.match(/[^ ]* |[^ ]+$/g) ?? []) units += font.layout(word).advanceWidth;
  return (units / font.unitsPerEm) * size;
}

/** Makes a font remember the words it has laid out: official papers repeat the same few thousand. */
function rememberWords(font: Font): Font {
  const plain = font.layout.bind(font);
  const words = new Map<string, GlyphRun>();
  font.layout = (text) => {
    let known = words.get(text);
    if (!known) {
      if (words.size >= REMEMBERED_WORDS) words.clear();
      known = lettered(plain(text, NO_LIGATURES), text);
      words.set(text, known);
    }
    // pdfkit scales the positions in place, so each caller gets its own.
    return new RememberedRun(known.glyphs, known.positions.map((position) => ({ ...position })));
  };
  return font;
}

/** Without ligatures each letter is one glyph: copying a name out of the paper gives its letters back. */
const NO_LIGATURES = { liga: false, clig: false, dlig: false };

/**
 * Says which letter each glyph stands for. A kept fontkit font forgets it for a glyph that it first met as a part of
 * another (the A in Á, once a font has been subset), and the text layer would lose the letter.
 */
function lettered(run: GlyphRun, text: string): GlyphRun {
  const letters = Array.from(text, (letter) => letter.codePointAt(0)!);
  const each = letters.length === run.glyphs.length;
  const glyphs = run.glyphs.map((glyph, index): Glyph => ({
    id: glyph.id,
    advanceWidth: glyph.advanceWidth,
    codePoints: each ? [letters[index]!] : glyph.codePoints,
  }));
  return { glyphs, positions: run.positions, advanceWidth: run.advanceWidth };
}

class RememberedRun implements GlyphRun {
  readonly glyphs: GlyphRun['glyphs'];
  readonly positions: GlyphPosition[];

  constructor(glyphs: GlyphRun['glyphs'], positions: GlyphPosition[]) {
    this.glyphs = glyphs;
    this.positions = positions;
  }

  get advanceWidth(): number {
    return this.positions.reduce((sum, position) => sum + position.xAdvance, 0);
  }
}
