import type { Consequence, ConsequenceParams, ConsequenceType } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { pauseClock, resumeClock, startClock, stopClock } from './clock.js';
import { armDeadline } from './deadlines.js';
import { closeHandover, openHandover } from './handovers.js';
import { allocateCode, allocateNumber } from './numbers.js';
import { closeSupplement, openSupplement } from './supplements.js';

type Handlers = { readonly [Type in ConsequenceType]: (scope: ActScope, params: ConsequenceParams[Type]) => Promise<void> };

/** What each named consequence does inside the act's transaction; a new one in the workflow does not compile until it stands here. */
const HANDLERS = {
  startClock, pauseClock, resumeClock, stopClock,
  openHandover, closeHandover, openSupplement, closeSupplement,
  armDeadline, allocateCode, allocateNumber,
} satisfies Handlers;

/** Counters come last and in this order, so that their locked rows are held for a moment only and never crosswise. */
const LAST: readonly ConsequenceType[] = ['allocateCode', 'allocateNumber'];

/** The consequences to carry out before the act's own rows, and those after them. */
export function inOrder(consequences: readonly Consequence[]): { first: Consequence[]; last: Consequence[] } {
  const isLast = (each: Consequence): boolean => LAST.includes(each.type);
  return { first: consequences.filter((each) => !isLast(each)), last: consequences.filter(isLast) };
}

/** Carries one consequence out. */
export async function bringAbout(scope: ActScope, consequence: Consequence): Promise<void> {
  const handler = HANDLERS[consequence.type] as (scope: ActScope, params: unknown) => Promise<void>;
  await handler(scope, 'params' in consequence ? consequence.params : undefined);
}
