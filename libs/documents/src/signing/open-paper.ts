import { PDF, PdfNumber, type PdfArray, type PdfDict } from '@libpdf/core';
import { SigningError } from './signer.js';

/** A place of a paper as it is opened for one more revision. */
export interface OpenField {
  /** Field and widget in one, as the paper is rendered. */
  readonly dict: PdfDict;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

export interface OpenPaper {
  readonly pdf: PDF;
  /** @throws SigningError field-missing */
  readonly field: (name: string) => OpenField;
  /** The bytes that were, and behind them what has changed. */
  readonly save: () => Promise<Buffer>;
}

/** Opens a paper so that what is done to it is added behind its bytes: a signature given before stays valid. */
export async function openPaper(bytes: Uint8Array): Promise<OpenPaper> {
  const pdf = await PDF.load(bytes);
  return {
    pdf,
    field(name) {
      const field = pdf.getForm()?.getFields().find((each) => each.name === name);
      const rectangle = field?.getDict().getArray('Rect');
      if (!field || !rectangle) throw new SigningError('field-missing', `the paper has no field ${name}`);
      const [left, bottom, right, top] = coordinates(rectangle);
      return { dict: field.getDict(), width: right! - left!, height: top! - bottom! };
    },
    async save() {
      const saved = Buffer.from(await pdf.save({ incremental: true }));
      // The library falls back to writing everything anew where it finds no way to append; that would break every signature.
      if (!saved.subarray(0, bytes.length).equals(bytes)) throw new Error('the paper was written anew, not added to');
      return saved;
    },
  };
}

function coordinates(rectangle: PdfArray): number[] {
  return [0, 1, 2, 3].map((index) => {
    const value = rectangle.at(index);
    return value instanceof PdfNumber ? value.value : 0;
  });
}
