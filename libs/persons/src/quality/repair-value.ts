import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';
import { correctFact } from '../correct-fact.js';
import { findDoubts } from '../doubts/find-doubts.js';
import type { Statement } from '../fact.js';
import { readFacts } from '../read-facts.js';
import { recordFacts } from '../record-facts.js';

/** What an office may enter from the register before it: a value that was missing, or in place of a wrong one. */
export const REPAIRABLE = ['fullName', 'sex', 'birthDate', 'personalId', 'phone', 'death'] as const;
export type Repairable = (typeof REPAIRABLE)[number];

/** A value put right, on whose authority and why. */
export interface Repair {
  readonly personId: string;
  readonly attribute: Repairable;
  readonly value: string;
  readonly reason: string;
  readonly authority: string;
  readonly officerId: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

const SHAPES: Readonly<Record<Repairable, RegExp>> = {
  fullName: /^\p{L}[\p{L}'.-]*( \p{L}[\p{L}'.-]*)+$/u, sex: /^(male|female)$/, birthDate: /^\d{4}-\d{2}-\d{2}$/, personalId: /^\d{12}$/, phone: /^(0[35789]\d{8}|02\d{8,9})$/, death: /^\d{4}-\d{2}-\d{2}$/,
};

/** Whether a text has the shape of the value, and a day is one that was. */
export function isRepairValue(attribute: Repairable, value: string, today: string): boolean {
  if (!SHAPES[attribute].test(value.normalize('NFC'))) return false;
  if (attribute !== 'birthDate' && attribute !== 'death') return true;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() <= today;
  } catch {
    return false;
  }
}

/**
 * Enters a value that was missing as a new fact, or corrects the one shown; what was said before stays readable with the reason. A number somebody else
 * holds becomes a doubt instead. Throws `reason.required`, `person.unknown`, `repair.not-a-value`.
 */
export async function repairValue(tx: Transaction, { personId, attribute, value, reason, authority, officerId, on }: Repair): Promise<void> {
  if (reason.trim() === '') throw new DomainError('reason.required');
  if (!isRepairValue(attribute, value, on)) throw new DomainError('repair.not-a-value');
  const person = await tx.maybeOne<{ id: string }>('SELECT id FROM person WHERE id = $1', [personId]);
  if (person === undefined) throw new DomainError('person.unknown');
  const statement = { attribute, value } as Statement;
  const shown = (await readFacts(tx, personId)).find((fact) => fact.attribute === attribute && fact.isShown && fact.value !== null);
  const isTaken = attribute === 'personalId' && (await tx.maybeOne(`SELECT FROM person WHERE personal_id = $1 AND id <> ALL (ARRAY(SELECT person_members($2)))`, [value, personId])) !== undefined;
  if (shown === undefined || isTaken) await recordFacts(tx, personId, [statement], { source: 'civil-status-register', authority, asOf: on, officerId });
  else await correctFact(tx, { factId: shown.id, value: statement.value, reason, origin: { source: 'civil-status-register', authority, officerId } });
  await findDoubts(tx, [personId]);
}
