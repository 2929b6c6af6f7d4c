import type { WithdrawalRequestModel } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { codeText, momentOf, type Moment } from './moment.js';
import type { WithdrawalFacts } from './record-facts.js';
import { built, centreOf, dateOf, headOf, officerOfAct, ownerOf, partyOf, procedureOf, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';

/** The citizen's request to withdraw, as it was sent online or said at the counter. */
export function buildWithdrawalRequest(facts: PaperFacts, seq: number): BuiltPaper {
  return built('withdrawal-request', { vi: 'Đơn đề nghị rút hồ sơ', en: 'Request to withdraw' }, withdrawalRequestModel(facts, seq));
}

export function withdrawalRequestModel(facts: PaperFacts, seq: number): WithdrawalRequestModel {
  const moment = momentOf(facts, seq);
  const asked = facts.withdrawals.find((each) => each.seq === seq);
  if (asked === undefined) throw new Error(`dossier ${facts.dossier.id} was not to be withdrawn at act ${seq}`);
  const centre = centreOf(facts);
  const owner = ownerOf(facts);
  const applicant = facts.people.find(({ person_id }) => asked.asked_by === `citizen:${person_id}`) ?? owner;
  return {
    head: { agency: centre.name.vi, place: headOf(facts, centre).place, date: dateOf(asked.asked_at) },
    verification: verificationOf(facts),
    applicant: partyOf(applicant),
    capacity: applicant.role === 'filer' && applicant.person_id !== owner.person_id ? 'Người nộp hồ sơ thay chủ hồ sơ' : 'Chủ hồ sơ',
    dossierCode: codeText(facts, moment),
    procedure: procedureOf(facts),
    ...(moment.receivedAt === undefined ? {} : { receivedAt: moment.receivedAt }),
    ...(asked.reason?.trim() ? { reason: asked.reason.trim() } : {}),
    askedAt: asked.asked_at,
    recorded: recordedBy(facts, moment, asked),
  };
}

function recordedBy(facts: PaperFacts, { act }: Moment, { asked_by }: WithdrawalFacts): WithdrawalRequestModel['recorded'] {
  if (asked_by.startsWith('citizen:')) return { by: 'online' };
  return { by: 'counter', officer: officerOfAct(facts, act), unit: unitOfAct(facts, act).name.vi };
}
