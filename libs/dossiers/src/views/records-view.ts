import type { OfficerPrincipal } from '@app/access';
import type { Procedure } from '@app/catalogue';
import { amountInWords } from '@app/documents';
import { formatDong, type Localized } from '@app/kernel';
import type { DossierWorld } from '../dossier-world.js';
import type { ActRecords, ConsultationRow } from './act-records.js';
import type { DossierContents } from './contents.js';
import { unitView, type UnitView } from './dossier-list.js';
import { itemViews, reasonView, type ReasonView, type SupplementLineView } from './shared-view.js';

export interface ConsultationView {
  readonly id: string;
  readonly unit: UnitView;
  readonly question: Localized;
  readonly basis: string;
  readonly silenceAgrees: boolean;
  readonly askedAt: string;
  readonly askedBy?: string;
  readonly dueAt: string;
  readonly state: 'open' | 'overdue' | NonNullable<ConsultationRow['outcome']>;
  readonly agrees?: boolean;
  readonly answer?: string;
  readonly reason?: ReasonView;
  readonly answeredBy?: string;
  readonly answeredAt?: string;
  /** Whether the reader's own unit is asked and has not answered. */
  readonly mine: boolean;
}

export interface PaymentView {
  readonly id: string;
  readonly name: Localized;
  readonly basis: string;
  readonly amount: number;
  readonly amountText: Localized;
  readonly amountInWords: string;
  readonly noticeNumber?: string;
  readonly note?: string;
  readonly askedAt: string;
  readonly payBy: string;
  readonly state: string;
  readonly paidAmount?: number;
  readonly paidOn?: string;
  readonly receiptNumber?: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
}

export interface WithdrawalView {
  readonly askedAt: string;
  /** Why the citizen wants it back, in their words. */
  readonly wish?: string;
  readonly outcome?: string;
  readonly answer?: string;
  readonly reason?: ReasonView;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
}

export interface ExtensionView {
  readonly kind: 'extension' | 'apology';
  readonly reason: ReasonView;
  readonly note?: string;
  readonly unit: UnitView;
  /** Working days asked for. */
  readonly days?: number;
  /** With an apology: the local day the result is expected. */
  readonly expectedOn?: string;
  readonly proposedAt: string;
  readonly proposedBy?: string;
  readonly outcome?: string;
  readonly answer?: ReasonView;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  readonly dueBefore?: string;
  /** The new date; of an open proposal what it would be if it were signed now. */
  readonly dueAfter?: string;
}

export interface ProposalView {
  readonly proposedAt: string;
  readonly proposedBy?: string;
  readonly items: SupplementLineView[];
  readonly note?: string;
  readonly outcome?: string;
  readonly answer?: ReasonView;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
}

export interface StopView {
  readonly at: string;
  readonly cause: string;
  readonly causeText: Localized;
  readonly reason?: ReasonView;
  readonly note?: string;
  readonly papersReturned: Array<{ key: string; name: Localized; originals: number; copies: number }>;
  readonly feeRefunded: boolean;
  readonly by?: string;
}

/** One issue of the result: the first, or one that takes the place of another. */
export interface RevisionView {
  readonly revision: number;
  readonly number?: string;
  readonly numberedAt?: string;
  readonly recipient?: string;
  /** Whether a later one has taken its place. */
  readonly superseded: boolean;
  /** Why the one before was taken up again. */
  readonly reason?: ReasonView;
  readonly note?: string;
  readonly openedAt?: string;
  readonly openedBy?: string;
}

export interface RecordsView {
  readonly consultations: ConsultationView[];
  readonly payments: PaymentView[];
  readonly withdrawals: WithdrawalView[];
  readonly extensions: ExtensionView[];
  readonly proposals: ProposalView[];
  readonly stop?: StopView;
  readonly revisions: RevisionView[];
}

/** Why a dossier ended without a decision, as the citizen reads it. */
const STOP_CAUSES: Readonly<Record<string, Localized>> = {
  withdrawn: { vi: 'Người nộp đề nghị rút hồ sơ', en: 'The applicant withdrew it' },
  'not-supplemented': { vi: 'Không bổ sung hồ sơ trong thời hạn', en: 'Nothing was supplied in time' },
  'not-paid': { vi: 'Không thực hiện nghĩa vụ tài chính trong thời hạn', en: 'The financial duty was not paid in time' },
  elsewhere: { vi: 'Cơ quan giải quyết dừng hồ sơ trên hệ thống của mình', en: 'The agency stopped it in its own system' },
  lapsed: { vi: 'Cơ quan giải quyết quyết định dừng', en: 'The agency stopped it' },
};

/** Where each value is left out that a record does not have. */
function some<Key extends string, Value>(key: Key, value: Value | null | undefined): { readonly [Name in Key]?: Value } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]?: Value });
}

const reasonOf = (code: string | null | undefined): ReasonView | undefined => (code === null || code === undefined ? undefined : reasonView(code));

/** The reason an act cited, by the moment it was done. */
function reasonAt(contents: DossierContents, event: string, at: string | null): ReasonView | undefined {
  return at === null ? undefined : reasonOf(contents.journal.find(({ body }) => body.event === event && Date.parse(body.at) === Date.parse(at))?.detail?.reason);
}

/** The units whose opinion the reader may be asked for. */
export const unitsOf = (principal: OfficerPrincipal): ReadonlySet<string> => new Set(principal.posts.map(({ unitId }) => unitId));

/**
 * What acts beside the ordinary way have left behind, in words.
 * @param ownUnits the units of the officer who reads; none for a citizen
 */
export async function recordsView(records: ActRecords, contents: DossierContents, procedure: Procedure, world: DossierWorld, ownUnits: ReadonlySet<string>): Promise<RecordsView> {
  const [consultations, extensions] = await Promise.all([
    Promise.all(records.consultations.map(async (row): Promise<ConsultationView> => ({
      id: row.id, unit: await unitView(world, row.unit_id), question: row.question, basis: row.basis, silenceAgrees: row.silence_agrees,
      askedAt: row.asked_at, ...some('askedBy', row.asked_by_name), dueAt: row.due_at,
      state: row.outcome ?? (row.overdue_at === null ? 'open' : 'overdue'),
      ...some('agrees', row.agrees), ...some('answer', row.answer), ...some('reason', reasonOf(row.reason)),
      ...some('answeredBy', row.answered_by_name), ...some('answeredAt', row.answered_at),
      mine: row.outcome === null && ownUnits.has(row.unit_id),
    }))),
    Promise.all(records.extensions.map(async (row): Promise<ExtensionView> => ({
      kind: row.kind, reason: reasonView(row.reason), ...some('note', row.note), unit: await unitView(world, row.unit_id),
      ...some('days', row.amount?.value), ...some('expectedOn', row.expected_on), proposedAt: row.proposed_at, ...some('proposedBy', row.proposed_by_name),
      ...some('outcome', row.outcome), ...some('answer', row.outcome === 'declined' ? reasonAt(contents, 'declineExtension', row.decided_at) : undefined),
      ...some('decidedAt', row.decided_at), ...some('decidedBy', row.decided_by_name), ...some('dueBefore', row.due_before), ...some('dueAfter', row.due_after),
    }))),
  ]);
  // A corrected result takes the place of the one before when the counter has it, as the check page says.
  const announced = new Set(contents.papers.filter(({ form, announced }) => form === 'result' && announced).map(({ number }) => number));
  return {
    consultations,
    extensions,
    payments: records.payments.map((row): PaymentView => ({
      id: row.id, name: row.name, basis: row.basis, amount: row.amount, amountText: { vi: formatDong(row.amount, 'vi'), en: formatDong(row.amount, 'en') }, amountInWords: amountInWords(row.amount),
      ...some('noticeNumber', row.notice_number), ...some('note', row.note), askedAt: row.asked_at, payBy: row.pay_by, state: row.state,
      ...some('paidAmount', row.paid_amount), ...some('paidOn', row.paid_on), ...some('receiptNumber', row.receipt_number),
      ...some('confirmedBy', row.confirmed_by_name), ...some('confirmedAt', row.confirmed_at),
    })),
    withdrawals: records.withdrawals.map((row): WithdrawalView => ({
      askedAt: row.asked_at, ...some('wish', row.reason), ...some('outcome', row.outcome), ...some('answer', row.answer),
      ...some('reason', row.outcome === 'declined' ? reasonAt(contents, 'declineWithdrawal', row.decided_at) : undefined),
      ...some('decidedBy', row.decided_by_name), ...some('decidedAt', row.decided_at),
    })),
    proposals: records.proposals.map((row): ProposalView => ({
      proposedAt: row.proposed_at, ...some('proposedBy', row.proposed_by_name), items: itemViews(row.items, procedure), ...some('note', row.note),
      ...some('outcome', row.outcome), ...some('answer', row.outcome === 'declined' ? reasonAt(contents, 'declineSupplement', row.decided_at) : undefined),
      ...some('decidedAt', row.decided_at), ...some('decidedBy', row.decided_by_name),
    })),
    ...(records.stop === undefined ? {} : { stop: stopView(records.stop) }),
    revisions: records.revisions.filter(({ number, opened_at }) => number !== null || opened_at !== null).map((row): RevisionView => ({
      revision: row.revision, ...some('number', row.number), ...some('numberedAt', row.numbered_at), ...some('recipient', row.recipient),
      superseded: row.number !== null && records.revisions.some(({ revision, number }) => revision > row.revision && announced.has(number)),
      ...some('reason', reasonOf(row.reason)), ...some('note', row.note), ...some('openedAt', row.opened_at), ...some('openedBy', row.opened_by_name),
    })),
  };
}

function stopView(row: NonNullable<ActRecords['stop']>): StopView {
  return {
    at: row.stopped_at, cause: row.cause, causeText: STOP_CAUSES[row.cause] ?? { vi: row.cause, en: row.cause },
    ...some('reason', reasonOf(row.reason)), ...some('note', row.note), papersReturned: row.papers_returned, feeRefunded: row.fee_refunded, ...some('by', row.stopped_by_name),
  };
}
