import { renderResult } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { momentOf } from './moment.js';
import { resultModel } from './result-model.js';
import type { BuiltPaper } from './shared.js';

/** The document the person gets, in the layout the procedure names. */
export function buildResult(facts: PaperFacts, seq: number): BuiltPaper {
  const model = resultModel(facts, momentOf(facts, seq));
  const { layout, name } = facts.procedure.result;
  return { title: name, number: facts.result?.number ?? null, render: (options) => renderResult(layout, model, options) };
}
