import { fold, newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import { findDoubts } from './doubts/find-doubts.js';
import type { Origin, Statement } from './fact.js';
import type { Person } from './person.js';
import { holderOfNumber } from './person-store.js';
import { recordFacts } from './record-facts.js';

/** A birth as a dossier has registered it. */
export interface RegisteredBirth extends Pick<Person, 'fullName' | 'sex' | 'ethnicity' | 'nationality' | 'birthPlace' | 'homeTown'> {
  readonly dossierId: string;
  /** The agency that registered it. */
  readonly authority: string;
  /** `YYYY-MM-DD`. */
  readonly registeredOn: string;
  readonly birthDate: string;
  /** Parents not on file, or not named, are left out. */
  readonly motherPersonalId?: string;
  readonly fatherPersonalId?: string;
}

interface Parent {
  readonly id: string;
  readonly kind: 'mother' | 'father';
}

/**
 * Puts a new-born on file with their parents. A child this dossier has registered before, or of that name and birthday with
 * one of the parents, is known: what differs becomes new facts, so a corrected certificate corrects the file. The personal ID
 * comes later, from the population register. Answers the child's id.
 */
export async function recordBirth(tx: Transaction, birth: RegisteredBirth): Promise<string> {
  const parents = await tx.rows<Parent>(
    `SELECT id, kind FROM (VALUES (${holderOfNumber('$1')}, 'mother'), (${holderOfNumber('$2')}, 'father')) AS parent (id, kind) WHERE id IS NOT NULL`,
    [birth.motherPersonalId ?? null, birth.fatherPersonalId ?? null],
  );
  const fullName = birth.fullName.normalize('NFC');
  const known = await tx.maybeOne<{ id: string }>(
    `SELECT coalesce(person.merged_into, person.id) AS id FROM person
     WHERE person.id IN (SELECT person_id FROM paper_on_file WHERE dossier_id = $1 AND kind = 'birth-certificate')
        OR (name_folded = $2 AND birth_date = $3 AND person.id IN (SELECT person_id FROM relation WHERE kind IN ('mother', 'father') AND other_id IN (SELECT person_members(parent) FROM unnest($4::uuid[]) AS parent)))
     LIMIT 1`,
    [birth.dossierId, fold(fullName), birth.birthDate, parents.map(({ id }) => id)],
  );
  const origin: Origin = { source: 'dossier', authority: birth.authority, asOf: birth.registeredOn, dossierId: birth.dossierId };
  const id = known?.id ?? newId();
  if (known === undefined) {
    await tx.execute(
      `INSERT INTO person (id, full_name, name_folded, sex, birth_date, ethnicity, nationality, birth_place, home_town, source, as_of, dossier_id, authority)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'dossier', $10, $11, $12)`,
      [id, fullName, fold(fullName), birth.sex, birth.birthDate, birth.ethnicity, birth.nationality, birth.birthPlace, birth.homeTown, birth.registeredOn, birth.dossierId, birth.authority],
    );
  }
  await recordFacts(tx, id, [...registered({ ...birth, fullName }), ...(await relations(tx, id, birth.dossierId, parents))], origin);
  if (known === undefined) await findDoubts(tx, [id]);
  return id;
}

/** What the certificate says; what it leaves open it does not deny. */
function registered({ fullName, sex, birthDate, ethnicity, nationality, birthPlace, homeTown }: RegisteredBirth): Statement[] {
  const said: Statement[] = [
    { attribute: 'fullName', value: fullName }, { attribute: 'sex', value: sex }, { attribute: 'birthDate', value: birthDate }, { attribute: 'ethnicity', value: ethnicity },
    { attribute: 'nationality', value: nationality }, { attribute: 'birthPlace', value: birthPlace }, { attribute: 'homeTown', value: homeTown },
  ];
  return said.filter(({ value }) => value !== null);
}

/** The parents named, and an end of those this dossier named before and names no more. */
async function relations(tx: Transaction, childId: string, dossierId: string, parents: readonly Parent[]): Promise<Statement[]> {
  const before = await tx.rows<{ attribute: 'mother' | 'father'; otherId: string }>(
    `SELECT attribute, other_id AS "otherId" FROM person_fact_shown WHERE person_id = $1 AND dossier_id = $2 AND attribute IN ('mother', 'father') AND value IS NOT NULL`,
    [childId, dossierId]);
  const dropped = before.filter(({ attribute, otherId }) => !parents.some(({ id, kind }) => id === otherId && kind === attribute));
  return [
    ...parents.map(({ id, kind }): Statement => ({ attribute: kind, otherId: id, value: {} })),
    ...dropped.map(({ attribute, otherId }): Statement => ({ attribute, otherId, value: null })),
  ];
}
