import { fold } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { DoubtDetail } from './doubt.js';
import { raiseDoubt } from './raise-doubt.js';
import { isDoubtful, scorePair, type PersonSketch } from './score-pair.js';

const SKETCH = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'fullName', ${alias}.full_name, 'nameFolded', ${alias}.name_folded, 'sex', ${alias}.sex, 'birthDate', ${alias}.birth_date,
  'personalId', ${alias}.personal_id, 'phone', ${alias}.phone, 'communeCode', ${alias}.permanent_address ->> 'communeCode',
  'motherId', (SELECT other_id FROM relation WHERE person_id = ${alias}.id AND kind = 'mother' ORDER BY other_id LIMIT 1),
  'fatherId', (SELECT other_id FROM relation WHERE person_id = ${alias}.id AND kind = 'father' ORDER BY other_id LIMIT 1))`;

/**
 * Compares these people with whoever they might be and raises what is doubtful: likely the same person twice, and sources that differ on
 * one of their values. Compared with are those born on the same day, those of the same name whose birthday may be meant, and brothers and sisters.
 * Answers how many doubts are new.
 */
export async function findDoubts(tx: Transaction, personIds: readonly string[]): Promise<number> {
  const [twins, conflicts] = [await findTwins(tx, personIds), await findConflicts(tx, personIds)];
  let raised = 0;
  for (const [one, other] of twins) {
    const { score, signs } = scorePair(one, other);
    if (await raiseDoubt(tx, { kind: 'twin', personId: one.id, otherPersonId: other.id, detail: { score, signs } })) raised += 1;
  }
  for (const { personId, detail } of conflicts) if (await raiseDoubt(tx, { kind: 'conflict', personId, detail })) raised += 1;
  return raised;
}

async function findTwins(tx: Transaction, personIds: readonly string[]): Promise<Array<readonly [PersonSketch, PersonSketch]>> {
  const rows = await tx.rows<{ one: PersonSketch; other: PersonSketch }>(
    `WITH asked AS (SELECT * FROM person WHERE id = ANY ($1::uuid[])),
     pair AS (
       SELECT a.id AS one, o.id AS other FROM asked a JOIN person o ON o.birth_date = a.birth_date WHERE length(a.birth_date) = 10
       UNION
       SELECT a.id, o.id FROM asked a JOIN person o ON name_sorted(o.name_folded) = name_sorted(a.name_folded)
         AND (a.birth_date IS NULL OR o.birth_date IS NULL OR left(o.birth_date, 4) = left(a.birth_date, 4) OR (o.permanent_address ->> 'communeCode') = (a.permanent_address ->> 'communeCode'))
       UNION
       SELECT mine.person_id, theirs.person_id FROM relation mine JOIN relation theirs ON theirs.other_id = mine.other_id AND theirs.kind = mine.kind
         WHERE mine.person_id = ANY ($1::uuid[]) AND mine.kind IN ('mother', 'father'))
     SELECT ${SKETCH('a')} AS one, ${SKETCH('o')} AS other
       FROM (SELECT DISTINCT least(one, other) AS one, greatest(one, other) AS other FROM pair WHERE one <> other) p
       JOIN person a ON a.id = p.one JOIN person o ON o.id = p.other
      WHERE NOT EXISTS (SELECT FROM person_doubt d WHERE d.kind = 'twin' AND d.person_id = p.one AND d.other_person_id = p.other)`, [personIds]);
  return rows.filter(({ one, other }) => isDoubtful(one, other)).map(({ one, other }) => [one, other] as const);
}

/** What does not change with time, or not without a decision: here two sources that differ are a mistake of one. */
const LASTING = ['personalId', 'fullName', 'sex', 'birthDate', 'ethnicity', 'nationality', 'birthPlace', 'homeTown', 'death'];
/** Free text, where another spelling says the same. */
const IN_WORDS = new Set(['ethnicity', 'nationality', 'birthPlace', 'homeTown']);

interface Disputed {
  readonly personId: string;
  readonly attribute: string;
  readonly shown: { readonly factId: string; readonly value: unknown };
  readonly other: { readonly factId: string; readonly value: unknown };
}

/** What is shown of a person against the newest word of each other source that nobody has corrected. */
async function findConflicts(tx: Transaction, personIds: readonly string[]): Promise<Array<{ personId: string; detail: DoubtDetail }>> {
  const rows = await tx.rows<Disputed>(
    `WITH live AS (
       SELECT DISTINCT ON (f.person_id, f.attribute, f.source) f.* FROM person_fact f
        WHERE f.person_id = ANY ($1::uuid[]) AND f.attribute = ANY ($2::text[]) AND NOT EXISTS (SELECT FROM person_fact c WHERE c.corrects = f.id)
        ORDER BY f.person_id, f.attribute, f.source, f.as_of DESC, f.recorded_at DESC, f.id DESC)
     SELECT s.person_id AS "personId", s.attribute, jsonb_build_object('factId', s.id, 'value', s.value) AS shown, jsonb_build_object('factId', o.id, 'value', o.value) AS other
       FROM person_fact_shown s JOIN live o ON o.person_id = s.person_id AND o.attribute = s.attribute AND o.source <> s.source
      WHERE s.person_id = ANY ($1::uuid[]) AND o.value IS DISTINCT FROM s.value`, [personIds, LASTING]);
  return rows.filter(({ attribute, shown, other }) => contradict(attribute, shown.value, other.value))
    .map(({ personId, attribute, shown, other }) => ({ personId, detail: { attribute, shown, other } }));
}

/** Whether two values cannot both be right. A year does not contradict a day in it, nor silence a word. */
export function contradict(attribute: string, one: unknown, other: unknown): boolean {
  if (one === null || other === null) return attribute === 'death' && one !== other;
  if (typeof one !== 'string' || typeof other !== 'string') return attribute !== 'death' && one !== other;
  if (attribute === 'birthDate') return !one.startsWith(other) && !other.startsWith(one);
  if (attribute === 'fullName') return one.normalize('NFC').toLowerCase() !== other.normalize('NFC').toLowerCase();
  return IN_WORDS.has(attribute) ? fold(one) !== fold(other) : one !== other;
}
