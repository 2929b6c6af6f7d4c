import { digestOf, newId } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { DoubtDetail, DoubtKind } from './doubt.js';

/** Something about data on file that only people can settle. */
export interface RaisedDoubt {
  readonly kind: DoubtKind;
  readonly personId: string;
  /** Needed of a `twin`; of a `number-clash` whoever holds the number; never of a `conflict`. */
  readonly otherPersonId?: string;
  readonly detail?: DoubtDetail;
  /** The commune (5 digits) whose offices decide where no address on file says it. */
  readonly commune?: string;
  /** The officer who saw it; left out where the desk found it itself. */
  readonly raisedBy?: string;
}

/**
 * Raises a doubt, once: what was raised before, decided or not, is not raised again, so that two people found to be two are not asked
 * about a second time. Who was merged speaks as the person they were merged into. Answers whether it is new.
 */
export async function raiseDoubt(tx: Transaction, { kind, personId, otherPersonId, detail = {}, commune, raisedBy }: RaisedDoubt): Promise<boolean> {
  const pair = otherPersonId !== undefined && kind === 'twin' ? [personId, otherPersonId].toSorted() : [personId, otherPersonId ?? null];
  const subject = kind === 'conflict' ? `${detail.attribute ?? ''} ${digestOf([detail.shown?.value ?? null, detail.other?.value ?? null]).slice(0, 16)}` : (detail.number ?? '');
  const added = await tx.execute(
    `INSERT INTO person_doubt (id, kind, person_id, other_person_id, subject, communes, detail, raised_at, raised_by)
     SELECT $1, $2, $3, $4, $5, CASE WHEN live.communes <> '{}' THEN live.communes WHEN family.communes <> '{}' THEN family.communes ELSE array_remove(ARRAY[$6::text], NULL) END, $7, now(), $8
     FROM (SELECT coalesce(array_agg(DISTINCT permanent_address ->> 'communeCode') FILTER (WHERE permanent_address ->> 'communeCode' IS NOT NULL), '{}') AS communes
             FROM person WHERE id IN ($3, $4)) live
       CROSS JOIN (SELECT coalesce(array_agg(DISTINCT permanent_address ->> 'communeCode') FILTER (WHERE permanent_address ->> 'communeCode' IS NOT NULL), '{}') AS communes
             FROM relation JOIN person ON person.id = relation.other_id WHERE relation.person_id IN ($3, $4) AND relation.kind IN ('father', 'mother')) family
     ON CONFLICT DO NOTHING`,
    [newId(), kind, pair[0], pair[1], subject, commune ?? null, JSON.stringify(detail), raisedBy ?? null]);
  return added > 0;
}
