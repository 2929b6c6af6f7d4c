import type { StatementParams } from '@app/database';

/** Whose key it is: a person's, for signatures, or an agency's, for seals. */
export interface KeyOwner {
  readonly kind: 'officer' | 'unit';
  /** UUID of the officer, or the unit's id. */
  readonly id: string;
}

/** The two columns an owner stands in: officer, unit. */
export const columnsOf = ({ kind, id }: KeyOwner): StatementParams => [kind === 'officer' ? id : null, kind === 'unit' ? id : null];
