import { PDF, PdfArray, PdfDict, PdfStream, type PdfObject, type PdfRef } from '@libpdf/core';
import { widthOf } from '../fonts.js';
import { PAGE } from '../sheet.js';
import { embedLetters } from './embed-font.js';

const SIZE = 10;
/** From the upper edge of the page: above the frame of a certificate and above page numbers, and where printers still print. */
const DOWN = 24;
const NAME = 'CopyMark';

/**
 * Marks a stored paper as a copy on each of its pages, in words nobody can overlook. What was issued stays as it is; its bytes stand unchanged at the
 * beginning of the copy's. A paper that was signed with a key is altered by this, as a copy is.
 * @param words such as "BẢN IN LẠI lần 1, lúc 08 giờ 30 phút …"
 */
export async function markCopy(bytes: Uint8Array, words: string): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  const letters = embedLetters(pdf, 'bold', [words]);
  const resolve = pdf.context.resolve.bind(pdf.context);
  for (const { dict } of pdf.getPages()) {
    const box = dict.getArray('MediaBox', resolve);
    const [width, height] = [numberAt(box, 2) ?? PAGE.width, numberAt(box, 3) ?? PAGE.height];
    const x = (width - widthOf(words, 'bold', SIZE)) / 2;
    const mark = `Q /Artifact BMC q 0 g BT /${NAME} ${SIZE} Tf 1 0 0 1 ${x.toFixed(2)} ${(height - DOWN).toFixed(2)} Tm <${letters.encode(words)}> Tj ET Q EMC`;
    // Around the page as it was: whatever it did to the axes ends before the mark.
    dict.set('Contents', new PdfArray([register(pdf, 'q'), ...contentsOf(dict.get('Contents')), register(pdf, mark)]));
    const resources = dict.getDict('Resources', resolve) ?? new PdfDict();
    const fonts = resources.getDict('Font', resolve) ?? new PdfDict();
    fonts.set(NAME, letters.ref);
    resources.set('Font', fonts);
    dict.set('Resources', resources);
  }
  return pdf.save({ incremental: true });
}

function register(pdf: PDF, operators: string): PdfRef {
  return pdf.register(PdfStream.fromDict({}, Buffer.from(`${operators}\n`, 'latin1')));
}

function contentsOf(contents: PdfObject | undefined): PdfObject[] {
  if (contents instanceof PdfArray) return [...contents];
  return contents === undefined ? [] : [contents];
}

function numberAt(array: PdfArray | undefined, index: number): number | undefined {
  const value = array?.at(index);
  return value?.type === 'number' ? value.value : undefined;
}
