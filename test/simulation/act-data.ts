import { localDate } from '@app/kernel';
import { REASONS, type ActData } from '@app/dossiers';
import type { ProcessDefinition, EventType } from '@app/workflow';
import { formOf, sampleNoted } from '../support/noted.js';

/** How often each act is chosen against the others; an act left out is the system's, or is not done here. */
export const WEIGHTS: Partial<Record<EventType, number>> = {
  receive: 20, refuseReceipt: 0.5, requestSupplement: 1.5, proposeSupplement: 1, approveSupplement: 10, declineSupplement: 4, supply: 3,
  handOver: 20, acknowledge: 20, returnHandover: 0.4, recall: 0.4, reroute: 0.3, returnToCommune: 0.6, correctMarked: 20,
  examine: 20, requestConsultation: 20, answerConsultation: 3, declineConsultation: 0.4, proceedWithoutAnswer: 4,
  postNotice: 20, closeNotice: 20, submitForApproval: 20, confirmDraft: 5, objectToDraft: 0.5, approve: 20, sendBack: 0.8, refuse: 0.6, number: 20, stepBack: 0.4,
  resultReady: 20, returnResult: 8, openCorrection: 0.1,
  askWithdrawal: 0.2, confirmWithdrawal: 6, declineWithdrawal: 6, proposeExtension: 0.6, grantExtension: 10, declineExtension: 3, apologise: 0.5, stop: 0.05,
  assign: 0.6, follow: 0.05,
};

/** What the chance that nothing happens weighs: dossiers also lie there, and their deadlines fall. */
export const IDLE = 6;

const KINDS: Partial<Record<EventType, string>> = {
  refuseReceipt: 'not-entitled', returnHandover: 'manifest-differs', recall: 'to-complete', reroute: 'not-this-commune', sendBack: 'draft-wrong-data', refuse: 'conditions-not-met',
  stepBack: 'new-facts', declineSupplement: 'can-be-obtained', declineConsultation: 'not-our-field', proceedWithoutAnswer: 'opinion-not-decisive', declineWithdrawal: 'rights-of-others',
  proposeExtension: 'overload', declineExtension: 'can-be-on-time', apologise: 'overload', stop: 'subject-gone', openCorrection: 'clerical-error',
};

/** What an act says, as little as the desk accepts. */
export function dataFor(event: EventType, { process, stepId, now, field, answer, actor, commune }: {
  readonly process: ProcessDefinition; readonly stepId: string | undefined; readonly now: Temporal.Instant;
  readonly field: string; readonly answer: unknown; readonly actor: string; readonly commune: string;
}): ActData {
  const reason = KINDS[event];
  if (reason !== undefined && !REASONS.some(({ code }) => code === reason)) throw new Error(`there is no reason ${reason}`);
  const step = process.steps.find(({ id }) => id === stepId);
  const cited = reason === undefined ? {} : { reason, note: 'Mô phỏng' };
  switch (event) {
    case 'requestSupplement':
    case 'proposeSupplement': return { items: [{ target: 'field', key: field, reason: 'incomplete-answer' }] };
    case 'returnToCommune': return { items: [{ target: 'field', key: field, reason: 'incomplete-answer' }] };
    case 'correctMarked': return { answers: { [field]: answer }, components: [] };
    case 'supply': return { answers: { [field]: answer }, components: [] };
    case 'handOver': return { package: { request: 'Đề nghị giải quyết theo thẩm quyền.', finding: 'Hồ sơ đủ điều kiện.', openQuestions: [] } };
    case 'examine': return { meets: true, note: 'Đủ điều kiện', noted: sampleNoted(formOf(step)) };
    case 'closeNotice': return { meets: true };
    case 'answerConsultation': return { meets: true, note: 'Thống nhất', noted: sampleNoted(formOf(step)) };
    case 'requestConsultation': return { consult: step?.kind === 'consult' ? step.ask.map(({ id }) => ({ body: id })) : [] };
    case 'submitForApproval': return { draft: {} };
    case 'objectToDraft': return { note: 'Sai nơi sinh' };
    case 'returnResult': return { recipient: 'Chính chủ' };
    case 'proposeExtension': return { ...cited, days: 2 };
    case 'apologise': return { ...cited, expectedOn: localDate(now.add({ hours: 72 })) };
    case 'reroute': return { ...cited, commune };
    case 'assign': return { officerId: actor };
    default: return cited;
  }
}
