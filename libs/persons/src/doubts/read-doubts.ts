import type { Transaction } from '@app/database';
import type { Doubt, DoubtKind } from './doubt.js';

const INSTANT = (column: string, name: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`;
const DOUBT = `id, kind, person_id AS "personId", other_person_id AS "otherPersonId", communes, detail, state, ${INSTANT('raised_at', 'raisedAt')}, raised_by AS "raisedBy", decision, reason,
  ${INSTANT('decided_at', 'decidedAt')}, decided_by AS "decidedBy", ${INSTANT('approved_at', 'approvedAt')}, approved_by AS "approvedBy", merger_id AS "mergerId", ${INSTANT('undone_at', 'undoneAt')}, undone_by AS "undoneBy", undo_reason AS "undoReason"`;

/** Which doubts are listed: those not decided, or those decided. */
export interface DoubtFilter {
  readonly decided: boolean;
  readonly kind?: DoubtKind;
  /** Where these people live, by code. */
  readonly commune?: string;
  readonly offset: number;
  readonly limit: number;
}

/** The doubts of the reader's communes, those that wait for a second officer first, then the oldest; of decided ones the latest first. */
export async function listDoubts(tx: Transaction, { decided, kind, commune, offset, limit }: DoubtFilter): Promise<{ doubts: Doubt[]; total: number }> {
  const which = `state ${decided ? '' : 'NOT '}IN ('decided', 'undone') AND ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR communes @> ARRAY[$2::text])`;
  const [doubts, { total }] = await Promise.all([
    tx.rows<Doubt>(`SELECT ${DOUBT} FROM person_doubt WHERE ${which} ORDER BY ${decided ? 'person_doubt.decided_at DESC' : `state <> 'proposed', person_doubt.raised_at`}, id LIMIT $3 OFFSET $4`, [kind ?? null, commune ?? null, limit, offset]),
    tx.one<{ total: number }>(`SELECT count(*)::int AS total FROM person_doubt WHERE ${which}`, [kind ?? null, commune ?? null]),
  ]);
  return { doubts, total };
}

/** One doubt, as far as the reader's communes go. */
export function findDoubt(tx: Transaction, id: string, options: { readonly lock?: boolean } = {}): Promise<Doubt | undefined> {
  return tx.maybeOne<Doubt>(`SELECT ${DOUBT} FROM person_doubt WHERE id = $1 ${options.lock ? 'FOR UPDATE' : ''}`, [id]);
}
