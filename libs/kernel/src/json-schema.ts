import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isOrganisationCode } from './organisation-code.js';

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * A condition: a JSON Schema that the declaration must match. The only way anything in a procedure says "when";
 * the same library reads it on both sides of the wire.
 */
export type Condition = JsonSchema;

/** The annotations of a declaration's schema; they say how a field is shown, and never change what is valid. */
const ANNOTATIONS = [
  'x-layout', 'x-group', 'x-title-en', 'x-help', 'x-source', 'x-widget', 'x-labels', 'x-visible-when', 'x-derived', 'x-linked-only', 'x-fault',
];

/** The validator of the procedures' own schemas: strict about unknown keywords and formats, lenient about partial conditions. */
export function newValidator(): Ajv2020 {
  // A condition such as {required: ["a"]} is complete without naming a type or listing the property again.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary(ANNOTATIONS);
  ajv.addFormat('organisation-code', { type: 'string', validate: isOrganisationCode });
  ajv.addFormat('date-or-year', { type: 'string', validate: isDateOrYear });
  return ajv;
}

/** Whether a text is a year (`1990`), a month (`1990-01`) or a real calendar day: old papers often know only the year of a birth. */
function isDateOrYear(text: string): boolean {
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

const ajv = newValidator();
const compiled = new WeakMap<Condition, ValidateFunction>();

/**
 * Whether a value (a declaration) matches a condition. Compiled once for each condition object.
 * @throws Error when the condition is not a valid schema; publishing a procedure checks that beforehand.
 */
export function matches(condition: Condition, value: unknown): boolean {
  let validate = compiled.get(condition);
  if (!validate) compiled.set(condition, (validate = ajv.compile(condition)));
  return validate(value) === true;
}
