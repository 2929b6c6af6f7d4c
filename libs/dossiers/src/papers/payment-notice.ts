import type { PaymentNoticeModel } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { codeText, momentOf } from './moment.js';
import { agencyOf, blankNumber, builtForHandNumber, centrePlace, contactFor, dateOf, headOf, ownerOf, partyOf, procedureOf, recipientsOf, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';
import { headSignature } from './signatures.js';

const PORTAL = 'Cổng Dịch vụ công quốc gia https://dichvucong.gov.vn, mục Thanh toán trực tuyến, theo mã hồ sơ';

/** The notice of a financial duty: how much, for what, where and until when; the clock stands meanwhile. */
export function buildPaymentNotice(facts: PaperFacts, seq: number): BuiltPaper {
  return builtForHandNumber('payment-notice', { vi: 'Thông báo nghĩa vụ tài chính', en: 'Notice of a financial duty' }, paymentNoticeModel(facts, seq));
}

export function paymentNoticeModel(facts: PaperFacts, seq: number): PaymentNoticeModel {
  const moment = momentOf(facts, seq);
  const duty = facts.payments.find((each) => each.seq === seq);
  if (duty === undefined) throw new Error(`dossier ${facts.dossier.id} asked for no payment at act ${seq}`);
  const agency = agencyOf(facts, unitOfAct(facts, moment.act));
  return {
    head: headOf(facts, agency, { number: blankNumber('TB', agency), date: dateOf(duty.asked_at) }),
    verification: verificationOf(facts),
    applicant: partyOf(ownerOf(facts)),
    dossierCode: codeText(facts, moment),
    procedure: procedureOf(facts),
    ...(moment.receivedAt === undefined ? {} : { receivedAt: moment.receivedAt }),
    lines: [{ name: duty.name.vi, basis: duty.basis, amount: duty.amount }],
    ...(duty.notice_number === null ? {} : { source: { issuer: 'cơ quan thuế', number: duty.notice_number } }),
    ...(duty.note?.trim() ? { remarks: duty.note.trim() } : {}),
    payAt: [PORTAL, centrePlace(facts)],
    payBy: duty.pay_by,
    clockPausedAt: duty.asked_at,
    otherwise: `Quá hạn nộp nêu trên mà chưa nộp đủ, hồ sơ bị dừng giải quyết (căn cứ: ${duty.basis})`,
    contact: contactFor(facts, moment.act),
    signature: headSignature(facts, agency, duty.asked_at),
    recipients: recipientsOf(facts),
  };
}
