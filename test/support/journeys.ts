import {
  TRIED_FACTS, begin, decide, explore, ruleOf, shortestPaths, statePath, type DossierMachine, type EventType, type Stored,
} from '@app/workflow';

/** A way of one dossier from its beginning to an end, as the pure engine foretells it. */
export interface Journey {
  readonly acts: readonly EventType[];
  /** The state after each act. */
  readonly states: readonly string[];
}

/**
 * Foretells a way.
 * @param asked how many bodies are consulted
 * @throws Error when the engine refuses an act of it
 */
export function foretell(machine: DossierMachine, acts: readonly EventType[], asked = 1): Journey {
  let stored: Stored = begin(machine);
  const states = acts.map((type, index) => {
    const facts = type === 'requestConsultation' ? { asked } : TRIED_FACTS[type];
    const decision = decide(machine, stored, facts === undefined ? { type } : { type, facts });
    if (!decision.accepted) throw new Error(`${type} is impossible after ${acts.slice(0, index).join(', ')}`);
    stored = decision;
    return statePath(decision.value);
  });
  return { acts, states };
}

const isPrefix = (start: readonly EventType[], whole: readonly EventType[]): boolean => start.every((act, index) => whole[index] === act);

const OPINIONS: ReadonlySet<EventType> = new Set(['answerConsultation', 'declineConsultation', 'consultationDeemedAgreed', 'consultationOverdue', 'proceedWithoutAnswer']);
/** Where silence counts as agreement, no time of a body ever runs out unanswered: the engine would take these acts, nothing brings them about. */
const NEVER: ReadonlySet<EventType> = new Set(['consultationOverdue', 'proceedWithoutAnswer']);

/** Of the bodies that may be consulted one is asked, and answers, unless the way is about another end of its silence. */
function askingOne(acts: readonly EventType[]): EventType[] {
  return acts.flatMap((act, index): EventType[] => {
    if (act === 'requestConsultation') {
      const end = acts.findIndex((each, at) => at > index && !OPINIONS.has(each));
      const opinions = acts.slice(index + 1, end === -1 ? undefined : end);
      return [act, opinions.find((each) => !NEVER.has(each)) ?? 'answerConsultation'];
    }
    return OPINIONS.has(act) ? [] : [act];
  });
}

/**
 * The fewest ways that walk the shortest path to every state and try every act that moves a dossier at least once. A path
 * that is the beginning of another is not walked twice: the dossier of the longer one is in its state on the way.
 */
export function planJourneys(machine: DossierMachine): readonly Journey[] {
  const situations = explore(machine);
  const shortest = shortestPaths(machine).filter(({ events }) => events.length > 0).toSorted((a, b) => b.events.length - a.events.length);
  const ways: EventType[][] = [];
  for (const { events, ending } of shortest) if (!ways.some((way) => isPrefix(askingOne(events), way))) ways.push(askingOne([...events, ...ending]));

  const tried = new Set<EventType>([...ways.flat(), ...NEVER]);
  for (const from of situations.values()) {
    for (const [type, key] of from.acts) {
      if (tried.has(type)) continue;
      const way = askingOne([...from.reached, type, ...(situations.get(key)?.ending ?? [])]);
      ways.push(way);
      for (const act of way) tried.add(act);
    }
  }
  return ways.map((way) => foretell(machine, way));
}

/** Acts of the system that come from a deadline and move the dossier: a journey waits for them. */
export const isAwaited = (event: EventType): boolean => ruleOf(event).audience === 'system' && ruleOf(event).beside !== true;
/** Warnings of the system: they come whenever time passes, and move nothing. */
export const isAlarm = (event: EventType): boolean => ruleOf(event).audience === 'system' && ruleOf(event).beside === true;

/**
 * The ordinary way with everything on it that leaves a dossier where it is: who works on it, extension asked and granted,
 * and the apology once it is late all the same.
 * @param extendable false where the law counts hours of one day: nothing can be proposed a day before
 */
export function besideJourney(machine: DossierMachine, journeys: readonly Journey[], { extendable }: { readonly extendable: boolean }): Journey {
  const [shortest] = journeys.filter(({ acts }) => acts.at(-1) === 'returnResult' && !acts.includes('openCorrection')).toSorted((a, b) => a.acts.length - b.acts.length);
  if (shortest === undefined) throw new Error('no journey ends with a result');
  const taken = shortest.acts.indexOf('acknowledge') + 1;
  const beside: readonly EventType[] = [
    'assign', 'addCooperator', 'giveOpinion', 'removeCooperator', 'follow', 'unfollow',
    ...(extendable ? (['proposeExtension', 'declineExtension', 'proposeExtension', 'grantExtension'] as const) : []),
    'overdue', 'apologise',
  ];
  return foretell(machine, [...shortest.acts.slice(0, taken), ...beside, ...shortest.acts.slice(taken)]);
}
