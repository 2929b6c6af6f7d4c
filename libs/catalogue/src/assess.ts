import type { ValidateFunction } from 'ajv/dist/2020.js';
import { matches, newValidator, type Localized } from '@app/kernel';
import { missingSentence, wrongSentence, type FieldFault } from './field-fault.js';
import type { Component, Declaration, Field, Procedure, ProcedureCase, TimeLimit } from './procedure.js';

/** A declaration as it may be stored: hidden answers dropped, derived values worked out; and what is wrong with it. */
export interface AssessedDeclaration {
  readonly declaration: Declaration;
  readonly faults: readonly FieldFault[];
  /** Names of the fields that are asked, in the order of the form. */
  readonly visible: readonly string[];
}

/** Whatever asks questions: a procedure, or a linked group. */
export type Form = Pick<Procedure, 'declaration'>;

/** A paper as the answers make it needed. */
export interface RequiredComponent {
  readonly key: string;
  readonly name: Localized;
  readonly required: boolean;
  readonly why: Localized;
  readonly component: Component;
}

/** Where the value of a field may be offered from, given the answers so far. */
export interface FieldSource {
  readonly field: string;
  readonly pointer: string;
  readonly path: string;
  /** What the form answers for what the source says; absent = that itself. */
  readonly values?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Reads a declaration as it was typed. Texts are trimmed and brought to NFC, blanks count as unanswered. A question
 * is visible by the answers *before* it only (publication checks this), so one pass in the order of the form settles
 * which answers stay: an answer that is not asked for is dropped and never stored.
 * @param today local day of filing, `YYYY-MM-DD`: derived values count to it.
 */
export function validateDeclaration(procedure: Form, declaration: Declaration, today: string): AssessedDeclaration {
  const { properties, required } = procedure.declaration;
  const validators = validatorsOf(procedure);
  const kept: Record<string, unknown> = {};
  const faults: FieldFault[] = [];
  const visible: string[] = [];
  for (const [name, field] of Object.entries(properties)) {
    if (field['x-visible-when'] && !matches(field['x-visible-when'], kept)) continue;
    const derivation = field['x-derived'];
    const source = derivation?.['days-since'];
    if (source === undefined && field['x-linked-only'] !== true) visible.push(name);
    const value = source === undefined ? cleaned(ownValue(declaration, name)) : daysSince(kept[source], today);
    const pointer = `/${source ?? name}`;
    if (value === undefined) {
      if (source === undefined && required.includes(name)) faults.push({ pointer, ...missingSentence(field) });
      continue;
    }
    const validate = validators.get(name)!;
    if (!validate(value)) faults.push({ pointer, ...wrongSentence(field, validate.errors![0]!) });
    kept[name] = value;
  }
  for (const name of Object.keys(declaration)) {
    if (!Object.hasOwn(properties, name)) faults.push(unknownField(name));
  }
  return { declaration: kept, faults, visible };
}

/** What a person who files one procedure may declare: the answers only a linked group gives are left out, whoever sent them. */
export function withoutLinkedAnswers({ declaration: { properties } }: Form, declaration: Declaration): Declaration {
  return Object.fromEntries(Object.entries(declaration).filter(([name]) => !Object.hasOwn(properties, name) || properties[name]!['x-linked-only'] !== true));
}

/** The names of the fields the answers make visible, in the order of the form; derived fields are never asked. */
export function visibleFields(procedure: Form, declaration: Declaration, today: string): readonly string[] {
  return validateDeclaration(procedure, declaration, today).visible;
}

/**
 * The papers of the dossier: those the declaration makes required, then those the person may add.
 * @param declaration as cleaned by {@link validateDeclaration}.
 */
export function requiredComponents(procedure: Pick<Procedure, 'components'>, declaration: Declaration): readonly RequiredComponent[] {
  return procedure.components.flatMap((component) => {
    const { key, name, why, required } = component;
    const needed = typeof required === 'boolean' ? required : matches(required, declaration);
    // A paper whose condition does not hold has no place in this dossier; `false` = may be added.
    return needed || required === false ? [{ key, name, why, required: needed, component }] : [];
  });
}

/**
 * The data on file that may be offered for the visible fields; answers given so far choose between several sources. One with `values`
 * answers only some of what it may say: the sources after it stand in for the rest, so that a field may have several, the first that has an answer going first.
 */
export function fieldSources(procedure: Form, declaration: Declaration, today: string): readonly FieldSource[] {
  const assessed = validateDeclaration(procedure, declaration, today);
  return assessed.visible.flatMap((name) => {
    const source = procedure.declaration.properties[name]!['x-source'];
    if (source === undefined) return [];
    const open = typeof source === 'string' ? [{ path: source }] : source.filter(({ when }) => !when || matches(when, assessed.declaration));
    const whole = open.findIndex((each) => !('values' in each));
    return (whole === -1 ? open : open.slice(0, whole + 1)).map((each) => ({ field: name, pointer: `/${name}`, path: each.path, ...('values' in each && each.values !== undefined ? { values: each.values } : {}) }));
  });
}

/** The case (trường hợp) the declaration falls under, if the procedure has cases. */
export function findCase(procedure: Procedure, declaration: Declaration): ProcedureCase | undefined {
  return procedure.cases?.find(({ when }) => matches(when, declaration));
}

/** The time limit of a dossier: that of its case where the case has its own, else the procedure's. */
export function timeLimitFor(procedure: Procedure, declaration: Declaration): TimeLimit {
  return findCase(procedure, declaration)?.timeLimit ?? procedure.timeLimit;
}

/** The words of an answer, for reading and printing: the label of a choice, yes or no, else the value itself. */
export function answerText(field: Field, value: unknown): Localized {
  const label = field['x-labels']?.[String(value)];
  if (label) return label;
  if (Array.isArray(value)) return { vi: rowsText(field, value, 'vi'), en: rowsText(field, value, 'en') };
  // What was on file is kept as text.
  if (typeof value === 'boolean' || (field.type === 'boolean' && (value === 'true' || value === 'false'))) return String(value) === 'true' ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' };
  return { vi: String(value), en: String(value) };
}

/** Rows as they are read out: "Căn cước (số trang: 2, số bản sao: 3); …". */
function rowsText({ items }: Field, rows: readonly unknown[], language: keyof Localized): string {
  const [first, ...others] = Object.entries(items?.properties ?? {});
  const cell = (row: unknown, key: string): string => String((row as Record<string, unknown>)[key] ?? '');
  return rows.map((row) => {
    const rest = others.map(([key, column]) => `${(language === 'vi' ? column.title : column['x-title-en']).toLocaleLowerCase(language)}: ${cell(row, key)}`);
    return `${first === undefined ? '' : cell(row, first[0])}${rest.length === 0 ? '' : ` (${rest.join(', ')})`}`;
  }).join('; ');
}

/** One validator per field, compiled once per code and version; the procedure itself is the key, since versions are immutable. */
const compiled = new WeakMap<Procedure['declaration'], ReadonlyMap<string, ValidateFunction>>();

function validatorsOf({ declaration }: Form): ReadonlyMap<string, ValidateFunction> {
  let validators = compiled.get(declaration);
  if (!validators) {
    const ajv = newValidator();
    validators = new Map(Object.entries(declaration.properties).map(([name, field]) => [name, ajv.compile(field)]));
    compiled.set(declaration, validators);
  }
  return validators;
}

function ownValue(declaration: Declaration, name: string): unknown {
  return Object.hasOwn(declaration, name) ? declaration[name] : undefined;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim() || undefined;
  // A row is kept as it is, its texts cleaned; no row at all is no answer.
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((row: unknown) => (typeof row === 'object' && row !== null ? Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cleaned(cell)])) : row));
  return value ?? undefined;
}

/** Of a birth known by its year or month alone, the first day counts. */
function daysSince(date: unknown, today: string): number | undefined {
  if (typeof date !== 'string') return undefined;
  try {
    return Temporal.PlainDate.from(/^\d{4}(-\d{2})?$/.test(date) ? `${date}-01-01`.slice(0, 10) : date).until(today, { largestUnit: 'days' }).days;
  } catch {
    return undefined; // not a day: the date field has its own fault
  }
}

function unknownField(name: string): FieldFault {
  const shown = name.slice(0, 40);
  return {
    pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    vi: `Tờ khai không có mục "${shown}". Hãy tải lại trang để dùng mẫu mới nhất.`,
    en: `The form has no field "${shown}". Reload the page to use the latest form.`,
  };
}
