import type { FeeConfirmationModel, HandoverSlipModel, ReceivedComponent } from '@app/documents';
import { serialOf, codeText, momentOf, type Moment } from './moment.js';
import type { HandoverFacts, PaperFacts } from './facts.js';
import { agencyOf, built, centreOf, dateOf, getUnit, headOf, nameOfKey, officerOfAct, ownerOf, partyOf, procedureOf, verificationOf, type BuiltPaper } from './shared.js';
import { feesAt } from './fees-at.js';

/** Papers that record nothing of their own: laid out whenever somebody asks, from what the acts have written, and never issued. */
type SlipKind = 'handover' | 'fee';

export const SLIPS: Readonly<Record<SlipKind, (facts: PaperFacts) => { readonly paper: BuiltPaper; readonly at: string } | undefined>> = { handover: lastHandover, fee: feePaid };

export const isSlip = (kind: string): kind is SlipKind => Object.hasOwn(SLIPS, kind);

/** Phiếu bàn giao: the last time the dossier changed offices, with what went along on paper. Nothing where it never has. */
function lastHandover(facts: PaperFacts): ReturnType<(typeof SLIPS)['handover']> {
  const sent = facts.handovers.at(-1);
  if (sent === undefined) return undefined;
  const moment = momentOf(facts, sent.sent_seq);
  return { paper: built('handover-slip', { vi: 'Phiếu bàn giao hồ sơ', en: 'Handover slip' }, handoverModel(facts, moment, sent)), at: moment.act.at };
}

function handoverModel(facts: PaperFacts, moment: Moment, sent: HandoverFacts): HandoverSlipModel {
  const [from, to] = [getUnit(facts, sent.from_unit), getUnit(facts, sent.to_unit)];
  const taken = facts.acts.find(({ seq, event }) => seq > sent.sent_seq && ENDED.has(event));
  const acknowledged = taken?.event === 'acknowledge' ? taken : undefined;
  return {
    head: headOf(facts, agencyOf(facts, from), { number: `${serialOf(codeText(facts, moment))}/PBG`, date: dateOf(sent.sent_at) }),
    verification: verificationOf(facts),
    from: { unit: from.name.vi, officer: { name: nameOfKey(facts, sent.sent_by) } },
    to: { unit: to.name.vi, ...(acknowledged === undefined ? {} : { officer: officerOfAct(facts, acknowledged) }) },
    handedAt: sent.sent_at,
    ...(acknowledged === undefined ? {} : { acknowledgedAt: acknowledged.at }),
    reason: sent.purpose.vi,
    dossiers: [{
      code: codeText(facts, moment), owner: ownerOf(facts).full_name, procedure: procedureOf(facts),
      ...(facts.dossier.due_at === null ? {} : { dueAt: facts.dossier.due_at }), papers: onPaper(sent),
    }],
  };
}

const ENDED: ReadonlySet<string> = new Set(['acknowledge', 'returnHandover', 'recall']);

/** What is carried from hand to hand; files need no carrying. */
function onPaper({ manifest }: HandoverFacts): ReceivedComponent[] {
  return manifest.filter(({ original }) => original === 'travels').map(({ name, originals, copies }) => ({
    name: name.vi, kind: originals > 0 ? 'original' : 'copy', quantity: Math.max(1, originals > 0 ? originals : copies),
  }));
}

/** Giấy xác nhận đã nộp phí, lệ phí: once the counter has noted that the fee was paid. Nothing before, and nothing where there is no fee. */
function feePaid(facts: PaperFacts): ReturnType<(typeof SLIPS)['fee']> {
  const act = facts.acts.find(({ data }) => data.feePaid === true);
  const { total } = facts.dossier.fee as { total: number };
  if (act === undefined || total === 0) return undefined;
  const moment = momentOf(facts, act.seq);
  return { paper: built('fee-confirmation', { vi: 'Giấy xác nhận đã nộp phí, lệ phí', en: 'Confirmation of a payment' }, feeModel(facts, moment)), at: act.at };
}

function feeModel(facts: PaperFacts, moment: Moment): FeeConfirmationModel {
  const { act } = moment;
  return {
    head: headOf(facts, centreOf(facts), { number: `${serialOf(codeText(facts, moment))}/XNP`, date: dateOf(act.at) }),
    verification: verificationOf(facts),
    payer: partyOf(facts.people.find(({ role }) => role === 'filer') ?? ownerOf(facts)),
    dossierCode: codeText(facts, moment),
    procedure: procedureOf(facts),
    lines: feesAt(facts, moment).lines,
    paidAt: act.at,
    way: 'cash',
    collector: officerOfAct(facts, act),
  };
}
