import type { AgencyEvent, AgencyEventKind, AskedItem } from '@app/exchange';
import type { Procedure } from '@app/catalogue';
import type { EventType } from '@app/workflow';
import type { ActData, SupplementItem, ToldElsewhere } from '../act-command.js';
import { findReason } from '../reasons.js';

/** The act each event of an agency's system becomes. */
const ACT_OF = {
  acknowledged: 'acknowledgedElsewhere',
  'confirmation-awaited': 'confirmationAwaited',
  'confirmation-given': 'confirmationGiven',
  'supplement-asked': 'supplementAskedElsewhere',
  granted: 'grantedElsewhere',
  refused: 'refusedElsewhere',
  stopped: 'stoppedElsewhere',
  'withdrawal-confirmed': 'withdrawalConfirmedElsewhere',
  'withdrawal-declined': 'withdrawalDeclinedElsewhere',
} as const satisfies Record<AgencyEventKind, EventType>;

/** One act of the system, with what accompanies it. */
export interface SystemAct {
  readonly event: EventType;
  readonly data: ActData;
}

/**
 * The act of an event. What the agency asks for is told in the words of our catalogue where it names them, and in its own
 * words where it does not: nothing it says is lost.
 * @param paper the agency's paper, kept already
 */
export function actOfEvent(event: AgencyEvent, procedure: Procedure, paper?: ToldElsewhere['paper']): SystemAct {
  const { at, reference, result, items = [], note } = event;
  const elsewhere: ToldElsewhere = {
    at,
    ...(reference === undefined ? {} : { reference }),
    ...(paper === undefined ? {} : { paper }),
    ...(result?.values === undefined ? {} : { values: result.values }),
  };
  const known = items.map((item) => itemOf(item, procedure));
  const unknown = items.filter((_, index) => known[index] === undefined).map(({ key, note: words }) => [key, words].filter(Boolean).join(': '));
  const words = [note, ...unknown].filter((each) => each?.trim()).join('\n');
  return {
    event: ACT_OF[event.kind],
    data: {
      elsewhere,
      ...(words === '' ? {} : { note: words }),
      ...(items.length === 0 ? {} : { items: known.filter((item) => item !== undefined) }),
    },
  };
}

/** What is asked for, if the procedure knows such a paper or field. */
function itemOf({ target, key, reason, note }: AskedItem, { components, declaration }: Procedure): SupplementItem | undefined {
  const exists = target === 'component' ? components.some((each) => each.key === key) : Object.hasOwn(declaration.properties, key.replace(/^\//u, ''));
  if (!exists) return undefined;
  const isOurs = findReason(reason)?.kind === 'supplement';
  return {
    target,
    key: target === 'field' ? `/${key.replace(/^\//u, '')}` : key,
    reason: isOurs ? reason : target === 'component' ? 'missing-paper' : 'incomplete-answer',
    ...(note === undefined ? {} : { note }),
  };
}
