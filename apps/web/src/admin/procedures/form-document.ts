import type { FormSection } from './calls';
import { freeKey, isGroup, type Json, moved } from './document';
import { newQuestion, type QuestionKind } from './questions';

/** The form inside a document: groups in order, questions in the order of their groups. */
export interface FormDocument {
  groups: Json[];
  questions: Array<[name: string, field: Json]>;
  required: string[];
}

/** Reads the form out of `declaration`, whatever is there of it. */
export function readFormDocument(declaration: unknown): FormDocument {
  const form: Json = isGroup(declaration) ? declaration : {};
  const layout = Array.isArray(form['x-layout']) ? form['x-layout'].filter(isGroup) : [];
  const properties = isGroup(form['properties']) ? form['properties'] : {};
  return {
    groups: layout,
    questions: Object.entries(properties).flatMap(([name, field]): Array<[string, Json]> => (isGroup(field) ? [[name, field]] : [])),
    required: Array.isArray(form['required']) ? form['required'].map(String) : [],
  };
}

/** Puts a form back: the questions follow the order of the groups, and only questions that exist are required. */
export function withForm(declaration: unknown, { groups, questions, required }: FormDocument): Json {
  const order = groups.map((group) => group['key']);
  const sorted = questions.toSorted(([, a], [, b]) => order.indexOf(a['x-group']) - order.indexOf(b['x-group']));
  const names = new Set(sorted.map(([name]) => name));
  return { ...(isGroup(declaration) ? declaration : {}), 'x-layout': groups, required: required.filter((name) => names.has(name)), properties: Object.fromEntries(sorted) };
}

export function addSection(form: FormDocument, section: FormSection): FormDocument {
  const taken = new Set(form.questions.map(([name]) => name));
  const added = Object.entries(section.properties).flatMap(([name, field]): Array<[string, Json]> => (isGroup(field) && !taken.has(name) ? [[name, field]] : []));
  const keys = form.groups.map((group) => group['key']);
  return {
    groups: [...form.groups, ...section.layout.filter((group) => !keys.includes(group['key']))],
    questions: [...form.questions, ...added],
    required: [...new Set([...form.required, ...section.required])],
  };
}

export function addGroup(form: FormDocument): FormDocument {
  const key = freeKey('group', form.groups.map((group) => String(group['key'])));
  return { ...form, groups: [...form.groups, { key, title: { vi: '', en: '' } }] };
}

export function removeGroup(form: FormDocument, key: unknown): FormDocument {
  return { ...form, groups: form.groups.filter((group) => group['key'] !== key), questions: form.questions.filter(([, field]) => field['x-group'] !== key) };
}

export function moveGroup(form: FormDocument, index: number, by: -1 | 1): FormDocument {
  return { ...form, groups: moved(form.groups, index, by) };
}

/** Adds a question at the end of a group. Its name is the desk's own and never changes; the words are the person's. */
export function addQuestion(form: FormDocument, group: string, kind: QuestionKind): FormDocument & { added: string } {
  const added = freeKey('answer', form.questions.map(([name]) => name));
  return { ...form, questions: [...form.questions, [added, newQuestion(kind, group)]], required: [...form.required, added], added };
}

export function removeQuestion(form: FormDocument, name: string): FormDocument {
  return { ...form, questions: form.questions.filter(([each]) => each !== name) };
}

/** Moves a question past its neighbour of the same group. */
export function moveQuestion(form: FormDocument, name: string, by: -1 | 1): FormDocument {
  const index = form.questions.findIndex(([each]) => each === name);
  const group = form.questions[index]?.[1]['x-group'];
  const same = form.questions.flatMap(([, field], at) => (field['x-group'] === group ? [at] : []));
  const other = same[same.indexOf(index) + by];
  if (other === undefined) return form;
  const questions = [...form.questions];
  [questions[index], questions[other]] = [questions[other]!, questions[index]!];
  return { ...form, questions };
}

export function setRequired(form: FormDocument, name: string, required: boolean): FormDocument {
  return { ...form, required: required ? [...new Set([...form.required, name])] : form.required.filter((each) => each !== name) };
}
