import type { Declaration } from '@app/catalogue';
import type { ActData } from '@app/dossiers';
import type { EventType } from '@app/workflow';

/** The communes of the demonstration, by the last part of their officers' accounts. */
export const COMMUNES = { bienhoa: 'c26068', trangbom: 'c26248', dinhquan: 'c26206', bombo: 'c25405' } as const;
export type Commune = keyof typeof COMMUNES;

/** One act of a planned dossier. */
export interface PlannedStep {
  readonly event: EventType;
  /** The account that acts; the owner themselves, or the system when a deadline falls. */
  readonly by: string;
  /** Working days after the first act. */
  readonly day: number;
  /** Local time, `HH:mm`. */
  readonly time: string;
  readonly data?: ActData;
  /** Of a linked group: the procedure whose dossier the act is on. */
  readonly member?: string;
}

/** Stands for the day of the act itself in what an officer notes. */
export const THAT_DAY = 'that-day';

/** Who acts where no account of an office does. */
export const OWNER = 'owner';
export const DEADLINE = 'deadline';

/** A dossier the demonstration begins with, or a linked group with its dossiers. */
export interface PlannedDossier {
  /** Makes its ids: the same plan always means the same rows. */
  readonly key: string;
  readonly commune: Commune;
  readonly procedureCode: string;
  /** Personal ID of one of the demonstration's people. */
  readonly owner: string;
  /** What the person says themselves; the rest is offered from the data on file. */
  readonly declaration: (today: Temporal.PlainDate) => Declaration;
  /** The first step files or receives. */
  readonly steps: readonly PlannedStep[];
  /** On which working day the last step happens: 0 is the newest there is, -1 the one before. */
  readonly endsOn: number;
}
