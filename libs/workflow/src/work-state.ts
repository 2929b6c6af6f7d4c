import type { ChartActs, ChartState } from './language.js';
import type { DraftStep, ExamineStep, TimeAmount } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { ACKNOWLEDGE_ALARM, ISSUE_FINDING, metaOf, type Neighbours, type Placed } from './step-parts.js';
import { backAtSender, sendBackDown } from './return-states.js';
import { stopped } from './stopping.js';
import { STAGES, nameWith } from './words.js';

type Work = Placed<ExamineStep | DraftStep>;

const PAUSE = { cause: 'supplement' as const };

/** What is asked of the citizen, whoever decided to ask. */
const askForSupplement = ({ supplementTime }: Neighbours) => [
  'countSupplementAfter' as const,
  { type: 'pauseClock' as const, params: PAUSE },
  { type: 'openSupplement' as const, params: { phase: 'after-receipt' as const, within: supplementTime } },
  { type: 'armDeadline' as const, params: { event: 'supplementExpired' as const, after: supplementTime } },
  { type: 'issuePaper' as const, params: { form: 'supplement-request' as const } },
  { type: 'notifyOwner' as const, params: { about: 'supplement-requested' as const } },
];

/** Work that may be paused by a supplement request or a financial duty, and goes on where it stopped. */
export function workState(placed: Work, neighbours: Neighbours): ChartState {
  const meta: StateMeta = { ...metaOf(placed), ...(placed.step.kind === 'examine' && placed.step.staged !== undefined && { staged: placed.step.staged }) };
  const working: ChartActs = { ...doneActs(placed, neighbours), ...(neighbours.back !== undefined && { stepBack: { target: neighbours.back } }) };
  if (neighbours.correcting) return { initial: 'working', states: { working: { meta, on: working } } };
  return {
    initial: 'working',
    states: {
      working: {
        meta,
        on: {
          ...working,
          requestSupplement: { target: 'awaitingSupplement', guard: { type: 'noticesLeft', params: { most: neighbours.notices } }, actions: askForSupplement(neighbours) },
          proposeSupplement: { target: 'supplementProposed', guard: { type: 'noticesUsedUp', params: { most: neighbours.notices } }, actions: 'proposeSupplement' },
          ...(placed.step.duty !== undefined && { requestPayment: askForPayment(placed.step.duty.within) }),
          ...(canBeRerouted(placed) && { reroute: sendElsewhere(placed) }),
          ...(neighbours.sender !== undefined && { returnToCommune: sendBackDown(placed, neighbours.sender) }),
        },
      },
      awaitingSupplement: awaitingSupplement(placed, meta),
      supplementProposed: supplementProposed(placed, neighbours, meta),
      ...(placed.step.duty !== undefined && { awaitingPayment: awaitingPayment(placed, meta) }),
      ...(canBeRerouted(placed) && { rerouting: rerouting(placed, meta) }),
      ...(neighbours.sender !== undefined && backAtSender(placed, neighbours.sender, meta)),
    },
  };
}

/** The act that ends the work; an online dossier's draft goes by the citizen where the law gives them a look at it. */
function doneActs({ step }: Work, { next, check, unposted, confirmedLater, correcting }: Neighbours): ChartActs {
  if (step.kind === 'examine') {
    const issue = step.finding !== undefined && !confirmedLater && !correcting ? [ISSUE_FINDING] : [];
    const on = { target: next, actions: issue };
    return { examine: unposted === undefined ? on : [{ guard: 'nothingToPost', target: unposted, actions: issue }, on] };
  }
  if (check === undefined) return { submitForApproval: { target: next } };
  return {
    submitForApproval: [
      {
        guard: 'isOnline',
        target: check.waiting,
        actions: [
          ...(check.paused ? [{ type: 'pauseClock' as const, params: { cause: 'identity-confirmation' as const } }] : []),
          { type: 'armDeadline' as const, params: { event: 'draftCheckEnded' as const, after: check.within } },
          { type: 'notifyOwner' as const, params: { about: 'draft-to-check' as const } },
        ],
      },
      { target: check.after },
    ],
  };
}

function awaitingSupplement({ step }: Work, meta: StateMeta): ChartState {
  return {
    meta: {
      ...meta, status: 5, stage: STAGES.needsSupplement, clock: 'paused', pauseCause: 'supplement', awaiting: 'citizen',
      name: nameWith(step.name, 'chờ bổ sung', 'waiting for the supplement'),
    },
    on: {
      supply: {
        target: 'working',
        actions: [
          { type: 'closeSupplement', params: { phase: 'after-receipt' } },
          { type: 'resumeClock', params: PAUSE },
          { type: 'notifyOwner', params: { about: 'supplied' } },
        ],
      },
      supplementExpired: stopped('not-supplemented'),
    },
  };
}

/** A further request is the leader's to allow: the baton goes up for it and comes back. */
function supplementProposed({ step, head }: Work, neighbours: Neighbours, meta: StateMeta): ChartState {
  const settled = (outcome: 'approved' | 'declined') => ({ type: 'settleProposal' as const, params: { outcome } });
  return {
    meta: { ...meta, holder: head, role: 'leader', name: nameWith(step.name, 'chờ lãnh đạo đồng ý yêu cầu bổ sung thêm', 'further supplement request to be allowed') },
    on: {
      approveSupplement: { target: 'awaitingSupplement', actions: [settled('approved'), ...askForSupplement(neighbours)] },
      declineSupplement: { target: 'working', actions: settled('declined') },
    },
  };
}

/** One duty in the life of a dossier: a further one would be a second surprise. */
const askForPayment = (within: TimeAmount) => ({
  target: 'awaitingPayment',
  guard: 'noDutyYet' as const,
  actions: [
    'countDuty' as const,
    { type: 'pauseClock' as const, params: { cause: 'financial-duty' as const } },
    { type: 'openPayment' as const, params: { within } },
    { type: 'armDeadline' as const, params: { event: 'paymentExpired' as const, after: within } },
    { type: 'issuePaper' as const, params: { form: 'payment-notice' as const } },
    { type: 'notifyOwner' as const, params: { about: 'payment-requested' as const } },
  ],
});

function awaitingPayment({ step }: Work, meta: StateMeta): ChartState {
  return {
    meta: {
      ...meta, status: 6, stage: STAGES.needsPayment, clock: 'paused', pauseCause: 'financial-duty', awaiting: 'citizen',
      name: nameWith(step.name, 'chờ nộp nghĩa vụ tài chính', 'waiting for the payment'),
    },
    on: {
      confirmPayment: {
        target: 'working',
        actions: ['closePayment', { type: 'resumeClock', params: { cause: 'financial-duty' } }, { type: 'notifyOwner', params: { about: 'payment-confirmed' } }],
      },
      paymentExpired: stopped('not-paid'),
    },
  };
}

/** Another commune may turn out to be competent; the province's own offices are named by the process. */
const canBeRerouted = ({ step }: Work): boolean => step.kind === 'examine' && step.unit.startsWith('commune/');

function sendElsewhere({ step, holder }: Work) {
  return {
    target: 'rerouting',
    guard: 'isUndecided' as const,
    actions: [
      { type: 'openHandover' as const, params: { from: holder, to: step.unit, reroute: true as const } },
      { type: 'armDeadline' as const, params: { event: 'handoverUnacknowledged' as const, after: ACKNOWLEDGE_ALARM } },
      { type: 'issuePaper' as const, params: { form: 'control-slip' as const } },
    ],
  };
}

/** On its way to the commune that is competent: same code, same clock, the time so far stays with who had it. */
function rerouting({ step, role }: Work, meta: StateMeta): ChartState {
  const closed = (outcome: 'acknowledged' | 'returned' | 'recalled') => ({ type: 'closeHandover' as const, params: { outcome } });
  const stays = { type: 'moveCompetence' as const, params: { outcome: 'stays' as const } };
  return {
    meta: {
      ...meta, addressee: step.unit, addresseeRole: role, alarmAfter: ACKNOWLEDGE_ALARM, awaiting: 'addressee',
      name: nameWith(step.name, 'đang chuyển đến cơ quan có thẩm quyền', 'on its way to the competent agency'),
    },
    on: {
      acknowledge: {
        target: 'working',
        actions: [closed('acknowledged'), { type: 'moveCompetence', params: { outcome: 'moved' } }, { type: 'notifyOwner', params: { about: 'rerouted' } }],
      },
      returnHandover: { target: 'working', actions: [closed('returned'), stays] },
      recall: { target: 'working', actions: [closed('recalled'), stays] },
      handoverUnacknowledged: { actions: { type: 'raiseAlarm', params: { kind: 'handoverUnacknowledged' } } },
    },
  };
}
