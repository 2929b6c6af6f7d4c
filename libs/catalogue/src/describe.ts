import type { Localized } from '@app/kernel';
import { findGroupInForce, findReferral, findVersionInForce, headingOf, type CatalogueEntry, type Heading } from './entry.js';
import type { LinkedGroup } from './linked/linked-group.js';
import { channelsText, feeText, skeletonFeeText } from './fee-words.js';
import { amountText, limitText } from './limit-words.js';
import { effectiveProcedure, receptionOf, sourceOf } from './local/effective-procedure.js';
import { localLayer } from './local/local-words.js';
import type { LocalRule, Place } from './local/local-rule.js';
import { receptionValue, shownValues, type ShownValue } from './local/local-values.js';
import type { DecidedAt, Handler, Procedure, Skeleton, SkeletonLimit } from './procedure.js';

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
  /** True for several procedures filed together. */
  readonly linked?: true;
  /** The agency to go to instead. */
  readonly referral?: Localized;
  readonly limit: Localized;
  readonly fee: Localized;
  /** The values a place may set, one by one, each with the layer it comes from; of a skeleton only those that were set. */
  readonly values: readonly ShownValue[];
  readonly papers: readonly GuidancePaper[];
  readonly conditions: readonly Localized[];
  readonly legalBases: readonly string[];
  readonly applicants: readonly Localized[];
  readonly results: readonly Localized[];
  readonly decidedBy: Localized;
  readonly effectiveFrom?: string;
  readonly assumptions: readonly Localized[];
}

/**
 * Tells what is known of an entry on a day, as it holds at a place.
 * @param rules of the place, in force that day, the weakest first
 * @param findMember the version in force of a procedure of a linked group
 */
export function describeEntry(entry: CatalogueEntry, day: string, rules: readonly LocalRule[] = [], place: Place = {}, findMember: FindProcedure = () => undefined): Guidance {
  const heading = headingOf(entry, day);
  const referral = findReferral(entry, day, rules);
  const version = findVersionInForce(entry, day);
  const common = { ...heading, ...(referral && { referral }), decidedBy: decidedBy(heading.handledBy, heading.decidedAt) };
  if (version) {
    const effective = effectiveProcedure(version, rules, place, day);
    return { ...common, channels: effective.procedure.channels, ...describeVersion(effective.procedure), values: shownValues(effective), receivable: !referral };
  }
  const group = findGroupInForce(entry, day);
  if (group) return { ...common, ...describeGroup(group, findMember), values: [], receivable: true, linked: true };
  const offered = rules.findLast(({ body }) => body.channels !== undefined);
  return { ...common, ...(offered && { channels: offered.body.channels! }), ...describeSkeleton(entry.skeleton), values: skeletonValues(rules), receivable: false };
}

/** What a place says on a procedure nobody has completed: ways of filing, instructions, where it is received. */
function skeletonValues(rules: readonly LocalRule[]): ShownValue[] {
  const offered = rules.findLast(({ body }) => body.channels !== undefined);
  const reception = receptionOf(rules);
  return [
    ...(offered ? [{ kind: 'channels', text: channelsText(offered.body.channels!), layer: localLayer(sourceOf(offered)) } as const] : []),
    ...rules.flatMap((rule) => (rule.body.note ? [{ kind: 'note', text: rule.body.note, layer: localLayer(sourceOf(rule)) } as const] : [])),
    ...(reception ? [receptionValue(reception)] : []),
  ];
}

function describeVersion(procedure: Procedure) {
  return { ...describePublished(procedure), limit: limitsText(procedure), fee: feeText(procedure.fee), results: [procedure.result.name, ...(procedure.result.alternatives ?? []).map(({ name }) => name)] };
}

type FindProcedure = (code: string) => Procedure | undefined;

/** Of a group fee and results are those of its members, each with its own rules; a slow member lengthens the whole. */
function describeGroup(group: LinkedGroup, findMember: FindProcedure) {
  const verified = limitText(group.group.verified);
  const limit = limitText(group.timeLimit);
  const members = group.group.members.flatMap(({ procedure: code, whole }) => {
    const procedure = findMember(code);
    return procedure === undefined ? [] : [{ procedure, whole }];
  });
  const slower = members.flatMap(({ procedure: { name }, whole }) => (whole === undefined ? [] : [{ name, whole: limitText(whole) }]));
  return {
    ...describePublished(group),
    limit: {
      vi: [limit.vi, `cần xác minh: ${verified.vi}`, ...slower.map(({ name, whole }) => `có “${name.vi}”: ${whole.vi}`)].join('; '),
      en: [limit.en, `with verification: ${verified.en}`, ...slower.map(({ name, whole }) => `with “${name.en}”: ${whole.en}`)].join('; '),
    },
    fee: { vi: 'Theo từng thủ tục của nhóm', en: 'That of each procedure of the group' },
    results: members.map(({ procedure }) => procedure.result.name),
  };
}

function describePublished(procedure: Omit<LinkedGroup, 'group'>) {
  return {
    state: 'published' as const,
    version: procedure.version,
    papers: [
      ...procedure.components.map(({ key, name, originals, copies, required, why }) => ({ key, name, originals, copies, conditional: required !== true, shownOnly: false, why })),
      ...procedure.receiving.bring.map((name) => ({ name, originals: 1, copies: 0, conditional: false, shownOnly: true })),
    ],
    conditions: procedure.receiving.conditions,
    legalBases: procedure.legalBases.map(({ number, articles }) => (articles ? `${number} (${articles})` : number)),
    applicants: procedure.applicants,
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

/** The time limit before any answer is known: where cases have their own, each is named with it. */
function limitsText({ timeLimit, cases = [] }: Procedure): Localized {
  const own = cases.flatMap((each) => (each.timeLimit ? [{ name: each.name, limit: limitText(each.timeLimit) }] : []));
  const text = limitText(timeLimit);
  if (own.length === 0) return text;
  const list = (language: keyof Localized): string => own.map(({ name, limit }) => `${name[language]}: ${limit[language]}`).join('; ');
  return { vi: `${text.vi}. ${list('vi')}`, en: `${text.en}. ${list('en')}` };
}

function skeletonLimitText(limit: SkeletonLimit | null): Localized {
  if (!limit) return { vi: 'Chưa có dữ liệu; hỏi cán bộ tại quầy', en: 'Not known here; ask at the counter' };
  if (limit.sameDay) return limitText({ sameDay: true, cutoff: '15:00', notCounted: [], basis: limit.basis });
  const text = amountText(limit.value, limit.unit);
  // A limit nobody has confirmed must not read like a promise.
  return limit.basis === 'assumed' ? { vi: `${text.vi} (dự kiến, chưa kiểm chứng)`, en: `${text.en} (expected, not confirmed)` } : text;
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
