import type { Localized } from '../../api/types';
import { readForm } from '../../forms/form-schema';
import { isGroup, type Json, valueAt } from './document';

/** A question of the form and the answers it can be given, when those are few. */
export interface Question {
  name: string;
  label: Localized;
  type: string;
  answers: Array<{ value: unknown; label: Localized }>;
}

/** The questions of a document's form, in their order. */
export function readQuestions(document: Json): Question[] {
  const schema = valueAt(document, '/declaration');
  if (!isGroup(schema)) return [];
  return readForm(schema).flatMap(({ fields }) => fields.map(({ name, label, type, choices }) => ({ name, label, type, answers: choices })));
}

/** The kinds of question an administrator may add. */
export const QUESTION_KINDS = ['text', 'long-text', 'number', 'date', 'choice', 'yes-no', 'person', 'address'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const FIELDS: Readonly<Record<QuestionKind, Json>> = {
  text: { type: 'string', 'x-widget': 'text', maxLength: 250 },
  'long-text': { type: 'string', 'x-widget': 'textarea', maxLength: 2000 },
  number: { type: 'integer', 'x-widget': 'number', minimum: 0 },
  date: { type: 'string', 'x-widget': 'date', format: 'date' },
  choice: { type: 'string', 'x-widget': 'radio', enum: ['choice1', 'choice2'], 'x-labels': { choice1: { vi: '', en: '' }, choice2: { vi: '', en: '' } } },
  'yes-no': { type: 'boolean', 'x-widget': 'radio' },
  person: { type: 'string', 'x-widget': 'person-id', pattern: '^[0-9]{12}$' },
  address: { type: 'string', 'x-widget': 'address', maxLength: 400 },
};

/** A new question of a kind, in a group; its words are still to be written. */
export function newQuestion(kind: QuestionKind, group: string): Json {
  const { type, ...rest } = FIELDS[kind];
  return { type, title: '', 'x-title-en': '', 'x-group': group, ...rest };
}

/** The kind a question of the document is of. */
export function kindOf(field: Json): QuestionKind {
  if (field['type'] === 'boolean') return 'yes-no';
  if (Array.isArray(field['enum'])) return 'choice';
  switch (field['x-widget']) {
    case 'textarea':
      return 'long-text';
    case 'person-id':
      return 'person';
    case 'number':
    case 'date':
    case 'address':
      return field['x-widget'];
    default:
      return 'text';
  }
}
