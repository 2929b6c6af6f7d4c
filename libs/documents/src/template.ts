import { DomainError, formatDong } from '@app/kernel';
import { capitals, formatDateInWords, formatDateLong, formatDateShort, formatInstantLong, formatNumber } from './format.js';

/** JSON that may hold placeholders in its strings. */
export type Template = null | boolean | number | string | readonly Template[] | { readonly [key: string]: Template };

/** How a placeholder writes its value: `{{declaration.bornOn | date}}`. */
const FORMATS: Readonly<Record<string, (value: unknown) => string>> = {
  date: (value) => formatDateLong(String(value)),
  'short-date': (value) => formatDateShort(String(value)),
  'date-in-words': (value) => formatDateInWords(String(value)),
  instant: (value) => formatInstantLong(String(value)),
  number: (value) => formatNumber(Number(value)),
  dong: (value) => formatDong(Number(value)),
  capitals: (value) => capitals(String(value)),
};

/** The formats a placeholder may name. */
export const TEMPLATE_FORMATS: readonly string[] = Object.keys(FORMATS);

const PLACEHOLDER = /\{\{\s*([\w-]+(?:\.[\w-]+)*)(\?)?\s*(?:\|\s*([\w-]+)\s*)?\}\}/g;

/**
 * Fills the placeholders of a procedure's result layout from the dossier's data. Only dotted paths and the named
 * formats are understood; nothing is computed.
 *
 * - `{{a.b}}` must have a value; `{{a.b?}}` may be missing: then it is left out.
 * - `{{a.b | date}}` writes the value in one of {@link TEMPLATE_FORMATS}.
 * - A string that is one placeholder and names no format takes the value as it is, be it a list or an object; a missing
 *   optional one drops its key, or its place in the list.
 *
 * @throws DomainError `paper.value-missing` with the path of a value that is needed and absent, or of a format not known.
 */
export function fillTemplate(template: Template, data: unknown): unknown {
  return fill(template, data);
}

function fill(template: Template, data: unknown): unknown {
  if (typeof template === 'string') return fillText(template, data);
  if (Array.isArray(template)) return template.map((item: Template) => fill(item, data)).filter((item) => item !== undefined);
  if (template === null || typeof template !== 'object') return template;
  const filled = Object.entries(template).map(([key, value]) => [key, fill(value, data)] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

function fillText(text: string, data: unknown): unknown {
  const [whole] = text.matchAll(PLACEHOLDER);
  if (whole && whole[0] === text) {
    const [, path, optional, format] = whole;
    return valueOf(path!, optional === '?', format, data);
  }
  return text.replaceAll(PLACEHOLDER, (_, path: string, optional: string | undefined, format: string | undefined) => {
    const value = valueOf(path, optional === '?', format, data);
    if (typeof value === 'object' && value !== null) throw missing(path);
    return value === undefined ? '' : String(value);
  });
}

function valueOf(path: string, optional: boolean, format: string | undefined, data: unknown): unknown {
  const value = valueAt(data, path);
  if (value === undefined || value === null || value === '') {
    if (optional) return undefined;
    throw missing(path);
  }
  if (format === undefined) return value;
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!write) throw missing(`${path} | ${format}`);
  return write(value);
}

/** The value at a dotted path of own properties; numbers are places in a list. */
export function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function missing(path: string): DomainError {
  return new DomainError('paper.value-missing', { params: { path } });
}
