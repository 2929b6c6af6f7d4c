import type { PaperForm } from '@app/workflow';
import { buildApology } from './apology.js';
import { buildCertification } from './certification.js';
import { buildConsultationRequest } from './consultation-request.js';
import { buildControlSlip } from './control-slip.js';
import type { PaperFacts } from './facts.js';
import { buildFinding } from './finding.js';
import { buildMinutes } from './minutes.js';
import { buildNotice } from './notice.js';
import { buildPaymentNotice } from './payment-notice.js';
import { buildReceipt } from './receipt.js';
import { buildRefusal } from './refusal.js';
import { buildResult } from './result.js';
import type { BuiltPaper } from './shared.js';
import { buildStopNotice } from './stop-notice.js';
import { buildSupplementRequest } from './supplement-request.js';
import { buildWithdrawalRequest } from './withdrawal-request.js';

/** Makes a paper as it was at one act. Pure: the same facts and act give the same paper. */
export type PaperBuilder = (facts: PaperFacts, seq: number) => BuiltPaper;

/** Every form an act can bring about has its builder; a new one in the workflow does not compile until it stands here. */
export const BUILDERS = {
  receipt: buildReceipt,
  'supplement-request': buildSupplementRequest,
  refusal: buildRefusal,
  'control-slip': buildControlSlip,
  finding: buildFinding,
  notice: buildNotice,
  minutes: buildMinutes,
  certification: buildCertification,
  result: buildResult,
  apology: buildApology,
  'stop-notice': buildStopNotice,
  'payment-notice': buildPaymentNotice,
  'consultation-request': buildConsultationRequest,
  'withdrawal-request': buildWithdrawalRequest,
} satisfies Record<PaperForm, PaperBuilder>;

/** Whether a word from an address is a form. */
export function isPaperForm(form: string): form is PaperForm {
  return Object.hasOwn(BUILDERS, form);
}
