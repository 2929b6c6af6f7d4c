import type { Localized } from '../api/types';
import { shortDate } from '../shell/format';
import type { FormField } from './form-schema';

/** What was typed so far, by field name. */
export type Answers = Readonly<Record<string, unknown>>;

/** Brings a text from an input or an offer to the type its field stores; what does not fit stays text, for the desk to judge. */
export function toAnswer(field: FormField, text: string): unknown {
  const choice = field.choices.find((one) => String(one.value) === text);
  if (choice) return choice.value;
  if ((field.type === 'integer' || field.type === 'number') && /^-?\d+([.,]\d+)?$/.test(text.trim())) return Number(text.trim().replace(',', '.'));
  return text;
}

/** An answer in the words of the screen: the label of a choice, a date as dd/mm/yyyy. */
export function answerText(field: FormField | undefined, value: unknown, pick: (text: Localized) => string): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return (value as ReadonlyArray<Record<string, unknown>>).map((row) => rowText(field, row, pick)).join('; ');
  const choice = field?.choices.find((one) => String(one.value) === String(value));
  if (choice) return pick(choice.label);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDate(value);
  return String(value);
}

/** A row as it is read out: the first cell, the others named. */
function rowText(field: FormField | undefined, row: Record<string, unknown>, pick: (text: Localized) => string): string {
  const [first, ...others] = field?.columns ?? [];
  const rest = others.map(({ key, label }) => `${pick(label).toLocaleLowerCase('vi')}: ${String(row[key] ?? '')}`).join(', ');
  return `${first ? String(row[first.key] ?? '') : ''}${rest && ` (${rest})`}`;
}
