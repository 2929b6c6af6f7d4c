import type { Dossier, PossibleAct } from '../api/types';

export interface OfferedActs {
  /** What this person is here for: what carries the dossier on or back, and what waits for this very person. */
  main: PossibleAct[];
  /** What may be done beside the way at any time. */
  beside: PossibleAct[];
  /** The one that carries it on. */
  forward: PossibleAct | undefined;
}

/** Acts beside the way that somebody waits for: a leader's answer, a cooperator's opinion. */
const AWAITED = new Set(['grantExtension', 'declineExtension', 'giveOpinion']);

/** Kinds of data of acts that hold a dossier up, send it back, elsewhere or end it: none of them is the next thing to do. */
const NOT_FORWARD = new Set(['reason', 'supplement', 'withdrawal', 'closing', 'payment', 'reroute']);

/** The acts the desk offers, in its order, grouped for a page. Which are possible is the desk's word; only what would change nothing is left out. */
export function offeredActs(dossier: Dossier): OfferedActs {
  const acts = dossier.acts.filter(({ event }) => wouldChangeSomething(event, dossier));
  const main = acts.filter(({ event, beside }) => !beside || AWAITED.has(event));
  return {
    main,
    beside: acts.filter((act) => !main.includes(act)),
    forward: main.find(({ data, event }) => !NOT_FORWARD.has(data) && event !== 'openCorrection'),
  };
}

function wouldChangeSomething(event: string, { people, clock }: Dossier): boolean {
  switch (event) {
    case 'follow': return !people.following;
    case 'unfollow': return people.following;
    case 'removeCooperator': return people.cooperators.length > 0;
    // An apology is for what is late already, an extension for what is not.
    case 'apologise': return clock.timeToken === 'overdue';
    case 'proposeExtension': return clock.state === 'running' && clock.timeToken !== 'overdue';
    // Asked beside the value it is about.
    case 'askSourceAgain': return false;
    default: return true;
  }
}
