import { due } from '@app/calendar';
import { processWithin } from '@app/catalogue';
import type { ControlRow, ControlSlipModel, HandoverResult, SlipPackage } from '@app/documents';
import { localDate } from '@app/kernel';
import { statePath, type ProcessStep, type StoredValue, type TimeAmount } from '@app/workflow';
import { dueFrom, extensionOf, pausesOf } from '../clock-ledger.js';
import { findReason } from '../reasons.js';
import { agenciesOf } from './agencies.js';
import type { ActFacts, HandoverFacts, PaperFacts } from './facts.js';
import { codeText, momentOf, serialOf, type Moment } from './moment.js';
import { built, centreOf, dateOf, getUnit, headOf, limitOf, nameOfKey, ownerOf, partyOf, procedureOf, verificationOf, type BuiltPaper } from './shared.js';

/** Form 06: travels with the dossier; one row for each time the baton passed, inside an agency too. */
export function buildControlSlip(facts: PaperFacts, seq: number): BuiltPaper {
  return built('control-slip', { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control slip' }, controlSlipModel(facts, seq));
}

export function controlSlipModel(facts: PaperFacts, seq: number): ControlSlipModel {
  const moment = momentOf(facts, seq);
  const { dossier } = facts;
  const { receivedAt, act } = moment;
  if (receivedAt === undefined) throw new Error(`dossier ${dossier.id} is not received at act ${seq}`);
  const code = codeText(facts, moment);
  const [handling, ...cooperating] = agenciesOf(facts, seq);
  return {
    head: headOf(facts, centreOf(facts), { number: `${serialOf(code)}/PKS`, date: dateOf(act.at) }),
    verification: verificationOf(facts),
    dossierCode: code,
    owner: partyOf(ownerOf(facts)),
    procedure: procedureOf(facts),
    receivedAt,
    ...(moment.startedAt === undefined ? {} : { dueAt: dueAt(facts, moment, moment.startedAt) }),
    handlingAgency: handling ?? '',
    cooperatingAgencies: cooperating,
    handovers: passesOf(facts, moment, receivedAt),
    packages: packagesOf(facts, moment),
  };
}

/** The promise as the ledger stands at that act; while the clock stands, the date before it stopped. */
function dueAt(facts: PaperFacts, { ledger }: Moment, startedAt: string): string {
  const start = Temporal.Instant.from(startedAt);
  const all = pausesOf(ledger);
  const limit = limitOf(facts);
  const extension = extensionOf(ledger);
  const promise = dueFrom(limit, facts.calendar, start, all, extension).at ?? dueFrom(limit, facts.calendar, start, all.filter(({ to }) => to !== undefined), extension).at;
  if (promise === null) throw new Error('a ledger of ended pauses has a promise date');
  return promise.toString();
}

/** What went up to the province with the dossier, each round for itself; one that was recalled never went. */
function packagesOf(facts: PaperFacts, { acts }: Moment): SlipPackage[] {
  return facts.handovers.flatMap((each): SlipPackage[] => {
    const sent = acts.some(({ seq }) => seq === each.sent_seq);
    const recalled = acts.find(({ seq, event }) => seq > each.sent_seq && ENDINGS.includes(event))?.event === 'recall';
    if (each.package === null || !sent || recalled) return [];
    return [{
      round: each.round,
      to: getUnit(facts, each.to_unit).name.vi,
      ...each.package,
      papers: each.manifest.map(({ name, sha256 }) => ({ name: name.vi, ...(sha256 === undefined ? {} : { sha256 }) })),
    }];
  });
}

interface Pass extends HandoverFacts {
  /** The act that ended it; an internal pass ends with the act that made it. */
  readonly end: ActFacts | undefined;
}

const ENDINGS: readonly string[] = ['acknowledge', 'returnHandover', 'recall'];

function passesOf(facts: PaperFacts, { acts }: Moment, receivedAt: string): ControlRow[] {
  const seen = facts.handovers.filter(({ sent_seq }) => acts.some(({ seq }) => seq === sent_seq)).map((row): Pass => ({
    ...row,
    end: acts.find((each) => (row.internal ? each.seq === row.sent_seq : each.seq > row.sent_seq && ENDINGS.includes(each.event))),
  }));
  return seen.map((pass, index) => {
    const before = seen.slice(0, index).findLast(({ end, internal }) => internal || end?.event === 'acknowledge');
    const since = { seq: before?.end?.seq ?? 0, at: before?.end?.at ?? receivedAt };
    return rowOf(facts, pass, handoverResult(facts, pass, since));
  });
}

function rowOf(facts: PaperFacts, pass: Pass, result: HandoverResult | undefined): ControlRow {
  const taken = pass.internal || pass.end?.event === 'acknowledge' ? pass.end : undefined;
  return {
    from: getUnit(facts, pass.from_unit).name.vi,
    to: getUnit(facts, pass.to_unit).name.vi,
    givenAt: pass.sent_at,
    givenBy: nameOfKey(facts, pass.sent_by),
    ...(taken === undefined ? {} : { receivedAt: taken.at, receivedBy: pass.internal ? 'Chuyển trong cơ quan' : nameOfKey(facts, `${taken.body.actor.kind}:${taken.body.actor.id}`) }),
    ...(result === undefined ? {} : { result }),
    note: noteOf(pass),
  };
}

function noteOf({ purpose, manifest, internal, end }: Pass): string {
  if (end?.event === 'returnHandover' || end?.event === 'recall') {
    const said = [findReason(end.data.reason ?? '')?.text.vi, end.data.note].filter(Boolean).join(': ');
    return `${end.event === 'recall' ? 'Đã thu hồi' : 'Đã trả lại'}. ${said}`.trim();
  }
  const originals = manifest.filter(({ original }) => original === 'travels').reduce((sum, line) => sum + Math.max(1, line.originals), 0);
  return !internal && originals > 0 ? `${purpose.vi}. Kèm ${String(originals).padStart(2, '0')} bản chính` : purpose.vi;
}

/**
 * Whether the giving unit kept its time: the times of the steps it did since it got the baton, one after the other in
 * working time, without the pauses. A day earlier than due is early; later than due is late.
 */
function handoverResult(facts: PaperFacts, pass: Pass, since: { seq: number; at: string }): HandoverResult | undefined {
  const steps = stepsDone(facts, since.seq, pass.sent_seq);
  const pauses = pausesOf(facts.ledger.filter(({ seq }) => seq <= pass.sent_seq));
  let until: Temporal.Instant | null = Temporal.Instant.from(since.at);
  for (const limit of steps.flatMap(timesOf)) {
    if (until !== null) until = due(facts.calendar, { from: until, limit, ends: 'same-time', pauses }).at;
  }
  if (steps.length === 0 || until === null) return undefined;
  const given = Temporal.Instant.from(pass.sent_at);
  if (Temporal.Instant.compare(given, until) > 0) return 'late';
  return localDate(given) < localDate(until) ? 'early' : 'on-time';
}

/** The steps acts were done in after one act and up to another, each once. */
function stepsDone(facts: PaperFacts, after: number, upTo: number): ProcessStep[] {
  const ids = facts.acts
    .filter(({ seq, body }) => seq > after && seq <= upTo && body.from !== null)
    .map(({ body }) => facts.machine.states.get(statePath(body.from!.value as StoredValue))?.stepId);
  return processWithin(facts.procedure.process, limitOf(facts)).steps.filter(({ id }) => ids.includes(id));
}

type Limit = { readonly value: number; readonly unit: 'hours' | 'working-days' | 'calendar-days' | 'months' };

function timesOf(step: ProcessStep): Limit[] {
  const limit = ({ value, unit }: TimeAmount): Limit => (unit === 'minutes' ? { value: value / 60, unit: 'hours' } : { value, unit });
  // While a notice hangs with the clock running, its time is part of what the unit may take.
  return step.kind === 'notice' && step.clock === 'running' ? [limit(step.posting), limit(step.within)] : [limit(step.within)];
}
