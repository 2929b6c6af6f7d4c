import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, type PdfRef } from '@libpdf/core';
import { widthOf, type Style } from '../fonts.js';
import type { Align } from '../text.js';
import { embedLetters, type EmbeddedLetters } from './embed-font.js';

/** What is seen in a field: lines of text in its middle, or a picture laid over its whole. */
export interface Look {
  readonly lines?: readonly string[];
  /** PNG with a transparent ground: the image of a signature or a seal (Decree 30/2020, Annex I). */
  readonly image?: Uint8Array;
  /** Red, green and blue from 0 to 1; black without it. */
  readonly colour?: readonly [number, number, number];
  readonly style?: Style;
  /** Where the lines stand in the width; in the middle without it. */
  readonly align?: Align;
  /** Size of the text, points. */
  readonly size: number;
}

/** Decree 30/2020, Annex I: the image of a person's signature is blue, that of an agency's seal red. */
export const SIGNATURE_BLUE = [0.05, 0.2, 0.65] as const;
export const SEAL_RED = [0.8, 0.05, 0.05] as const;

/** Of Tinos, in sizes; a line in a field stands on the line of the words around it. */
const ASCENT = 0.891;

const numbers = (...values: readonly number[]): PdfArray => new PdfArray(values.map((value) => PdfNumber.of(Math.round(value * 1000) / 1000)));

/**
 * Puts a form XObject with a look into an opened paper; gives what a field's `/AP /N` points to.
 * @param letters a font that has the lines' letters; one of their own is embedded without it
 */
export function addLook(pdf: PDF, look: Look, width: number, height: number, letters?: EmbeddedLetters): PdfRef {
  const resources = new PdfDict();
  const drawing = [
    ...(look.image ? drawImage(pdf, resources, look.image, width, height) : []),
    ...(look.lines?.length ? drawText(letters ?? embedLetters(pdf, look.style ?? 'regular', look.lines), resources, look, width, height) : []),
  ];
  const stream = new PdfStream(
    PdfDict.of({ Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: numbers(0, 0, width, height), Resources: resources }),
    new TextEncoder().encode(drawing.join('\n')),
  );
  return pdf.context.registry.register(stream);
}

/** Whether a picture can be laid over a field: a PNG that can be read, a byte for each colour. */
export function isDrawable(image: Uint8Array): boolean {
  try {
    return Buffer.from(image.subarray(0, 8)).toString('hex') === '89504e470d0a1a0a' && PDF.create().embedImage(image).width > 0;
  } catch {
    return false;
  }
}

function drawImage(pdf: PDF, resources: PdfDict, bytes: Uint8Array, width: number, height: number): string[] {
  const image = pdf.embedImage(bytes);
  resources.set('XObject', PdfDict.of({ Image: image.ref }));
  const scale = Math.min(width / image.width, height / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  return [`q ${w.toFixed(3)} 0 0 ${h.toFixed(3)} ${((width - w) / 2).toFixed(3)} ${((height - h) / 2).toFixed(3)} cm /Image Do Q`];
}

function drawText(font: EmbeddedLetters, resources: PdfDict, { lines = [], colour = [0, 0, 0], style = 'regular', align = 'center', size }: Look, width: number, height: number): string[] {
  resources.set('Font', PdfDict.of({ Tinos: font.ref }));
  const leading = size * 1.15;
  const top = (height + lines.length * leading) / 2;
  return [
    '/Tx BMC q BT',
    `${colour.join(' ')} rg /Tinos ${size} Tf`,
    ...lines.map((line, index) => {
      const spare = Math.max(0, width - widthOf(line, style, size));
      const x = align === 'center' ? spare / 2 : align === 'right' ? spare : 0;
      const y = top - index * leading - size * ASCENT;
      return `1 0 0 1 ${x.toFixed(3)} ${y.toFixed(3)} Tm <${font.encode(line)}> Tj`;
    }),
    'ET Q EMC',
  ];
}
