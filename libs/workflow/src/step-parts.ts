import type { PlacedStep } from './placed-steps.js';
import type { ProcessRole, ProcessStep, TimeAmount, UnitPath } from './process-definition.js';
import type { StateMeta } from './state-meta.js';

/** An unacknowledged handover raises an alarm after two working hours. */
export const ACKNOWLEDGE_ALARM: TimeAmount = { value: 2, unit: 'hours' };

/** What was noted with a finding or an opinion becomes a paper. */
export const ISSUE_FINDING = { type: 'issuePaper' as const, params: { form: 'finding' as const } };

/** What a step needs to know of its surroundings; states are named by their full target. */
export interface Neighbours {
  readonly next: string;
  /** A step's first state by its id. */
  readonly firstOf: (stepId: string) => string;
  /** Where a step back leads; nothing where the step before is elsewhere. */
  readonly back?: string | undefined;
  /** Where the records clerk takes a decision back to that must be taken up again. */
  readonly reconsider?: string | undefined;
  /** The draft a check is about. */
  readonly draft?: string | undefined;
  /** The check that follows a draft: what an online dossier goes through and others pass by. */
  readonly check?: { readonly waiting: string; readonly after: string; readonly within: TimeAmount; readonly paused: boolean } | undefined;
  /** How many supplement requests the law allows after receipt before the leader must be asked. */
  readonly notices: number;
  /** How long the citizen has to supply what is asked. */
  readonly supplementTime: TimeAmount;
  /** Who sent the dossier up to this step's office, and is sent back to what must be put right there; nothing at the commune. */
  readonly sender?: { readonly holder: UnitPath; readonly role: ProcessRole } | undefined;
  /** Whether the clock of a dossier received for a competent unit elsewhere starts when this handover is acknowledged. */
  readonly startsClock: boolean;
  /** Of an examination before a posting that not every declaration needs: the way past it. */
  readonly unposted?: string | undefined;
  /** Whether a leader confirms this finding before it counts: its paper is issued then. */
  readonly confirmedLater: boolean;
  /** Whether this approval confirms a finding, and issues its paper. */
  readonly confirms: boolean;
  /** Whether an issued result is being corrected: then nothing is asked of the citizen or decided anew. */
  readonly correcting: boolean;
}

/** A placed step of one kind. */
export type Placed<Step extends ProcessStep> = PlacedStep & { readonly step: Step };

/** What the platform must know of a step's own state. */
export function metaOf({ step, holder, role, head, status, clock, stage }: PlacedStep): StateMeta {
  return { status, holder, role, head, stepId: step.id, within: step.within, name: step.name, clock, stage };
}
