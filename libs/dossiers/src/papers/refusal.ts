import type { GrantRefusalModel, ReceiptRefusalModel } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { codeText, momentOf, type Moment } from './moment.js';
import { reasonLine } from './reason-line.js';
import { agencyOf, built, centreContact, dateOf, getUnit, headOf, officerOfAct, ownerOf, partyOf, procedureOf, recipientsOf, unitAt, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';
import { decisionSignature } from './signatures.js';

/**
 * Two papers under one form: the counter does not take the dossier in (form 03), or the competent agency does not
 * grant what was asked for. Both give the reason of the catalogue with its article.
 */
export function buildRefusal(facts: PaperFacts, seq: number): BuiltPaper {
  const moment = momentOf(facts, seq);
  return moment.act.event === 'refuseReceipt'
    ? built('refusal', { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusal of receipt' }, receiptRefusalModel(facts, moment))
    : built('refusal', { vi: 'Thông báo từ chối giải quyết hồ sơ', en: 'Notice of refusal' }, grantRefusalModel(facts, moment));
}

export function receiptRefusalModel(facts: PaperFacts, { act }: Moment): ReceiptRefusalModel {
  const unit = unitOfAct(facts, act);
  const officer = officerOfAct(facts, act);
  return {
    kind: 'receipt',
    head: headOf(facts, unit, { date: dateOf(act.at) }),
    verification: verificationOf(facts),
    unit: unit.name.vi,
    applicant: partyOf(ownerOf(facts)),
    procedure: procedureOf(facts),
    reasons: [reasonLine(act.data.reason ?? '', act.data.note)],
    contact: officer,
    officer,
  };
}

export function grantRefusalModel(facts: PaperFacts, moment: Moment): GrantRefusalModel {
  const { result } = moment;
  if (!result?.refusal) throw new Error(`dossier ${facts.dossier.id} is not refused`);
  const issuer = issuerOf(facts, moment);
  return {
    kind: 'grant',
    head: headOf(facts, issuer, {
      ...(result.number === null ? {} : { number: result.number }),
      ...(result.numbered_at === null ? {} : { date: dateOf(result.numbered_at) }),
      ...(moment.isSigned && { reserved: { symbol: REFUSAL_SYMBOL } }),
    }),
    verification: verificationOf(facts),
    applicant: partyOf(ownerOf(facts)),
    procedure: procedureOf(facts),
    dossierCode: codeText(facts, moment),
    receivedAt: moment.receivedAt ?? facts.dossier.filed_at,
    reasons: [reasonLine(result.refusal.reason, result.refusal.note ?? undefined)],
    contact: centreContact(facts),
    signature: decisionSignature(facts, moment, issuer),
    recipients: recipientsOf(facts),
  };
}

/** What stands behind the number of a refusal: a notice. */
export const REFUSAL_SYMBOL = 'TB-TC';

/** Who decided: the agency of the leader's post; before that, the one the procedure names. */
function issuerOf(facts: PaperFacts, { act, result }: Moment): ReturnType<typeof getUnit> {
  const signed = result?.signature?.unit;
  return agencyOf(facts, signed === undefined ? unitAt(facts, facts.procedure.result.issuer, act.seq) : getUnit(facts, signed));
}
