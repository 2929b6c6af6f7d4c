import { findingForms, statePath, type FindingForm, type StoredValue } from '@app/workflow';
import type { Noted } from '../act-command.js';
import type { ActFacts, PaperFacts } from './facts.js';
import type { Moment } from './moment.js';

/** What one act has noted. */
export interface FindingFacts {
  /** The examination or the body of the process. */
  readonly place: string;
  readonly form: FindingForm;
  readonly act: ActFacts;
}

/** Every finding and opinion up to an act that notes something, oldest first; what was done again stands again. */
export function findingsUpTo(facts: PaperFacts, { acts }: Pick<Moment, 'acts'>): FindingFacts[] {
  const forms = findingForms(facts.procedure.process);
  return acts.flatMap((act) => {
    const place = placeOf(facts, act);
    const form = place === undefined ? undefined : forms.get(place);
    return place === undefined || form === undefined ? [] : [{ place, form, act }];
  });
}

/** What has been noted last, by examination and body: what a result points to under `/findings`. */
export function notedBy(facts: PaperFacts, moment: Pick<Moment, 'acts'>): Record<string, Noted> {
  return Object.fromEntries(findingsUpTo(facts, moment).map(({ place, act }) => [place, act.data.noted ?? {}]));
}

function placeOf({ consultations }: PaperFacts, act: ActFacts): string | undefined {
  if (act.event === 'answerConsultation') return consultations.find(({ answered_seq }) => answered_seq === act.seq)?.body_id;
  // The state the act was done in names its step: processing.<step>.working.
  return act.event === 'examine' && act.body.from ? statePath(act.body.from.value as StoredValue).split('.')[1] : undefined;
}
