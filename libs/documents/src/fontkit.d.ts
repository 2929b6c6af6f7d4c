/** The part of fontkit that we use; the package carries no types of its own. */
declare module 'fontkit' {
  /** One glyph's place in a laid-out run, in font units. */
  export interface GlyphPosition {
    xAdvance: number;
    yAdvance: number;
    xOffset: number;
    yOffset: number;
    advanceWidth?: number;
  }

  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    /** The characters it stands for; empty when the font met the glyph first as a part of another. */
    readonly codePoints: readonly number[];
  }

  /** A glyph as the font has it: with its outline, in font units. */
  export interface DrawnGlyph extends Glyph {
    readonly path: { readonly commands: ReadonlyArray<{ readonly command: string; readonly args: readonly number[] }> };
  }

  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: GlyphPosition[];
    readonly advanceWidth: number;
  }

  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly italicAngle: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    glyphForCodePoint(codePoint: number): DrawnGlyph;
    createSubset(): Subset;
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
  }

  /** A font of some glyphs only, numbered anew. */
  export interface Subset {
    /** @returns the glyph's number in the subset */
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  }

  export function create(file: Uint8Array): Font;
}
