import { fillResult, resultOf, type Procedure } from '@app/catalogue';
import { formatDateLong, formatDateShort, uncapitalised, type Correction } from '@app/documents';
import { certifiedFacts } from './certification.js';
import type { PaperFacts } from './facts.js';
import { notedBy } from './finding-facts.js';
import { lawText } from './law-text.js';
import { codeText, type Moment } from './moment.js';
import { opinionsOf } from './opinions.js';
import { reasonLine } from './reason-line.js';
import { reusedIn } from './reused.js';
import { centreOf, dateOf, headOf, ownerOf, procedureOf, unitAt, verificationOf } from './shared.js';
import { decisionSignature } from './signatures.js';

/** The parts of a result that no draft may touch: who issues and who signs follows from the acts. */
const FIXED: readonly string[] = ['head', 'signature', 'verification', 'correction', 'opinions'];

/**
 * The model of the result document: what the dossier's own facts give, over it the procedure's data, over that what the
 * drafting officer wrote. Before the paper is numbered it has neither number nor date, so a preview cannot pass for it.
 */
export function resultModel(facts: PaperFacts, moment: Moment): Record<string, unknown> {
  const model = basicModel(facts, moment);
  merge(model, fillResult(facts.procedure, { declaration: moment.declaration, dossier: dossierFacts(facts, moment), decision: decisionFacts(facts, moment), findings: notedBy(facts, moment) }));
  for (const [path, text] of Object.entries(moment.result?.draft ?? {})) putDraft(model, path, text);
  return model;
}

/** What a procedure's result data may point to under `/dossier`. */
function dossierFacts(facts: PaperFacts, moment: Moment): Record<string, unknown> {
  const owner = ownerOf(facts);
  return {
    code: codeText(facts, moment),
    filedOn: dateOf(facts.dossier.filed_at),
    ...(moment.receivedAt === undefined ? {} : { receivedOn: dateOf(moment.receivedAt) }),
    ownerName: owner.full_name,
    ...(owner.address === null ? {} : { ownerAddress: owner.address }),
    ...(owner.personal_id === null ? {} : { ownerPersonalId: owner.personal_id }),
    procedureName: facts.procedure.name.vi,
  };
}

/** What it may point to under `/decision`; empty before the decision, and without number and day before numbering. */
function decisionFacts({ officers }: PaperFacts, { result }: Moment): Record<string, unknown> {
  if (!result) return {};
  return {
    ...(result.number === null ? {} : { number: result.number }),
    ...(result.numbered_at === null ? {} : { issuedOn: dateOf(result.numbered_at) }),
    ...(result.decided_at === null ? {} : { decidedOn: dateOf(result.decided_at) }),
    ...(result.decided_by === null ? {} : { signerName: officers.get(result.decided_by)?.name }),
    ...(result.signature === null ? {} : { signerPosition: result.signature.position }),
  };
}

function basicModel(facts: PaperFacts, moment: Moment): Record<string, unknown> {
  const { procedure } = facts;
  const { result } = moment;
  const issuer = unitAt(facts, procedure.result.issuer, moment.act.seq);
  const correction = correctionOf(facts, moment);
  const number = result?.number ?? undefined;
  const date = result?.numbered_at ? dateOf(result.numbered_at) : undefined;
  const decidedOn = date ?? (moment.isSigned && result?.decided_at ? dateOf(result.decided_at) : undefined);
  const common = {
    head: headOf(facts, issuer, { ...(number === undefined ? {} : { number }), ...(date === undefined ? {} : { date }), ...(moment.isSigned && { reserved: { symbol: resultOf(procedure, moment.declaration).symbol } }) }),
    // A preview is not issued yet: there is nothing that a scanned code could vouch for.
    ...(result?.number || moment.isSigned ? { verification: { ...verificationOf(facts), revision: result?.revision ?? 1, ...reliedOn(facts, moment) } } : {}),
    ...(correction === undefined ? {} : { correction }),
    signature: decisionSignature(facts, moment, issuer),
  };
  switch (resultOf(procedure, moment.declaration).layout) {
    case 'birth-certificate':
    case 'correction-extract':
    case 'death-extract': {
      const province = issuer.parentId === null ? undefined : facts.units.get(issuer.parentId);
      const place = province?.name.vi.replace(/^Ủy ban nhân dân /u, '');
      return { ...common, registeredAt: [issuer.name.vi, place].filter(Boolean).join(', '), ...(date === undefined ? {} : { registeredOn: date }) };
    }
    case 'land-certificate':
      return { ...common, ...(number === undefined ? {} : { registerNumber: number }) };
    case 'certified-copy':
      return { ...common, ...certifiedFacts(facts, moment), ...(date === undefined ? {} : { certifiedOn: date }) };
    case 'building-permit':
      return { ...common, opinions: opinionsOf(facts, moment) };
    case 'poor-household-decision':
      // Signed before it has its date, it holds for the year of the decision (Decision 24/2021).
      return { ...common, ...(decidedOn === undefined ? {} : { validUntil: `${decidedOn.slice(0, 4)}-12-31` }) };
    case 'decision':
      return { ...common, ...decisionText(facts, moment, procedure) };
    default:
      return common;
  }
}

/** On which data on file the result rests, and when it was read. */
function reliedOn(facts: PaperFacts, moment: Moment): { note?: string } {
  const reused = reusedIn(facts, moment);
  const [first] = reused;
  if (first === undefined) return {};
  const sources = [...new Set(reused.map(({ source }) => source))];
  return { note: `Dữ liệu đã sử dụng: ${sources.join('; ')} (đọc ngày ${formatDateShort(first.readOn)}).` };
}

/** What a corrected result takes the place of; nothing for a first one. */
function correctionOf({ results, procedure }: PaperFacts, { correction, declaration }: Moment): Correction | undefined {
  if (correction === undefined) return undefined;
  const wrong = results.findLast(({ revision, number }) => revision < correction.revision && number !== null);
  if (!wrong?.number || wrong.numbered_at === null) return undefined;
  return { title: resultOf(procedure, declaration).name.vi, number: wrong.number, date: dateOf(wrong.numbered_at), reason: reasonLine(correction.reason, correction.note).reason };
}

/** The words of a decision whose procedure brings none of its own (Decree 30/2020, Annex III). */
function decisionText(facts: PaperFacts, moment: Moment, procedure: Procedure): Record<string, unknown> {
  const owner = ownerOf(facts);
  const { name: title } = procedureOf(facts);
  const name = uncapitalised(title);
  const centre = centreOf(facts);
  const received = moment.receivedAt === undefined ? '' : `, tiếp nhận ${formatDateLong(dateOf(moment.receivedAt))}`;
  return {
    abstract: `Về việc ${name}`,
    grounds: [
      ...procedure.legalBases.map(({ number, title }) => `Căn cứ ${lawText(number, title?.vi)}`),
      ...opinionsOf(facts, moment).map(({ agency, answer }) => `Căn cứ ý kiến của ${agency}: ${uncapitalised(answer)}`),
      `Xét hồ sơ mã ${codeText(facts, moment)}${received}`,
    ],
    articles: [
      { paragraphs: [`Chấp thuận đề nghị ${name} của ông/bà (tổ chức) ${owner.full_name}${owner.address === null ? '' : `, địa chỉ: ${owner.address}`}.`] },
      { paragraphs: ['Quyết định này có hiệu lực kể từ ngày ký.'] },
      { paragraphs: [`Các đơn vị có liên quan và ông/bà (tổ chức) ${owner.full_name} chịu trách nhiệm thi hành Quyết định này./.`] },
    ],
    recipients: ['Như Điều 3', centre.name.vi, 'Lưu: VT, hồ sơ'],
  };
}

type Branch = Record<string, unknown>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(target: Branch, source: Branch): void {
  for (const [key, value] of Object.entries(source)) {
    const own = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isBranch(own) && isBranch(value)) merge(own, value);
    else target[key] = value;
  }
}

const DRAFT_PATH = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

/** Puts one value of the draft in its place; a figure stays a figure. What is fixed, and no path, is passed over. */
function putDraft(model: Branch, path: string, text: string): void {
  const keys = path.split('.');
  const last = keys.pop();
  if (last === undefined || !DRAFT_PATH.test(path) || FIXED.includes(keys[0] ?? last)) return;
  let place: Branch = model;
  for (const key of keys) {
    // Own properties only: "constructor" names nothing here.
    const inner = Object.hasOwn(place, key) ? place[key] : undefined;
    const next = typeof inner === 'object' && inner !== null ? (inner as Branch) : {};
    place[key] = next;
    place = next;
  }
  const known = Object.hasOwn(place, last) ? place[last] : undefined;
  place[last] = typeof known === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
}
