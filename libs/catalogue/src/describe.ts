import { formatDong, type FeeRules, type Localized } from '@app/kernel';
import { findReferral, findVersionInForce, headingOf, type CatalogueEntry, type Heading } from './entry.js';
import type { DecidedAt, Handler, LimitAmount, Procedure, Skeleton, SkeletonFee, SkeletonLimit } from './procedure.js';

/** A paper as the guidance names it. */
export interface GuidancePaper {
  readonly key?: string;
  readonly name: Localized;
  readonly originals: number;
  readonly copies: number;
  /** Asked only in some cases. */
  readonly conditional: boolean;
  /** Shown and taken home again. */
  readonly shownOnly: boolean;
  readonly why?: Localized;
}

/** What the desk can tell about a procedure without taking anything in: the guidance slip and the start page say this. */
export interface Guidance extends Heading {
  readonly state: 'published' | 'skeleton';
  /** Version in force; absent for a skeleton. */
  readonly version?: number;
  readonly receivable: boolean;
  /** The agency to go to instead. */
  readonly referral?: Localized;
  readonly limit: Localized;
  readonly fee: Localized;
  readonly papers: readonly GuidancePaper[];
  readonly conditions: readonly Localized[];
  readonly legalBases: readonly string[];
  readonly applicants: readonly Localized[];
  readonly results: readonly Localized[];
  readonly decidedBy: Localized;
  readonly effectiveFrom?: string;
  readonly assumptions: readonly Localized[];
}

/** Tells what is known of an entry on a day. */
export function describeEntry(entry: CatalogueEntry, day: string): Guidance {
  const heading = headingOf(entry, day);
  const referral = findReferral(entry, day);
  const version = findVersionInForce(entry, day);
  const common = { ...heading, ...(referral && { referral }), decidedBy: decidedBy(heading.handledBy, heading.decidedAt) };
  if (version) return { ...common, ...describeVersion(version), receivable: !referral };
  return { ...common, ...describeSkeleton(entry.skeleton), receivable: false };
}

function describeVersion(procedure: Procedure) {
  return {
    state: 'published' as const,
    version: procedure.version,
    limit: limitsText(procedure),
    fee: feeText(procedure.fee),
    papers: [
      ...procedure.components.map(({ key, name, originals, copies, required, why }) => ({ key, name, originals, copies, conditional: required !== true, shownOnly: false, why })),
      ...procedure.receiving.bring.map((name) => ({ name, originals: 1, copies: 0, conditional: false, shownOnly: true })),
    ],
    conditions: procedure.receiving.conditions,
    legalBases: procedure.legalBases.map(({ number, articles }) => (articles ? `${number} (${articles})` : number)),
    applicants: procedure.applicants,
    results: [procedure.result.name],
    effectiveFrom: procedure.effective.from,
    assumptions: procedure.assumptions.map(({ statement }) => statement),
  };
}

function describeSkeleton(skeleton: Skeleton | undefined) {
  return {
    state: 'skeleton' as const,
    limit: skeletonLimitText(skeleton?.timeLimit ?? null),
    fee: skeletonFeeText(skeleton?.fee ?? { amount: null }),
    papers: (skeleton?.components ?? []).map(({ name, originals, copies, conditional, shownOnly }) => ({
      name: same(name),
      originals,
      copies,
      conditional: conditional === true,
      shownOnly: shownOnly === true,
    })),
    conditions: [],
    legalBases: skeleton?.legalBases ?? [],
    applicants: (skeleton?.applicants ?? []).map(same),
    results: (skeleton?.results ?? []).map(({ name }) => same(name)),
    assumptions: [],
  };
}

const UNITS: Record<SkeletonLimit['unit'], Localized> = {
  'working-days': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-days': { vi: 'ngày', en: 'days' },
  hours: { vi: 'giờ làm việc', en: 'working hours' },
  months: { vi: 'tháng', en: 'months' },
};

/** The time limit in words, with what it does not count. */
export function limitText(limit: Procedure['timeLimit']): Localized {
  const base: Localized =
    'sameDay' in limit
      ? {
          vi: `Trong ngày làm việc; tiếp nhận sau ${limit.cutoff} thì trả kết quả vào ngày làm việc tiếp theo`,
          en: `The same working day; received after ${limit.cutoff}: the next working day`,
        }
      : amountsText('parts' in limit ? limit.parts : [limit]);
  if (limit.notCounted.length === 0) return base;
  const list = (language: keyof Localized): string => limit.notCounted.map(({ what }) => what[language]).join('; ');
  return { vi: `${base.vi} (không tính: ${list('vi')})`, en: `${base.en} (not counted: ${list('en')})` };
}

/** The time limit before any answer is known: where cases have their own, each is named with it. */
function limitsText({ timeLimit, cases = [] }: Procedure): Localized {
  const own = cases.flatMap((each) => (each.timeLimit ? [{ name: each.name, limit: limitText(each.timeLimit) }] : []));
  const text = limitText(timeLimit);
  if (own.length === 0) return text;
  const list = (language: keyof Localized): string => own.map(({ name, limit }) => `${name[language]}: ${limit[language]}`).join('; ');
  return { vi: `${text.vi}. ${list('vi')}`, en: `${text.en}. ${list('en')}` };
}

function amountsText(amounts: readonly LimitAmount[]): Localized {
  const texts = amounts.map(({ value, unit }) => amountText(value, unit));
  return { vi: texts.map(({ vi }) => vi).join(' và '), en: texts.map(({ en }) => en).join(' and ') };
}

function amountText(value: number, unit: SkeletonLimit['unit']): Localized {
  return { vi: `${String(value).replace('.', ',')} ${UNITS[unit].vi}`, en: value === 1 ? `1 ${UNITS[unit].en.slice(0, -1)}` : `${value} ${UNITS[unit].en}` };
}

function skeletonLimitText(limit: SkeletonLimit | null): Localized {
  if (!limit) return { vi: 'Chưa có dữ liệu; hỏi cán bộ tại quầy', en: 'Not known here; ask at the counter' };
  if (limit.sameDay) return limitText({ sameDay: true, cutoff: '15:00', notCounted: [], basis: limit.basis });
  const text = amountText(limit.value, limit.unit);
  // A limit nobody has confirmed must not read like a promise.
  return limit.basis === 'assumed' ? { vi: `${text.vi} (dự kiến, chưa kiểm chứng)`, en: `${text.en} (expected, not confirmed)` } : text;
}

/** The fee in words, before any answer is known. */
export function feeText({ lines, exemptions, setBy }: FeeRules): Localized {
  if (lines.length === 0) return { vi: 'Không thu phí, lệ phí', en: 'Free of charge' };
  const list = (language: keyof Localized): string =>
    lines.map((line) => `${line.name[language]}: ${formatDong(line.amount, language)}${line.per ? (language === 'vi' ? '/bản' : ' each') : ''}`).join('; ');
  const free = (language: keyof Localized): string => exemptions.map(({ name }) => name[language]).join('; ');
  const council = setBy === 'provincial-council';
  return {
    vi: `${list('vi')}${council ? ' (do Hội đồng nhân dân cấp tỉnh quy định)' : ''}${exemptions.length > 0 ? `. Miễn: ${free('vi')}` : ''}`,
    en: `${list('en')}${council ? ' (set by the provincial People’s Council)' : ''}${exemptions.length > 0 ? `. Exempt: ${free('en')}` : ''}`,
  };
}

function skeletonFeeText({ amount, per, varies, setBy }: SkeletonFee): Localized {
  if (setBy === 'provincial-council') return { vi: 'Do Hội đồng nhân dân cấp tỉnh quy định', en: 'Set by the provincial People’s Council' };
  if (varies) return { vi: 'Tùy trường hợp; hỏi cán bộ tại quầy', en: 'Depends on the case; ask at the counter' };
  if (amount === null) return { vi: 'Chưa có dữ liệu; hỏi cán bộ tại quầy', en: 'Not known here; ask at the counter' };
  if (amount === 0) return { vi: 'Không thu phí, lệ phí', en: 'Free of charge' };
  return { vi: `${formatDong(amount)}${per ? `/${per}` : ''}`, en: `${formatDong(amount, 'en')}${per ? ` per ${per}` : ''}` };
}

function decidedBy(handledBy: Handler, decidedAt: DecidedAt): Localized {
  switch (handledBy) {
    case 'police':
      return { vi: 'Công an', en: 'The police' };
    case 'social-insurance':
      return { vi: 'Bảo hiểm xã hội', en: 'Social insurance' };
    case 'treasury':
      return { vi: 'Kho bạc Nhà nước', en: 'The State Treasury' };
    case 'court':
      return { vi: 'Tòa án nhân dân', en: 'The People’s Court' };
    case 'port-authority':
      return { vi: 'Cảng vụ', en: 'The port authority' };
    case 'land-registration-office':
      return { vi: 'Văn phòng đăng ký đất đai', en: 'The land registration office' };
    case 'provincial-department':
      return { vi: 'Sở, cơ quan chuyên môn cấp tỉnh', en: 'A provincial department' };
    case 'peoples-committee':
      return decidedAt === 'province'
        ? { vi: 'Ủy ban nhân dân cấp tỉnh', en: 'The provincial People’s Committee' }
        : decidedAt === 'commune'
          ? { vi: 'Ủy ban nhân dân cấp xã', en: 'The commune People’s Committee' }
          : { vi: 'Ủy ban nhân dân cấp xã hoặc cấp tỉnh, theo thẩm quyền', en: 'The commune or the provincial People’s Committee, each for its own cases' };
  }
}

function same(text: string): Localized {
  return { vi: text, en: text };
}
