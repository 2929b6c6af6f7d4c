import type { ReusedItem } from '@app/documents';
import { sourceOf } from '@app/persons';
import type { PaperFacts } from './facts.js';
import type { Moment } from './moment.js';
import { dateOf } from './shared.js';

/**
 * What of a dossier the person did not have to bring: values on file they agreed to, together by source and day, and papers on file that
 * took the place of others. Each with where it was read, of which day it is, and when it was read; the values themselves stay out.
 */
export function reusedIn({ dossier, procedure, declarations, components }: PaperFacts, { act }: Moment): ReusedItem[] {
  const readOn = dateOf(dossier.filed_at);
  const stored = declarations.findLast(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(act.at)) <= 0) ?? declarations[0];
  const values = new Map<string, ReusedItem>();
  for (const [name, field] of Object.entries(procedure.declaration.properties)) {
    const origin = stored?.origins[`/${name}`];
    if (origin?.source === undefined || origin.asOf === undefined || !REUSED.has(origin.origin)) continue;
    const key = `${origin.source.vi} ${origin.asOf}`;
    const known = values.get(key);
    values.set(key, { what: [...(known?.what ?? []), field.title], source: origin.source.vi, asOf: origin.asOf, readOn });
  }
  const papers = components.flatMap(({ origin, name, on_file: paper }): ReusedItem[] => {
    if (origin !== 'on-file' || paper === null) return [];
    return [{ what: [paper.number === null ? name.vi : `${name.vi} (số ${paper.number})`], source: sourceOf(paper).vi, asOf: paper.issuedOn ?? paper.acceptedOn ?? readOn, readOn }];
  });
  return [...values.values(), ...papers];
}

/** Origins of an answer that nobody had to give. */
const REUSED: ReadonlySet<string> = new Set(['population', 'paper', 'register']);
