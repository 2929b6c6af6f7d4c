import type { Localized } from '../api/types';

/** How a question is asked. */
export const WIDGETS = ['text', 'date', 'select', 'textarea', 'radio', 'number', 'person-id', 'address', 'rows'] as const;
export type Widget = (typeof WIDGETS)[number];

export interface Choice {
  value: string | number | boolean;
  label: Localized;
}

/** A column of a question with rows. */
export interface RowColumn {
  key: string;
  label: Localized;
  type: 'string' | 'integer' | 'number';
  maxLength?: number;
}

/** One question of a declaration, read from the annotations of its JSON Schema. */
export interface FormField {
  name: string;
  pointer: string;
  label: Localized;
  help?: Localized;
  widget: Widget;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  choices: Choice[];
  required: boolean;
  /** Asked only under a condition; the desk says when (it is the only judge). */
  conditional: boolean;
  maxLength?: number;
  /** Only of rows. */
  columns?: RowColumn[];
}

/** One topic: a fieldset at the counter, a step for the citizen. */
export interface FormGroup {
  key: string;
  title: Localized;
  help?: Localized;
  fields: FormField[];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isLocalized = (value: unknown): value is Localized => isObject(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string';
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The pointer of a field in the flat declaration. */
export const pointerOf = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The field a pointer (or a bare name) speaks of; pointers into a sent body carry its path in front. */
export const nameOf = (pointer: string): string => (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');

/** Reads the groups and questions out of a declaration's JSON Schema. Questions the desk derives itself, or a linked group alone answers, are left out. */
export function readForm(schema: Json): FormGroup[] {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const fields = Object.entries(properties).flatMap(([name, field]) =>
    isObject(field) && !field['x-derived'] && field['x-linked-only'] !== true ? [{ group: text(field['x-group']), field: readField(name, field, required.includes(name)) }] : [],
  );
  const layout = Array.isArray(schema['x-layout']) ? schema['x-layout'].filter(isObject) : [];
  return layout.flatMap((group) => {
    const own = fields.filter((entry) => entry.group === group['key']).map((entry) => entry.field);
    if (own.length === 0 || !isLocalized(group['title'])) return [];
    return [{ key: text(group['key']), title: group['title'], help: isLocalized(group['help']) ? group['help'] : undefined, fields: own }];
  });
}

function readField(name: string, field: Json, required: boolean): FormField {
  const type = field['type'] === 'array' || field['type'] === 'integer' || field['type'] === 'number' || field['type'] === 'boolean' ? field['type'] : 'string';
  return {
    name,
    pointer: pointerOf(name),
    label: { vi: text(field['title']), en: text(field['x-title-en']) || text(field['title']) },
    help: isLocalized(field['x-help']) ? field['x-help'] : undefined,
    widget: WIDGETS.find((widget) => widget === field['x-widget']) ?? 'text',
    type,
    choices: readChoices(field, type),
    required,
    conditional: isObject(field['x-visible-when']),
    maxLength: typeof field['maxLength'] === 'number' ? field['maxLength'] : undefined,
    ...(type === 'array' && { columns: readColumns(field['items']) }),
  };
}

function readColumns(items: unknown): RowColumn[] {
  const properties = isObject(items) && isObject(items['properties']) ? items['properties'] : {};
  return Object.entries(properties).flatMap(([key, column]) => {
    if (!isObject(column)) return [];
    const type = column['type'] === 'integer' || column['type'] === 'number' ? column['type'] : 'string';
    return [{ key, label: { vi: text(column['title']), en: text(column['x-title-en']) || text(column['title']) }, type, ...(typeof column['maxLength'] === 'number' && { maxLength: column['maxLength'] }) }];
  });
}

function readChoices(field: Json, type: FormField['type']): Choice[] {
  const labels = isObject(field['x-labels']) ? field['x-labels'] : {};
  const values = Array.isArray(field['enum']) ? field['enum'] : type === 'boolean' ? [true, false] : [];
  return values.flatMap((value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    const label = labels[String(value)];
    return [{ value, label: isLocalized(label) ? label : defaultLabel(value) }];
  });
}

const YES: Localized = { vi: 'Có', en: 'Yes' };
const NO: Localized = { vi: 'Không', en: 'No' };

function defaultLabel(value: string | number | boolean): Localized {
  if (typeof value === 'boolean') return value ? YES : NO;
  return { vi: String(value), en: String(value) };
}

/** Fields that are asked now: the desk's list once it has answered, before that everything without a condition. */
export function visibleFields(group: FormGroup, visible: readonly string[] | undefined): FormField[] {
  if (!visible) return group.fields.filter((field) => !field.conditional);
  const names = new Set(visible.map(nameOf));
  return group.fields.filter((field) => names.has(field.name));
}
