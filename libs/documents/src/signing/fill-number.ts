import { PdfDict, PdfNumber, PdfString } from '@libpdf/core';
import { addLook } from './appearance.js';
import { embedLetters } from './embed-font.js';
import { openPaper } from './open-paper.js';
import { NUMBER_FIELDS, type NumberField } from './reserved.js';
import { SigningError } from './signer.js';

const READ_ONLY = 1;

/**
 * Gives a signed paper its number and date, in the places kept for them; the signature stays valid.
 * Days below ten and January and February are written with a zero before them (Decree 30/2020, Annex I, II.4).
 * @param number as it goes into its place: with its zero below ten, and without the symbol that is printed behind the place
 * @throws SigningError field-missing, field-signed when the paper has its number already
 */
export async function fillNumber(bytes: Uint8Array, { number, date }: { readonly number: string; readonly date: Temporal.PlainDate }): Promise<Uint8Array> {
  const paper = await openPaper(bytes);
  const values: Record<NumberField, string> = {
    number,
    day: String(date.day).padStart(2, '0'),
    month: date.month < 3 ? String(date.month).padStart(2, '0') : String(date.month),
    year: String(date.year),
  };
  const upright = embedLetters(paper.pdf, 'regular', [values.number]);
  const italic = embedLetters(paper.pdf, 'italic', [values.day, values.month, values.year]);
  for (const name of NUMBER_FIELDS) {
    const { dict, width, height } = paper.field(name);
    if (dict.has('V')) throw new SigningError('field-signed', `the field ${name} is filled already`);
    dict.set('V', PdfString.fromString(values[name]));
    dict.set('Ff', PdfNumber.of(READ_ONLY));
    dict.set('AP', PdfDict.of({ N: addLook(paper.pdf, { lines: [values[name]], size: 13 }, width, height, name === 'number' ? upright : italic) }));
  }
  return paper.save();
}
