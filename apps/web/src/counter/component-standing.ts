import type { ComponentOffer, RequiredComponent } from '../api/types';
import type { Check } from './intake-state';

/**
 * How a paper stands: a paper on file can do or does in its place, the person hands in one of their own, it was looked at and does
 * not do, or it is there.
 */
export type ComponentStanding = 'onFile' | 'toBring' | 'missing' | 'there';

/** How a paper stands; nothing for one that is not needed and that nobody speaks of. */
export function standingOf({ required }: Pick<RequiredComponent, 'required'>, { state, paperOnFileId }: Check, offers: readonly ComponentOffer[]): ComponentStanding | undefined {
  if (state === 'failed') return 'missing';
  if (paperOnFileId !== undefined) return 'onFile';
  if (state === 'passed') return 'there';
  if (offers.some(({ paper }) => paper.state === 'in-force')) return 'onFile';
  return required ? 'toBring' : undefined;
}
