import type { Principal } from '@app/access';
import type { Localized } from '@app/kernel';
import { describe, possible, ruleOf, type DossierContext, type DossierMachine, type EventData, type Stored } from '@app/workflow';
import type { DossierRow } from '../dossier-row.js';
import { whyNot } from '../may-act.js';

/** An act a person may do now. Never listed by hand: it is what the machine allows and the person may. */
export interface PossibleAct {
  readonly event: string;
  readonly label: Localized;
  readonly data: EventData;
  readonly confirm?: Localized;
}

/** The acts offered to a principal on a dossier, in the order of the table. */
export function possibleActs(machine: DossierMachine, dossier: DossierRow, principal: Principal): PossibleAct[] {
  const stored: Stored = { value: dossier.value as Stored['value'], context: dossier.context as DossierContext };
  const meta = describe(machine, stored);
  return possible(machine, stored)
    .filter((event) => whyNot(principal, event, dossier, meta) === undefined)
    .map((event) => {
      const { label, data, confirm } = ruleOf(event);
      return { event, label, data, ...(confirm === undefined ? {} : { confirm }) };
    });
}
