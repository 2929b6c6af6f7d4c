import { newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Address, Origin } from '../fact.js';
import { logLook } from '../read-log.js';
import type { Look } from '../reader.js';
import { parseSourcePath } from '../source-path.js';
import { recordSubjectFacts } from './record-subject-facts.js';
import type { Household, HouseholdMember, HouseholdRelation, Membership } from './household.js';

/**
 * The household somebody belongs to now, for a form that asks for it. Members the form names get a line in their log, and nobody else: of
 * the others nothing is shown. Throws `reason.required` without a purpose.
 * @param paths the source paths of the form's visible fields; nothing is read where none asks for the household
 */
export async function readHousehold(tx: Transaction, personId: string, paths: readonly string[], look: Look): Promise<Household | undefined> {
  const asked = paths.map(parseSourcePath).filter((path) => path !== undefined && ('household' in path || 'member' in path));
  if (asked.length === 0) return undefined;
  const named = new Set(asked.flatMap((path) => (path !== undefined && 'member' in path ? [path.member] : [])));
  const household = await householdOf(tx, personId);
  await logLook(tx, (household?.members ?? []).flatMap(({ person: { id } }, place) => (named.has(place + 1) && id !== personId ? [id] : [])), look, ['household']);
  return household;
}

/**
 * The household somebody belongs to now, with everybody in it; whoever is named finds the look in their own log, and the person too where
 * there is none. Throws `reason.required` without a purpose.
 */
export async function openHousehold(tx: Transaction, personId: string, look: Look): Promise<Household | undefined> {
  const household = await householdOf(tx, personId);
  await logLook(tx, [...new Set([personId, ...(household?.members ?? []).map(({ person: { id } }) => id)])], look, ['household']);
  return household;
}

/** Unlogged: for the two above. */
async function householdOf(tx: Transaction, personId: string): Promise<Household | undefined> {
  const place = await placeOf(tx, personId);
  const household = place && (await tx.maybeOne<Omit<Household, 'members'>>('SELECT id, code, address FROM household WHERE id = $1', [place.household_id]));
  if (household === undefined) return undefined;
  const members = await tx.rows<HouseholdMember>(
    `SELECT relation, since, source, "asOf", person FROM (
       SELECT DISTINCT ON (p.id) m.relation, m.since::text AS since, m.source, m.as_of::text AS "asOf", p.birth_date, p.id,
         jsonb_build_object('id', p.id, 'fullName', p.full_name, 'personalId', p.personal_id, 'birthDate', p.birth_date, 'sex', p.sex) AS person
       FROM household_member m JOIN person record ON record.id = m.person_id JOIN person p ON p.id = coalesce(record.merged_into, record.id)
       WHERE m.household_id = $1 AND m.until IS NULL ORDER BY p.id, m.relation <> 'head', m.since NULLS LAST) AS member
     ORDER BY relation <> 'head', birth_date NULLS LAST, id`, [household.id]);
  return { ...household, members };
}

/** Somebody comes to live in a household. */
export interface Joined {
  readonly personId: string;
  readonly relation: HouseholdRelation;
  /** Whose household it is, by that member's personal ID; left out where the person begins one of their own. */
  readonly withPersonalId?: string;
  readonly address?: Address;
  readonly since: string;
  readonly origin: Origin;
}

interface Place {
  readonly household_id: string;
  /** The record that belongs to it: the person's own, or one merged into it. */
  readonly person_id: string;
  readonly relation: HouseholdRelation;
  readonly since: string | null;
}

/**
 * Puts somebody into a household, and ends their membership of the one before. Where the head has none on file yet, it begins with the
 * head; where nobody knows the head here, nothing is said. Joining the household one is in already says only what one is to the head.
 */
export async function joinHousehold(tx: Transaction, { personId, relation, withPersonalId, address, since, origin }: Joined): Promise<string | undefined> {
  const head = withPersonalId === undefined ? undefined : await tx.maybeOne<{ id: string }>('SELECT id FROM person WHERE personal_id = $1 AND id <> $2', [withPersonalId, personId]);
  if (withPersonalId !== undefined && head === undefined) return undefined;
  const [before, theirs] = [await placeOf(tx, personId), head && (await placeOf(tx, head.id))];
  const [said] = origin.dossierId === undefined ? [] : await tx.rows<{ household_id: string }>(
    `SELECT household_id FROM subject_fact_shown WHERE attribute = 'member' AND person_id = $1 AND dossier_id = $2 AND value ->> 'until' IS NULL`, [personId, origin.dossierId]);
  const householdId = theirs?.household_id ?? said?.household_id ?? newId();
  if (before !== undefined && before.household_id !== householdId) await leave(tx, before, { until: since, endedBy: 'moved' }, origin);
  const begins = theirs === undefined && said === undefined;
  await recordSubjectFacts(tx, { householdId }, [
    ...(begins && address !== undefined ? [{ attribute: 'address', value: address } as const] : []),
    ...(begins && head !== undefined ? [{ attribute: 'member', personId: head.id, value: { relation: 'head', since } } as const] : []),
    {
      attribute: 'member', personId: before?.household_id === householdId ? before.person_id : personId,
      value: { relation: head === undefined ? 'head' : relation, since: before?.household_id === householdId ? (before.since ?? since) : since },
    },
  ], origin);
  return householdId;
}

/** Everybody of the household somebody belongs to now, as ids: on whose files a paper of the household goes. */
export async function housemates(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>(
    `SELECT DISTINCT coalesce(p.merged_into, p.id) AS person_id FROM household_member m JOIN person p ON p.id = m.person_id
      WHERE m.until IS NULL AND m.household_id = $1 ORDER BY 1`, [(await placeOf(tx, personId))?.household_id ?? null]);
  return rows.map(({ person_id: id }) => id);
}

/** Somebody leaves the household they are in: their registration was removed, or they died. Nothing where they are in none. */
export async function leaveHousehold(tx: Transaction, personId: string, end: { readonly until: string; readonly endedBy: 'removed' | 'death' }, origin: Origin): Promise<void> {
  const place = (await placeOf(tx, personId)) ?? (await tx.maybeOne<Place>(
    `SELECT household_id, person_id, relation, since::text AS since FROM household_member WHERE person_id = $1 AND dossier_id = $2`, [personId, origin.dossierId ?? null]));
  if (place !== undefined) await leave(tx, place, end, origin);
}

/** A new-born lives with the mother, else with the father, until something else is registered (Law on Residence 2020, Art. 20). */
export async function bornIntoHousehold(tx: Transaction, childId: string, bornOn: string, origin: Origin): Promise<void> {
  const parents = await tx.rows<Place>(
    `SELECT m.household_id, m.person_id, m.relation FROM relation r JOIN household_member m ON m.person_id = r.other_id AND m.until IS NULL
      WHERE r.person_id = $1 AND r.kind IN ('mother', 'father') ORDER BY r.kind = 'mother' DESC`, [childId]);
  const [first] = parents;
  const already = await placeOf(tx, childId);
  if (first === undefined || (already !== undefined && already.household_id !== first.household_id)) return;
  // The child of a daughter-in-law is a grandchild through its father.
  const relations = parents.filter(({ household_id }) => household_id === first.household_id).map(({ relation }) => CHILD_OF[relation]);
  const relation = relations.find((each) => each !== 'other') ?? 'other';
  await recordSubjectFacts(tx, { householdId: first.household_id }, [{ attribute: 'member', personId: childId, value: { relation, since: bornOn } }], origin);
}

/** What the child of a member is to the head. */
const CHILD_OF: Readonly<Record<HouseholdRelation, HouseholdRelation>> = {
  head: 'child', spouse: 'child', child: 'grandchild', grandchild: 'other', parent: 'sibling', sibling: 'other', other: 'other',
};

/** Where somebody lives now; of two records of one person what was said last. */
function placeOf(tx: Transaction, personId: string): Promise<Place | undefined> {
  return tx.maybeOne<Place>(
    `SELECT household_id, person_id, relation, since::text AS since FROM household_member WHERE person_id IN (SELECT person_members($1)) AND until IS NULL
      ORDER BY as_of DESC, since DESC NULLS LAST, household_id LIMIT 1`, [personId]);
}

async function leave(tx: Transaction, { household_id: householdId, person_id: personId, relation, since }: Place, end: Pick<Membership, 'until' | 'endedBy'>, origin: Origin): Promise<void> {
  await recordSubjectFacts(tx, { householdId }, [{ attribute: 'member', personId, value: { relation, ...(since !== null && { since }), ...end } }], origin);
}
