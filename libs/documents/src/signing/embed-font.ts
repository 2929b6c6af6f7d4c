import { deflateSync } from 'node:zlib';
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString, type PDF, type PdfRef } from '@libpdf/core';
import { fontOf, subsetOf, type Style } from '../fonts.js';

/** The letters of a few words, embedded in a paper that is opened for one more revision. */
export interface EmbeddedLetters {
  readonly ref: PdfRef;
  /** A text as the hexadecimal string that a text operator takes. */
  readonly encode: (text: string) => string;
}

const num = (value: number): PdfNumber => PdfNumber.of(Math.round(value));
const name = (value: string): PdfName => PdfName.of(value);

/**
 * Embeds just the letters that are needed: the whole cut is half a megabyte, and a paper of two pages would carry it for
 * each number and signature.
 */
export function embedLetters(pdf: PDF, style: Style, texts: readonly string[]): EmbeddedLetters {
  const font = fontOf(style);
  const { glyphs, program } = subsetOf(style, [...new Set(texts.join(''))]);
  const scale = 1000 / font.unitsPerEm;
  const letters = [...glyphs.values()];
  const file = stream(pdf, { Length1: num(program.length) }, program);
  const { minX, minY, maxX, maxY } = font.bbox;
  const italic = style.includes('italic');
  const descriptor = pdf.register(PdfDict.of({
    Type: name('FontDescriptor'), FontName: name(font.postscriptName), Flags: num(italic ? 68 : 4), ItalicAngle: num(font.italicAngle), StemV: num(80),
    FontBBox: new PdfArray([minX, minY, maxX, maxY].map((value) => num(value * scale))), Ascent: num(font.ascent * scale), Descent: num(font.descent * scale), CapHeight: num(font.capHeight * scale), FontFile2: file,
  }));
  const descendant = pdf.register(PdfDict.of({
    Type: name('Font'), Subtype: name('CIDFontType2'), BaseFont: name(font.postscriptName), FontDescriptor: descriptor, CIDToGIDMap: name('Identity'),
    CIDSystemInfo: PdfDict.of({ Registry: PdfString.fromString('Adobe'), Ordering: PdfString.fromString('Identity'), Supplement: num(0) }),
    W: new PdfArray(letters.flatMap(({ id, width }) => [num(id), new PdfArray([num(width * scale)])])),
  }));
  const ref = pdf.register(PdfDict.of({
    Type: name('Font'), Subtype: name('Type0'), BaseFont: name(font.postscriptName), Encoding: name('Identity-H'), DescendantFonts: new PdfArray([descendant]),
    ToUnicode: stream(pdf, {}, Buffer.from(toUnicode(glyphs), 'latin1')),
  }));
  return { ref, encode: (text) => [...text].map((letter) => hex(glyphs.get(letter)!.id)).join('') };
}

function stream(pdf: PDF, entries: Record<string, PdfNumber>, bytes: Uint8Array): PdfRef {
  return pdf.register(PdfStream.fromDict({ ...entries, Filter: name('FlateDecode') }, deflateSync(bytes)));
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** So that the number can be copied out of the paper, and read aloud. */
function toUnicode(glyphs: ReadonlyMap<string, { readonly id: number }>): string {
  const lines = [...glyphs].map(([letter, { id }]) => `<${hex(id)}> <${[...Buffer.from(letter, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`);
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Letters def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\nendcmap\nend\nend`;
}
