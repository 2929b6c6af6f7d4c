import { assign, setup } from 'xstate';
import type { ConsequenceParams, EffectParams } from './effects.js';
import type { EventType } from './events.js';
import type { StateMeta } from './state-meta.js';

/** What guards need and nothing else; stored with every dossier. */
export interface DossierContext {
  /** Supplement requests sent before receipt; one is allowed. */
  readonly supplementsBefore: number;
  /** Supplement requests sent after receipt; one is allowed. */
  readonly supplementsAfter: number;
  readonly outcome: 'none' | 'granted' | 'refused';
  /** How many times a draft has been up for approval, counted from 1. */
  readonly round: number;
}

/** The context every dossier begins with. */
export const FRESH_CONTEXT: DossierContext = { supplementsBefore: 0, supplementsAfter: 0, outcome: 'none', round: 1 };

/** Consequences and effects are only data here: whoever decides reads them, nothing is run by the machine. */
type DataAction<Params> = (_: unknown, params: Params) => void;
const data = <Params>(): DataAction<Params> => () => undefined;

/** The words every machine is made of: its events, guards, context changes and named data. */
export const language = setup({
  types: {
    context: {} as DossierContext,
    events: {} as { type: EventType },
    meta: {} as StateMeta,
  },
  // Guards are named, tiny and total, and read only the context.
  guards: {
    // Decree 118/2025 Art. 17(2)(a): what is missing is asked for in one notice.
    noSupplementBeforeReceipt: ({ context }) => context.supplementsBefore === 0,
    noSupplementAfterReceipt: ({ context }) => context.supplementsAfter === 0,
    isRefused: ({ context }) => context.outcome === 'refused',
  },
  actions: {
    countSupplementBefore: assign({ supplementsBefore: ({ context }) => context.supplementsBefore + 1 }),
    countSupplementAfter: assign({ supplementsAfter: ({ context }) => context.supplementsAfter + 1 }),
    grant: assign({ outcome: 'granted' }),
    deny: assign({ outcome: 'refused' }),
    nextRound: assign({ round: ({ context }) => context.round + 1 }),
    startClock: data<ConsequenceParams['startClock']>(),
    pauseClock: data<ConsequenceParams['pauseClock']>(),
    resumeClock: data<ConsequenceParams['resumeClock']>(),
    stopClock: data<ConsequenceParams['stopClock']>(),
    allocateCode: data<ConsequenceParams['allocateCode']>(),
    allocateNumber: data<ConsequenceParams['allocateNumber']>(),
    openHandover: data<ConsequenceParams['openHandover']>(),
    closeHandover: data<ConsequenceParams['closeHandover']>(),
    openSupplement: data<ConsequenceParams['openSupplement']>(),
    closeSupplement: data<ConsequenceParams['closeSupplement']>(),
    armDeadline: data<ConsequenceParams['armDeadline']>(),
    issuePaper: data<EffectParams['issuePaper']>(),
    notifyOwner: data<EffectParams['notifyOwner']>(),
    fileResult: data<EffectParams['fileResult']>(),
  },
});

/** A whole machine, and one state of it, as configuration in these words. */
export type ChartConfig = Parameters<typeof language.createMachine>[0];
export type ChartState = NonNullable<ChartConfig['states']>[string];

/** The machine XState makes of a configuration. */
export type Chart = ReturnType<typeof language.createMachine<ChartConfig>>;
