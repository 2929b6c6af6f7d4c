import { consultState } from './consult-state.js';
import type { DecisionForm } from './effects.js';
import { elsewhereState } from './elsewhere-state.js';
import type { ChartState } from './language.js';
import type { PlacedStep } from './placed-steps.js';
import { goesUp, type ApproveStep, type CheckStep, type HandoverStep, type NoticeStep, type ProcessStep } from './process-definition.js';
import { ACKNOWLEDGE_ALARM, ISSUE_FINDING, metaOf, type Neighbours, type Placed } from './step-parts.js';
import { STAGES, nameWith } from './words.js';
import { workState } from './work-state.js';

/** The first substate of each kind of step. */
export function firstSubstate(step: ProcessStep): 'ready' | 'working' | 'waiting' | 'sending' {
  switch (step.kind) {
    case 'handover': case 'notice': case 'consult': return 'ready';
    case 'check': return 'waiting';
    case 'elsewhere': return 'sending';
    default: return 'working';
  }
}

/** Sent to another unit; until it is acknowledged the sender still answers for it. */
function handoverState(placed: Placed<HandoverStep>, { next, startsClock }: Neighbours): ChartState {
  const { step, holder, addresseeRole } = placed;
  const meta = metaOf(placed);
  const acknowledged = { type: 'closeHandover' as const, params: { outcome: 'acknowledged' as const } };
  const returned = { type: 'closeHandover' as const, params: { outcome: 'returned' as const } };
  const up = goesUp(holder, step.to);
  return {
    initial: 'ready',
    states: {
      ready: {
        meta,
        on: {
          ...(up && { correctMarked: { target: 'ready', guard: 'marksOpen' as const, actions: ['clearMarks' as const, 'settleMarks' as const] } }),
          handOver: {
            target: 'sent',
            ...(up && { guard: 'noMarks' as const }),
            actions: [
              { type: 'openHandover', params: { from: holder, to: step.to } },
              { type: 'armDeadline', params: { event: 'handoverUnacknowledged', after: ACKNOWLEDGE_ALARM } },
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
          acknowledge: startsClock
            // Decree 118/2025 Art. 17(3): received elsewhere, the clock starts when the competent agency gets the dossier.
            ? [
                { guard: 'clockWaitsForCompetentUnit', target: next, actions: [acknowledged, 'noteClockStart', 'startClock', { type: 'notifyOwner', params: { about: 'due-date-moved' } }] },
                { target: next, actions: acknowledged },
              ]
            : { target: next, actions: acknowledged },
          returnHandover: up
            // With marks the commune puts right exactly those before it sends the dossier again: the next round.
            ? [{ guard: 'isMarked', target: 'ready', actions: [returned, 'noteMarks', 'nextRound'] }, { target: 'ready', actions: returned }]
            : { target: 'ready', actions: returned },
          recall: { target: 'ready', actions: { type: 'closeHandover', params: { outcome: 'recalled' } } },
          handoverUnacknowledged: { actions: { type: 'raiseAlarm', params: { kind: 'handoverUnacknowledged' } } },
        },
      },
    },
  };
}

/** The citizen has a day to look at the draft; silence means agreement (practice of online civil status). */
function checkState(placed: Placed<CheckStep>, { next, firstOf, draft }: Neighbours): ChartState {
  const meta = metaOf(placed);
  const paused = placed.step.clock === 'paused';
  const goOn = [
    ...(paused ? [{ type: 'resumeClock' as const, params: { cause: 'identity-confirmation' as const } }] : []),
    { type: 'cancelDeadline' as const, params: { event: 'draftCheckEnded' as const } },
  ];
  return {
    initial: 'waiting',
    states: {
      waiting: {
        meta: {
          ...meta, awaiting: 'citizen', stage: placed.step.stage ?? STAGES.needsCheck,
          name: nameWith(placed.step.name, 'chờ người dân xem dự thảo', 'waiting for the citizen'),
          ...(paused && { clock: 'paused' as const, pauseCause: 'identity-confirmation' as const }),
        },
        on: {
          confirmDraft: { target: next, actions: goOn },
          objectToDraft: { target: firstOf(draft ?? ''), actions: [...goOn, 'nextRound'] },
          draftCheckEnded: { target: next, actions: goOn },
        },
      },
    },
  };
}

/** A leader's approval. Only the deciding one may refuse: the refusal then goes on to its number like a result. */
function approveState(placed: Placed<ApproveStep>, { next, firstOf, correcting, confirms }: Neighbours): ChartState {
  const sendBack = { target: firstOf(placed.step.sendBackTo), actions: 'nextRound' as const };
  const working = metaOf(placed);
  if (!placed.decides) {
    return { initial: 'working', states: { working: { meta: working, on: { approve: { target: next, actions: confirms ? [ISSUE_FINDING] : [] }, sendBack } } } };
  }
  // What is corrected was decided long ago: it is signed anew, and may no longer be refused.
  const granted = correcting ? [] : ['grant' as const];
  return {
    initial: 'working',
    states: {
      working: {
        meta: working,
        on: {
          approveAndSign: [
            ...(correcting ? [{ guard: 'isRefused' as const, target: 'signing', actions: ['noteUnsigned' as const, signPaper('refusal')] }] : []),
            { target: 'signing', actions: [...granted, 'noteUnsigned', signPaper('result')] },
          ],
          approve: { target: next, actions: [...granted, 'noteUnsigned'] },
          sendBack,
          ...(!correcting && {
            refuseAndSign: { target: 'signing', actions: ['deny' as const, 'noteUnsigned' as const, signPaper('refusal')] },
            refuse: { target: next, actions: ['deny' as const, 'noteUnsigned' as const] },
          }),
        },
      },
      ...signingStates(placed, next, correcting ? undefined : sendBack.target),
    },
  };
}

/** A decision without a number is none yet: it is taken back, and so is its signature. */
const TAKEN_UP_AGAIN = ['reconsider', 'noteUnsigned', 'nextRound'] as const;

const signPaper = (form: DecisionForm) => ({ type: 'signPaper' as const, params: { form } });

/**
 * The decision is made; its paper waits for the key of who made it, which may be away, expired or refused.
 * @param backTo where it is taken up again when its paper cannot be made at all
 */
function signingStates(placed: Placed<ApproveStep>, next: string, backTo: string | undefined): Record<string, ChartState> {
  const meta = metaOf(placed);
  const signed = (form: DecisionForm) => ({ target: next, actions: ['noteSigned' as const, { type: 'keepSignature' as const, params: { place: 'signature' as const, form } }] });
  return {
    signing: {
      meta: { ...meta, awaiting: 'signature', name: nameWith(placed.step.name, 'đang ký số', 'being signed') },
      on: { signed: [{ guard: 'isRefused', ...signed('refusal') }, signed('result')], signingFailed: { target: 'unsigned' } },
    },
    unsigned: {
      meta: { ...meta, name: nameWith(placed.step.name, 'ký số chưa thành', 'not signed yet') },
      on: {
        sign: [{ guard: 'isRefused', target: 'signing', actions: signPaper('refusal') }, { target: 'signing', actions: signPaper('result') }],
        signByHand: { target: next },
        ...(backTo !== undefined && { stepBack: { target: backTo, actions: TAKEN_UP_AGAIN } }),
      },
    },
  };
}

/** The paper gets its number, and if it carries a digital signature the seal, and is issued: a result, or a refusal with its reason. From then on the next procedure need not ask for a result. */
function numberState(placed: PlacedStep, { next, reconsider }: Neighbours): ChartState {
  const meta = metaOf(placed);
  const allocate = (form: DecisionForm) => ({ type: 'allocateNumber' as const, params: { form } });
  const issue = (form: DecisionForm) => [allocate(form), { type: 'issuePaper' as const, params: { form } }, ...filed(form)];
  const fill = (form: DecisionForm) => [allocate(form), { type: 'fillNumber' as const, params: { form } }];
  const seal = (form: DecisionForm) => ({ target: 'sealing', actions: { type: 'sealPaper' as const, params: { form } } });
  const sealed = (form: DecisionForm) => ({ target: next, actions: [{ type: 'keepSignature' as const, params: { place: 'seal' as const, form } }, ...filed(form)] });
  return {
    initial: 'working',
    states: {
      working: {
        meta,
        on: {
          number: [
            { guard: 'isSignedRefusal', target: 'numbered', actions: fill('refusal') },
            { guard: 'isSigned', target: 'numbered', actions: fill('result') },
            { guard: 'isRefused', target: next, actions: issue('refusal') },
            { target: next, actions: issue('result') },
          ],
          // Until it has a number a decision can be taken up again; never afterwards.
          ...(reconsider !== undefined && { stepBack: { target: reconsider, actions: TAKEN_UP_AGAIN } }),
        },
      },
      numbered: {
        meta: { ...meta, name: nameWith(placed.step.name, 'đã có số, chờ đóng dấu số', 'numbered, to be sealed') },
        on: { seal: [{ guard: 'isRefused', ...seal('refusal') }, seal('result')] },
      },
      sealing: {
        meta: { ...meta, awaiting: 'signature', name: nameWith(placed.step.name, 'đang đóng dấu số', 'being sealed') },
        on: { sealed: [{ guard: 'isRefused', ...sealed('refusal') }, sealed('result')], sealingFailed: { target: 'numbered' } },
      },
    },
  };
}

const filed = (form: DecisionForm) => (form === 'result' ? ['fileResult' as const] : []);

/** A public posting: put up, left for its time, taken down with minutes. */
function noticeState(placed: Placed<NoticeStep>, { next, back }: Neighbours): ChartState {
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
          ...(back !== undefined && { stepBack: { target: back } }),
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
    case 'consult': return consultState({ ...placed, step }, neighbours);
    case 'draft': return workState({ ...placed, step }, neighbours);
    case 'check': return checkState({ ...placed, step }, neighbours);
    case 'approve': return approveState({ ...placed, step }, neighbours);
    case 'number': return numberState(placed, neighbours);
    case 'notice': return noticeState({ ...placed, step }, neighbours);
    case 'elsewhere': return elsewhereState({ ...placed, step }, neighbours);
  }
}

