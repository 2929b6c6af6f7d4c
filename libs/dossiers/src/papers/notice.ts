import type { NoticeModel } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { lawText } from './law-text.js';
import { momentOf } from './moment.js';
import { noticeStepOf, postingAct, postingOf, subjectOf } from './posting.js';
import { builtForHandNumber, committeeOf, dateOf, headOf, officerOfAct, ownerOf, unitAt, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';
import { headSignature } from './signatures.js';

/** What follows the number of a committee's notice; the records clerk writes the number in. */
export const NOTICE_NUMBER = '………/TB-UBND';

/** The public notice of a dossier, issued by the commune's People's Committee. */
export function buildNotice(facts: PaperFacts, seq: number): BuiltPaper {
  return builtForHandNumber('notice', { vi: 'Thông báo niêm yết công khai', en: 'Public notice' }, noticeModel(facts, seq));
}

export function noticeModel(facts: PaperFacts, seq: number): NoticeModel {
  const moment = momentOf(facts, seq);
  const act = postingAct(moment);
  const committee = committeeOf(facts, seq);
  const owner = ownerOf(facts);
  const unit = unitOfAct(facts, act);
  const { basis } = noticeStepOf(facts);
  const { lossCircumstances } = moment.declaration;
  return {
    head: headOf(facts, committee, { number: NOTICE_NUMBER, date: dateOf(act.at) }),
    verification: verificationOf(facts),
    owner: { name: owner.full_name, address: owner.address ?? '' },
    subject: subjectOf(facts, moment),
    ...(typeof lossCircumstances === 'string' ? { circumstances: lossCircumstances } : {}),
    posting: postingOf(facts, act),
    legalBasis: lawText(basis, facts.procedure.legalBases.find(({ number }) => basis.includes(number))?.title?.vi),
    objections: { agency: unit.name.vi, ...(unit.address === null ? {} : { address: unit.address }), officer: officerOfAct(facts, act) },
    signature: headSignature(facts, committee, act.at),
    recipients: [...facts.procedure.process.steps.flatMap((step) => (step.kind === 'approve' ? [unitAt(facts, step.unit, seq).name.vi] : [])), `Ông/bà ${owner.full_name}`, 'Lưu: VT, hồ sơ'],
  };
}
