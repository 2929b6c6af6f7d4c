import { DomainError, fold } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { DataSourceKey } from '../data-sources.js';
import type { Origin, RelationKind } from '../fact.js';
import type { Provenance } from '../person.js';
import { recordFacts } from '../record-facts.js';
import { findHolder } from '../number-holder.js';
import { statementsOf, type StatedIdentity } from './stated-identity.js';

/** What one source says of a new person. */
export interface StatedBy {
  readonly origin: Origin & { readonly officerId: string };
  readonly says: Partial<StatedIdentity>;
}

/** Whose relative the new person is said to be. `child` means that the new person is the other one's child. */
export interface DeclaredRelation {
  readonly kind: RelationKind | 'child';
  readonly otherId: string;
}

/** Somebody nobody had on file, on the way to being there. */
export interface NewPerson {
  /** Made by the caller: a repeat changes nothing. */
  readonly id: string;
  /** The record begins with the first one; no attribute is said by two. */
  readonly stated: readonly StatedBy[];
  /** Who it was compared with and found to be somebody else, and why. */
  readonly notSame: { readonly personIds: readonly string[]; readonly reason: string | null };
  /** The paper in hand, in words. */
  readonly basis: string | null;
  readonly relation?: DeclaredRelation & { readonly origin: Origin };
  /** The question to the population register whose answer is used. */
  readonly queryId?: string;
  readonly caseId?: string;
  readonly procedureCode?: string;
  readonly unitId: string;
  readonly officerId: string;
  /** ISO instant. */
  readonly at: string;
  /** The person on file who holds the number this one shows; the new person is entered without it. */
  readonly numberHeldBy?: string;
}

/**
 * Puts a person on file who was not there, as facts of whoever said them; nothing of anybody else is changed. Two counters that enter
 * the same name at once do it one after the other, so that the second one sees the first. Answers false where this very
 * person was entered before.
 * Throws `person.number-taken` where somebody else has the number by now.
 */
export async function receivePerson(tx: Transaction, person: NewPerson): Promise<boolean> {
  const known = await tx.maybeOne<{ received_by: string }>('SELECT received_by FROM person_reception WHERE person_id = $1', [person.id]);
  if (known) {
    if (known.received_by !== person.officerId) throw new DomainError('command.reused');
    return false;
  }
  const [first] = person.stated;
  const says: Partial<StatedIdentity> = Object.assign({}, ...person.stated.map((each) => each.says));
  const { fullName, sex, personalId, address } = says;
  if (first === undefined || fullName === undefined || sex === undefined) throw new Error('a record begins with a name and a sex');
  if (personalId !== undefined && (await findHolder(tx, personalId)) !== undefined) throw new DomainError('person.number-taken');
  const { source, asOf, authority = null, officerId } = first.origin;
  await tx.execute(
    `INSERT INTO person (id, personal_id, full_name, name_folded, sex, birth_date, ethnicity, nationality, birth_place, home_town, permanent_address, phone,
       source, as_of, authority, recorded_by, provenance)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      person.id, personalId ?? null, fullName, fold(fullName), sex, says.birthDate ?? null, says.ethnicity ?? null, says.nationality ?? null, says.birthPlace ?? null, says.homeTown ?? null,
      address === undefined ? null : JSON.stringify({ text: address }), says.phone ?? null, source, asOf, authority, officerId, JSON.stringify(provenanceOfAll(person.stated)),
    ]);
  if (person.relation) await relate(tx, person.id, person.relation);
  await tx.execute(
    `INSERT INTO person_reception (person_id, received_at, received_by, unit_id, source, basis, compared, not_same_reason, number_held_by, query_id, case_id, procedure_code)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      person.id, person.at, person.officerId, person.unitId, source, person.basis, person.notSame.personIds, person.notSame.reason, person.numberHeldBy ?? null,
      person.queryId ?? null, person.caseId ?? null, person.procedureCode ?? null,
    ]);
  return true;
}

/** Who says which value: the first facts are written down from it. */
function provenanceOfAll(stated: readonly StatedBy[]): Record<string, Provenance> {
  return Object.fromEntries(stated.flatMap(({ origin: { source, asOf, authority }, says }) => statementsOf(says).map(({ attribute }) => [attribute, { source, asOf, authority }])));
}

/** The new person's family as somebody declared it: facts that say so, on the file of whom they are about. */
async function relate(tx: Transaction, id: string, { kind, otherId, origin }: DeclaredRelation & { readonly origin: Origin }): Promise<void> {
  const other = await tx.maybeOne<{ sex: 'male' | 'female' }>('SELECT sex FROM person WHERE id = $1', [otherId]);
  if (other === undefined) throw new DomainError('person.unknown');
  if (kind === 'child') {
    await recordFacts(tx, id, [{ attribute: other.sex === 'male' ? 'father' : 'mother', otherId, value: {} }], origin);
    return;
  }
  await recordFacts(tx, otherId, [{ attribute: kind, otherId: id, value: {} }], origin);
  if (kind === 'spouse') await recordFacts(tx, id, [{ attribute: 'spouse', otherId, value: {} }], origin);
}

/** Where a record may begin that no register brought. */
export const RECEIVED_FROM = ['identity-card', 'population-register', 'declared'] as const satisfies readonly DataSourceKey[];
export type ReceivedFrom = (typeof RECEIVED_FROM)[number];
