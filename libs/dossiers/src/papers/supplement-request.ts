import { openIntervals } from '@app/calendar';
import type { SupplementItem, SupplementRequestModel } from '@app/documents';
import { ZONE } from '@app/kernel';
import type { SupplementItem as AskedItem } from '../act-command.js';
import { findReason } from '../reasons.js';
import type { PaperFacts, SupplementFacts } from './facts.js';
import { momentOf, serialOf } from './moment.js';
import { built, contactFor, dateOf, headOf, officerOfAct, ownerOf, partyOf, procedureOf, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';

/** Form 02: everything that is missing, in one notice (Decree 118/2025 Art. 17(2)(a)). */
export function buildSupplementRequest(facts: PaperFacts, seq: number): BuiltPaper {
  return built('supplement-request', { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Supplement request' }, supplementRequestModel(facts, seq));
}

export function supplementRequestModel(facts: PaperFacts, seq: number): SupplementRequestModel {
  const moment = momentOf(facts, seq);
  const asked = facts.supplements.find((each) => each.seq === seq);
  if (asked === undefined) throw new Error(`dossier ${facts.dossier.id} asked for nothing at act ${seq}`);
  const unit = unitOfAct(facts, moment.act);
  const { code } = moment;
  return {
    head: headOf(facts, unit, { ...(code === undefined ? {} : { number: `${serialOf(code)}/HDHS` }), date: dateOf(asked.asked_at) }),
    verification: verificationOf(facts),
    unit: unit.name.vi,
    applicant: partyOf(ownerOf(facts)),
    procedure: procedureOf(facts),
    ...(code === undefined ? {} : { dossierCode: code }),
    items: asked.items.map((item) => itemLine(facts, item)),
    ...(asked.note === null ? {} : { remarks: asked.note }),
    supplyBy: closingOf(facts, asked),
    ...(asked.before_receipt ? {} : { clockPausedAt: asked.asked_at }),
    officer: officerOfAct(facts, moment.act),
    contact: contactFor(facts, moment.act),
  };
}

function itemLine(facts: PaperFacts, item: AskedItem): SupplementItem {
  const reason = findReason(item.reason);
  const component = item.target === 'component' ? facts.procedure.components.find(({ key }) => key === item.key) : undefined;
  return {
    name: component?.name.vi ?? nameOf(facts, item),
    ...(item.note === undefined ? {} : { instruction: item.note }),
    reason: reason?.text.vi ?? item.reason,
    ...(reason === undefined ? {} : { legalBasis: reason.basis }),
    ...(component === undefined ? {} : { originals: component.originals, ...copiesOf(component) }),
  };
}

/** Copies are certified where the procedure takes certified copies, else plain. */
function copiesOf({ kinds, copies }: { readonly kinds: readonly string[]; readonly copies: number }): Pick<SupplementItem, 'certifiedCopies' | 'photocopies'> {
  return kinds.includes('certified-copy') ? { certifiedCopies: copies } : { photocopies: copies };
}

function nameOf(facts: PaperFacts, { key, target }: AskedItem): string {
  if (target === 'component') return facts.components.find((each) => each.key === key)?.name.vi ?? key;
  const field = facts.procedure.declaration.properties[key.slice(1)];
  return field === undefined ? key : `Tờ khai: mục "${field.title}"`;
}

/** The last day to answer, at its closing time; at the end of the day where the unit is closed on it. */
export function closingOf({ calendar }: PaperFacts, { answer_by: day }: SupplementFacts): string {
  const minutes = openIntervals(calendar, day).intervals.at(-1)?.closes ?? 24 * 60 - 1;
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).add({ minutes }).toInstant().toString();
}
