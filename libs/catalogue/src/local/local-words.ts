import type { LocalSource, Localized } from '@app/kernel';
import { limitText } from '../limit-words.js';
import type { Procedure, TimeLimit } from '../procedure.js';

/** Which layer a shown value comes from, with its decision and dates, and one sentence that says so. */
export interface ValueLayer {
  readonly layer: 'nation' | 'province' | 'commune';
  /** The decision's number; of a national value the provision it rests on. */
  readonly decision?: string;
  readonly date?: string;
  readonly issuedBy?: string;
  readonly since?: string;
  readonly until?: string;
  readonly underReview?: true;
  readonly text: Localized;
}

const shortDay = (day: string): string => day.split('-').reverse().join('/');

/** "Quyết định 12/2026/QĐ-UBND ngày 01/11/2026 của UBND thành phố Đồng Nai". */
export function decisionText({ decision, date, issuedBy }: Pick<LocalSource, 'decision' | 'date' | 'issuedBy'>): Localized {
  const [vi, en] = /NQ/u.test(decision) ? ['Nghị quyết', 'Resolution'] : /QĐ/u.test(decision) ? ['Quyết định', 'Decision'] : ['văn bản', 'document'];
  return { vi: `${vi} ${decision} ngày ${shortDay(date)} của ${issuedBy}`, en: `${en} ${decision} of ${shortDay(date)} (${issuedBy})` };
}

/** The layer of a value that a province or commune set. */
export function localLayer(source: LocalSource): ValueLayer {
  const words = decisionText(source);
  return layerWith(source, { vi: `Theo ${words.vi}`, en: `By ${words.en}` });
}

function layerWith({ layer, decision, date, issuedBy, since, until, underReview }: LocalSource, lead: Localized): ValueLayer {
  const review: Localized = underReview ? { vi: '; quy định chung đã thay đổi, đang chờ rà soát', en: '; the national rule has changed, under review' } : { vi: '', en: '' };
  const end: Localized = until === undefined ? { vi: '', en: '' } : { vi: ` đến hết ${shortDay(until)}`, en: ` until ${shortDay(until)}` };
  return {
    layer, decision, date, issuedBy, since, ...(until !== undefined && { until }), ...(underReview && { underReview }),
    text: { vi: `${lead.vi}, áp dụng từ ${shortDay(since)}${end.vi}${review.vi}`, en: `${lead.en}, since ${shortDay(since)}${end.en}${review.en}` },
  };
}

/** The layer of a value of the national version; of a frozen one, without its dates. */
export function nationalLayer(version?: Pick<Procedure, 'effective'>, basis?: string): ValueLayer {
  return {
    layer: 'nation', ...(basis && { decision: basis }), ...(version && { since: version.effective.from }), ...(version?.effective.until !== undefined && { until: version.effective.until }),
    text: basis ? { vi: `Quy định chung của cả nước (${basis})`, en: `National rule (${basis})` } : { vi: 'Quy định chung của cả nước', en: 'National rule' },
  };
}

/** The layer of a limit; where it is local, with what it changes: "Rút ngắn từ 3 ngày làm việc theo Quyết định … của UBND tỉnh, áp dụng từ …". */
export function limitLayer(limit: TimeLimit, version?: Pick<Procedure, 'effective'>): ValueLayer {
  const { local } = limit;
  if (local === undefined) return nationalLayer(version, limit.basis);
  const words = decisionText(local);
  const instead = limitText({ ...local.instead, notCounted: [] });
  const [vi, en] = local.share > 1 ? ['Kéo dài', 'Lengthened'] : local.share < 1 ? ['Rút ngắn', 'Shortened'] : ['Thay cho', 'Instead of'];
  const link = local.share === 1 ? ['', ''] : [' từ', ' from'];
  return layerWith(local, { vi: `${vi}${link[0]} ${lowerFirst(instead.vi)} theo ${words.vi}`, en: `${en}${link[1]} ${lowerFirst(instead.en)} by ${words.en}` });
}

/** The first line of "why is it this date?" where the limit is not the national one: "Thời hạn rút ngắn còn 1,5 ngày làm việc theo …". */
export function limitReason(limit: TimeLimit): Localized | undefined {
  const { local } = limit;
  if (local === undefined) return undefined;
  const words = decisionText(local);
  const now = limitText({ ...limit, notCounted: [] });
  const instead = limitText({ ...local.instead, notCounted: [] });
  const [vi, en] = local.share > 1 ? ['kéo dài thành', 'lengthened to'] : local.share < 1 ? ['rút ngắn còn', 'shortened to'] : ['áp dụng là', 'set to'];
  return {
    vi: `Thời hạn ${vi} ${lowerFirst(now.vi)} theo ${words.vi} (quy định chung: ${lowerFirst(instead.vi)})`,
    en: `Time limit ${en} ${lowerFirst(now.en)} by ${words.en} (national rule: ${lowerFirst(instead.en)})`,
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
