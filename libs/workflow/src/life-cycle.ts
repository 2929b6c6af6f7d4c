import { FRESH_CONTEXT, type ChartConfig, type ChartState } from './language.js';
import type { ProcessDefinition } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { NAMES, STAGES } from './words.js';

/** What a process puts inside `processing`. */
export interface ProcessingStates {
  readonly initial: string;
  /** The full target of the first state inside: where receipt leads. */
  readonly entrance: string;
  readonly states: Record<string, ChartState>;
}

/** The state after the last step, as a step's target. */
export const AFTER_LAST_STEP = '#dossier.handedBack';

/**
 * The statutory life cycle, the same for every procedure: filing, receipt, work, result, return.
 * `opened` lasts only for the transaction in which a dossier is made: it is filed (online, by post, left at the
 * counter) or received at once by the clerk the person stands before.
 */
export function lifeCycle({ receive }: ProcessDefinition, { initial, entrance, states }: ProcessingStates): ChartConfig {
  const counter = { holder: receive.unit, role: receive.role };
  // Online filings are answered within eight working hours (Decree 45/2020 Art. 12).
  const before: Omit<StateMeta, 'name'> = { ...counter, status: 1, stage: STAGES.filed, clock: 'not-started', within: { value: 8, unit: 'hours' } };

  const receiveOrNot: NonNullable<ChartState['on']> = {
    receive: {
      target: entrance,
      actions: [
        'allocateCode',
        'startClock',
        { type: 'issuePaper', params: { form: 'receipt' } },
        { type: 'notifyOwner', params: { about: 'received' } },
      ],
    },
    refuseReceipt: {
      target: 'notReceived',
      actions: [
        { type: 'issuePaper', params: { form: 'refusal' } },
        { type: 'notifyOwner', params: { about: 'not-received' } },
      ],
    },
    requestSupplement: {
      target: 'awaitingCompletion',
      guard: 'noSupplementBeforeReceipt',
      actions: [
        'countSupplementBefore',
        { type: 'openSupplement', params: { phase: 'before-receipt' } },
        { type: 'issuePaper', params: { form: 'supplement-request' } },
        { type: 'notifyOwner', params: { about: 'supplement-requested' } },
      ],
    },
  };

  return {
    id: 'dossier',
    context: FRESH_CONTEXT,
    initial: 'opened',
    states: {
      opened: {
        meta: { ...before, name: NAMES.opened },
        on: {
          file: { target: 'filed', actions: { type: 'notifyOwner', params: { about: 'filed' } } },
          ...receiveOrNot,
        },
      },
      filed: { meta: { ...before, name: NAMES.filed }, on: receiveOrNot },
      awaitingCompletion: {
        meta: { ...counter, status: 5, stage: STAGES.needsSupplement, clock: 'not-started', awaiting: 'citizen', name: NAMES.awaitingCompletion },
        on: {
          supply: {
            target: 'filed',
            actions: [
              { type: 'closeSupplement', params: { phase: 'before-receipt' } },
              { type: 'notifyOwner', params: { about: 'supplied' } },
            ],
          },
        },
      },
      notReceived: {
        type: 'final',
        meta: { ...counter, status: 3, stage: STAGES.notReceived, clock: 'not-started', name: NAMES.notReceived },
      },
      processing: { initial, states },
      handedBack: {
        meta: { ...counter, status: 4, stage: STAGES.handled, clock: 'running', name: NAMES.handedBack },
        on: {
          resultReady: [
            { guard: 'isRefused', target: 'finished', actions: ['stopClock', { type: 'notifyOwner', params: { about: 'refusal-ready' } }] },
            { target: 'finished', actions: ['stopClock', 'fileResult', { type: 'notifyOwner', params: { about: 'result-ready' } }] },
          ],
        },
      },
      finished: {
        meta: { ...counter, status: 9, stage: STAGES.result, clock: 'stopped', awaiting: 'citizen', name: NAMES.finished },
        on: { returnResult: { target: 'returned', actions: { type: 'notifyOwner', params: { about: 'returned' } } } },
      },
      returned: {
        type: 'final',
        meta: { ...counter, status: 10, stage: STAGES.returned, clock: 'stopped', name: NAMES.returned },
      },
    },
  };
}
