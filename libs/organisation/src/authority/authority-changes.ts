import type { Transaction } from '@app/database';
import { DomainError } from '@app/kernel';
import type { Editing } from '../calendar/change-records.js';
import type { AuthorityRuleBody } from './authority-rule.js';

/** What a change does: makes a rule, or gives one its last day. */
export type AuthorityChangeBody =
  | { readonly kind: 'rule'; readonly rule: AuthorityRuleBody }
  /** The rule as it stands, its new last day and the document that ends it. */
  | { readonly kind: 'end'; readonly rule: AuthorityRuleBody; readonly until: string; readonly document: string };

/** A change of the rules of authority: what it would do, who proposed it and what became of it. */
export interface AuthorityChange {
  readonly id: string;
  /** The rule it makes or ends. */
  readonly ruleId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly body: AuthorityChangeBody;
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly rejectedReason: string | null;
}

const CHANGE = `c.id, c.rule_id AS "ruleId", c.unit_id AS "unitId", unit.short_vi AS "unitName", c.body,
    CASE WHEN c.approved_at IS NOT NULL THEN 'approved' WHEN c.rejected_at IS NOT NULL THEN 'rejected' ELSE 'proposed' END AS state,
    c.proposed_by AS "proposedBy", proposer.full_name AS "proposedByName", c.proposed_at AS "proposedAt",
    decider.full_name AS "decidedByName", coalesce(c.approved_at, c.rejected_at) AS "decidedAt", c.rejected_reason AS "rejectedReason"
  FROM authority_change c JOIN unit ON unit.id = c.unit_id JOIN officer proposer ON proposer.id = c.proposed_by
    LEFT JOIN officer decider ON decider.id = coalesce(c.approved_by, c.rejected_by)`;

/** The changes, open ones first, then the latest. */
export function listAuthorityChanges(tx: Transaction): Promise<AuthorityChange[]> {
  return tx.rows<AuthorityChange>(`SELECT ${CHANGE} ORDER BY num_nonnulls(c.approved_at, c.rejected_at), c.proposed_at DESC LIMIT 200`);
}

/** Throws `not-found`. */
export function getAuthorityChange(tx: Transaction, id: string): Promise<AuthorityChange> {
  return tx.one<AuthorityChange>(`SELECT ${CHANGE} WHERE c.id = $1`, [id]);
}

/** Locks a change that waits for its decision. Throws `not-found`, `authority.change-decided`. */
export async function lockProposedAuthority(tx: Transaction, id: string): Promise<AuthorityChange> {
  await tx.one('SELECT FROM authority_change WHERE id = $1 FOR UPDATE', [id]);
  const change = await getAuthorityChange(tx, id);
  if (change.state !== 'proposed') throw new DomainError('authority.change-decided');
  return change;
}

/** Puts a wished-for change on record; it does nothing yet. Throws `authority.not-endable` where an end waits already. */
export async function insertAuthorityChange(tx: Transaction, change: { readonly id: string; readonly ruleId: string; readonly body: AuthorityChangeBody }, { officerId, now }: Editing): Promise<void> {
  const { id, ruleId, body } = change;
  const entered = await tx.execute(
    `INSERT INTO authority_change (id, kind, rule_id, unit_id, body, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (rule_id) WHERE kind = 'end' AND approved_at IS NULL AND rejected_at IS NULL DO NOTHING`,
    [id, body.kind, ruleId, body.rule.unitId, JSON.stringify(body), officerId, now.toString()]);
  if (entered === 0) throw new DomainError('authority.not-endable', { params: { date: body.kind === 'end' ? body.until : body.rule.from } });
}

/** Notes the approval. Throws `permission.four-eyes` for who proposed the change. */
export async function approveAuthorityChange(tx: Transaction, change: AuthorityChange, { officerId, now }: Editing): Promise<void> {
  if (change.proposedBy === officerId) throw new DomainError('permission.four-eyes');
  await tx.execute('UPDATE authority_change SET approved_by = $2, approved_at = $3 WHERE id = $1', [change.id, officerId, now.toString()]);
}

export async function rejectAuthorityChange(tx: Transaction, change: AuthorityChange, reason: string, { officerId, now }: Editing): Promise<void> {
  await tx.execute('UPDATE authority_change SET rejected_by = $2, rejected_at = $3, rejected_reason = $4 WHERE id = $1', [change.id, officerId, now.toString(), reason]);
}

/** Who entered a rule and who approved it; nobody for one that came with the program. */
export interface AuthorityRuleOrigin {
  readonly id: string;
  readonly unitName: string;
  readonly proposedByName: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
  /** The proposed end that waits for its decision. */
  readonly endProposed: string | null;
}

/** The origin of every rule. */
export function readAuthorityOrigins(tx: Transaction): Promise<AuthorityRuleOrigin[]> {
  return tx.rows<AuthorityRuleOrigin>(
    `SELECT r.id, unit.short_vi AS "unitName", proposer.full_name AS "proposedByName", approver.full_name AS "approvedByName", c.approved_at AS "approvedAt",
       (SELECT e.id FROM authority_change e WHERE e.rule_id = r.id AND e.kind = 'end' AND e.approved_at IS NULL AND e.rejected_at IS NULL) AS "endProposed"
     FROM authority_rule r JOIN unit ON unit.id = r.unit_id LEFT JOIN authority_change c ON c.id = r.change_id
       LEFT JOIN officer proposer ON proposer.id = c.proposed_by LEFT JOIN officer approver ON approver.id = c.approved_by`);
}
