import { readFileSync } from 'node:fs';
import { dataPath, DomainError, type Localized } from '@app/kernel';
import type { Field, LayoutGroup } from '../procedure.js';

/** Questions that many forms share, as one group to be put into a draft. */
export interface FormSection {
  readonly key: string;
  readonly name: Localized;
  readonly layout: readonly LayoutGroup[];
  readonly properties: Readonly<Record<string, Field>>;
  readonly required: readonly string[];
}

let known: readonly FormSection[] | undefined;

/** The standard sections, in their order. */
export function formSections(): readonly FormSection[] {
  known ??= JSON.parse(readFileSync(dataPath('libs/catalogue/data/form-sections.json'), 'utf8')) as FormSection[];
  return known;
}

/** @throws DomainError not-found */
export function formSection(key: string): FormSection {
  const section = formSections().find((candidate) => candidate.key === key);
  if (!section) throw new DomainError('not-found');
  return section;
}
