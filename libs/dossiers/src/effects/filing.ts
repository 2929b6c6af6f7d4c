import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { PersonsService, SubjectsService } from '@app/persons';
import type { PaperFacts } from '../papers/facts.js';
import type { Moment } from '../papers/moment.js';

/** On whose file a result goes, and what it says there. */
export interface Filed {
  readonly personIds: readonly string[];
  /** Where it is not the owner's alone. */
  readonly organisationIds?: readonly string[];
  readonly content: Readonly<Record<string, unknown>>;
  readonly validUntil?: string;
  /** The paper on file it takes the place of. */
  readonly replaces?: string;
  /** On whose files it goes as a paper of another kind: a birth certificate is to the parents that of a child. */
  readonly also?: { readonly kind: string; readonly name: Localized; readonly personIds: readonly string[] };
}

/** The registry's services a result is filed with. */
export interface Registry {
  readonly persons: PersonsService;
  readonly subjects: SubjectsService;
}

export interface Filing extends Registry {
  readonly tx: Transaction;
  readonly facts: PaperFacts;
  readonly moment: Moment;
  readonly model: Record<string, unknown>;
  readonly issuedOn: string;
  /** The agency that issued it, by name. */
  readonly authority: string;
}
