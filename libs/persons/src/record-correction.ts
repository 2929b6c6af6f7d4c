import { canonicalText } from '@app/kernel';
import type { Transaction } from '@app/database';
import { correctFact } from './correct-fact.js';
import type { Origin } from './fact.js';
import { readFacts } from './read-facts.js';
import { recordFacts } from './record-facts.js';

/** The attributes of civil status, which the commune corrects, changes and adds to (Law 60/2014 Art. 26–29). */
export const CIVIL_STATUS_ATTRIBUTES = ['fullName', 'birthDate', 'sex', 'ethnicity', 'nationality', 'birthPlace', 'homeTown'] as const;
export type CivilStatusAttribute = (typeof CIVIL_STATUS_ATTRIBUTES)[number];

/** A change of somebody's civil status as a dossier has registered it. */
export interface RegisteredCorrection {
  readonly personId: string;
  readonly attribute: CivilStatusAttribute;
  readonly value: string;
  /** Whether what was on file was wrong from the beginning; else it held until this day. */
  readonly wasWrong: boolean;
  readonly reason: string;
  readonly origin: Origin & { readonly authority: string; readonly dossierId: string };
}

/**
 * Puts a registered change of civil status on file. What was wrong is corrected: the right value takes its place in the history,
 * with reason, authority and dossier. What was changed or added is a new fact from that day on. Doing it again does nothing; where
 * the dossier says something else than before, its own fact is corrected.
 */
export async function recordCorrection(tx: Transaction, { personId, attribute, value, wasWrong, reason, origin }: RegisteredCorrection): Promise<void> {
  const said = (await readFacts(tx, personId)).filter((fact) => fact.attribute === attribute && !fact.isCorrected);
  const shown = said.find(({ isShown }) => isShown);
  const isSaidHere = said.some(({ dossierId }) => dossierId === origin.dossierId);
  const isNews = shown === undefined || canonicalText(shown.value) !== canonicalText(value.normalize('NFC'));
  if (wasWrong && !isSaidHere && isNews && shown !== undefined && shown.value !== null) {
    await correctFact(tx, { factId: shown.id, value, reason, origin });
    return;
  }
  if (isNews || isSaidHere) await recordFacts(tx, personId, [{ attribute, value } as { attribute: 'fullName'; value: string }], origin);
}
