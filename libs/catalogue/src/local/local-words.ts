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
  const { layer, decision, date, issuedBy, since, until, underReview } = source;
  const words = decisionText(source);
  const review: Localized = underReview ? { vi: '; quy định chung đã thay đổi, đang chờ rà soát', en: '; the national rule has changed, under review' } : { vi: '', en: '' };
  const end: Localized = until === undefined ? { vi: '', en: '' } : { vi: ` đến hết ${shortDay(until)}`, en: ` until ${shortDay(until)}` };
  return {
    layer, decision, date, issuedBy, since, ...(until !== undefined && { until }), ...(underReview && { underReview }),
    text: { vi: `Theo ${words.vi}, áp dụng từ ${shortDay(since)}${end.vi}${review.vi}`, en: `By ${words.en}, since ${shortDay(since)}${end.en}${review.en}` },
  };
}

/** The layer of a value of the national version. */
export function nationalLayer({ effective }: Pick<Procedure, 'effective'>, basis?: string): ValueLayer {
  return {
    layer: 'nation', ...(basis && { decision: basis }), since: effective.from, ...(effective.until !== undefined && { until: effective.until }),
    text: basis ? { vi: `Quy định chung của cả nước (${basis})`, en: `National rule (${basis})` } : { vi: 'Quy định chung của cả nước', en: 'National rule' },
  };
}

/** "Rút ngắn từ 3 ngày làm việc theo Quyết định … của UBND tỉnh": what a local limit changes and by which decision; nothing for a national one. */
export function changedLimitText(limit: TimeLimit): Localized | undefined {
  const { local } = limit;
  if (local === undefined) return undefined;
  const words = decisionText(local);
  const instead = limitText({ ...local.instead, notCounted: [] });
  const [vi, en] = local.share > 1 ? ['Kéo dài', 'Lengthened'] : ['Rút ngắn', 'Shortened'];
  return { vi: `${vi} từ ${lowerFirst(instead.vi)} theo ${words.vi}`, en: `${en} from ${lowerFirst(instead.en)} by ${words.en}` };
}

/** The first line of "why is it this date?" where the limit is not the national one: "Thời hạn rút ngắn còn 1,5 ngày làm việc theo …". */
export function limitReason(limit: TimeLimit): Localized | undefined {
  const { local } = limit;
  if (local === undefined) return undefined;
  const words = decisionText(local);
  const now = limitText({ ...limit, notCounted: [] });
  const instead = limitText({ ...local.instead, notCounted: [] });
  const [vi, en] = local.share > 1 ? ['kéo dài thành', 'lengthened to'] : ['rút ngắn còn', 'shortened to'];
  return {
    vi: `Thời hạn ${vi} ${lowerFirst(now.vi)} theo ${words.vi} (quy định chung: ${lowerFirst(instead.vi)})`,
    en: `Time limit ${en} ${lowerFirst(now.en)} by ${words.en} (national rule: ${lowerFirst(instead.en)})`,
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
