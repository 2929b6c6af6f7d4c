import type { Assessment, ComponentOffer, Offer } from '../api/types';
import { differs } from '../forms/differs';
import { toAnswer } from '../forms/answer';
import { type FormField, type FormGroup, nameOf } from '../forms/form-schema';
import { type Intake, type IntakeChange, UNCHECKED } from './intake-state';
import { kindOf } from './readiness';

/** What is on file for an intake and not yet said anything about. */
export interface OpenOffers {
  fields: readonly { field: FormField; offer: Offer }[];
  /** Papers in force, for components that have exactly one: where there are several the clerk chooses. */
  papers: readonly ComponentOffer[];
}

/** The offers that wait for the person's word. What was typed and differs is decided one by one: nothing typed is overwritten in passing. */
export function openOffers(intake: Intake, groups: readonly FormGroup[], assessment: Assessment | undefined): OpenOffers {
  const fields = new Map(groups.flatMap((group) => group.fields).map((field) => [field.name, field]));
  const inForce = (assessment?.componentOffers ?? []).filter(({ paper }) => paper.state === 'in-force');
  return {
    fields: (assessment?.offers ?? []).flatMap((offer) => {
      const field = fields.get(nameOf(offer.pointer));
      return field && intake.decisions[offer.pointer] === undefined && !differs(intake.answers[field.name], offer) ? [{ field, offer }] : [];
    }),
    papers: inForce.filter(({ key }) => isUntouched(intake, key) && inForce.filter((other) => other.key === key).length === 1),
  };
}

const isUntouched = (intake: Intake, key: string): boolean => {
  const { state, files, paperOnFileId } = intake.checks[key] ?? UNCHECKED;
  return state === 'unchecked' && files.length === 0 && paperOnFileId === undefined;
};

/** What the person said of everything that was read out to them: each value agreed or not, each paper used or brought instead. */
export function answerOffers({ fields, papers }: OpenOffers, agreed: boolean, assessment: Assessment | undefined): IntakeChange[] {
  const decisions = fields.map(({ field, offer }) => ({ pointer: offer.pointer, agreed, name: field.name, value: agreed ? toAnswer(field, offer.value) : undefined }));
  return [{ type: 'decide', decisions }, ...(agreed ? papers.map((offer) => usePaper(offer, assessment)) : [])];
}

/** A paper on file in the place of one that would be brought. */
export function usePaper({ key, paper }: ComponentOffer, assessment: Assessment | undefined): IntakeChange {
  const kinds = assessment?.components.find((component) => component.key === key)?.kinds ?? [];
  return { type: 'check', key, check: { paperOnFileId: paper.id, kind: kinds.includes('electronic') ? 'electronic' : kindOf(kinds), state: 'passed' } };
}
