import type { EventType } from './events.js';
import type { RegisterEntries, TimeAmount, UnitPath } from './process-definition.js';
import type { PauseCause } from './state-meta.js';

/** The papers an act brings about; the numbers are those of the seven official forms. */
export type PaperForm =
  | 'receipt' // 01
  | 'supplement-request' // 02
  | 'refusal' // 03
  | 'apology' // 04
  | 'stop-notice' // 05
  | 'control-slip' // 06
  | 'certification' | 'result' | 'finding' | 'notice' | 'minutes' | 'payment-notice' | 'consultation-request' | 'withdrawal-request';

/** The papers a leader decides by: signed, numbered, sealed. */
export type DecisionForm = Extract<PaperForm, 'result' | 'refusal'>;

/** What the owner of a dossier is told about. */
export type NoticeAbout =
  | 'filed' | 'received' | 'not-received' | 'supplement-requested' | 'supplied'
  | 'notice-posted' | 'result-ready' | 'refusal-ready' | 'returned'
  | 'stopped' | 'withdrawal-asked' | 'withdrawal-declined' | 'payment-requested' | 'payment-confirmed'
  | 'extended' | 'apologised' | 'draft-to-check' | 'due-date-moved' | 'rerouted' | 'corrected' | 'confirmation-awaited';

/** Deadlines that only warn: each is raised once, with an owner, and changes no date. */
export const ALARMS = ['dueSoon', 'dueTomorrow', 'overdue', 'stepOverdue', 'handoverUnacknowledged', 'filingUnanswered', 'consultationOverdue', 'elsewhereUnacknowledged'] as const satisfies readonly EventType[];
export type AlarmKind = (typeof ALARMS)[number];

/** Why a dossier was stopped before a decision (form 05); `elsewhere`: by the agency in whose own system it was. */
export type StopCause = 'withdrawn' | 'not-supplemented' | 'not-paid' | 'lapsed' | 'elsewhere';

/** What an agency's own system is told: the whole case, what the citizen has supplied, the wish to withdraw it, that it was stopped here. */
export const ELSEWHERE_MESSAGES = ['case', 'supplied', 'withdrawal-asked', 'stopped'] as const;
export type ElsewhereMessage = (typeof ELSEWHERE_MESSAGES)[number];

/** What happens inside the transaction of the act itself: rows of the dossier, the clock, records, counters. */
export interface ConsequenceParams {
  startClock: undefined;
  pauseClock: { readonly cause: PauseCause };
  resumeClock: { readonly cause: PauseCause };
  /** The promise date moves by what the granted extension says. */
  extendClock: undefined;
  /** The promise date is derived anew: the calendar was corrected. */
  recomputeDue: undefined;
  /** The clock stood from the beginning of the announced outage, and goes on from its end; not from when it was told. */
  beginOutage: undefined;
  endOutage: undefined;
  stopClock: undefined;
  /** The one code of the dossier, printed on the receipt. */
  allocateCode: undefined;
  /** The numbers of a book, side by side: one for each row of the declaration. */
  allocateEntries: RegisterEntries;
  /** The number of the outgoing paper: a result or a refusal. */
  allocateNumber: { readonly form: DecisionForm };
  /** The paper as it is once signed or sealed, with whose key; sealed it is issued. */
  keepSignature: { readonly place: 'signature' | 'seal'; readonly form: DecisionForm };
  /** `reroute`: to the same office of another commune. */
  openHandover: { readonly from: UnitPath; readonly to: UnitPath; readonly reroute?: true };
  closeHandover: { readonly outcome: 'acknowledged' | 'returned' | 'recalled' };
  /** The commune a re-routed dossier was sent to is competent from now on, or stays what it was. */
  moveCompetence: { readonly outcome: 'moved' | 'stays' };
  /** What the province marked has been put right. */
  settleMarks: undefined;
  openSupplement: { readonly phase: 'before-receipt' | 'after-receipt'; readonly within: TimeAmount };
  closeSupplement: { readonly phase: 'before-receipt' | 'after-receipt' };
  /** A further supplement request, for the leader to allow. */
  proposeSupplement: undefined;
  settleProposal: { readonly outcome: 'approved' | 'declined' };
  openPayment: { readonly within: TimeAmount };
  closePayment: undefined;
  openConsultations: { readonly stepId: string };
  closeConsultation: { readonly outcome: 'answered' | 'declined' | 'deemed-agreed' | 'overdue' | 'waived' };
  openWithdrawal: undefined;
  closeWithdrawal: { readonly outcome: 'confirmed' | 'declined' };
  openExtension: undefined;
  /** `closed`: whatever is still proposed, if anything. */
  closeExtension: { readonly outcome: 'granted' | 'declined' | 'closed' };
  keepApology: undefined;
  /** What an agency's own system has told of the dossier: its reference, the status last seen. */
  noteElsewhere: undefined;
  /** The decision of an agency made in its own system, with the paper it issued. */
  keepDecision: undefined;
  openCorrection: undefined;
  /** Ends every open record and deadline of the dossier. */
  closeDossier: { readonly cause: StopCause };
  /** A row that becomes the named act of the system when the time has come. */
  armDeadline: { readonly event: EventType; readonly after: TimeAmount };
  cancelDeadline: { readonly event: EventType };
  raiseAlarm: { readonly kind: AlarmKind };
}

/** What leaves the transaction as a row and is carried out later, in order. */
export interface EffectParams {
  issuePaper: { readonly form: PaperForm };
  notifyOwner: { readonly about: NoticeAbout };
  /** The result becomes data on file, so that the next procedure need not ask for it. */
  fileResult: undefined;
  /** The officer who decided signs the paper with their key; comes back as `signed` or `signingFailed`. */
  signPaper: { readonly form: DecisionForm };
  /** The signed paper gets its number and date, in the places kept for them. */
  fillNumber: { readonly form: DecisionForm };
  /** The agency's seal closes the signed and numbered paper; comes back as `sealed` or `sealingFailed`. */
  sealPaper: { readonly form: DecisionForm };
  /** A message for the agency in whose own system the dossier is decided. */
  sendElsewhere: { readonly message: ElsewhereMessage };
  /** The other members of its linked group are told how it ended: what waits for its result begins, or is called off. */
  passOn: undefined;
}

type Named<Params> = { [Type in keyof Params]: Params[Type] extends undefined ? { readonly type: Type } : { readonly type: Type; readonly params: Params[Type] } }[keyof Params];

export type ConsequenceType = keyof ConsequenceParams;
export type EffectType = keyof EffectParams;
export type Consequence = Named<ConsequenceParams>;
export type Effect = Named<EffectParams>;

// Closed both ways: an effect added above must be named here, or it would pass for a consequence.
const EFFECTS = { issuePaper: true, notifyOwner: true, fileResult: true, signPaper: true, fillNumber: true, sealPaper: true, sendElsewhere: true, passOn: true } as const satisfies Record<EffectType, true>;

/** Whether an action goes out through the outbox; every other one is a consequence. */
export function isEffect(action: { readonly type: string }): boolean {
  return Object.hasOwn(EFFECTS, action.type);
}
