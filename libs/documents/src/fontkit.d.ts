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

  export interface GlyphRun {
    readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number }[];
    readonly positions: GlyphPosition[];
    readonly advanceWidth: number;
  }

  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    layout(text: string, features?: unknown): GlyphRun;
  }

  export function create(file: Uint8Array): Font;
}
