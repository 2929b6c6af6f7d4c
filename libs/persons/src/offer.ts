import type { Localized } from '@app/kernel';
import type { Assurance } from './person.js';

/**
 * A value the person need not type. It is shown with where it comes from, and used only when the person says so
 * (Decree 118/2025 as amended, Art. 4(2a): what the state holds is not asked again).
 */
export interface Offer {
  readonly pointer: string;
  readonly path: string;
  readonly value: string | number | boolean;
  readonly source: Localized;
  /** The day the source last said so, `YYYY-MM-DD`: confirmed, or issued. */
  readonly asOf: string;
  /** The paper it stands in, to be shown before it is used. */
  readonly paperId?: string;
  readonly validUntil?: string;
  readonly assurance: Assurance;
}

/** A value before it is known which field it would answer. */
export type FoundValue = Omit<Offer, 'pointer' | 'path'>;
