import { DomainError } from '@app/kernel';
import type { PaperForm } from '@app/workflow';
import { buildControlSlip } from './control-slip.js';
import type { PaperFacts } from './facts.js';
import { buildMinutes } from './minutes.js';
import { buildNotice } from './notice.js';
import { buildReceipt } from './receipt.js';
import { buildRefusal } from './refusal.js';
import { buildResult } from './result.js';
import type { BuiltPaper } from './shared.js';
import { buildSupplementRequest } from './supplement-request.js';

/** Makes a paper as it was at one act. Pure: the same facts and act give the same paper. */
export type PaperBuilder = (facts: PaperFacts, seq: number) => BuiltPaper;

function notLaidOut(): never {
  throw new DomainError('paper.form-unknown');
}

/** Every form an act can bring about has its builder; a new one in the workflow does not compile until it stands here. */
export const BUILDERS = {
  receipt: buildReceipt,
  'supplement-request': buildSupplementRequest,
  refusal: buildRefusal,
  'control-slip': buildControlSlip,
  notice: buildNotice,
  minutes: buildMinutes,
  result: buildResult,
  apology: notLaidOut,
  'stop-notice': notLaidOut,
  'payment-notice': notLaidOut,
  'consultation-request': notLaidOut,
  'withdrawal-request': notLaidOut,
} satisfies Record<PaperForm, PaperBuilder>;

/** Whether a word from an address is a form. */
export function isPaperForm(form: string): form is PaperForm {
  return Object.hasOwn(BUILDERS, form);
}
