import { digestOf, fold } from '@app/kernel';
import type { Transaction } from '@app/database';
import { seedSubjects } from './seed-subjects.js';
import { readDemonstrationPeople, seedId, type DemonstrationMarriage, type DemonstrationPaper, type DemonstrationPerson } from './data.js';

/** The day the demonstration's registers were last read. */
const AS_OF = '2026-10-01';

/**
 * Seeds the invented citizens, their families and papers, households and organisations. May run again: what is there is left alone.
 * @param today local date, `YYYY-MM-DD`: papers of new-borns lie a few days before it.
 */
export async function seedPersons(tx: Transaction, today: string): Promise<void> {
  const { people, marriages, papers } = readDemonstrationPeople();
  await tx.execute(
    `INSERT INTO person (id, personal_id, full_name, name_folded, sex, birth_date, ethnicity, nationality, birth_place, home_town,
       permanent_address, phone, email, alive, died_on, source, as_of)
     SELECT id, personal_id, full_name, name_folded, sex, birth_date, ethnicity, nationality, birth_place, home_town,
       permanent_address, phone, email, died_on IS NULL, died_on, 'population-register', $2::date
     FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, personal_id text, full_name text, name_folded text, sex text, birth_date text,
       ethnicity text, nationality text, birth_place text, home_town text, permanent_address jsonb, phone text, email text, died_on date)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(people.map(personRow)), AS_OF],
  );
  await tx.execute(
    `INSERT INTO relation (person_id, kind, other_id, since, until, ended_by, source)
     SELECT person_id, kind, other_id, since, until, ended_by, 'civil-status-register'
     FROM jsonb_to_recordset($1::jsonb) AS row (person_id uuid, kind text, other_id uuid, since date, until date, ended_by text)
     ON CONFLICT (person_id, kind, other_id) DO NOTHING`,
    [JSON.stringify([...people.flatMap(parentRows), ...marriages.flatMap(spouseRows)])],
  );
  await tx.execute(
    `INSERT INTO paper_on_file (id, person_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, state, content, assurance, source, sha256)
     SELECT id, person_id, kind, name_vi, name_en, number, issuer, issued_on, valid_until, state, content, assurance, source, sha256
     FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, person_id uuid, kind text, name_vi text, name_en text, number text, issuer text,
       issued_on date, valid_until date, state text, content jsonb, assurance text, source text, sha256 text)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(papers.map((paper) => paperRow(paper, today)))],
  );
  await tx.execute(
    `INSERT INTO paper_revocation (paper_id, person_id, reason, authority, revoked_on)
     SELECT paper_id, person_id, reason, authority, revoked_on
     FROM jsonb_to_recordset($1::jsonb) AS row (paper_id uuid, person_id uuid, reason text, authority text, revoked_on date)
     ON CONFLICT (paper_id) DO NOTHING`,
    [JSON.stringify(papers.flatMap(revocationRow))],
  );
  await seedSubjects(tx);
}

function personRow(person: DemonstrationPerson) {
  return {
    id: seedId(person.key),
    personal_id: person.personalId,
    full_name: person.name.normalize('NFC'),
    name_folded: fold(person.name),
    sex: person.sex,
    birth_date: person.birthDate,
    ethnicity: person.ethnicity,
    nationality: person.nationality,
    birth_place: person.birthPlace,
    home_town: person.homeTown,
    permanent_address: person.address,
    phone: person.phone ?? null,
    email: person.email ?? null,
    died_on: person.diedOn ?? null,
  };
}

function parentRows({ key, father, mother }: DemonstrationPerson) {
  const row = (kind: string, parent: string | undefined) => (parent ? [{ person_id: seedId(key), kind, other_id: seedId(parent) }] : []);
  return [...row('father', father), ...row('mother', mother)];
}

function spouseRows({ one, other, since, until, endedBy }: DemonstrationMarriage) {
  const row = (person: string, spouse: string) => ({ person_id: seedId(person), kind: 'spouse', other_id: seedId(spouse), since, until: until ?? null, ended_by: endedBy ?? null });
  return [row(one, other), row(other, one)];
}

function paperRow(paper: DemonstrationPaper, today: string) {
  const { kind, number, issuer } = paper;
  const issuedOn = paper.issuedOn ?? daysBefore(today, paper.issuedDaysAgo ?? 0);
  const content = Object.fromEntries(Object.entries(paper.content).map(([key, value]) => [key, dated(value, today)]));
  return {
    id: paperId(paper),
    person_id: seedId(paper.person),
    kind,
    name_vi: paper.name.vi,
    name_en: paper.name.en,
    number,
    issuer,
    issued_on: issuedOn,
    valid_until: paper.validUntil ?? null,
    state: 'in-force',
    content,
    assurance: paper.assurance,
    source: paper.source,
    sha256: digestOf({ kind, number, issuer, issuedOn, content }),
  };
}

const paperId = ({ person, kind, number }: DemonstrationPaper): string => seedId(`${person} ${kind} ${number}`);

function revocationRow(paper: DemonstrationPaper) {
  const { person, revoked } = paper;
  return revoked ? [{ paper_id: paperId(paper), person_id: seedId(person), reason: revoked.reason, authority: revoked.authority, revoked_on: revoked.on }] : [];
}

/** `$daysAgo:5` becomes the date five days before the seed. */
function dated(value: string | number, today: string): string | number {
  const days = typeof value === 'string' ? /^\$daysAgo:(\d+)$/.exec(value)?.[1] : undefined;
  return days === undefined ? value : daysBefore(today, Number(days));
}

function daysBefore(date: string, days: number): string {
  return Temporal.PlainDate.from(date).subtract({ days }).toString();
}
