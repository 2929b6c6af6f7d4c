import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { OfficerRole } from '@app/organisation';
import type { StopCause } from '@app/workflow';

/** In which role and for which unit a leader signed. */
export interface SignatureFacts {
  readonly role: OfficerRole;
  readonly position: string;
  readonly unit: string;
  /** Where a document passed the signature on (Decree 30/2020, Art. 13): by order or by delegation. */
  readonly by?: { readonly formula: 'TL.' | 'TUQ.'; readonly document: string };
}

/** A result under work, decided or issued; a correction makes a further revision. */
export interface ResultFacts {
  readonly revision: number;
  readonly draft: Readonly<Record<string, string>>;
  /** The agency that decided it in a system of its own. */
  readonly issued_by: string | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly signature: SignatureFacts | null;
  readonly refusal: { readonly reason: string; readonly note: string | null } | null;
  readonly number: string | null;
  readonly numbered_at: string | null;
}

/** Why an issued result was taken up again. */
export interface CorrectionFacts {
  /** The revision it leads to. */
  readonly revision: number;
  readonly seq: number;
  readonly reason: string;
  readonly note: string | null;
}

/** An extension or an apology that a leader has signed. */
export interface ExtensionFacts {
  readonly kind: 'extension' | 'apology';
  readonly reason: string;
  readonly note: string | null;
  readonly expected_on: string | null;
  readonly decided_seq: number;
  readonly decided_by: string;
  readonly signature: SignatureFacts | null;
  readonly due_before: string | null;
  readonly due_after: string | null;
  /** Who held the dossier. */
  readonly unit_id: string;
}

/** The end of a dossier without a decision. */
export interface StopFacts {
  readonly seq: number;
  readonly cause: StopCause;
  readonly reason: string | null;
  readonly note: string | null;
  readonly papers_returned: ReadonlyArray<{ readonly key: string; readonly name: Localized; readonly originals: number; readonly copies: number }>;
  readonly fee_refunded: boolean;
  readonly stopped_by: string | null;
  readonly signature: SignatureFacts | null;
  readonly stopped_at: string;
}

/** A financial duty. */
export interface PaymentFacts {
  readonly seq: number;
  readonly name: Localized;
  readonly basis: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly notice_number: string | null;
  readonly note: string | null;
  readonly asked_at: string;
  readonly pay_by: string;
  readonly paid_amount: number | null;
}

/** One body asked for its opinion. */
export interface ConsultationFacts {
  readonly seq: number;
  /** The body's name in the process. */
  readonly body_id: string;
  readonly unit_id: string;
  readonly question: Localized;
  readonly basis: string;
  readonly silence_agrees: boolean;
  readonly due_at: string;
  /** Nothing while it is open. */
  readonly outcome: 'answered' | 'declined' | 'deemed-agreed' | 'waived' | 'closed' | null;
  readonly agrees: boolean | null;
  readonly answer: string | null;
  readonly reason: string | null;
  readonly answered_seq: number | null;
  readonly answered_at: string | null;
}

/** A wish to withdraw. */
export interface WithdrawalFacts {
  readonly seq: number;
  readonly reason: string | null;
  /** Principal key: `citizen:<id>` or `officer:<id>`. */
  readonly asked_by: string;
  readonly asked_at: string;
}

/** A number the dossier took in a book, for one row of its declaration. */
export interface EntryFacts {
  readonly seq: number;
  /** The place of the row, from 0. */
  readonly entry: number;
  readonly label: string;
  /** The year of the book. */
  readonly period: string;
  readonly voided_at: string | null;
}

/** What acts beside the ordinary way have left behind, oldest first. */
export interface RecordFacts {
  readonly results: readonly ResultFacts[];
  readonly corrections: readonly CorrectionFacts[];
  readonly extensions: readonly ExtensionFacts[];
  readonly stop: StopFacts | undefined;
  readonly payments: readonly PaymentFacts[];
  readonly consultations: readonly ConsultationFacts[];
  readonly withdrawals: readonly WithdrawalFacts[];
  readonly entries: readonly EntryFacts[];
}

/** Reads the records of a dossier in one round of statements. */
export async function readRecordFacts(tx: Transaction, dossierId: string): Promise<RecordFacts> {
  const id = [dossierId];
  const [results, corrections, extensions, stop, payments, consultations, withdrawals, entries] = await Promise.all([
    tx.rows<ResultFacts>('select revision, draft, issued_by, decided_by, decided_at, signature, refusal, number, numbered_at from result where dossier_id = $1 order by revision', id),
    tx.rows<CorrectionFacts>('select revision, seq, reason, note from correction where dossier_id = $1 order by revision', id),
    tx.rows<ExtensionFacts>(
      `select kind, reason, note, expected_on, decided_seq, decided_by, signature, due_before, due_after, unit_id
         from extension where dossier_id = $1 and outcome = 'granted' order by decided_seq`, id),
    tx.maybeOne<StopFacts>('select seq, cause, reason, note, papers_returned, fee_refunded, stopped_by, signature, stopped_at from stop where dossier_id = $1', id),
    tx.rows<PaymentFacts>(
      `select seq, name, basis, amount::float8 as amount, notice_number, note, asked_at, pay_by, paid_amount::float8 as paid_amount
         from payment where dossier_id = $1 order by seq`, id),
    tx.rows<ConsultationFacts>(
      `select seq, body_id, unit_id, question, basis, silence_agrees, due_at, outcome, agrees, answer, reason, answered_seq, answered_at
         from consultation where dossier_id = $1 order by seq, body_id`, id),
    tx.rows<WithdrawalFacts>('select seq, reason, asked_by, asked_at from withdrawal where dossier_id = $1 order by seq', id),
    tx.rows<EntryFacts>(
      `select n.seq, n.entry, n.label, n.period, v.decided_at as voided_at from issued_number n
         left join void_number v on (v.series, v.unit_id, v.period, v.value) = (n.series, n.unit_id, n.period, n.value) and v.decision = 'approved'
        where n.dossier_id = $1 and n.series like 'register:%' order by n.seq, n.entry`, id),
  ]);
  return { results, corrections, extensions, stop, payments, consultations, withdrawals, entries };
}
