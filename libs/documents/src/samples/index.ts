import type { PaperForm, PaperModels } from '../papers.js';
import { ACT_SAMPLES } from './act-samples.js';
import { EMPTY_SAMPLES, LONGEST_SAMPLES } from './edge-samples.js';
import { EVERYDAY_SAMPLES } from './everyday-samples.js';
import { FURTHER_SAMPLES } from './further-samples.js';
import { HARD_SAMPLES } from './hard-samples.js';
import { PROCEDURE_SAMPLES } from './procedure-samples.js';
import type { Sample } from './sample-parts.js';

export { SAMPLE_TIME } from './samples.js';
export type { Sample } from './sample-parts.js';

/** Every sample there is; everybody in them is invented. */
export const ALL_SAMPLES: readonly Sample[] = [...EVERYDAY_SAMPLES, ...HARD_SAMPLES, ...ACT_SAMPLES, ...PROCEDURE_SAMPLES, ...FURTHER_SAMPLES, ...EMPTY_SAMPLES, ...LONGEST_SAMPLES];

/** As it is on an ordinary day; Vietnamese at its longest with forty components; every optional value empty. */
export const SAMPLE_KINDS = ['plain', 'longest', 'empty'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

const NAMES: { readonly [Form in PaperForm]: Readonly<Record<SampleKind, string>> } = {
  receipt: { plain: 'receipt', longest: 'receipt-long', empty: 'receipt-empty' },
  'supplement-request': { plain: 'supplement-request', longest: 'supplement-request-long', empty: 'supplement-request-empty' },
  refusal: { plain: 'refusal-receipt', longest: 'refusal-receipt-long', empty: 'refusal-empty' },
  apology: { plain: 'apology-extension', longest: 'apology-long', empty: 'apology-short' },
  'stop-notice': { plain: 'stop-not-supplemented', longest: 'stop-long', empty: 'stop-not-paid-short' },
  'control-slip': { plain: 'control-slip', longest: 'control-slip-long', empty: 'control-slip-empty' },
  guidance: { plain: 'guidance', longest: 'guidance-long', empty: 'guidance-skeleton' },
  finding: { plain: 'finding', longest: 'finding-long', empty: 'finding-empty' },
  notice: { plain: 'notice', longest: 'notice-long', empty: 'notice-empty' },
  minutes: { plain: 'minutes', longest: 'minutes-objections', empty: 'minutes-empty' },
  'payment-notice': { plain: 'payment-notice', longest: 'payment-notice-long', empty: 'payment-notice-short' },
  'consultation-request': { plain: 'consultation-request', longest: 'consultation-request-long', empty: 'consultation-request-short' },
  'withdrawal-request': { plain: 'withdrawal-online', longest: 'withdrawal-long', empty: 'withdrawal-counter-short' },
  'fee-confirmation': { plain: 'fee-confirmation', longest: 'fee-confirmation-long', empty: 'fee-confirmation-empty' },
  'handover-slip': { plain: 'handover-slip', longest: 'handover-slip-long', empty: 'handover-slip-empty' },
  'result/birth-certificate': { plain: 'birth-certificate', longest: 'birth-certificate-long', empty: 'birth-certificate-empty' },
  'result/marital-status-certificate': { plain: 'marital-status-certificate', longest: 'marital-status-certificate-long', empty: 'marital-status-certificate-empty' },
  'result/extract-copy': { plain: 'extract-birth', longest: 'extract-birth-long', empty: 'extract-copy-empty' },
  'result/correction-extract': { plain: 'correction-extract', longest: 'correction-extract-long', empty: 'correction-extract-empty' },
  'result/death-extract': { plain: 'death-extract', longest: 'death-extract-long', empty: 'death-extract-empty' },
  'result/status-confirmation': { plain: 'status-confirmation', longest: 'status-confirmation-long', empty: 'status-confirmation-empty' },
  'result/building-permit': { plain: 'building-permit', longest: 'building-permit-long', empty: 'building-permit-short' },
  'result/allowance-decision': { plain: 'allowance-decision', longest: 'allowance-decision-long', empty: 'allowance-decision-empty' },
  'result/household-business-certificate': { plain: 'household-business-certificate', longest: 'household-business-certificate-long', empty: 'household-business-certificate-empty' },
  'result/poor-household-decision': { plain: 'poor-household-decision', longest: 'poor-household-decision-long', empty: 'poor-household-decision-empty' },
  'result/land-certificate': { plain: 'land-certificate', longest: 'land-certificate-long', empty: 'land-certificate-empty' },
  'result/land-registration-notice': { plain: 'land-registration-notice', longest: 'land-registration-notice-long', empty: 'land-registration-notice-empty' },
  'result/worship-decision': { plain: 'worship-decision', longest: 'worship-decision-long', empty: 'worship-decision-empty' },
  'result/certified-copy': { plain: 'certified-copy', longest: 'certified-copy-long', empty: 'certified-copy-empty' },
  'result/decision': { plain: 'decision', longest: 'decision-long', empty: 'decision-empty' },
  'result/general-notice': { plain: 'general-notice', longest: 'general-notice-long', empty: 'general-notice-empty' },
  'result/official-letter': { plain: 'official-letter', longest: 'official-letter-long', empty: 'official-letter-empty' },
};

/** The sample of a form. */
export function sampleOf<Form extends PaperForm>(form: Form, kind: SampleKind): PaperModels[Form] {
  const found = ALL_SAMPLES.find((each) => each.name === NAMES[form][kind]);
  if (found?.form !== form) throw new Error(`${form} has no sample ${kind}`);
  return found.model as PaperModels[Form];
}
