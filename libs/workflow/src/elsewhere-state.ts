import type { ChartActs, ChartState } from './language.js';
import type { ElsewhereStep } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { metaOf, type Neighbours, type Placed } from './step-parts.js';
import { stopped } from './stopping.js';
import { asksToWithdraw, declinesWithdrawal } from './withdrawing.js';
import { STAGES, nameWith } from './words.js';

const CONFIRMATION = { cause: 'identity-confirmation' as const };
const SUPPLEMENT = { cause: 'supplement' as const };
const tell = (message: 'supplied' | 'stopped' | 'withdrawal-asked') => ({ type: 'sendElsewhere' as const, params: { message } });

/** How a dossier ends on our side while an agency has it: the agency's system is told. */
const stoppedHere = (cause: 'not-supplemented') => ({ ...stopped(cause), actions: [...stopped(cause).actions, tell('stopped')] });

/** How it ends because the agency has ended it there. */
const stoppedThere = stopped('elsewhere');

/**
 * A dossier decided in an agency's own system. Until that agency acknowledges it the sender answers for it; then the agency is
 * the holder, whatever its system is, and only its system's events move the dossier on.
 */
export function elsewhereState(placed: Placed<ElsewhereStep>, { next, notices, supplementTime, startsClock }: Neighbours): ChartState {
  const { step } = placed;
  const onItsWay: StateMeta = { ...metaOf(placed), awaiting: 'agency' };
  const there: StateMeta = { ...metaOf(placed), holder: step.unit, head: step.unit, role: 'case-officer', status: 4, stage: step.stage ?? STAGES.handled };
  const taken = { type: 'cancelDeadline' as const, params: { event: 'elsewhereUnacknowledged' as const } };
  const acknowledged: ChartActs = {
    acknowledgedElsewhere: startsClock
      // Decree 118/2025 Art. 17(3): received for a competent agency elsewhere, the clock starts when that agency gets the dossier.
      ? [
          { guard: 'clockWaitsForCompetentUnit', target: 'underway', actions: [taken, 'noteElsewhere', 'noteClockStart', 'startClock', { type: 'notifyOwner', params: { about: 'due-date-moved' } }] },
          { target: 'underway', actions: [taken, 'noteElsewhere'] },
        ]
      : { target: 'underway', actions: [taken, 'noteElsewhere'] },
  };
  const unacknowledged: ChartActs = { elsewhereUnacknowledged: { actions: { type: 'raiseAlarm', params: { kind: 'elsewhereUnacknowledged' } } } };
  return {
    initial: 'sending',
    // Who cannot decide it cannot stop or extend it, nor answer for the agency whether it may be withdrawn.
    on: {
      askWithdrawal: { ...asksToWithdraw, actions: [...asksToWithdraw.actions, tell('withdrawal-asked')] },
      withdrawalDeclinedElsewhere: declinesWithdrawal,
      confirmWithdrawal: {}, declineWithdrawal: {}, stop: {}, proposeExtension: {},
    },
    states: {
      sending: {
        meta: { ...onItsWay, name: nameWith(step.name, 'đang gửi', 'being sent') },
        on: { sentElsewhere: { target: 'sent', actions: 'noteElsewhere' }, ...acknowledged, ...unacknowledged },
      },
      sent: {
        meta: { ...onItsWay, name: nameWith(step.name, 'đã gửi, chờ cơ quan xác nhận', 'sent, to be acknowledged') },
        on: { ...acknowledged, ...unacknowledged },
      },
      underway: {
        meta: { ...there, name: nameWith(step.name, 'cơ quan đang giải quyết', 'in the agency’s hands') },
        on: {
          ...(step.confirmation !== undefined && {
            confirmationAwaited: {
              target: 'awaitingConfirmation',
              actions: [
                'noteElsewhere',
                { type: 'pauseClock', params: CONFIRMATION },
                { type: 'armDeadline', params: { event: 'confirmationExpired', after: step.confirmation.within } },
                { type: 'notifyOwner', params: { about: 'confirmation-awaited' } },
              ],
            },
          }),
          supplementAskedElsewhere: {
            target: 'awaitingSupplement',
            guard: { type: 'noticesLeft', params: { most: notices } },
            actions: [
              'noteElsewhere',
              'countSupplementAfter',
              { type: 'pauseClock', params: SUPPLEMENT },
              { type: 'openSupplement', params: { phase: 'after-receipt', within: supplementTime } },
              { type: 'armDeadline', params: { event: 'supplementExpired', after: supplementTime } },
              { type: 'issuePaper', params: { form: 'supplement-request' } },
              { type: 'notifyOwner', params: { about: 'supplement-requested' } },
            ],
          },
          // A wish to withdraw is answered before the decision, as it is here.
          grantedElsewhere: { guard: 'noWithdrawal', target: next, actions: ['grant', 'keepDecision', ...timeOver, 'fileResult', { type: 'notifyOwner', params: { about: 'result-ready' } }] },
          refusedElsewhere: { guard: 'noWithdrawal', target: next, actions: ['deny', 'keepDecision', ...timeOver, { type: 'notifyOwner', params: { about: 'refusal-ready' } }] },
          stoppedElsewhere: { ...stoppedThere, actions: ['noteElsewhere', ...stoppedThere.actions] },
          withdrawalConfirmedElsewhere: withdrawnThere,
        },
      },
      ...(step.confirmation !== undefined && {
        awaitingConfirmation: {
          meta: {
            ...there, stage: STAGES.needsConfirmation, clock: 'paused', pauseCause: 'identity-confirmation', awaiting: 'citizen',
            name: nameWith(step.name, 'chờ xác nhận trên VNeID', 'waiting for the confirmation on VNeID'),
          },
          on: {
            confirmationGiven: {
              target: 'underway',
              actions: ['noteElsewhere', { type: 'resumeClock', params: CONFIRMATION }, { type: 'cancelDeadline', params: { event: 'confirmationExpired' } }],
            },
            // Nobody confirmed in time: what follows from that the agency decides.
            confirmationExpired: { target: 'underway', actions: { type: 'resumeClock', params: CONFIRMATION } },
            stoppedElsewhere: { ...stoppedThere, actions: ['noteElsewhere', ...stoppedThere.actions] },
            withdrawalConfirmedElsewhere: withdrawnThere,
          },
        },
      }),
      awaitingSupplement: {
        meta: {
          ...there, status: 5, stage: STAGES.needsSupplement, clock: 'paused', pauseCause: 'supplement', awaiting: 'citizen',
          name: nameWith(step.name, 'chờ bổ sung', 'waiting for the supplement'),
        },
        on: {
          supply: {
            target: 'underway',
            actions: [
              { type: 'closeSupplement', params: { phase: 'after-receipt' } },
              { type: 'resumeClock', params: SUPPLEMENT },
              tell('supplied'),
              { type: 'notifyOwner', params: { about: 'supplied' } },
            ],
          },
          supplementExpired: stoppedHere('not-supplemented'),
          stoppedElsewhere: { ...stoppedThere, actions: ['noteElsewhere', ...stoppedThere.actions] },
          withdrawalConfirmedElsewhere: withdrawnThere,
        },
      },
    },
  };
}

/** The result comes with the decision, from system to system: nobody at the counter has to confirm that it is here. */
const timeOver = ['stopClock' as const, { type: 'closeExtension' as const, params: { outcome: 'closed' as const } }];

const withdrawn = stopped('withdrawn');
const withdrawnThere = {
  ...withdrawn, guard: 'withdrawalAsked' as const,
  actions: ['noteElsewhere' as const, { type: 'closeWithdrawal' as const, params: { outcome: 'confirmed' as const } }, ...withdrawn.actions],
};
