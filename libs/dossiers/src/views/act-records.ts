import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { AlarmKind, StopCause, TimeAmount } from '@app/workflow';
import type { SupplementItem } from '../act-command.js';
import { readLedger, type ClockEntry } from '../clock-ledger.js';
import { ANSWERING_OFFICER, ANSWERING_UNIT } from './alarm-owner.js';

export interface ConsultationRow {
  id: string; body_id: string; answered_seq: number | null; unit_id: string; question: Localized; basis: string; silence_agrees: boolean; asked_by_name: string | null; asked_at: string; due_at: string; overdue_at: string | null;
  outcome: 'answered' | 'declined' | 'deemed-agreed' | 'waived' | 'closed' | null; agrees: boolean | null; answer: string | null; reason: string | null;
  answered_by_name: string | null; answered_at: string | null;
}
export interface PaymentRow {
  id: string; name: Localized; basis: string; amount: number; notice_number: string | null; note: string | null; asked_at: string; pay_by: string;
  state: 'due' | 'paid' | 'expired' | 'closed'; paid_amount: number | null; paid_on: string | null; receipt_number: string | null; confirmed_by_name: string | null; confirmed_at: string | null;
}
export interface WithdrawalRow {
  seq: number; reason: string | null; asked_at: string; outcome: 'confirmed' | 'declined' | 'closed' | null; answer: string | null; decided_by_name: string | null; decided_at: string | null;
}
export interface ExtensionRow {
  id: string; kind: 'extension' | 'apology'; reason: string; note: string | null; amount: TimeAmount | null; expected_on: string | null; proposed_by_name: string | null; proposed_at: string;
  outcome: 'granted' | 'declined' | 'closed' | null; decided_seq: number | null; decided_by_name: string | null; decided_at: string | null; due_before: string | null; due_after: string | null; unit_id: string;
}
export interface ProposalRow {
  seq: number; items: SupplementItem[]; note: string | null; proposed_by_name: string | null; proposed_at: string; outcome: 'approved' | 'declined' | 'closed' | null; decided_by_name: string | null; decided_at: string | null;
}
export interface StopRow {
  cause: StopCause; reason: string | null; note: string | null; papers_returned: Array<{ key: string; name: Localized; originals: number; copies: number }>; fee_refunded: boolean; stopped_by_name: string | null; stopped_at: string;
}
export interface RevisionRow {
  revision: number; number: string | null; numbered_at: string | null; recipient: string | null; opened_at: string | null; opened_by_name: string | null; reason: string | null; note: string | null;
}
export interface AlarmRow { kind: AlarmKind; unit_id: string; officer_name: string | null; raised_at: string }
export interface DossierOfficerRow { officer_id: string; full_name: string; part: 'lead' | 'cooperate' | 'follow'; unit_id: string | null; since: string; until: string | null }

/** What acts beside the ordinary way have left behind, oldest first. */
export interface ActRecords {
  readonly consultations: ConsultationRow[];
  readonly payments: PaymentRow[];
  readonly withdrawals: WithdrawalRow[];
  readonly extensions: ExtensionRow[];
  readonly proposals: ProposalRow[];
  readonly stop: StopRow | undefined;
  readonly revisions: RevisionRow[];
  readonly ledger: ClockEntry[];
}

const named = (column: string, alias: string): string => `left join officer ${alias} on ${alias}.id = ${column}`;

/** Reads the records of a dossier the caller may see: eight statements side by side, whatever the number of rows. */
export async function readActRecords(tx: Transaction, dossierId: string): Promise<ActRecords> {
  const of = [dossierId];
  const [consultations, payments, withdrawals, extensions, proposals, stop, revisions, ledger] = await Promise.all([
    tx.rows<ConsultationRow>(
      `select c.id, body_id, answered_seq, unit_id, question, basis, silence_agrees, a.full_name as asked_by_name, asked_at, due_at, overdue_at, outcome, agrees, answer, reason,
              b.full_name as answered_by_name, answered_at
         from consultation c ${named('c.asked_by', 'a')} ${named('c.answered_by', 'b')} where dossier_id = $1 order by seq, body_id`, of),
    tx.rows<PaymentRow>(
      `select p.id, name, basis, amount::float8 as amount, notice_number, note, asked_at, pay_by, state, paid_amount::float8 as paid_amount, paid_on::text as paid_on, receipt_number,
              o.full_name as confirmed_by_name, confirmed_at
         from payment p ${named('p.confirmed_by', 'o')} where dossier_id = $1 order by seq`, of),
    tx.rows<WithdrawalRow>(
      `select seq, reason, asked_at, outcome, answer, o.full_name as decided_by_name, decided_at
         from withdrawal w ${named('w.decided_by', 'o')} where dossier_id = $1 order by seq`, of),
    tx.rows<ExtensionRow>(
      `select e.id, kind, reason, note, amount, expected_on::text as expected_on, a.full_name as proposed_by_name, proposed_at, outcome, decided_seq, b.full_name as decided_by_name, decided_at,
              due_before, due_after, unit_id
         from extension e ${named('e.proposed_by', 'a')} ${named('e.decided_by', 'b')} where dossier_id = $1 order by seq`, of),
    tx.rows<ProposalRow>(
      `select seq, items, note, a.full_name as proposed_by_name, proposed_at, outcome, b.full_name as decided_by_name, decided_at
         from supplement_proposal p ${named('p.proposed_by', 'a')} ${named('p.decided_by', 'b')} where dossier_id = $1 order by seq`, of),
    tx.maybeOne<StopRow>(
      `select cause, reason, note, papers_returned, fee_refunded, o.full_name as stopped_by_name, stopped_at
         from stop s ${named('s.stopped_by', 'o')} where dossier_id = $1`, of),
    tx.rows<RevisionRow>(
      `select coalesce(r.revision, c.revision) as revision, r.number, r.numbered_at, r.recipient, c.opened_at, o.full_name as opened_by_name, c.reason, c.note
         from (select * from result where dossier_id = $1) r full join (select * from correction where dossier_id = $1) c using (revision) ${named('c.opened_by', 'o')} order by 1`, of),
    readLedger(tx, dossierId),
  ]);
  return { consultations, payments, withdrawals, extensions, proposals, stop, revisions, ledger };
}

/** Alarms that are open, and everybody who has or had a part in it: for officers only. */
export async function readDesk(tx: Transaction, dossierId: string): Promise<{ alarms: AlarmRow[]; officers: DossierOfficerRow[] }> {
  const of = [dossierId];
  const [alarms, officers] = await Promise.all([
    tx.rows<AlarmRow>(
      `select a.kind, ${ANSWERING_UNIT} as unit_id, o.full_name as officer_name, a.raised_at
         from alarm a join dossier d on d.id = a.dossier_id ${named(ANSWERING_OFFICER, 'o')} where a.dossier_id = $1 and a.cleared_at is null order by a.raised_at`, of),
    tx.rows<DossierOfficerRow>(
      `select officer_id, o.full_name, part, unit_id, since, until from dossier_officer d join officer o on o.id = d.officer_id where dossier_id = $1 order by since`, of),
  ]);
  return { alarms, officers };
}
