import { answerText, validateDeclaration, type Procedure } from '@app/catalogue';
import type { SourceOutcome } from '@app/exchange';
import type { Localized } from '@app/kernel';
import { contradicts, type OnFile, type StoredDeclaration } from '../declaration.js';

/** What is on file for an answer that says something else, and what the case officer has done about it. */
export interface OnFileView {
  readonly value: string;
  readonly source: Localized;
  readonly asOf: string;
  /** What sources answered when they were asked again, oldest first. */
  readonly asked: AskedAgainView[];
  /** The line of the history in which what was declared was accepted. */
  readonly acceptedSeq?: number;
}

/** How a source that was asked again answered. */
export interface AskedAgainView {
  readonly source: Localized;
  readonly outcome: SourceOutcome;
  readonly at: string;
  readonly value?: string;
  /** Of a value: whether it says what was declared. */
  readonly agrees?: boolean;
}

/** One answer ready to read, with where it came from. */
export interface AnswerView {
  readonly pointer: string;
  readonly label: Localized;
  readonly value: string;
  readonly origin: string;
  readonly source?: Localized;
  readonly marked?: boolean;
  /** What is on file, where something else was declared. */
  readonly onFile?: OnFileView;
}

export interface AnswerGroupView {
  readonly title: Localized;
  readonly answers: AnswerView[];
}

/** A date as people read it: `2026-11-05` → `05/11/2026`; other texts unchanged. */
export function readable(value: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return date ? `${date[3]}/${date[2]}/${date[1]}` : value;
}

/**
 * The declaration in the groups of its form.
 * @param marks JSON pointers marked by an open supplement request
 * @param today local day, for derived fields
 */
export function answerGroups(procedure: Procedure, stored: StoredDeclaration, marks: ReadonlySet<string>, today: string): AnswerGroupView[] {
  const { properties, 'x-layout': layout } = procedure.declaration;
  const visible = new Set(validateDeclaration(procedure, stored.data, today).visible);
  return layout
    .map((group) => ({
      title: group.title,
      answers: Object.entries(properties)
        .filter(([name, field]) => field['x-group'] === group.key && visible.has(name) && (stored.data[name] !== undefined || marks.has(`/${name}`)))
        .map(([name, field]): AnswerView => {
          const pointer = `/${name}`;
          const origin = stored.origins[pointer];
          const value = stored.data[name];
          return {
            pointer,
            label: { vi: field.title, en: field['x-title-en'] },
            value: value === undefined ? '' : readable(answerText(field, value).vi),
            origin: origin?.origin ?? 'citizen',
            ...(origin?.source === undefined ? {} : { source: origin.source }),
            ...(origin?.onFile === undefined ? {} : { onFile: onFileView(field, origin.onFile, value) }),
            ...(marks.has(pointer) ? { marked: true } : {}),
          };
        }),
    }))
    .filter((group) => group.answers.length > 0);
}

type Field = Procedure['declaration']['properties'][string];

function onFileView(field: Field, { value, source, asOf, asked = [], acceptedSeq }: OnFile, declared: unknown): OnFileView {
  const shown = (text: string): string => readable(answerText(field, text).vi);
  return {
    value: shown(value), source, asOf,
    asked: asked.map((each) => ({
      source: each.source, outcome: each.outcome, at: each.at, ...(each.value === undefined ? {} : { value: shown(each.value), agrees: !contradicts(declared, each.value) }),
    })),
    ...(acceptedSeq === undefined ? {} : { acceptedSeq }),
  };
}
