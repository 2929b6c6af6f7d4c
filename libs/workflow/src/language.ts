import { assign, setup } from 'xstate';
import type { ConsequenceParams, EffectParams } from './effects.js';
import type { EventType } from './events.js';
import type { StateMeta } from './state-meta.js';

/** What guards need and nothing else; stored with every dossier. */
export interface DossierContext {
  /** Supplement requests sent before receipt; one is allowed. */
  readonly supplementsBefore: number;
  /** Supplement requests sent after receipt; one is allowed, or as many as a sector law names, and one more a leader approves. */
  readonly supplementsAfter: number;
  readonly outcome: 'none' | 'granted' | 'refused';
  /** How many times a draft has been up for approval, counted from 1. */
  readonly round: number;
  readonly withdrawal: 'none' | 'asked';
  /** A dossier is extended at most once. */
  readonly extension: 'none' | 'proposed' | 'granted';
  /** Financial duties asked of the citizen; one is allowed. */
  readonly duties: number;
  /** Bodies asked that have not answered yet, and those of them whose time is over. */
  readonly consultationsOpen: number;
  readonly consultationsOverdue: number;
  /** System outages going on that concern this dossier. */
  readonly outages: number;
  /** Whether it was filed online: then the citizen checks the draft online too, where the law gives it. */
  readonly online: boolean;
  /** Whether it was received for a competent unit elsewhere: then its clock starts there. */
  readonly nonBoundary: boolean;
  readonly clockStarted: boolean;
  /** Whether the citizen has the result in hand. */
  readonly handedOver: boolean;
  /** Fields and papers the province has marked and the commune has not put right yet. */
  readonly marks: number;
  /** Whether the decision carries the digital signature of who made it; otherwise it is signed by hand. */
  readonly signature: 'none' | 'given';
}

/** The context every dossier begins with. */
export const FRESH_CONTEXT: DossierContext = {
  supplementsBefore: 0, supplementsAfter: 0, outcome: 'none', round: 1, withdrawal: 'none', extension: 'none', duties: 0,
  consultationsOpen: 0, consultationsOverdue: 0, outages: 0, online: false, nonBoundary: false, clockStarted: false, handedOver: false, marks: 0, signature: 'none',
};

/**
 * The little an act tells the machine beyond its name: counts and yes-or-no, kept in the journal so that it can be
 * replayed. Never a personal value.
 */
export interface EventFacts {
  /** With `file`: online. */
  readonly online?: boolean;
  /** With receipt: for a competent unit elsewhere. */
  readonly nonBoundary?: boolean;
  /** With `requestConsultation`: how many bodies; all that the process names, where it is not said. */
  readonly asked?: number;
  /** With a return to the commune: how many fields and papers are marked. */
  readonly marked?: number;
  /** With an answer: whether its time was over already. */
  readonly late?: boolean;
  /** With an answer: whether it notes what becomes a paper of its own. */
  readonly noted?: boolean;
  /** With an examination before a posting that not every declaration needs: whether this one does without. */
  readonly unposted?: boolean;
}

/** Consequences and effects are only data here: whoever decides reads them, nothing is run by the machine. */
type DataAction<Params> = (_: unknown, params: Params) => void;
const data = <Params>(): DataAction<Params> => () => undefined;

/** The words every machine is made of: its events, guards, context changes and named data. */
export const language = setup({
  types: {
    context: {} as DossierContext,
    events: {} as { type: EventType; facts?: EventFacts },
    meta: {} as StateMeta,
  },
  // Guards are named, tiny and total, and read only the context and the facts of the act.
  guards: {
    // Decree 118/2025 Art. 17(2)(a): what is missing is asked for in one notice.
    noSupplementBeforeReceipt: ({ context }) => context.supplementsBefore === 0,
    noticesLeft: ({ context }, { most }: { readonly most: number }) => context.supplementsAfter < most,
    // A further notice is the leader's to allow, and only one.
    noticesUsedUp: ({ context }, { most }: { readonly most: number }) => context.supplementsAfter === most,
    isRefused: ({ context }) => context.outcome === 'refused',
    noWithdrawal: ({ context }) => context.withdrawal === 'none',
    withdrawalAsked: ({ context }) => context.withdrawal === 'asked',
    // Nothing can be withdrawn, stopped or sent elsewhere once it is decided.
    isUndecided: ({ context }) => context.outcome === 'none',
    mayWithdraw: ({ context }) => context.withdrawal === 'none' && context.outcome === 'none',
    mayProposeExtension: ({ context }) => context.extension === 'none' && context.clockStarted,
    extensionProposed: ({ context }) => context.extension === 'proposed',
    clockStarted: ({ context }) => context.clockStarted,
    noDutyYet: ({ context }) => context.duties === 0,
    nobodyAsked: ({ event }) => event.facts?.asked === 0,
    bringsFinding: ({ event }) => event.facts?.noted === true,
    isLastOpinionWithFinding: ({ context, event }) => context.consultationsOpen === 1 && event.facts?.noted === true,
    nothingToPost: ({ event }) => event.facts?.unposted === true,
    isLastOpinion: ({ context }) => context.consultationsOpen === 1,
    // Who still has time is waited for.
    everyOpenOpinionOverdue: ({ context }) => context.consultationsOverdue > 0 && context.consultationsOverdue === context.consultationsOpen,
    someOpinionInTime: ({ context }) => context.consultationsOverdue < context.consultationsOpen,
    inOutage: ({ context }) => context.outages > 0,
    isOnline: ({ context }) => context.online,
    isNonBoundary: ({ event }) => event.facts?.nonBoundary === true,
    isMarked: ({ event }) => (event.facts?.marked ?? 0) > 0,
    // What was stored before marks were counted has none.
    marksOpen: ({ context }) => (context.marks ?? 0) > 0,
    noMarks: ({ context }) => (context.marks ?? 0) === 0,
    isSigned: ({ context }) => context.signature === 'given',
    isSignedRefusal: ({ context }) => context.signature === 'given' && context.outcome === 'refused',
    clockWaitsForCompetentUnit: ({ context }) => context.nonBoundary && !context.clockStarted,
  },
  actions: {
    // For an act that leaves the dossier as it is: XState takes a way without target and action for one that is not possible.
    stay: assign({}),
    noteChannel: assign({ online: ({ event }) => event.facts?.online === true }),
    countSupplementBefore: assign({ supplementsBefore: ({ context }) => context.supplementsBefore + 1 }),
    countSupplementAfter: assign({ supplementsAfter: ({ context }) => context.supplementsAfter + 1 }),
    grant: assign({ outcome: 'granted' }),
    deny: assign({ outcome: 'refused' }),
    reconsider: assign({ outcome: 'none' }),
    nextRound: assign({ round: ({ context }) => context.round + 1 }),
    noteWithdrawal: assign({ withdrawal: 'asked' }),
    dropWithdrawal: assign({ withdrawal: 'none' }),
    noteProposedExtension: assign({ extension: 'proposed' }),
    noteGrantedExtension: assign({ extension: 'granted' }),
    dropProposedExtension: assign({ extension: 'none' }),
    countDuty: assign({ duties: ({ context }) => context.duties + 1 }),
    // All bodies the process names, where the act does not say how many of them.
    countAsked: assign({ consultationsOpen: ({ event }, { named }: { readonly named: number }) => event.facts?.asked ?? named, consultationsOverdue: 0 }),
    countOpinion: assign({
      consultationsOpen: ({ context }) => context.consultationsOpen - 1,
      // Never more than are still open, whatever the act says.
      consultationsOverdue: ({ context: { consultationsOpen, consultationsOverdue }, event }) =>
        Math.min(consultationsOpen - 1, Math.max(0, consultationsOverdue - (event.facts?.late === true ? 1 : 0))),
    }),
    countOverdueOpinion: assign({ consultationsOverdue: ({ context }) => context.consultationsOverdue + 1 }),
    endConsultation: assign({ consultationsOpen: 0, consultationsOverdue: 0 }),
    noteOutage: assign({ outages: ({ context }) => context.outages + 1 }),
    noteOutageEnd: assign({ outages: ({ context }) => context.outages - 1 }),
    noteNonBoundary: assign({ nonBoundary: true }),
    noteClockStart: assign({ clockStarted: true }),
    noteHandedOver: assign({ handedOver: true }),
    // At least one, where the act does not say how many.
    noteMarks: assign({ marks: ({ event }) => event.facts?.marked ?? 1 }),
    clearMarks: assign({ marks: 0 }),
    noteSigned: assign({ signature: 'given' }),
    // Whatever was signed before: this decision is not, or not yet.
    noteUnsigned: assign({ signature: 'none' }),
    startClock: data<ConsequenceParams['startClock']>(),
    pauseClock: data<ConsequenceParams['pauseClock']>(),
    resumeClock: data<ConsequenceParams['resumeClock']>(),
    extendClock: data<ConsequenceParams['extendClock']>(),
    recomputeDue: data<ConsequenceParams['recomputeDue']>(),
    beginOutage: data<ConsequenceParams['beginOutage']>(),
    endOutage: data<ConsequenceParams['endOutage']>(),
    stopClock: data<ConsequenceParams['stopClock']>(),
    allocateCode: data<ConsequenceParams['allocateCode']>(),
    allocateEntries: data<ConsequenceParams['allocateEntries']>(),
    allocateNumber: data<ConsequenceParams['allocateNumber']>(),
    keepSignature: data<ConsequenceParams['keepSignature']>(),
    openHandover: data<ConsequenceParams['openHandover']>(),
    closeHandover: data<ConsequenceParams['closeHandover']>(),
    moveCompetence: data<ConsequenceParams['moveCompetence']>(),
    settleMarks: data<ConsequenceParams['settleMarks']>(),
    openSupplement: data<ConsequenceParams['openSupplement']>(),
    closeSupplement: data<ConsequenceParams['closeSupplement']>(),
    proposeSupplement: data<ConsequenceParams['proposeSupplement']>(),
    settleProposal: data<ConsequenceParams['settleProposal']>(),
    openPayment: data<ConsequenceParams['openPayment']>(),
    closePayment: data<ConsequenceParams['closePayment']>(),
    openConsultations: data<ConsequenceParams['openConsultations']>(),
    closeConsultation: data<ConsequenceParams['closeConsultation']>(),
    openWithdrawal: data<ConsequenceParams['openWithdrawal']>(),
    closeWithdrawal: data<ConsequenceParams['closeWithdrawal']>(),
    openExtension: data<ConsequenceParams['openExtension']>(),
    closeExtension: data<ConsequenceParams['closeExtension']>(),
    noteElsewhere: data<ConsequenceParams['noteElsewhere']>(),
    keepDecision: data<ConsequenceParams['keepDecision']>(),
    keepApology: data<ConsequenceParams['keepApology']>(),
    openCorrection: data<ConsequenceParams['openCorrection']>(),
    closeDossier: data<ConsequenceParams['closeDossier']>(),
    armDeadline: data<ConsequenceParams['armDeadline']>(),
    cancelDeadline: data<ConsequenceParams['cancelDeadline']>(),
    raiseAlarm: data<ConsequenceParams['raiseAlarm']>(),
    issuePaper: data<EffectParams['issuePaper']>(),
    notifyOwner: data<EffectParams['notifyOwner']>(),
    fileResult: data<EffectParams['fileResult']>(),
    signPaper: data<EffectParams['signPaper']>(),
    fillNumber: data<EffectParams['fillNumber']>(),
    sealPaper: data<EffectParams['sealPaper']>(),
    sendElsewhere: data<EffectParams['sendElsewhere']>(),
  },
});

/** A whole machine, and one state of it, as configuration in these words. */
export type ChartConfig = Parameters<typeof language.createMachine>[0];
export type ChartState = NonNullable<ChartConfig['states']>[string];
export type ChartActs = NonNullable<ChartState['on']>;

/** The machine XState makes of a configuration. */
export type Chart = ReturnType<typeof language.createMachine<ChartConfig>>;
