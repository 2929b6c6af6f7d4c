import { resultOf } from '@app/catalogue';
import { renderResult } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { momentOf } from './moment.js';
import { resultModel } from './result-model.js';
import type { BuiltPaper } from './shared.js';

/** The document the person gets, in the layout the procedure names. */
export function buildResult(facts: PaperFacts, seq: number): BuiltPaper {
  const moment = momentOf(facts, seq);
  const model = resultModel(facts, moment);
  const { layout, name } = resultOf(facts.procedure, moment.declaration);
  const title = moment.correction === undefined ? name : { vi: `${name.vi} (bản đính chính)`, en: `${name.en} (corrected)` };
  return { title, number: moment.result?.number ?? null, render: (options) => renderResult(layout, model, options) };
}
