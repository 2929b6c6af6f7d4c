import type { Transaction } from '@app/database';
import { DomainError, localDate, newId, type Localized } from '@app/kernel';
import type { Editing } from '../drafting/drafts.js';
import type { LocalDecision } from '../local/local-rule.js';
import type { NonBoundaryList, NonBoundaryProcedure } from './non-boundary-list.js';

/** What a person wants the list of a province to be, from a day on. */
export interface ProposedNonBoundaryList {
  readonly unitId: string;
  readonly procedures: readonly NonBoundaryProcedure[];
  readonly decision: LocalDecision;
  readonly from: string;
  readonly until?: string;
  readonly note?: string;
}

/** A list, who proposed it and what became of it; nobody proposed one that came with the program. */
export interface NonBoundaryRecord extends NonBoundaryList {
  readonly unitName: string;
  readonly note?: string;
  readonly proposedBy?: string;
  readonly proposedByName?: string;
  readonly proposedAt: string;
  readonly outcome?: 'approved' | 'rejected' | 'withdrawn';
  readonly reason?: string;
  readonly decidedByName?: string;
  readonly decidedAt?: string;
}

type Row = { [Key in keyof NonBoundaryRecord]: NonBoundaryRecord[Key] | null };

const RECORD = `l.id, l.unit_id as "unitId", unit.short_vi as "unitName", l.procedures, l.decision, l.effective_from::text as "from", l.effective_until::text as until, l.note,
    l.proposed_by as "proposedBy", a.full_name as "proposedByName", l.proposed_at as "proposedAt", l.outcome, l.reason, b.full_name as "decidedByName", l.decided_at as "decidedAt"
  from non_boundary_list l join unit on unit.id = l.unit_id left join officer a on a.id = l.proposed_by left join officer b on b.id = l.decided_by`;

/** The lists that hold or held or will, of all provinces, in the order they were decided. */
export async function readNonBoundaryLists(tx: Transaction): Promise<NonBoundaryList[]> {
  return (await tx.rows<Row>(`select ${RECORD} where l.outcome = 'approved' order by l.decided_at, l.id`)).map(fromRow);
}

/** Every list of a province, proposals first, then the latest. */
export async function listNonBoundaryRecords(tx: Transaction, unitId: string): Promise<NonBoundaryRecord[]> {
  return (await tx.rows<Row>(`select ${RECORD} where l.unit_id = $1 order by l.outcome is not null, l.effective_from desc, l.proposed_at desc, l.id`, [unitId])).map(fromRow);
}

/** @throws DomainError not-found */
export async function getNonBoundaryRecord(tx: Transaction, id: string): Promise<NonBoundaryRecord> {
  return fromRow(await tx.one<Row>(`select ${RECORD} where l.id = $1`, [id]));
}

/** Puts a list on record; nothing changes until another person approves it. @throws DomainError local-rule.date-passed */
export async function proposeNonBoundaryList(tx: Transaction, list: ProposedNonBoundaryList, { officerId, now }: Editing): Promise<NonBoundaryRecord> {
  refusePassed(list.from, now);
  const id = newId();
  await tx.execute(
    `insert into non_boundary_list (id, unit_id, procedures, decision, effective_from, effective_until, note, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, list.unitId, JSON.stringify(list.procedures), JSON.stringify(wordsOf(list.decision)), list.from, list.until ?? null, list.note ?? null, officerId, now.toString()]);
  return getNonBoundaryRecord(tx, id);
}

/** A list that came with the program, once; one that was replaced since stays replaced. */
export async function enterShippedList(tx: Transaction, { id, unitId, procedures, decision, from }: NonBoundaryList): Promise<void> {
  await tx.execute(
    `insert into non_boundary_list (id, unit_id, procedures, decision, effective_from, proposed_at, outcome, decided_at)
     select $1, $2, $3, $4, $5::date, $5::date, 'approved', $5::date where exists (select from unit where id = $2) on conflict (id) do nothing`,
    [id, unitId, JSON.stringify(procedures), JSON.stringify(decision), from]);
}

/** Locks a proposal that waits for its decision. @throws DomainError not-found, local-rule.decided */
export async function lockOpenNonBoundary(tx: Transaction, id: string): Promise<NonBoundaryRecord> {
  await tx.one('select from non_boundary_list where id = $1 for update', [id]);
  const record = await getNonBoundaryRecord(tx, id);
  if (record.outcome !== undefined) throw new DomainError('local-rule.decided');
  return record;
}

/** Puts a locked proposal in force; have the catalogue read anew once this has committed. @throws DomainError permission.four-eyes, local-rule.date-passed */
export async function approveNonBoundary(tx: Transaction, record: NonBoundaryRecord, editing: Editing): Promise<NonBoundaryRecord> {
  if (record.proposedBy === editing.officerId) throw new DomainError('permission.four-eyes');
  refusePassed(record.from, editing.now);
  return decide(tx, record.id, 'approved', null, editing);
}

/** Sends a locked proposal back; its author takes it back. */
export function rejectNonBoundary(tx: Transaction, record: NonBoundaryRecord, reason: string, editing: Editing): Promise<NonBoundaryRecord> {
  return decide(tx, record.id, record.proposedBy === editing.officerId ? 'withdrawn' : 'rejected', reason, editing);
}

async function decide(tx: Transaction, id: string, outcome: string, reason: string | null, { officerId, now }: Editing): Promise<NonBoundaryRecord> {
  await tx.execute('update non_boundary_list set outcome = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1', [id, outcome, reason, officerId, now.toString()]);
  return getNonBoundaryRecord(tx, id);
}

function refusePassed(from: string, now: Temporal.Instant): void {
  if (from < localDate(now)) throw new DomainError('local-rule.date-passed', { params: { date: from } });
}

/** A decision as it is named on the counter and in the package. */
function wordsOf({ number, date, issuedBy }: LocalDecision): Localized {
  const day = date.split('-').toReversed().join('/');
  return { vi: `Quyết định ${number} ngày ${day} của ${issuedBy}`, en: `Decision ${number} of ${day}, ${issuedBy}` };
}

function fromRow(row: Row): NonBoundaryRecord {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as NonBoundaryRecord;
}
