import type { PlannedDossier, PlannedStep } from './planned-dossier.js';
import type { WorkingDays } from './working-days.js';

/** A step with its place in time. */
export interface ScheduledStep {
  readonly dossier: PlannedDossier;
  readonly step: PlannedStep;
  /** The dossier's version after it; the first step is number 1. */
  readonly number: number;
  /** Local time, `2026-11-20T08:30`. */
  readonly at: string;
}

/** All steps of all dossiers in the order of time, so that codes and numbers are given out as they were at the counters. */
export function schedule(dossiers: readonly PlannedDossier[], days: WorkingDays): ScheduledStep[] {
  return dossiers
    .flatMap((dossier) => {
      const begins = days.from(days.newest, dossier.endsOn - dossier.steps.at(-1)!.day);
      return dossier.steps.map((step, index) => ({ dossier, step, number: index + 1, at: `${days.from(begins, step.day).toString()}T${step.time}` }));
    })
    .sort((one, other) => one.at.localeCompare(other.at) || one.number - other.number);
}
