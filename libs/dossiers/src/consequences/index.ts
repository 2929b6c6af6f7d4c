import type { Consequence, ConsequenceParams, ConsequenceType } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { raiseAlarm } from './alarms.js';
import { beginOutage, endOutage, extendClock, pauseClock, recomputeDue, resumeClock, startClock, stopClock } from './clock.js';
import { closeDossier } from './closing.js';
import { closeConsultation, openConsultations } from './consultations.js';
import { openCorrection } from './corrections.js';
import { armDeadline, cancelDeadline } from './deadlines.js';
import { keepDecision, noteElsewhere } from './elsewhere.js';
import { closeExtension, keepApology, openExtension } from './extensions.js';
import { closeHandover, moveCompetence, openHandover, settleMarks } from './handovers.js';
import { allocateCode, allocateEntries, allocateNumber } from './numbers.js';
import { keepSignature } from './signatures.js';
import { closePayment, openPayment } from './payments.js';
import { closeSupplement, openSupplement, proposeSupplement, settleProposal } from './supplements.js';
import { closeWithdrawal, openWithdrawal } from './withdrawals.js';

type Handlers = { readonly [Type in ConsequenceType]: (scope: ActScope, params: ConsequenceParams[Type]) => Promise<void> };

/** What each named consequence does inside the act's transaction; a new one in the workflow does not compile until it stands here. */
const HANDLERS = {
  startClock, pauseClock, resumeClock, extendClock, recomputeDue, beginOutage, endOutage, stopClock,
  openHandover, closeHandover, moveCompetence, settleMarks,
  openSupplement, closeSupplement, proposeSupplement, settleProposal,
  openPayment, closePayment, openConsultations, closeConsultation,
  openWithdrawal, closeWithdrawal, noteElsewhere, keepDecision, openExtension, closeExtension, keepApology, openCorrection, closeDossier,
  armDeadline, cancelDeadline, raiseAlarm, allocateCode, allocateEntries, allocateNumber, keepSignature,
} satisfies Handlers;

/** Counters come last and in this order, so that their locked rows are held for a moment only and never crosswise. */
const LAST: readonly ConsequenceType[] = ['allocateCode', 'allocateEntries', 'allocateNumber'];

/** The consequences to carry out before the act's own rows, and those after them. */
export function inOrder(consequences: readonly Consequence[]): { first: Consequence[]; last: Consequence[] } {
  const isLast = (each: Consequence): boolean => LAST.includes(each.type);
  return { first: consequences.filter((each) => !isLast(each)), last: consequences.filter(isLast) };
}

/** Carries one consequence out. */
export async function bringAbout(scope: ActScope, consequence: Consequence): Promise<void> {
  const handler = HANDLERS[consequence.type] as (scope: ActScope, params: unknown) => Promise<void>;
  await handler(scope, 'params' in consequence ? consequence.params : undefined);
}
