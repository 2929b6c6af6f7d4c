import { fold, newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Person } from './person.js';

/** A birth as a dossier has registered it. */
export interface RegisteredBirth extends Pick<Person, 'fullName' | 'sex' | 'ethnicity' | 'nationality' | 'birthPlace' | 'homeTown'> {
  readonly dossierId: string;
  /** `YYYY-MM-DD`. */
  readonly registeredOn: string;
  readonly birthDate: string;
  /** Parents not on file, or not named, are left out. */
  readonly motherPersonalId?: string;
  readonly fatherPersonalId?: string;
}

/**
 * Puts a new-born on file with their parents, unless this dossier has done so already, or a parent has a child of that
 * name and birthday. The personal ID comes later, from the population register. Answers the child's id.
 */
export async function recordBirth(tx: Transaction, birth: RegisteredBirth): Promise<string> {
  const parents = await tx.rows<{ id: string; kind: 'mother' | 'father' }>(
    `SELECT id, CASE WHEN personal_id = $1 THEN 'mother' ELSE 'father' END AS kind FROM person WHERE personal_id IN ($1, $2)`,
    [birth.motherPersonalId ?? null, birth.fatherPersonalId ?? null],
  );
  const fullName = birth.fullName.normalize('NFC');
  const known = await tx.maybeOne<{ id: string }>(
    `SELECT person.id FROM person
     WHERE person.id IN (SELECT person_id FROM paper_on_file WHERE dossier_id = $1 AND kind = 'birth-certificate')
        OR (name_folded = $2 AND birth_date = $3 AND person.id IN (SELECT person_id FROM relation WHERE kind IN ('mother', 'father') AND other_id = ANY ($4::uuid[])))
     LIMIT 1`,
    [birth.dossierId, fold(fullName), birth.birthDate, parents.map(({ id }) => id)],
  );
  const id = known?.id ?? newId();
  await tx.execute(
    `INSERT INTO person (id, full_name, name_folded, sex, birth_date, ethnicity, nationality, birth_place, home_town, source, as_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'dossier', $10) ON CONFLICT (id) DO NOTHING`,
    [id, fullName, fold(fullName), birth.sex, birth.birthDate, birth.ethnicity, birth.nationality, birth.birthPlace, birth.homeTown, birth.registeredOn],
  );
  await tx.execute(
    `INSERT INTO relation (person_id, kind, other_id, source)
     SELECT $1, kind, other_id, 'dossier' FROM jsonb_to_recordset($2::jsonb) AS row (kind text, other_id uuid)
     ON CONFLICT (person_id, kind, other_id) DO NOTHING`,
    [id, JSON.stringify(parents.map((parent) => ({ kind: parent.kind, other_id: parent.id })))],
  );
  return id;
}
