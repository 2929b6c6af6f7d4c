import { matches, type Localized } from '@app/kernel';
import { findingForms } from '@app/workflow';
import { answerText } from './assess.js';
import type { Declaration, Procedure, ResultLine } from './procedure.js';

/** What a result is filled from. Dossier and decision are flat facts such as `code`, `receivedOn`, `decidedOn`. */
export interface ResultFacts {
  readonly declaration: Declaration;
  readonly dossier?: Readonly<Record<string, unknown>>;
  readonly decision?: Readonly<Record<string, unknown>>;
  /** What officers and bodies have noted, by the step or the body. */
  readonly findings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * The values of the result document, nested as its layout's model wants them (`child.name` → `{child: {name}}`,
 * `holders.0.name` → `{holders: [{name}]}`). Values that are not known are left out.
 */
export function fillResult(procedure: Procedure, facts: ResultFacts): Record<string, unknown> {
  const model: Record<string, unknown> = {};
  for (const line of procedure.result.data) {
    if (line.when && !matches(line.when, facts.declaration)) continue;
    const value = line.value ?? (line.template === undefined ? valueOf(procedure, line, facts) : fillSentence(procedure, line.template, facts.declaration));
    if (value !== undefined && value !== '') put(model, line.to.split('.'), value);
  }
  return model;
}

/** A value of the result that the drafting officer may enter or correct. */
export interface DraftEntry {
  /** Place in the layout's model. */
  readonly to: string;
  readonly label: Localized;
  /** As it stands now: what the draft says, else what was declared; empty when nobody knows it yet. */
  readonly value: string;
}

/** What the drafting officer may enter, in the order of the result's lines. */
export function draftEntries(procedure: Procedure, declaration: Declaration, draft: Readonly<Record<string, string>>): DraftEntry[] {
  return procedure.result.data.flatMap((line) => {
    const [name = ''] = fieldsOfLine(line);
    const field = procedure.declaration.properties[name];
    if (line.entry !== true || field === undefined || (line.when && !matches(line.when, declaration))) return [];
    return [{ to: line.to, label: { vi: field.title, en: field['x-title-en'] }, value: draft[line.to] ?? String(declaration[name] ?? '') }];
  });
}

/** The fields of the declaration a line reads. */
export function fieldsOfLine({ from, template }: ResultLine): string[] {
  const pointed = from?.match(/^\/declaration\/(\w+)$/)?.[1];
  return [...(pointed === undefined ? [] : [pointed]), ...Array.from(template?.matchAll(/\{(\w+)\}/g) ?? [], ([, name]) => name!)];
}

function valueOf({ declaration, process }: Procedure, { from = '', as }: ResultLine, facts: ResultFacts): unknown {
  const [, source = '', ...path] = from.split('/');
  const value = path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    facts[source as keyof ResultFacts],
  );
  if (source === 'findings' && as === 'label') {
    const item = findingForms(process).get(path[0] ?? '')?.items.find(({ key }) => key === path[1]);
    return item?.choices?.find((choice) => choice.value === value)?.name.vi ?? value;
  }
  const field = source === 'declaration' ? declaration.properties[path[0] ?? ''] : undefined;
  return as === 'label' && field && value !== undefined ? answerText(field, value).vi : value;
}

/** A sentence with `{field}` for answers, in the words of the chosen ones; nothing while one of them is missing. */
export function fillSentence({ declaration }: Pick<Procedure, 'declaration'>, template: string, answers: Declaration): string | undefined {
  let complete = true;
  const sentence = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = answers[name];
    const field = declaration.properties[name];
    if (value === undefined || !field) complete = false;
    return value === undefined || !field ? '' : written(answerText(field, value).vi, value);
  });
  return complete ? sentence : undefined;
}

/** In a sentence a day and a figure are written as the papers write them. */
function written(text: string, value: unknown): string {
  if (typeof value === 'number' && text === String(value)) return value.toLocaleString('vi-VN', { maximumFractionDigits: 3 });
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

function put(model: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', next, ...rest] = path;
  if (next === undefined) {
    model[key] = value;
    return;
  }
  model[key] ??= /^\d+$/.test(next) ? [] : {};
  put(model[key] as Record<string, unknown>, [next, ...rest], value);
}
