import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';
import { correctFact } from '../correct-fact.js';
import { findFact } from '../read-facts.js';
import { recordFacts } from '../record-facts.js';
import type { DisputedValue, Doubt, DoubtDecision, DoubtKind } from './doubt.js';
import { findDoubts } from './find-doubts.js';
import { merge, separate } from './merge.js';
import { raiseDoubt } from './raise-doubt.js';
import { findDoubt } from './read-doubts.js';

/** Who decides, for which office, when and why. */
export interface DoubtAct {
  readonly doubtId: string;
  readonly officerId: string;
  /** The name of the office, as the corrected fact tells it. */
  readonly authority: string;
  readonly reason: string;
  /** ISO instant. */
  readonly at: string;
  /** The same, as a local day. */
  readonly on: string;
}

/** What may be decided about each kind. */
export const CHOICES = {
  twin: ['same', 'different', 'ask'],
  'number-clash': ['same', 'keep-first', 'keep-other', 'ask'],
  conflict: ['keep-first', 'keep-other', 'ask'],
} as const satisfies Record<DoubtKind, readonly DoubtDecision[]>;

/**
 * Decides a doubt. A merger only waits for the second officer then; a value found right corrects the other with the reason; that two people are two is
 * remembered. Throws `not-found`, `reason.required`, `doubt.settled`, and `doubt.not-possible` for what cannot be decided about this kind.
 */
export async function decideDoubt(tx: Transaction, decision: DoubtDecision, act: DoubtAct): Promise<void> {
  const doubt = await lock(tx, act, ['open', 'asked']);
  const choices: readonly DoubtDecision[] = CHOICES[doubt.kind];
  if (!choices.includes(decision) || (decision === 'same' && doubt.otherPersonId === null)) throw new DomainError('doubt.not-possible');
  if (decision === 'keep-first' || decision === 'keep-other') await keep(tx, doubt, decision, act);
  await write(tx, act, `decision = $2, reason = $3, decided_at = $4, decided_by = $5`, [decision, act.reason.trim(), act.at, act.officerId]);
}

/** Approves a merger another officer proposed, and merges. Throws like {@link decideDoubt}, and `doubt.own-decision`. Answers the record that stands for both. */
export async function approveMerger(tx: Transaction, act: Omit<DoubtAct, 'reason'>): Promise<string> {
  const doubt = await lock(tx, { ...act, reason: '-' }, ['proposed']);
  if (doubt.decidedBy === act.officerId) throw new DomainError('doubt.own-decision');
  const { standing, factId } = await merge(tx, { personIds: pairOf(doubt), proposedBy: doubt.decidedBy!, approvedBy: act.officerId, authority: act.authority, on: act.on });
  await write(tx, act, 'approved_at = $2, approved_by = $3, merger_id = $4', [act.at, act.officerId, factId]);
  // What the two records say differently is a conflict from now on.
  await findDoubts(tx, [standing]);
  return standing;
}

/** Sends a proposed merger back with a reason, or takes one's own back: the doubt is open again, and what was declined is kept. */
export async function declineMerger(tx: Transaction, act: DoubtAct): Promise<void> {
  const { decidedBy, decidedAt, reason } = await lock(tx, act, ['proposed']);
  const declined = { proposedBy: decidedBy, proposedAt: decidedAt, proposal: reason, by: act.officerId, at: act.at, reason: act.reason.trim() };
  await write(tx, act, 'decision = NULL, reason = NULL, decided_at = NULL, decided_by = NULL, declined = declined || $2::jsonb', [JSON.stringify([declined])]);
}

/** Takes an approved merger back: each record stands for itself again, and the two are not asked about any more. */
export async function undoMerger(tx: Transaction, act: DoubtAct): Promise<void> {
  const doubt = await lock(tx, act, ['decided']);
  if (doubt.mergerId === null) throw new DomainError('doubt.not-possible');
  await separate(tx, { factId: doubt.mergerId, officerId: act.officerId, authority: act.authority, reason: act.reason.trim() });
  await write(tx, act, 'undone_at = $2, undone_by = $3, undo_reason = $4', [act.at, act.officerId, act.reason.trim()]);
  // A number that was decided on while they were one may be claimed by both now.
  const claims = await tx.rows<{ personId: string; otherPersonId: string; number: string }>(
    `SELECT p.id AS "personId", holder.id AS "otherPersonId", holder.personal_id::text AS number FROM person p
       JOIN person_fact_shown f ON f.person_id = p.id AND f.attribute = 'personalId' JOIN person holder ON holder.personal_id = f.value #>> '{}' AND holder.id <> p.id
      WHERE p.id = ANY ($1::uuid[]) AND p.personal_id IS NULL AND p.merged_into IS NULL`, [pairOf(doubt)]);
  for (const { number, ...pair } of claims) await raiseDoubt(tx, { kind: 'number-clash', ...pair, detail: { number }, raisedBy: act.officerId });
}

async function lock(tx: Transaction, { doubtId, reason }: Pick<DoubtAct, 'doubtId' | 'reason'>, states: ReadonlyArray<Doubt['state']>): Promise<Doubt> {
  if (reason.trim() === '') throw new DomainError('reason.required');
  const doubt = await findDoubt(tx, doubtId, { lock: true });
  if (doubt === undefined) throw new DomainError('not-found');
  if (!states.includes(doubt.state)) throw new DomainError('doubt.settled');
  return doubt;
}

async function write(tx: Transaction, { doubtId }: Pick<DoubtAct, 'doubtId'>, what: string, params: readonly unknown[]): Promise<void> {
  await tx.execute(`UPDATE person_doubt SET ${what} WHERE id = $1`, [doubtId, ...params]);
}

function pairOf({ personId, otherPersonId }: Doubt): [string, string] {
  if (otherPersonId === null) throw new DomainError('doubt.not-possible');
  return [personId, otherPersonId];
}

/** What was found right takes the place of what was found wrong, as a correction with reason and authority. */
async function keep(tx: Transaction, doubt: Doubt, decision: 'keep-first' | 'keep-other', act: DoubtAct): Promise<void> {
  const { detail } = doubt;
  if (doubt.kind === 'number-clash') return decision === 'keep-first' ? moveNumber(tx, doubt, act) : undefined;
  const [right, wrong] = decision === 'keep-first' ? [detail.shown, detail.other] : [detail.other, detail.shown];
  await correct(tx, wrong, right, detail.dossierId, act);
}

/** @param declaredIn the dossier of a value that is no fact yet */
async function correct(tx: Transaction, wrong: DisputedValue | undefined, right: DisputedValue | undefined, declaredIn: string | undefined, { reason, authority, officerId }: DoubtAct): Promise<void> {
  // A value only declared stands in its dossier alone, which keeps what was declared.
  const fact = wrong?.factId === undefined ? undefined : await findFact(tx, wrong.factId);
  if (fact === undefined || fact.isCorrected) return;
  const known = right?.factId === undefined ? undefined : await findFact(tx, right.factId);
  const dossierId = known === undefined ? declaredIn : (known.dossierId ?? undefined);
  const source = known?.source ?? (declaredIn === undefined ? fact.source : 'dossier');
  await correctFact(tx, { factId: fact.id, value: right?.value ?? null, reason, origin: { source, authority, officerId, ...(dossierId !== undefined && { dossierId }) } });
}

/** The holder of a number gives it up to whom it belongs. */
async function moveNumber(tx: Transaction, { personId, otherPersonId, detail: { number } }: Doubt, { reason, authority, officerId, on }: DoubtAct): Promise<void> {
  if (number === undefined || otherPersonId === null) throw new DomainError('doubt.not-possible');
  const held = await tx.rows<{ id: string }>(
    `SELECT id FROM person_fact f WHERE person_id = ANY (ARRAY(SELECT person_members($1))) AND attribute = 'personalId' AND (value #>> '{}') = $2 AND NOT EXISTS (SELECT FROM person_fact c WHERE c.corrects = f.id)`,
    [otherPersonId, number]);
  for (const { id } of held) await correctFact(tx, { factId: id, value: null, reason, origin: { source: 'civil-status-register', authority, officerId } });
  await recordFacts(tx, personId, [{ attribute: 'personalId', value: number }], { source: 'civil-status-register', authority, asOf: on, officerId });
}
