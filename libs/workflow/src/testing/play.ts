import type { DossierMachine } from '../compile.js';
import { begin, decide, statePath, type Decision, type Stored } from '../decide.js';
import type { EventType } from '../events.js';
import type { EventFacts } from '../language.js';

/** An act with or without its facts. */
export type Played = EventType | readonly [EventType, EventFacts];

export type Accepted = Extract<Decision, { accepted: true }>;

/**
 * Plays acts one after the other.
 * @throws Error at the first that is refused
 */
export function playFrom(machine: DossierMachine, from: Stored, first: Played, ...rest: readonly Played[]): Accepted {
  return rest.reduce((stored, played) => one(machine, stored, played), one(machine, from, first));
}

/** Plays acts from the beginning of a dossier. */
export function play(machine: DossierMachine, first: Played, ...rest: readonly Played[]): Accepted {
  return playFrom(machine, begin(machine), first, ...rest);
}

function one(machine: DossierMachine, stored: Stored, played: Played): Accepted {
  const [type, facts] = typeof played === 'string' ? [played] : played;
  const decision = decide(machine, stored, { type, ...(facts !== undefined && { facts }) });
  if (!decision.accepted) throw new Error(`${type} was refused at ${statePath(stored.value)}`);
  return decision;
}
