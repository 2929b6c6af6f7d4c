import type { Correction, ResultModel } from '../papers/shared.js';
import type { ResultForm } from '../papers.js';
import { EVERYDAY_SAMPLES } from './everyday-samples.js';
import type { Sample } from './sample-parts.js';

/** What a corrected result replaces. */
export const CORRECTION: Correction = { title: 'Văn bản đã cấp', number: '09/2026', date: '2026-01-02', reason: 'Ghi sai chữ đệm của người được cấp so với giấy tờ gốc' };

/** Every result once more, as the correction of one issued before. */
export const CORRECTION_SAMPLES: readonly Sample[] = EVERYDAY_SAMPLES.filter(({ form }) => form.startsWith('result/')).map((sample) => {
  const model: ResultModel = { ...sample.model, correction: CORRECTION };
  return { name: `${sample.name}-corrected`, form: sample.form as ResultForm, model: model as Sample<ResultForm>['model'] };
});
