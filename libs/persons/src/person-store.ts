import type { Transaction } from '@app/database';
import type { PaperOnFile, Person, Relative } from './person.js';

const PERSON = `person.id, person.personal_id AS "personalId", person.full_name AS "fullName", person.sex, person.birth_date AS "birthDate",
  person.ethnicity, person.nationality, person.birth_place AS "birthPlace", person.home_town AS "homeTown",
  person.permanent_address AS "permanentAddress", person.phone, person.email, person.alive, person.died_on::text AS "diedOn",
  person.source, person.as_of::text AS "asOf", person.provenance, person.recorded_by IS NOT NULL AS "isNewcomer"`;

/** Whose number a parameter is, as an expression: who shows it, else whoever a record with it was merged into. */
export const holderOfNumber = (parameter: string): string => `coalesce((SELECT id FROM person WHERE personal_id = ${parameter}::text),
  (SELECT p.merged_into FROM person_fact f JOIN person p ON p.id = f.person_id WHERE f.attribute = 'personalId' AND (f.value #>> '{}') = ${parameter}::text AND p.merged_into IS NOT NULL
      AND NOT EXISTS (SELECT FROM person_fact c WHERE c.corrects = f.id) ORDER BY f.recorded_at DESC LIMIT 1))`;

/** Of somebody who was merged, the person they were merged into: what is on file of both is read there. */
export function findPerson(tx: Transaction, id: string): Promise<Person | undefined> {
  return tx.maybeOne<Person>(`SELECT ${PERSON} FROM person WHERE id = (SELECT coalesce(merged_into, id) FROM person WHERE id = $1)`, [id]);
}

/** Parents and spouses as registered, and the children who name this person as a parent. */
export async function readFamily(tx: Transaction, id: string): Promise<Relative[]> {
  const rows = await tx.rows<Person & { link: Omit<Relative, 'person'> }>(
    `SELECT jsonb_build_object('kind', kind, 'since', since, 'until', until, 'endedBy', ended_by, 'source', relation.source, 'asOf', relation.as_of, 'dossierId', relation.dossier_id) AS link, ${PERSON}
     FROM relation JOIN person named ON named.id = other_id JOIN person ON person.id = coalesce(named.merged_into, named.id) WHERE person_id = ANY (ARRAY(SELECT person_members($1)))
     UNION ALL
     SELECT jsonb_build_object('kind', 'child', 'since', null, 'until', null, 'endedBy', null, 'source', relation.source, 'asOf', relation.as_of, 'dossierId', relation.dossier_id), ${PERSON}
     FROM relation JOIN person named ON named.id = person_id JOIN person ON person.id = coalesce(named.merged_into, named.id)
      WHERE other_id = ANY (ARRAY(SELECT person_members($1))) AND kind IN ('father', 'mother')`,
    [id],
  );
  const order = ['father', 'mother', 'spouse', 'child'];
  return once(rows.map(({ link, ...person }) => ({ ...link, person })))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || (one.person.birthDate ?? '').localeCompare(other.person.birthDate ?? ''));
}

/** A relative whom both records of a merged person name, or who was merged, is one: the marriage that says how it ended goes before. */
function once(family: readonly Relative[]): Relative[] {
  const known = new Map<string, Relative>();
  for (const relative of family) {
    const key = `${relative.kind} ${relative.person.id}`;
    if (known.get(key)?.until == null) known.set(key, relative);
  }
  return [...known.values()];
}

/** All papers of a person, the newest first, whatever their state. */
export function readPapers(tx: Transaction, personId: string): Promise<PaperOnFile[]> {
  return readPapersOf(tx, 'person_id', personId);
}

/** All papers of whoever owns them: a person, or an organisation. */
export function readPapersOf(tx: Transaction, owner: 'person_id' | 'organisation_id', id: string): Promise<PaperOnFile[]> {
  return tx.rows<PaperOnFile>(
    `SELECT id, paper.person_id AS "personId", organisation_id AS "organisationId", kind, jsonb_build_object('vi', name_vi, 'en', name_en) AS name, number, issuer,
       issued_on::text AS "issuedOn", valid_until::text AS "validUntil", state, content, file_id AS "fileId", assurance, source,
       paper.dossier_id AS "dossierId", dossier_code AS "dossierCode", sha256, component_key AS "componentKey", accepted_on::text AS "acceptedOn",
       CASE WHEN paper_id IS NOT NULL THEN jsonb_build_object('on', revoked_on, 'reason', reason, 'authority', authority) END AS revocation
     FROM paper_on_file paper LEFT JOIN paper_revocation ON paper_id = id
     WHERE ${owner === 'person_id' ? 'paper.person_id = ANY (ARRAY(SELECT person_members($1)))' : 'paper.organisation_id = $1'} ORDER BY coalesce(issued_on, accepted_on) DESC, id`,
    [id],
  );
}
