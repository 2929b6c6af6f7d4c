import type { ChartState } from './language.js';
import { headOf, type DraftStep, type ExamineStep, type ProcessRole, type UnitPath } from './process-definition.js';
import type { StateMeta } from './state-meta.js';
import { ACKNOWLEDGE_ALARM, type Placed } from './step-parts.js';
import { nameWith } from './words.js';

type Work = Placed<ExamineStep | DraftStep>;

/** Who sent the dossier up, and puts right what is marked. */
export interface Sender {
  readonly holder: UnitPath;
  readonly role: ProcessRole;
}

const closed = (outcome: 'acknowledged' | 'returned' | 'recalled') => ({ type: 'closeHandover' as const, params: { outcome } });

const send = (from: UnitPath, to: UnitPath) => [
  { type: 'openHandover' as const, params: { from, to } },
  { type: 'armDeadline' as const, params: { event: 'handoverUnacknowledged' as const, after: ACKNOWLEDGE_ALARM } },
  { type: 'issuePaper' as const, params: { form: 'control-slip' as const } },
];

const alarm = { actions: { type: 'raiseAlarm' as const, params: { kind: 'handoverUnacknowledged' as const } } };

/** The province found something the commune has to put right: the dossier goes back with marks, on the same clock. */
export function sendBackDown({ holder }: Work, sender: Sender) {
  return { target: 'returning', guard: 'isUndecided' as const, actions: ['noteMarks' as const, ...send(holder, sender.holder)] };
}

/**
 * On its way down, with the commune until every mark is put right, and on its way up again. It stays at the same step:
 * what was accepted stays accepted, and the citizen sees no step backwards.
 */
export function backAtSender({ step, holder, role }: Work, sender: Sender, meta: StateMeta): Record<string, ChartState> {
  const curing: StateMeta = {
    ...meta, holder: sender.holder, role: sender.role, head: headOf(sender.holder),
    name: nameWith(step.name, 'xã, phường hoàn thiện nội dung bị trả lại', 'the commune puts right what was marked'),
  };
  return {
    returning: {
      meta: {
        ...meta, addressee: sender.holder, addresseeRole: sender.role, alarmAfter: ACKNOWLEDGE_ALARM, awaiting: 'addressee',
        name: nameWith(step.name, 'đang trả lại xã, phường', 'on its way back to the commune'),
      },
      on: {
        acknowledge: { target: 'curing', actions: closed('acknowledged') },
        returnHandover: { target: 'working', actions: [closed('returned'), 'clearMarks'] },
        recall: { target: 'working', actions: [closed('recalled'), 'clearMarks'] },
        handoverUnacknowledged: alarm,
      },
    },
    curing: {
      meta: curing,
      on: {
        correctMarked: { target: 'curing', guard: 'marksOpen', actions: ['clearMarks', 'settleMarks'] },
        handOver: { target: 'resending', guard: 'noMarks', actions: send(sender.holder, holder) },
      },
    },
    resending: {
      meta: {
        ...curing, addressee: holder, addresseeRole: role, alarmAfter: ACKNOWLEDGE_ALARM, awaiting: 'addressee',
        name: nameWith(step.name, 'xã, phường đã chuyển lại, chờ xác nhận', 'sent up again, waiting to be acknowledged'),
      },
      on: {
        acknowledge: { target: 'working', actions: [closed('acknowledged'), 'nextRound'] },
        returnHandover: [{ guard: 'isMarked', target: 'curing', actions: [closed('returned'), 'noteMarks'] }, { target: 'curing', actions: closed('returned') }],
        recall: { target: 'curing', actions: closed('recalled') },
        handoverUnacknowledged: alarm,
      },
    },
  };
}
