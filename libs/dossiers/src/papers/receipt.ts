import { explain, openIntervals, type TraceLine, type WorkingCalendar } from '@app/calendar';
import { limitReason, limitText } from '@app/catalogue';
import type { ReceiptModel, ReceiptPromise, ReusedItem } from '@app/documents';
import { dueFrom } from '../clock-ledger.js';
import { agenciesOf } from './agencies.js';
import { componentLine } from './component-line.js';
import type { PaperFacts } from './facts.js';
import { feesAt } from './fees-at.js';
import { reusedIn } from './reused.js';
import { momentOf, serialOf, type Moment } from './moment.js';
import { agencyOf, built, centreOf, centrePlace, dateOf, getUnit, headOf, limitOf, longDateOf, officerOfAct, ownerOf, partyOf, placeOf, procedureOf, verificationOf, type BuiltPaper } from './shared.js';

const COMPLAINTS = 'Cổng Dịch vụ công quốc gia https://dichvucong.gov.vn, mục Phản ánh kiến nghị';

/** Form 01: receipt and appointment. The date is the promise made at receipt, before anything paused the clock. */
export function buildReceipt(facts: PaperFacts, seq: number): BuiltPaper {
  return built('receipt', { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt and appointment' }, receiptModel(facts, seq));
}

/**
 * The receipt printed once more, marked so; everything else is as it was handed out, but for the promise after a change of the
 * calendar: the old calendar is gone, and the slip says that the date was worked out again.
 */
export function buildReprint(facts: PaperFacts, seq: number, reprint: { count: number; at: string }): BuiltPaper {
  const title = { vi: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả (bản in lại lần ${reprint.count})`, en: `Receipt and appointment (reprint ${reprint.count})` };
  const model = receiptModel(facts, seq);
  const moved = facts.acts.findLast(({ event }) => event === 'calendarChanged');
  const notes = [model.dueNote, moved && `Thời gian trả kết quả được tính lại ${longDateOf(moved.at)} do lịch làm việc thay đổi`].filter(Boolean);
  return built('receipt', title, { ...model, reprint, ...(notes.length === 0 ? {} : { dueNote: notes.join('; ') }) });
}

export function receiptModel(facts: PaperFacts, seq: number): ReceiptModel {
  const moment = momentOf(facts, seq);
  const { dossier, options } = facts;
  const { code, receivedAt } = moment;
  if (code === undefined || receivedAt === undefined) throw new Error(`dossier ${dossier.id} is not received at act ${seq}`);
  const centre = centreOf(facts);
  const limit = limitOf(facts);
  const decidedBy = agenciesOf(facts, seq);
  const filer = facts.people.find(({ role }) => role === 'filer');
  const received = moment.acts.find(({ event }) => event === 'receive') ?? moment.act;
  const address = returnAddress(facts);
  const hotline = options.hotline || centre.phone;
  return {
    head: headOf(facts, centre, { number: `${serialOf(code)}/TNHS`, date: dateOf(receivedAt) }),
    verification: verificationOf(facts),
    dossierCode: code,
    receivingUnit: centre.name.vi,
    ...(dossier.help_unit === null ? {} : { helpedAt: getUnit(facts, dossier.help_unit).name.vi }),
    owner: partyOf(ownerOf(facts)),
    ...(filer === undefined ? {} : { filer: partyOf(filer) }),
    procedure: procedureOf(facts),
    ...(facts.linked === undefined ? {} : { request: `Thuộc hồ sơ liên thông số ${facts.linked.filingNumber} (${facts.linked.name})` }),
    ...reusedAs(reusedIn(facts, moment)),
    components: facts.components.filter(({ origin }) => origin !== 'absent').map(componentLine),
    sets: 1,
    timeLimit: limitText(limit).vi,
    receivedAt,
    ...promiseOf(facts, moment, decidedBy),
    // Nobody asks who decides where it is the agency they stand in.
    ...(decidedBy.length === 1 && decidedBy[0] === agencyOf(facts, centre).name.vi ? {} : { decidedBy }),
    ...limitNoteOf(facts),
    returnPlace: dossier.delivery,
    ...(address === undefined ? {} : { returnAddress: address }),
    fees: feesAt(facts, moment),
    receiver: officerOfAct(facts, received),
    isSealed: facts.centreSeals,
    lookup: { address: `${options.publicUrl}/tra-cuu`, secret: dossier.look_up_secret },
    contact: { ...(hotline ? { hotline } : {}), complaints: COMPLAINTS },
    copy: 'both',
  };
}

/** The promise made at receipt; where the competent agency is elsewhere, what its time begins with (Decree 118/2025 Art. 17(3)). */
function promiseOf(facts: PaperFacts, { startedAt }: Moment, [decider]: readonly string[]): { promise: ReceiptPromise; dueNote?: string } {
  if (startedAt === undefined) return { promise: { startsWhen: `${decider ?? 'cơ quan có thẩm quyền'} nhận được hồ sơ` } };
  const limit = limitOf(facts);
  const { at, trace } = dueFrom(limit, facts.calendar, Temporal.Instant.from(startedAt));
  if (at === null) throw new Error('a clock without pauses has an end');
  const note = dueNote(facts.calendar, trace);
  return { promise: { at: at.toString() }, ...(note === undefined ? {} : { dueNote: note }) };
}

/** Nothing is listed where the person brought everything. */
function reusedAs(reused: readonly ReusedItem[]): { reused?: readonly ReusedItem[] } {
  return reused.length === 0 ? {} : { reused };
}

/** By which decision the limit is not the national one. */
function limitNoteOf(facts: PaperFacts): { limitNote?: string } {
  const reason = limitReason(limitOf(facts));
  return reason === undefined ? {} : { limitNote: reason.vi };
}

/** Days a reader would not expect to be skipped: holidays and the like, with their source; weekends go without saying. */
function dueNote(calendar: WorkingCalendar, trace: readonly TraceLine[]): string | undefined {
  const skipped = trace.filter((line) => line.kind === 'skipped' && line.from === undefined && openIntervals(calendar, line.date).kind !== 'weekly-off');
  const lines = explain(skipped);
  return lines.length === 0 ? undefined : `Không tính: ${lines.map(({ vi }) => vi).join('; ')}`;
}

function returnAddress(facts: PaperFacts): string | undefined {
  switch (facts.dossier.delivery) {
    case 'counter': return facts.dossier.collect_unit === null ? centrePlace(facts) : placeOf(getUnit(facts, facts.dossier.collect_unit));
    case 'post': return ownerOf(facts).address ?? undefined;
    case 'electronic': return undefined;
  }
}
