import { PdfDict, PdfNumber, PdfString } from '@libpdf/core';
import { STYLES } from '../fonts.js';
import { addLook } from './appearance.js';
import { embedLetters } from './embed-font.js';
import { openPaper } from './open-paper.js';
import { NUMBER_FIELDS, readFieldStyle, type NumberField } from './reserved.js';
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
  const places = NUMBER_FIELDS.map((name) => {
    const field = paper.field(name);
    if (field.dict.has('V')) throw new SigningError('field-signed', `the field ${name} is filled already`);
    return { ...field, value: values[name], look: readFieldStyle(field.dict.getString('DA')?.asString() ?? '', field.dict.getNumber('Q')?.value ?? 0) };
  });
  // One font for each cut that is used, with the digits of all places in it.
  for (const style of STYLES) {
    const written = places.filter(({ look }) => look.style === style);
    if (written.length === 0) continue;
    const letters = embedLetters(paper.pdf, style, written.map(({ value }) => value));
    for (const { dict, width, height, value, look } of written) {
      dict.set('V', PdfString.fromString(value));
      dict.set('Ff', PdfNumber.of(READ_ONLY));
      dict.set('AP', PdfDict.of({ N: addLook(paper.pdf, { ...look, lines: [value] }, width, height, letters) }));
    }
  }
  return paper.save();
}
