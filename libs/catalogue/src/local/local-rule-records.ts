import type { Transaction } from '@app/database';
import { canonicalText, DomainError, localDate, newId } from '@app/kernel';
import type { Editing } from '../drafting/drafts.js';
import type { LocalDecision, LocalRule, LocalRuleBody, NationalBase } from './local-rule.js';

/** What a person wants a rule to be, or to end. */
export interface ProposedLocalRule {
  readonly kind: 'set' | 'end';
  readonly layer: LocalRule['layer'];
  readonly unitId: string;
  readonly code: string;
  readonly communes: readonly string[];
  readonly decision: LocalDecision;
  /** First day in force; of an end the first day without the rule. */
  readonly from: string;
  readonly until?: string;
  readonly body?: LocalRuleBody;
  readonly base?: NationalBase;
  readonly note?: string;
  /** The rule whose place it takes. */
  readonly replaces?: string;
  /** The record it takes back. */
  readonly undoes?: string;
}

/** A proposal and what became of it; approved it is a rule, or the end of one. */
export interface LocalRuleRecord extends ProposedLocalRule {
  readonly id: string;
  readonly unitName: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly outcome?: 'approved' | 'rejected' | 'withdrawn';
  readonly reason?: string;
  readonly decidedByName?: string;
  readonly decidedAt?: string;
  /** First day of the approved record that took its place. */
  readonly replacedFrom?: string;
  /** Whether it can be taken back: approved, and in nobody's place but its own. */
  readonly undoable: boolean;
}

type Row = { [Key in keyof LocalRuleRecord]: LocalRuleRecord[Key] | null } & { decision_number: string; decision_date: string; issued_by: string };

const RECORD = `r.id, r.kind, r.layer, r.unit_id as "unitId", unit.short_vi as "unitName", r.code, r.communes, r.body, r.base, r.decision_number, r.decision_date::text, r.issued_by,
    r.effective_from::text as "from", r.effective_until::text as until, r.note, r.replaces, r.undoes, r.proposed_by as "proposedBy", a.full_name as "proposedByName", r.proposed_at as "proposedAt",
    r.outcome, r.reason, b.full_name as "decidedByName", r.decided_at as "decidedAt", s.effective_from::text as "replacedFrom", coalesce(r.outcome, '') = 'approved' and s.id is null as undoable
  from local_rule r join unit on unit.id = r.unit_id join officer a on a.id = r.proposed_by left join officer b on b.id = r.decided_by
    left join local_rule s on s.replaces = r.id and s.outcome = 'approved'`;

/** Every record of some units (of all, when none is named), open proposals first, then the latest. */
export async function listLocalRules(tx: Transaction, unitIds?: readonly string[]): Promise<LocalRuleRecord[]> {
  const rows = await tx.rows<Row>(`select ${RECORD} where $1::text[] is null or r.unit_id = any ($1) order by r.outcome is not null, r.proposed_at desc, r.id`, [unitIds ?? null]);
  return rows.map(fromRow);
}

/** @throws DomainError not-found */
export async function getLocalRule(tx: Transaction, id: string): Promise<LocalRuleRecord> {
  return fromRow(await tx.one<Row>(`select ${RECORD} where r.id = $1`, [id]));
}

/** Puts a proposal on record; nothing changes until another person approves it. @throws DomainError local-rule.date-passed, local-rule.replaced */
export async function proposeLocalRule(tx: Transaction, rule: ProposedLocalRule, editing: Editing): Promise<LocalRuleRecord> {
  refusePassed(rule, editing);
  return insertLocalRule(tx, rule, editing);
}

/** The same without the question whether the day has passed: for decisions that are brought from elsewhere. */
export async function insertLocalRule(tx: Transaction, rule: ProposedLocalRule, { officerId, now }: Editing): Promise<LocalRuleRecord> {
  if (rule.replaces !== undefined) await refuseReplaced(tx, rule.replaces, rule);
  const id = newId();
  await tx.execute(
    `insert into local_rule (id, kind, layer, unit_id, code, communes, body, base, decision_number, decision_date, issued_by, effective_from, effective_until, note, replaces, undoes, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [id, rule.kind, rule.layer, rule.unitId, rule.code, rule.communes, textOf(rule.body), textOf(rule.base), rule.decision.number, rule.decision.date, rule.decision.issuedBy,
      rule.from, rule.until ?? null, rule.note ?? null, rule.replaces ?? null, rule.undoes ?? null, officerId, now.toString()]);
  return getLocalRule(tx, id);
}

/**
 * Puts a proposal in force. Have the catalogue read its rules anew once this has committed.
 * @param check what the rule is held against once more: the national version may have changed since it was proposed
 * @throws DomainError permission.four-eyes, local-rule.decided, local-rule.date-passed, local-rule.replaced
 */
export async function approveLocalRule(tx: Transaction, id: string, editing: Editing, check: (record: LocalRuleRecord) => void): Promise<LocalRuleRecord> {
  const record = await lockOpenLocalRule(tx, id);
  if (record.proposedBy === editing.officerId) throw new DomainError('permission.four-eyes');
  refusePassed(record, editing);
  if (record.replaces !== undefined) await refuseReplaced(tx, record.replaces, record);
  check(record);
  return decide(tx, id, 'approved', undefined, editing);
}

/** Puts a record in force that two persons answer for though its day has passed. @throws DomainError permission.four-eyes, local-rule.decided */
export async function approveImported(tx: Transaction, id: string, editing: Editing): Promise<LocalRuleRecord> {
  const record = await lockOpenLocalRule(tx, id);
  if (record.proposedBy === editing.officerId) throw new DomainError('permission.four-eyes');
  return decide(tx, id, 'approved', undefined, editing);
}

/** Sends a proposal back with a reason; its author takes it back. @throws DomainError local-rule.decided */
export async function rejectLocalRule(tx: Transaction, record: LocalRuleRecord, reason: string, editing: Editing): Promise<LocalRuleRecord> {
  return decide(tx, record.id, record.proposedBy === editing.officerId ? 'withdrawn' : 'rejected', reason, editing);
}

/** Locks a proposal that waits for its decision. @throws DomainError not-found, local-rule.decided */
export async function lockOpenLocalRule(tx: Transaction, id: string): Promise<LocalRuleRecord> {
  await tx.one('select 1 from local_rule where id = $1 for no key update', [id]);
  const record = await getLocalRule(tx, id);
  if (record.outcome !== undefined) throw new DomainError('local-rule.decided');
  return record;
}

/** The rule a record is, once approved; the day another one takes its place ends it. Nothing for an end, or one that was replaced before it began. */
export function ruleOf({ id, kind, layer, unitId, code, communes, body, base, decision, from, until, replacedFrom }: LocalRuleRecord): LocalRule | undefined {
  if (kind === 'end' || body === undefined || base === undefined) return undefined;
  const replacedOn = replacedFrom === undefined ? undefined : Temporal.PlainDate.from(replacedFrom).subtract({ days: 1 }).toString();
  const last = [until, replacedOn].filter((day) => day !== undefined).toSorted()[0];
  if (last !== undefined && last < from) return undefined;
  return { id, layer, unitId, code, communes, body, base, decision, from, ...(last !== undefined && { until: last }) };
}

/** The approved rules of all provinces and communes, past and future ones too. */
export async function readLocalRules(tx: Transaction): Promise<LocalRule[]> {
  const rows = await tx.rows<Row>(`select ${RECORD} where r.outcome = 'approved' and r.kind = 'set' order by r.code, r.effective_from, r.id`);
  return rows.flatMap((row) => ruleOf(fromRow(row)) ?? []);
}

async function decide(tx: Transaction, id: string, outcome: NonNullable<LocalRuleRecord['outcome']>, reason: string | undefined, { officerId, now }: Editing): Promise<LocalRuleRecord> {
  await tx.execute('update local_rule set outcome = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1', [id, outcome, reason ?? null, officerId, now.toString()]);
  return getLocalRule(tx, id);
}

/** Only a rule in the record, of the same unit and procedure, in whose place nothing stands yet, can be replaced. */
async function refuseReplaced(tx: Transaction, id: string, { unitId, code }: Pick<ProposedLocalRule, 'unitId' | 'code'>): Promise<void> {
  const known = await tx.maybeOne<{ id: string }>(
    `select id from local_rule r where id = $1 and unit_id = $2 and code = $3 and outcome = 'approved' and not exists (select from local_rule s where s.replaces = r.id and s.outcome = 'approved') for no key update`, [id, unitId, code]);
  if (known === undefined) throw new DomainError('local-rule.replaced');
}

/** A rule counts from today on at the earliest: what happened before followed the rules of its day. */
function refusePassed({ from }: Pick<ProposedLocalRule, 'from'>, { now }: Editing): void {
  if (from < localDate(now)) throw new DomainError('local-rule.date-passed', { params: { date: from.split('-').reverse().join('/') } });
}

const textOf = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));

/** Whether two rules say the same, whoever entered them and when. */
export function sameRule(a: LocalRule, b: LocalRule): boolean {
  const said = ({ id: _, base: __, ...rule }: LocalRule): string => canonicalText(rule);
  return said(a) === said(b);
}

function fromRow({ decision_number: number, decision_date: date, issued_by: issuedBy, ...row }: Row): LocalRuleRecord {
  const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as LocalRuleRecord;
  return { ...known, decision: { number, date, issuedBy } };
}
