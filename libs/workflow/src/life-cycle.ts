import type { ConsequenceParams, EffectParams } from './effects.js';
import { FRESH_CONTEXT, type ChartActs, type ChartConfig, type ChartState } from './language.js';
import { SUPPLEMENT_TIME, headOf, type ProcessDefinition, type TimeAmount } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { stopped } from './stopping.js';
import { asksToWithdraw, declinesWithdrawal } from './withdrawing.js';
import { NAMES, STAGES } from './words.js';

/** What a process puts inside `processing`, and inside `correcting`. */
export interface ProcessingStates {
  readonly initial: string;
  /** The full target of the first state inside: where receipt leads. */
  readonly entrance: string;
  /** What happens with receipt because of that first state. */
  readonly onEntrance: readonly EntranceAction[];
  readonly states: Record<string, ChartState>;
  /** Whether a handover leads from the counter to the competent unit, so that the clock of a dossier received for one elsewhere may wait for it. */
  readonly clockMayWait: boolean;
  /** Whether the dossier comes back to the counter before its result is there; a decision made elsewhere brings the result along. */
  readonly comesBack: boolean;
}

type EntranceAction =
  | 'noteElsewhere'
  | { readonly type: 'armDeadline'; readonly params: ConsequenceParams['armDeadline'] }
  | { readonly type: 'sendElsewhere'; readonly params: EffectParams['sendElsewhere'] };

/** The states after the last step, as a step's target. */
export const AFTER_LAST_STEP = '#dossier.handedBack';
/** Where a decision leads that comes together with its result. */
export const WITH_RESULT = '#dossier.finished';
export const AFTER_CORRECTION = '#dossier.correctedBack';

/** Online filings are answered within eight working hours (Decree 45/2020 Art. 12). */
const ANSWER_TIME: TimeAmount = { value: 8, unit: 'hours' };

const withdrawn = stopped('withdrawn');

/** Asked by the citizen, answered by an officer; not once a decision is made (status 7 → 8, or back to the state before). */
const withdrawal: ChartActs = {
  askWithdrawal: asksToWithdraw,
  confirmWithdrawal: { ...withdrawn, guard: 'withdrawalAsked', actions: [{ type: 'closeWithdrawal', params: { outcome: 'confirmed' } }, ...withdrawn.actions] },
  declineWithdrawal: declinesWithdrawal,
};

const alarm = (kind: 'dueSoon' | 'dueTomorrow' | 'overdue' | 'stepOverdue' | 'filingUnanswered') => ({ actions: { type: 'raiseAlarm' as const, params: { kind } } });

/** What may happen to the clock of a received dossier wherever it is, without moving it. */
const clockActs: ChartActs = {
  proposeExtension: { guard: 'mayProposeExtension', actions: ['noteProposedExtension', 'openExtension'] },
  // At most once, before the deadline, signed by the head of the agency at fault (form 04; Decree 61/2018).
  grantExtension: {
    guard: 'extensionProposed',
    actions: [
      'noteGrantedExtension', { type: 'closeExtension', params: { outcome: 'granted' } }, 'extendClock',
      { type: 'issuePaper', params: { form: 'apology' } }, { type: 'notifyOwner', params: { about: 'extended' } },
    ],
  },
  declineExtension: { guard: 'extensionProposed', actions: ['dropProposedExtension', { type: 'closeExtension', params: { outcome: 'declined' } }] },
  // After the deadline the promise date stays what it was: the apology names an expected day and launders nothing.
  apologise: { guard: 'clockStarted', actions: ['keepApology', { type: 'issuePaper', params: { form: 'apology' } }, { type: 'notifyOwner', params: { about: 'apologised' } }] },
  dueSoon: alarm('dueSoon'),
  dueTomorrow: alarm('dueTomorrow'),
  overdue: alarm('overdue'),
  stepOverdue: alarm('stepOverdue'),
  outageBegan: { guard: 'clockStarted', actions: ['noteOutage', 'beginOutage'] },
  outageEnded: { guard: 'inOutage', actions: ['noteOutageEnd', 'endOutage'] },
  calendarChanged: { guard: 'clockStarted', actions: ['recomputeDue', { type: 'notifyOwner', params: { about: 'due-date-moved' } }] },
};

/** Moved to another version of its procedure, it stays where it is; a correction is finished by the version it began with. */
const versionActs: ChartActs = { moveVersion: { actions: 'stay' } };

/** What is declared and contradicts the file is settled while the dossier is worked on. */
const differenceActs: ChartActs = { acceptDeclared: { actions: 'stay' }, askSourceAgain: { actions: 'stay' } };

/** When its units merge or are split it passes to those that follow, wherever it is; one that is over stays with those it had. */
const unitActs: ChartActs = { unitSucceeded: { actions: 'stay' } };

/** With the result there is nothing left to extend: a proposal nobody answered is closed. */
const timeOver = ['stopClock' as const, { type: 'closeExtension' as const, params: { outcome: 'closed' as const } }];

/** Who works on it beside the lead, and who watches: always written down, never moving the dossier. */
const peopleActs: ChartActs = {
  assign: { actions: 'stay' }, addCooperator: { actions: 'stay' }, removeCooperator: { actions: 'stay' }, giveOpinion: { actions: 'stay' }, follow: { actions: 'stay' }, unfollow: { actions: 'stay' },
};

/**
 * The statutory life cycle, the same for every procedure: filing, receipt, work, result, return; and beside the way
 * withdrawal, stop, extension and correction.
 * `opened` lasts only for the transaction in which a dossier is made: it is filed (online, by post, left at the
 * counter) or received at once by the clerk the person stands before.
 */
export function lifeCycle({ receive, supplement }: ProcessDefinition, processing: ProcessingStates, correcting: ProcessingStates | undefined): ChartConfig {
  const counter = { holder: receive.unit, role: receive.role, head: headOf(receive.unit) };
  const before: Omit<StateMeta, 'name'> = { ...counter, status: 1, stage: STAGES.filed, clock: 'not-started', within: ANSWER_TIME };
  const done: Omit<StateMeta, 'name' | 'status' | 'stage'> = { ...counter, clock: 'stopped' };
  const supplementTime = supplement?.within ?? SUPPLEMENT_TIME;
  const answered = { type: 'cancelDeadline' as const, params: { event: 'filingUnanswered' as const } };
  const toAnswer = { type: 'armDeadline' as const, params: { event: 'filingUnanswered' as const, after: ANSWER_TIME } };
  const { entries } = receive;
  const received = [answered, 'allocateCode' as const, ...(entries === undefined ? [] : [{ type: 'allocateEntries' as const, params: entries }])];
  const receipt = [{ type: 'issuePaper' as const, params: { form: 'receipt' as const } },
    ...(entries === undefined ? [] : [{ type: 'issuePaper' as const, params: { form: 'certification' as const } }]), { type: 'notifyOwner' as const, params: { about: 'received' as const } }];
  const correction: ChartActs = correcting === undefined ? {} : { openCorrection: { target: correcting.entrance, actions: 'openCorrection' } };

  const receiveOrNot: ChartActs = {
    receive: [
      // Decree 118/2025 Art. 17(3): received for a competent agency elsewhere, the clock starts when that agency gets the dossier.
      ...(processing.clockMayWait ? [{ guard: 'isNonBoundary' as const, target: processing.entrance, actions: [...received, 'noteNonBoundary' as const, ...receipt, ...processing.onEntrance] }] : []),
      { target: processing.entrance, actions: [...received, 'noteClockStart', 'startClock', ...receipt, ...processing.onEntrance] },
    ],
    refuseReceipt: {
      target: 'notReceived',
      actions: [answered, { type: 'issuePaper', params: { form: 'refusal' } }, { type: 'notifyOwner', params: { about: 'not-received' } }],
    },
    requestSupplement: {
      target: 'awaitingCompletion',
      guard: 'noSupplementBeforeReceipt',
      actions: [
        answered,
        'countSupplementBefore',
        { type: 'openSupplement', params: { phase: 'before-receipt', within: supplementTime } },
        { type: 'armDeadline', params: { event: 'supplementExpired', after: supplementTime } },
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
          file: { target: 'filed', actions: ['noteChannel', toAnswer, { type: 'notifyOwner', params: { about: 'filed' } }] },
          ...receiveOrNot,
        },
      },
      filed: { meta: { ...before, name: NAMES.filed }, on: { ...receiveOrNot, filingUnanswered: alarm('filingUnanswered'), ...versionActs, ...unitActs } },
      awaitingCompletion: {
        meta: { ...counter, status: 5, stage: STAGES.needsSupplement, clock: 'not-started', awaiting: 'citizen', name: NAMES.awaitingCompletion },
        on: {
          ...withdrawal,
          ...versionActs,
          ...unitActs,
          supply: {
            target: 'filed',
            guard: 'noWithdrawal',
            actions: [{ type: 'closeSupplement', params: { phase: 'before-receipt' } }, toAnswer, { type: 'notifyOwner', params: { about: 'supplied' } }],
          },
          supplementExpired: stopped('not-supplemented'),
        },
      },
      notReceived: {
        type: 'final',
        meta: { ...counter, status: 3, stage: STAGES.notReceived, clock: 'not-started', name: NAMES.notReceived, ended: true },
      },
      processing: {
        initial: processing.initial,
        states: processing.states,
        on: { ...withdrawal, ...clockActs, ...peopleActs, ...differenceActs, ...versionActs, ...unitActs, stop: { ...stopped('lapsed'), guard: 'mayWithdraw' } },
      },
      ...(processing.comesBack && { handedBack: {
        meta: { ...counter, status: 4, stage: STAGES.handled, clock: 'running', name: NAMES.handedBack },
        on: {
          ...clockActs,
          ...peopleActs,
          ...versionActs,
          ...unitActs,
          resultReady: [
            { guard: 'isRefused', target: 'finished', actions: [...timeOver, { type: 'notifyOwner', params: { about: 'refusal-ready' } }] },
            { target: 'finished', actions: [...timeOver, { type: 'notifyOwner', params: { about: 'result-ready' } }] },
          ],
        },
      } }),
      finished: {
        meta: { ...done, status: 9, stage: STAGES.result, awaiting: 'citizen', name: NAMES.finished },
        on: { ...correction, ...versionActs, ...unitActs, returnResult: { target: 'returned', actions: ['noteHandedOver', { type: 'notifyOwner', params: { about: 'returned' } }] } },
      },
      stopped: {
        type: 'final',
        meta: { ...done, status: 8, stage: STAGES.stopped, name: NAMES.stopped, ended: true },
      },
      // No final state for the machine: an issued result may have to be corrected years later.
      returned: {
        meta: { ...done, status: 10, stage: STAGES.returned, name: NAMES.returned, ended: true },
        on: correction,
      },
      ...(correcting !== undefined && {
        correcting: { initial: correcting.initial, states: correcting.states, on: unitActs },
        correctedBack: {
          meta: { ...done, status: 9, stage: STAGES.correcting, name: NAMES.correctedBack },
          on: {
            ...unitActs,
            resultReady: { target: 'finished', actions: { type: 'notifyOwner', params: { about: 'corrected' } } },
          },
        },
      }),
    },
  };
}
