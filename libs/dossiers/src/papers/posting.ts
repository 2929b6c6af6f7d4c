import { fillResult, fillSentence } from '@app/catalogue';
import { lostCertificateSubject, uncapitalised, type LostCertificate, type Parcel, type PostedSubject, type Posting } from '@app/documents';
import { DomainError } from '@app/kernel';
import type { NoticeStep } from '@app/workflow';
import type { ActFacts, PaperFacts } from './facts.js';
import type { Moment } from './moment.js';
import { committeeOf, dateOf, procedureOf } from './shared.js';

/** The act that put the notice up, last before a moment. */
export function postingAct({ acts }: Moment): ActFacts {
  const act = acts.findLast(({ event }) => event === 'postNotice');
  if (act === undefined) throw new Error('no notice has been posted');
  return act;
}

/** When and where the notice hangs: from the act to the day its deadline falls on. */
export function postingOf(facts: PaperFacts, act: ActFacts): Posting {
  const step = noticeStepOf(facts);
  const end = facts.postings.find(({ armed_seq }) => armed_seq === act.seq);
  if (end === undefined) throw new Error(`act ${act.seq} of dossier ${facts.dossier.id} posted nothing`);
  return {
    from: dateOf(act.at),
    until: dateOf(end.due_at),
    days: step.posting.value,
    ...(step.posting.unit === 'working-days' ? { unit: 'ngày làm việc' } : {}),
    // The committee's seat and the neighbourhood it is about.
    places: [`Trụ sở ${committeeOf(facts, act.seq).name.vi}`, act.data.note?.trim() || step.text?.place || 'Điểm dân cư nơi có thửa đất'],
  };
}

/** What is posted: in the words of the procedure, or the loss that its result is about, or the request itself. */
export function subjectOf(facts: PaperFacts, { declaration }: Moment): PostedSubject {
  const { text } = noticeStepOf(facts);
  if (text !== undefined) {
    const about = fillSentence(facts.procedure, text.about, declaration);
    if (about === undefined) throw new DomainError('paper.value-missing', { params: { path: 'subject.about' } });
    return { ...text, about };
  }
  const { replaces, parcel } = fillResult(facts.procedure, { declaration }) as { replaces?: LostCertificate; parcel?: Parcel };
  if (replaces?.serial !== undefined && parcel?.number !== undefined) return lostCertificateSubject(replaces, parcel);
  const name = uncapitalised(procedureOf(facts).name);
  return {
    abstract: `Niêm yết công khai hồ sơ đề nghị ${name}`,
    about: `đề nghị ${name}`,
    objections: 'có ý kiến khiếu nại, tranh chấp về nội dung nêu trên',
    afterwards: 'hồ sơ được giải quyết tiếp theo quy định của pháp luật',
  };
}

/** The posting of a process; it has at most one. */
export function noticeStepOf({ procedure }: PaperFacts): NoticeStep {
  const step = procedure.process.steps.find(({ kind }) => kind === 'notice');
  if (step?.kind !== 'notice') throw new Error(`${procedure.code} posts nothing`);
  return step;
}
