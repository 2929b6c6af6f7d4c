import { formatDateLong, sentence, type Opinion } from '@app/documents';
import type { PaperFacts } from './facts.js';
import type { Moment } from './moment.js';
import { reasonLine } from './reason-line.js';
import type { ConsultationFacts } from './record-facts.js';
import { dateOf, getUnit } from './shared.js';

/**
 * What the bodies that were asked have said, up to an act, for the result that rests on it. Silence is told as silence,
 * with the article that counts it as agreement.
 */
export function opinionsOf(facts: PaperFacts, { act }: Moment): Opinion[] {
  return facts.consultations
    .filter(({ answered_seq: seq, outcome }) => seq !== null && seq <= act.seq && outcome !== 'closed')
    .map((consultation) => ({ agency: getUnit(facts, consultation.unit_id).name.vi, question: consultation.question.vi, answer: answerText(consultation) }));
}

function answerText({ outcome, agrees, answer, reason, basis, due_at: dueAt, answered_at: answeredAt }: ConsultationFacts): string {
  const on = answeredAt === null ? '' : ` (${formatDateLong(dateOf(answeredAt))})`;
  const said = answer?.trim() ? `: ${answer.trim()}` : '';
  switch (outcome) {
    case 'answered': return sentence(`${agrees === false ? 'Không đồng ý' : 'Đồng ý'}${on}${said}`);
    case 'declined': return sentence(`Từ chối cho ý kiến${on}: ${reasonLine(reason ?? '', answer).reason}`);
    case 'deemed-agreed': return sentence(`Không trả lời trong thời hạn đến ${formatDateLong(dateOf(dueAt))}, được coi là đồng ý (${basis})`);
    default: return sentence(`Chưa có ý kiến khi hết thời hạn đến ${formatDateLong(dateOf(dueAt))}`);
  }
}
