import { PDF, PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString, type PdfObject } from '@libpdf/core';
import { NUMBER_FIELDS, SIGNATURE_FIELDS } from './reserved.js';

/** What became of a paper behind a signature: nothing, its number and date or a further signature, something else. */
export type LaterChanges = 'none' | 'permitted' | 'forbidden';

/** What filling a place may touch of it. Where it stands and what it is called stays. */
const FILLED_KEYS: ReadonlySet<string> = new Set(['V', 'AP', 'Ff']);
const FIELDS: ReadonlySet<string> = new Set<string>([...NUMBER_FIELDS, ...SIGNATURE_FIELDS]);

/**
 * Compares a paper as it was signed with the paper as it is, object by object. Only our reserved places may have been
 * filled, each once: stricter than level 2 of DocMDP, and independent of what the paper claims to permit.
 * @param signedLength bytes the signature covers, from the start of the file
 */
export async function laterChanges(bytes: Uint8Array, signedLength: number): Promise<LaterChanges> {
  if (bytes.length === signedLength) return 'none';
  const [before, after] = await Promise.all([PDF.load(bytes.subarray(0, signedLength)), PDF.load(bytes)]);
  const rootBefore = before.context.info.trailer.getRef('Root');
  const rootAfter = after.context.info.trailer.getRef('Root');
  if (!rootBefore || !rootAfter || !isSame(rootBefore, rootAfter)) return 'forbidden';
  const known = before.context.registry.nextObjectNumber;
  for (let number = 1; number < known; number += 1) {
    const was = before.getObject(PdfRef.of(number, 0));
    const is = after.getObject(PdfRef.of(number, 0));
    if (!isSame(was, is) && !isFilled(was, is)) return 'forbidden';
  }
  return 'permitted';
}

function isFilled(was: PdfObject | null, is: PdfObject | null): boolean {
  if (!(was instanceof PdfDict) || !(is instanceof PdfDict) || was instanceof PdfStream || is instanceof PdfStream) return false;
  const name = was.getString('T')?.asString();
  if (name === undefined || !FIELDS.has(name) || was.has('V')) return false;
  const keys = new Set([...was.keys(), ...is.keys()].map((key) => key.value));
  return [...keys].every((key) => FILLED_KEYS.has(key) || isSame(was.get(key) ?? null, is.get(key) ?? null));
}

function isSame(was: PdfObject | null, is: PdfObject | null): boolean {
  return was === null || is === null ? was === is : written(was) === written(is);
}

/** An object as text, whatever way it was written in the file: keys in order, strings and streams by their bytes. */
function written(object: PdfObject): string {
  if (object instanceof PdfStream) return `${writtenDict(object)}${Buffer.from(object.data).toString('latin1')}`;
  if (object instanceof PdfDict) return writtenDict(object);
  if (object instanceof PdfArray) return `[${[...object].map(written).join(' ')}]`;
  if (object instanceof PdfString) return `<${Buffer.from(object.bytes).toString('hex')}>`;
  if (object instanceof PdfName) return `/${object.value}`;
  // Writing a number again may round it; a thousandth of a point is nothing anybody sees.
  if (object instanceof PdfNumber) return object.value.toFixed(3);
  if (object instanceof PdfBool) return String(object.value);
  if (object instanceof PdfRef) return `${object.objectNumber} ${object.generation} R`;
  return object.type;
}

function writtenDict(dict: PdfDict): string {
  const keys = [...dict.keys()].map((key) => key.value).toSorted();
  return `<<${keys.map((key) => `/${key} ${written(dict.get(key)!)}`).join(' ')}>>`;
}
