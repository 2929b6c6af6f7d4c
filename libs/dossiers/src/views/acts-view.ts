import type { Principal } from '@app/access';
import type { Localized } from '@app/kernel';
import { describe, possible, ruleOf, type DossierMachine, type EventData } from '@app/workflow';
import { storedOf, type DossierRow } from '../dossier-row.js';
import { whyNot, type ActPlace } from '../may-act.js';
import { reasonKindOf, type ReasonKind } from '../reasons.js';

/** An act a person may do now. Never listed by hand: it is what the machine allows and the person may. */
export interface PossibleAct {
  readonly event: string;
  readonly label: Localized;
  readonly data: EventData;
  readonly confirm?: Localized;
  /** Whether it lies beside the way: it leaves the dossier in the state it is in (an assignment, an extension, following). */
  readonly beside: boolean;
  /** What the reason of the act must be of; an act without it cites none. */
  readonly reasons?: ReasonKind;
}

/** The acts offered to a principal on a dossier, in the order of the table. */
export function possibleActs(machine: DossierMachine, dossier: ActPlace & Pick<DossierRow, 'value' | 'context'>, principal: Principal): PossibleAct[] {
  const stored = storedOf(dossier);
  const meta = describe(machine, stored);
  return possible(machine, stored)
    .filter((event) => whyNot(principal, event, dossier, meta) === undefined)
    .map((event) => {
      const { label, data, confirm, beside } = ruleOf(event);
      const reasons = reasonKindOf(event);
      return { event, label, data, beside: beside === true, ...(confirm === undefined ? {} : { confirm }), ...(reasons === undefined ? {} : { reasons }) };
    });
}
