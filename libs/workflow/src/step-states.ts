import type { ChartState } from './language.js';
import type { PlacedStep } from './placed-steps.js';
import type { ApproveStep, DraftStep, ExamineStep, HandoverStep, NoticeStep, ProcessStep, TimeAmount } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { STAGES, nameWith } from './words.js';

/** An unacknowledged handover raises an alarm after two working hours. */
const ACKNOWLEDGE_ALARM: TimeAmount = { value: 2, unit: 'hours' };

/** What a step needs to know of its neighbours: the full target of the next state, and of a step's first state by its id. */
export interface Neighbours {
  readonly next: string;
  readonly firstOf: (stepId: string) => string;
}

type Placed<Step extends ProcessStep> = PlacedStep & { readonly step: Step };

function metaOf(placed: PlacedStep): StateMeta {
  const { step, holder, role, status } = placed;
  return {
    status, holder, role, stepId: step.id, within: step.within, name: step.name, clock: 'running',
    stage: step.stage ?? (status === 2 ? STAGES.received : STAGES.handled),
  };
}

/** The first substate of each kind of step: a handover or notice is made ready, the others are worked on. */
export function firstSubstate(step: ProcessStep): 'ready' | 'working' {
  return step.kind === 'handover' || step.kind === 'notice' ? 'ready' : 'working';
}

/** Sent to another unit; until it is acknowledged the sender still answers for it. */
function handoverState(placed: Placed<HandoverStep>, { next }: Neighbours): ChartState {
  const { step, holder, addresseeRole } = placed;
  const meta = metaOf(placed);
  return {
    initial: 'ready',
    states: {
      ready: {
        meta,
        on: {
          handOver: {
            target: 'sent',
            actions: [
              { type: 'openHandover', params: { from: holder, to: step.to } },
              { type: 'issuePaper', params: { form: 'control-slip' } },
            ],
          },
        },
      },
      sent: {
        meta: {
          ...meta, addressee: step.to, addresseeRole, alarmAfter: ACKNOWLEDGE_ALARM, awaiting: 'addressee',
          name: nameWith(step.name, 'chờ bên nhận xác nhận', 'waiting to be acknowledged'),
        },
        on: {
          acknowledge: { target: next, actions: { type: 'closeHandover', params: { outcome: 'acknowledged' } } },
          returnHandover: { target: 'ready', actions: { type: 'closeHandover', params: { outcome: 'returned' } } },
          recall: { target: 'ready', actions: { type: 'closeHandover', params: { outcome: 'recalled' } } },
        },
      },
    },
  };
}

/** Work that may be paused once by a supplement request, and goes on where it stopped. */
function workState(placed: Placed<ExamineStep | DraftStep>, { next }: Neighbours): ChartState {
  const meta = metaOf(placed);
  const done = placed.step.kind === 'examine' ? 'examine' : 'submitForApproval';
  return {
    initial: 'working',
    states: {
      working: {
        meta,
        on: {
          [done]: { target: next },
          requestSupplement: {
            target: 'awaitingSupplement',
            guard: 'noSupplementAfterReceipt',
            actions: [
              'countSupplementAfter',
              { type: 'pauseClock', params: { cause: 'supplement' } },
              { type: 'openSupplement', params: { phase: 'after-receipt' } },
              { type: 'issuePaper', params: { form: 'supplement-request' } },
              { type: 'notifyOwner', params: { about: 'supplement-requested' } },
            ],
          },
        },
      },
      awaitingSupplement: {
        meta: {
          ...meta, status: 5, stage: STAGES.needsSupplement, clock: 'paused', pauseCause: 'supplement', awaiting: 'citizen',
          name: nameWith(placed.step.name, 'chờ bổ sung', 'waiting for the supplement'),
        },
        on: {
          supply: {
            target: 'working',
            actions: [
              { type: 'closeSupplement', params: { phase: 'after-receipt' } },
              { type: 'resumeClock', params: { cause: 'supplement' } },
              { type: 'notifyOwner', params: { about: 'supplied' } },
            ],
          },
        },
      },
    },
  };
}

/** A leader's approval. Only the deciding one may refuse: the refusal then goes on to its number like a result. */
function approveState(placed: Placed<ApproveStep>, { next, firstOf }: Neighbours): ChartState {
  return {
    initial: 'working',
    states: {
      working: {
        meta: metaOf(placed),
        on: {
          approve: placed.decides ? { target: next, actions: 'grant' } : { target: next },
          sendBack: { target: firstOf(placed.step.sendBackTo), actions: 'nextRound' },
          ...(placed.decides && { refuse: { target: next, actions: 'deny' as const } }),
        },
      },
    },
  };
}

/** The paper gets its number and seal, and is issued: a result, or a refusal with its reason. */
function numberState(placed: PlacedStep, { next }: Neighbours): ChartState {
  const issue = (form: 'result' | 'refusal') => [
    { type: 'allocateNumber' as const, params: { form } },
    { type: 'issuePaper' as const, params: { form } },
  ];
  return {
    initial: 'working',
    states: {
      working: {
        meta: metaOf(placed),
        on: { number: [{ guard: 'isRefused', target: next, actions: issue('refusal') }, { target: next, actions: issue('result') }] },
      },
    },
  };
}

/** A public posting: put up, left for its time, taken down with minutes. */
function noticeState(placed: Placed<NoticeStep>, { next }: Neighbours): ChartState {
  const { step } = placed;
  const meta = metaOf(placed);
  const paused = step.clock === 'paused';
  const cause = { cause: 'public-notice' as const };
  return {
    initial: 'ready',
    states: {
      ready: {
        meta,
        on: {
          postNotice: {
            target: 'posting',
            actions: [
              ...(paused ? [{ type: 'pauseClock' as const, params: cause }] : []),
              { type: 'armDeadline', params: { event: 'noticePeriodEnded', after: step.posting } },
              { type: 'issuePaper', params: { form: 'notice' } },
              { type: 'notifyOwner', params: { about: 'notice-posted' } },
            ],
          },
        },
      },
      posting: {
        meta: {
          ...meta, within: step.posting, stage: step.stage ?? STAGES.posted, awaiting: 'time',
          name: nameWith(step.name, 'đang niêm yết', 'posted'),
          ...(paused && { clock: 'paused' as const, pauseCause: 'public-notice' as const }),
        },
        on: {
          noticePeriodEnded: { target: 'ended', actions: paused ? [{ type: 'resumeClock', params: cause }] : [] },
        },
      },
      ended: {
        meta: { ...meta, name: nameWith(step.name, 'hết thời gian, lập biên bản', 'period over, minutes to be written') },
        on: { closeNotice: { target: next, actions: { type: 'issuePaper', params: { form: 'minutes' } } } },
      },
    },
  };
}

/** The states of one step. */
export function stepState(placed: PlacedStep, neighbours: Neighbours): ChartState {
  const { step } = placed;
  switch (step.kind) {
    case 'handover': return handoverState({ ...placed, step }, neighbours);
    case 'examine': return workState({ ...placed, step }, neighbours);
    case 'draft': return workState({ ...placed, step }, neighbours);
    case 'approve': return approveState({ ...placed, step }, neighbours);
    case 'number': return numberState(placed, neighbours);
    case 'notice': return noticeState({ ...placed, step }, neighbours);
  }
}
