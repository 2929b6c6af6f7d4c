import { answerText, resultOf, type Declaration, type Procedure } from '@app/catalogue';
import type { WorkingCalendar } from '@app/calendar';
import type { Localized } from '@app/kernel';
import type { DossierRow } from '../dossier-row.js';
import { endOf } from '../time-amount.js';
import { readable } from './answers-view.js';
import type { DossierContents } from './contents.js';

/** The draft of a result as the citizen reads it before it is signed. */
export interface DraftCheckView {
  /** Until when; silence then means agreement. */
  readonly answerBy: string;
  readonly basis: string;
  readonly result: Localized;
  readonly lines: Array<{ readonly label: Localized; readonly value: string }>;
}

/** What each line of the result reads: one field of the declaration. */
const FIELD = /^\/declaration\/(\w+)$/u;

/**
 * The draft to be checked, line by line, in the words of the form it comes from; nothing when no check is open.
 * @param calendar of the receiving unit, by which the time to check is counted
 */
export function draftCheckView(
  dossier: Pick<DossierRow, 'step_id'>, procedure: Procedure, declaration: Declaration, contents: DossierContents, calendar: WorkingCalendar,
): DraftCheckView | undefined {
  const step = procedure.process.steps.find(({ id }) => id === dossier.step_id);
  if (step?.kind !== 'check') return undefined;
  const submitted = contents.journal.findLast(({ body }) => body.event === 'submitForApproval');
  if (submitted === undefined) return undefined;
  const draft = contents.result?.draft ?? {};
  return {
    answerBy: endOf(calendar, Temporal.Instant.from(submitted.body.at), step.within).toString(),
    basis: step.basis,
    result: resultOf(procedure, declaration).name,
    lines: procedure.result.data.flatMap(({ to, from }) => {
      const name = FIELD.exec(from ?? '')?.[1];
      const field = name === undefined ? undefined : procedure.declaration.properties[name];
      if (name === undefined || field === undefined) return [];
      const value = draft[to] ?? (declaration[name] === undefined ? '' : answerText(field, declaration[name]).vi);
      return value === '' ? [] : [{ label: { vi: field.title, en: field['x-title-en'] }, value: readable(value) }];
    }),
  };
}
