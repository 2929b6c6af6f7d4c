import type { TimeAmount, UnitPath } from './process-definition.js';
import type { PauseCause } from './state-meta.js';

/** The papers an act brings about; the numbers are those of the seven official forms. */
export type PaperForm =
  | 'receipt' // 01
  | 'supplement-request' // 02
  | 'refusal' // 03
  | 'control-slip' // 06
  | 'result' | 'notice' | 'minutes';

/** What the owner of a dossier is told about. */
export type NoticeAbout =
  | 'filed' | 'received' | 'not-received' | 'supplement-requested' | 'supplied'
  | 'notice-posted' | 'result-ready' | 'refusal-ready' | 'returned';

/** What happens inside the transaction of the act itself: rows of the dossier, the clock, records, counters. */
export interface ConsequenceParams {
  startClock: undefined;
  pauseClock: { readonly cause: PauseCause };
  resumeClock: { readonly cause: PauseCause };
  stopClock: undefined;
  /** The one code of the dossier, printed on the receipt. */
  allocateCode: undefined;
  /** The number of the outgoing paper: a result or a refusal. */
  allocateNumber: { readonly form: 'result' | 'refusal' };
  openHandover: { readonly from: UnitPath; readonly to: UnitPath };
  closeHandover: { readonly outcome: 'acknowledged' | 'returned' | 'recalled' };
  openSupplement: { readonly phase: 'before-receipt' | 'after-receipt' };
  closeSupplement: { readonly phase: 'before-receipt' | 'after-receipt' };
  /** A row that becomes the named act of the system when the time has come. */
  armDeadline: { readonly event: 'noticePeriodEnded'; readonly after: TimeAmount };
}

/** What leaves the transaction as a row and is carried out later, in order. */
export interface EffectParams {
  issuePaper: { readonly form: PaperForm };
  notifyOwner: { readonly about: NoticeAbout };
  /** The result becomes data on file, so that the next procedure need not ask for it. */
  fileResult: undefined;
}

type Named<Params> = { [Type in keyof Params]: Params[Type] extends undefined ? { readonly type: Type } : { readonly type: Type; readonly params: Params[Type] } }[keyof Params];

export type ConsequenceType = keyof ConsequenceParams;
export type EffectType = keyof EffectParams;
export type Consequence = Named<ConsequenceParams>;
export type Effect = Named<EffectParams>;

// Closed both ways: an effect added above must be named here, or it would pass for a consequence.
const EFFECTS = { issuePaper: true, notifyOwner: true, fileResult: true } as const satisfies Record<EffectType, true>;

/** Whether an action goes out through the outbox; every other one is a consequence. */
export function isEffect(action: { readonly type: string }): boolean {
  return Object.hasOwn(EFFECTS, action.type);
}
