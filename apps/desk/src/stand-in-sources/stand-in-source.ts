import type { SourceKey, SourceRecord } from '@app/exchange';

/** What a test, or a person at the page, may let go wrong at a source; one at a time. */
export const SOURCE_FAULTS = ['none', 'down', 'slow', 'wrong-person', 'malformed', 'duplicate'] as const;
export type SourceFault = (typeof SOURCE_FAULTS)[number];

/** How late a slow source answers: later than anybody at a counter is let wait. */
export const SLOW_MS = 6000;

/** One of the running stand-ins: its entries, the fault switched on, and what it was asked. */
export interface StandInSource {
  readonly key: SourceKey;
  /** Which procedures may ask it, and under which document. */
  readonly licences: Readonly<Record<string, string>>;
  records: readonly SourceRecord[];
  fault: SourceFault;
  /** The ids of the questions that reached it, each once. */
  readonly asked: Set<string>;
}
