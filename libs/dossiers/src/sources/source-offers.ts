import { SOURCE_NAMES } from '@app/exchange';
import { localDate, type Localized } from '@app/kernel';
import { answerFor, type WantedSource } from '@app/persons';
import type { KeptAnswer } from './query-rows.js';

/** A value a national source gave for a field, to be shown and agreed to. */
export interface SourceOffer {
  readonly pointer: string;
  readonly value: string | number | boolean;
  readonly source: Localized;
  readonly asOf: string;
  readonly queryId: string;
}

/** What the answers of a case offer for these fields, the latest word for each. It goes before what is on file: it was said today. */
export function sourceOffers(answers: readonly KeptAnswer[], wanted: readonly WantedSource[]): SourceOffer[] {
  return wanted.flatMap(({ pointer, path, values: made }) => {
    const answer = answers.findLast(({ values }) => Object.hasOwn(values, path));
    const value = answer && answerFor(answer.values[path]!, made);
    if (answer === undefined || value === undefined) return [];
    return [{ pointer, value, source: SOURCE_NAMES[answer.source], asOf: localDate(Temporal.Instant.from(answer.answeredAt)), queryId: answer.queryId }];
  });
}
