import type { ReceivedComponent, StopCause, StopNoticeModel, StoppedFee } from '@app/documents';
import type { AssessedFee } from '@app/fees';
import type { PaperFacts } from './facts.js';
import { codeText, momentOf, type Moment } from './moment.js';
import { reasonLine } from './reason-line.js';
import type { StopFacts } from './record-facts.js';
import { agencyOf, blankNumber, builtForHandNumber, centreContact, centrePlace, dateOf, getUnit, headOf, holderBefore, ownerOf, partyOf, procedureOf, recipientsOf, verificationOf, type BuiltPaper } from './shared.js';
import { headSignature, signatureOf } from './signatures.js';
import { closingOf } from './supplement-request.js';

const FORM = 'Thông tư 03/2025/TT-VPCP, mẫu số 05';
const ONE_NOTICE = 'Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2';

/** Form 05: the dossier ends without a decision; papers and money go back, and it may be filed again. */
export function buildStopNotice(facts: PaperFacts, seq: number): BuiltPaper {
  return builtForHandNumber('stop-notice', { vi: 'Thông báo dừng giải quyết hồ sơ', en: 'Stop notice' }, stopNoticeModel(facts, seq));
}

export function stopNoticeModel(facts: PaperFacts, seq: number): StopNoticeModel {
  const moment = momentOf(facts, seq);
  const { stop } = facts;
  if (stop?.seq !== seq) throw new Error(`dossier ${facts.dossier.id} was not stopped at act ${seq}`);
  const held = holderBefore(facts, seq);
  const agency = agencyOf(facts, stop.signature === null ? held : getUnit(facts, stop.signature.unit));
  const day = dateOf(stop.stopped_at);
  return {
    head: headOf(facts, agency, { number: blankNumber('TB', agency), date: day }),
    verification: verificationOf(facts),
    applicant: partyOf(ownerOf(facts)),
    dossierCode: codeText(facts, moment),
    procedure: procedureOf(facts),
    ...(moment.receivedAt === undefined ? {} : { receivedAt: moment.receivedAt }),
    ...causeOf(facts, stop),
    stoppedAt: stop.stopped_at,
    competentUnit: held.name.vi,
    automatic: moment.act.body.actor.kind === 'system',
    papersReturned: papersOf(facts, stop),
    collectAt: centrePlace(facts),
    fee: feeOf(facts, moment, stop),
    contact: centreContact(facts),
    signature: signatureOf(facts, stop.signature, stop.stopped_by) ?? headSignature(facts, agency, stop.stopped_at),
    recipients: recipientsOf(facts),
  };
}

/** What ended it, with the record that proves it and the provision. */
function causeOf(facts: PaperFacts, stop: StopFacts): { cause: StopCause; legalBasis: string } {
  switch (stop.cause) {
    case 'withdrawn': {
      const asked = last(facts.withdrawals, stop.seq);
      return { cause: { kind: 'withdrawn', askedAt: asked.asked_at, ...(asked.reason ? { why: asked.reason } : {}) }, legalBasis: FORM };
    }
    case 'not-supplemented': {
      const asked = last(facts.supplements, stop.seq);
      return {
        cause: { kind: 'not-supplemented', askedOn: dateOf(asked.asked_at), answerBy: closingOf(facts, asked) },
        legalBasis: facts.procedure.process.supplement?.basis ?? ONE_NOTICE,
      };
    }
    case 'not-paid': {
      const asked = last(facts.payments, stop.seq);
      return { cause: { kind: 'not-paid', askedOn: dateOf(asked.asked_at), payBy: asked.pay_by }, legalBasis: asked.basis };
    }
    case 'elsewhere': {
      const held = facts.procedure.process.steps.find(({ kind }) => kind === 'elsewhere');
      return { cause: { kind: 'conditions-lapsed', reason: stop.note?.trim() || 'Cơ quan giải quyết dừng hồ sơ' }, legalBasis: held?.kind === 'elsewhere' ? held.basis : ONE_NOTICE };
    }
    case 'lapsed': {
      const { reason, legalBasis } = reasonLine(stop.reason ?? '', stop.note);
      return { cause: { kind: 'conditions-lapsed', reason }, legalBasis };
    }
  }
}

function last<Row extends { readonly seq: number }>(rows: readonly Row[], before: number): Row {
  const row = rows.findLast(({ seq }) => seq < before);
  if (row === undefined) throw new Error(`nothing before act ${before} explains the stop`);
  return row;
}

function papersOf({ components }: PaperFacts, { papers_returned }: StopFacts): ReceivedComponent[] {
  return papers_returned.map(({ key, name, originals, copies }) => {
    const kind = components.find((each) => each.key === key)?.kind ?? 'original';
    return { name: name.vi, kind, quantity: Math.max(1, kind === 'original' ? originals : copies) };
  });
}

/** The fee paid so far and what becomes of it; a duty that was paid goes by the law of its own and is not in it. */
function feeOf(facts: PaperFacts, { feePaid }: Moment, stop: StopFacts): StoppedFee {
  const { total, atReceipt } = facts.dossier.fee as AssessedFee;
  const amount = atReceipt > 0 ? atReceipt : total;
  if (!feePaid || amount === 0) return { state: 'none' };
  if (stop.fee_refunded) return { state: 'refunded', amount, where: centreContact(facts).name };
  // A lapse uses the note for its reason.
  const why = stop.cause === 'lapsed' || stop.cause === 'elsewhere' ? undefined : stop.note?.trim();
  return { state: 'kept', amount, why: why || 'khoản đã thu không thuộc trường hợp được hoàn trả' };
}
