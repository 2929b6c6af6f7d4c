import type { Offer } from '../api/types';
import type { Answers } from './answer';
import { differs } from './differs';
import { type FormField, nameOf } from './form-schema';

/**
 * How a question stands.
 *
 * - `on-file`: the state holds the value; the person has not been asked yet whether it is right
 * - `agreed`: held, and the person said that it is right
 * - `declared`: the person's own word
 * - `missing`: must be answered, and is not
 * - `optional`: may stay empty, and is empty
 */
export type FieldState = 'on-file' | 'agreed' | 'declared' | 'missing' | 'optional';

interface Given {
  answers: Answers;
  /** What was said to each offer, by pointer. */
  decisions: Readonly<Record<string, boolean>>;
  offers: readonly Offer[];
}

/**
 * How a question stands, from what was said so far.
 * @param lacking names of the fields the desk finds missing or wrong; before it has answered the form itself says what is required
 */
export function fieldStateOf(field: FormField, { answers, decisions, offers }: Given, lacking: ReadonlySet<string> | undefined): FieldState {
  const answer = answers[field.name];
  const offer = offers.find((one) => nameOf(one.pointer) === field.name);
  const said = offer && decisions[offer.pointer];
  if (offer && said !== false && !differs(answer, offer)) return said ? 'agreed' : 'on-file';
  const isLacking = lacking ? lacking.has(field.name) : field.required && answer === undefined;
  if (isLacking) return 'missing';
  return answer === undefined ? 'optional' : 'declared';
}

/** How many questions stand in each way. */
export function countStates(states: Iterable<FieldState>): Record<FieldState, number> {
  const counts: Record<FieldState, number> = { 'on-file': 0, agreed: 0, declared: 0, missing: 0, optional: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}
