import { DomainError, formatDong, newValidator, type FeeExemption, type Localized } from '@app/kernel';
import { checkProcess } from '@app/workflow';
import { limitHours } from '../check-procedure.js';
import { limitText } from '../limit-words.js';
import type { Channel, LimitAmount, Procedure, TimeLimit } from '../procedure.js';
import { isNotLonger, longestOf, shareOf, withAmount } from './compare-limits.js';
import { CHANNELS, type LocalFee, type LocalLimit, type LocalRule, type LocalRuleBody } from './local-rule.js';
import { processWithin } from './step-times.js';

/** What a rule is checked as: whose it is, whether it names communes, and what it sets. */
export type CheckedRule = Pick<LocalRule, 'layer' | 'communes' | 'body' | 'from' | 'until'>;

/** The national side a rule is held against: the version in force, or of a skeleton its ways of filing. */
export interface NationalSide {
  readonly version?: Procedure;
  readonly channels: readonly Channel[];
}

const HALF_UNITS: readonly LimitAmount['unit'][] = ['working-days', 'calendar-days', 'months'];

/**
 * Refuses a rule that may not be: it names what the national version does not have, lengthens a limit, raises a fee of the state,
 * covers up a national exemption, or leaves the steps no time.
 * @throws DomainError local-rule.faulty, local-rule.layer, local-rule.lengthened, local-rule.fee-raised, local-rule.exemption-lost, local-rule.steps-exceed
 */
export function checkLocalRule(rule: CheckedRule, national: NationalSide): void {
  const { body, layer } = rule;
  if (Object.keys(body).length === 0) fault('/body', 'Chưa có nội dung nào được quy định.', 'The rule sets nothing.');
  if (rule.until !== undefined && rule.until < rule.from) fault('/until', 'Ngày hết hiệu lực đứng trước ngày có hiệu lực.', 'The last day in force is before the first.');
  if (layer === 'commune' && (body.fees || body.exemptions || body.received !== undefined)) throw new DomainError('local-rule.layer');
  checkChannels(body.channels, national.channels);
  if (national.version === undefined) {
    if (body.limits || body.fees || body.exemptions) fault('/body', 'Thủ tục này chưa có bản đầy đủ, nên chưa quy định được thời hạn và mức thu.', 'This procedure is not complete yet, so limits and fees cannot be set.');
    return;
  }
  const version = national.version;
  body.limits?.forEach((limit, index) => checkLimit(limit, `/limits/${index}`, rule, version));
  body.fees?.forEach((fee, index) => checkFee(fee, `/fees/${index}`, version));
  checkRepeats(body);
  body.exemptions?.forEach((exemption, index) => checkExemption(exemption, `/exemptions/${index}`, version));
}

function fault(pointer: string, vi: string, en: string): never {
  throw new DomainError('local-rule.faulty', { params: { fault: { vi, en } }, fields: [{ pointer, vi, en }] });
}

/** The national limit a local one stands for: its case's own, else the procedure's. */
export function nationalLimit({ timeLimit, cases = [] }: Procedure, key: string | undefined): TimeLimit {
  return cases.find((each) => each.key === key)?.timeLimit ?? timeLimit;
}

function checkLimit(local: LocalLimit, pointer: string, rule: CheckedRule, version: Procedure): void {
  if (local.case !== undefined && !version.cases?.some(({ key }) => key === local.case)) fault(`${pointer}/case`, `Thủ tục không có trường hợp "${local.case}".`, `The procedure has no case "${local.case}".`);
  const amounts = local.parts ?? [];
  if ((local.cutoff === undefined) === (amounts.length === 0)) fault(pointer, 'Hãy ghi một thời hạn: số lượng và đơn vị, hoặc giờ chốt trong ngày.', 'Give one limit: amounts, or a cut-off of the same day.');
  if (local.cutoff !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/u.test(local.cutoff)) fault(`${pointer}/cutoff`, 'Giờ chốt chưa đúng.', 'This is no time of day.');
  amounts.forEach(({ value, unit }, index) => {
    const step = HALF_UNITS.includes(unit) ? 2 : 60;
    if (!(value > 0) || !Number.isInteger(value * step)) fault(`${pointer}/parts/${index}/value`, 'Hãy ghi một số lớn hơn 0; ngày và tháng có thể có nửa.', 'Give a number above 0; days and months may have halves.');
  });
  const national = nationalLimit(version, local.case);
  const limit = withAmount(national, local);
  const bound = (rule.communes.length > 0 ? longestOf(national) : undefined) ?? national;
  if (!isNotLonger(limit, bound)) {
    const words = (each: TimeLimit): Localized => limitText({ ...each, notCounted: [] });
    throw new DomainError('local-rule.lengthened', { params: { limit: words(limit), national: words(bound) }, fields: [{ pointer, vi: 'Dài hơn quy định chung.', en: 'Longer than the national limit.' }] });
  }
  checkSteps(version, limit, national, pointer);
}

/** The steps in the time left to them must fit into the limit. */
function checkSteps({ process }: Procedure, limit: TimeLimit, instead: TimeLimit, pointer: string): void {
  const within = processWithin(process, { local: { ...NOBODY, instead, share: shareOf(limit, instead) } });
  const hours = limitHours(limit);
  const over = checkProcess(within, { limitHours: hours }).find(({ rule }) => rule === 'time.over');
  if (over) throw new DomainError('local-rule.steps-exceed', { params: { limit: limitText({ ...limit, notCounted: [] }) }, fields: [{ pointer, vi: over.vi, en: over.en }] });
}

const NOBODY = { layer: 'province', rule: '', decision: '', date: '', issuedBy: '', since: '' } as const;

function checkFee({ line: key, channels, amount }: LocalFee, pointer: string, { fee, channels: offered }: Procedure): void {
  const line = fee.lines.find((each) => each.key === key);
  if (!line) fault(`${pointer}/line`, `Thủ tục không có khoản thu "${key}".`, `The procedure has no fee line "${key}".`);
  if (!Number.isSafeInteger(amount) || amount < 0) fault(`${pointer}/amount`, 'Mức thu là số nguyên đồng, từ 0 trở lên.', 'An amount is a whole number of đồng, 0 or more.');
  const due = line.channels ?? CHANNELS;
  if (channels.length === 0 || channels.some((channel) => !due.includes(channel) || !offered.includes(channel))) {
    fault(`${pointer}/channels`, 'Hãy chọn những cách nộp mà khoản thu này có.', 'Choose ways of filing that this line is due for.');
  }
  if (fee.setBy === 'national' && amount > line.amount) {
    throw new DomainError('local-rule.fee-raised', { params: { name: line.name, amount: formatDong(line.amount) }, fields: [{ pointer: `${pointer}/amount`, vi: 'Cao hơn mức của Nhà nước.', en: 'Higher than the state’s fee.' }] });
  }
}

/** A value set twice by one rule would depend on the order of its lines. */
function checkRepeats({ limits = [], fees = [], exemptions = [] }: LocalRuleBody): void {
  const cases = limits.map((limit) => limit.case ?? '');
  if (new Set(cases).size < cases.length) fault('/limits', 'Mỗi trường hợp chỉ được ghi một thời hạn.', 'Each case may have one limit only.');
  const places = fees.flatMap(({ line, channels }) => channels.map((channel) => `${line} ${channel}`));
  if (new Set(places).size < places.length) fault('/fees', 'Mỗi khoản thu chỉ được ghi một mức cho mỗi cách nộp.', 'Each fee line may have one amount per way of filing only.');
  const keys = exemptions.map(({ key }) => key);
  if (new Set(keys).size < keys.length) fault('/exemptions', 'Mỗi trường hợp miễn chỉ được ghi một lần.', 'Each exemption may stand once only.');
}

function checkExemption({ key, name, basis, when, lines = [] }: FeeExemption, pointer: string, { fee, declaration }: Procedure): void {
  const known = fee.exemptions.find((each) => each.key === key);
  if (known) throw new DomainError('local-rule.exemption-lost', { params: { name: known.name }, fields: [{ pointer: `${pointer}/key`, vi: 'Trùng với một trường hợp miễn của quy định chung.', en: 'The same as a national exemption.' }] });
  if (name.vi.trim() === '' || name.en.trim() === '' || basis.trim() === '') fault(pointer, 'Hãy ghi tên trường hợp miễn bằng hai thứ tiếng và căn cứ.', 'Give the exemption a name in both languages, and its basis.');
  const unknown = lines.find((line) => !fee.lines.some((each) => each.key === line));
  if (unknown !== undefined) fault(`${pointer}/lines`, `Thủ tục không có khoản thu "${unknown}".`, `The procedure has no fee line "${unknown}".`);
  const asked = Object.keys((when as { properties?: object }).properties ?? {});
  const missing = asked.find((name) => !Object.hasOwn(declaration.properties, name));
  if (asked.length === 0 || missing !== undefined) fault(`${pointer}/when`, 'Điều kiện phải hỏi về mục có trong tờ khai.', 'The condition must ask about fields of the form.');
  try {
    newValidator().compile(when);
  } catch {
    fault(`${pointer}/when`, 'Điều kiện không dùng được.', 'The condition cannot be used.');
  }
}

function checkChannels(channels: readonly Channel[] | undefined, offered: readonly Channel[]): void {
  if (channels === undefined) return;
  if (channels.length === 0 || channels.some((channel) => !offered.includes(channel))) fault('/channels', 'Chỉ chọn trong những cách nộp mà quy định chung cho phép, ít nhất một.', 'Choose at least one of the ways of filing the national version allows.');
}
