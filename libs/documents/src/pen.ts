import { splitWords, STYLES, unitsOf, wordOf, type Style } from './fonts.js';

/** What pdfkit has of a font in a paper, and does not type. */
interface PaperFont {
  readonly id: string;
  readonly subset: { includeGlyph: (glyph: number) => number };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  readonly ref: () => unknown;
}

interface PageParts {
  readonly _font: PaperFont;
  readonly page: { readonly height: number; readonly fonts: Record<string, unknown> };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Writes words that are laid out already straight into a page's content. pdfkit's `text()` would measure and lay them out
 * twice more and save and restore the page for each; the operators that come out are the same.
 */
export class Pen {
  private readonly fonts = new Map<Style, { readonly font: PaperFont; readonly written: Map<string, string> }>();

  constructor(private readonly document: PDFKit.PDFDocument) {}

  /** @param y of the baseline, points from the upper edge */
  write(text: string, style: Style, size: number, x: number, y: number): void {
    const { page } = this.document as unknown as PageParts;
    const { font, written } = this.fontOf(style);
    page.fonts[font.id] ??= font.ref();
    let shown = '';
    for (const word of splitWords(text)) {
      let known = written.get(word);
      if (known === undefined) {
        known = encode(font, style, word);
        written.set(word, known);
      }
      shown += known;
    }
    // pdfkit counts from the upper edge; letters would stand on their heads.
    this.document.addContent(Buffer.from(`BT 1 0 0 -1 ${round(x)} ${round(y)} Tm /${font.id} ${size} Tf [${shown}] TJ ET\n`, 'latin1'));
  }

  /** What stands in the form for a style: the font as an object of the paper. */
  reference(style: Style): unknown {
    return this.fontOf(style).font.ref();
  }

  private fontOf(style: Style): { readonly font: PaperFont; readonly written: Map<string, string> } {
    let known = this.fonts.get(style);
    if (known === undefined) {
      known = { font: (this.document.font(style) as unknown as PageParts)._font, written: new Map() };
      this.fonts.set(style, known);
    }
    return known;
  }
}

/** The fonts of a form, by the names that places give them. */
export function formFonts(pen: Pen): Record<string, unknown> {
  return Object.fromEntries(STYLES.map((style) => [style, pen.reference(style)]));
}

/** A word as the strings of a TJ operator, with the kerns between its letters (PDF 32000-1, 9.4.3). */
function encode(font: PaperFont, style: Style, text: string): string {
  const { glyphs, positions } = wordOf(style, text);
  const scale = 1000 / unitsOf(style);
  let shown = '<';
  glyphs.forEach((glyph, index) => {
    const id = font.subset.includeGlyph(glyph.id);
    font.widths[id] ??= glyph.advanceWidth * scale;
    font.unicode[id] ??= glyph.codePoints;
    shown += id.toString(16).padStart(4, '0');
    const kern = (positions[index]!.xAdvance - glyph.advanceWidth) * scale;
    if (kern !== 0) shown += `>${-round(kern)}<`;
  });
  return `${shown}>`;
}
