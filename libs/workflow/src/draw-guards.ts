import type { Localized } from '@app/kernel';

interface GuardWords extends Localized {
  /** `branch` where the guard chooses between two ways of one act, `limit` where it only forbids the act. */
  readonly kind: 'branch' | 'limit';
  /** What it means that the other way is taken, where that must be said. */
  readonly otherwise?: Localized;
}

/** What the guards of a chart mean, where a drawing says it. The others only keep acts in order. */
const WORDS: ReadonlyMap<string, GuardWords> = new Map<string, GuardWords>(Object.entries({
  noSupplementBeforeReceipt: { kind: 'limit', vi: 'chưa yêu cầu lần nào', en: 'not asked before' },
  noticesLeft: { kind: 'limit', vi: 'còn được yêu cầu', en: 'notices left' },
  noticesUsedUp: { kind: 'limit', vi: 'đã hết lượt yêu cầu', en: 'notices used up' },
  noDutyYet: { kind: 'limit', vi: 'chưa thông báo lần nào', en: 'not asked before' },
  everyOpenOpinionOverdue: { kind: 'limit', vi: 'các ý kiến còn lại đều quá hạn', en: 'every missing opinion is overdue' },
  isRefused: { kind: 'branch', vi: 'đã từ chối', en: 'refused' },
  isOnline: { kind: 'branch', vi: 'nộp trực tuyến', en: 'filed online', otherwise: { vi: 'không nộp trực tuyến', en: 'not filed online' } },
  nothingToPost: { kind: 'branch', vi: 'không phải niêm yết', en: 'nothing to be posted' },
  nobodyAsked: { kind: 'branch', vi: 'không cần hỏi ai', en: 'nobody to be asked' },
}));

/** The guards that have words; a guard that gets another name must get it here too. */
export const NAMED_GUARDS: readonly string[] = [...WORDS.keys()];

/** The names of a guard and of those it is put together from. */
function namesOf(guard: unknown): readonly string[] {
  if (typeof guard === 'string') return [guard];
  if (guard === null || (typeof guard !== 'object' && typeof guard !== 'function')) return [];
  if ('guards' in guard && Array.isArray(guard.guards)) return guard.guards.flatMap(namesOf);
  return 'type' in guard ? namesOf(guard.type) : [];
}

/** The words of the first guard that has some. @param kind only guards of this kind */
export function guardWords(guard: unknown, kind?: GuardWords['kind']): Localized | undefined {
  return wordsOf(guard).find((words) => kind === undefined || words.kind === kind);
}

/** The words for the way that is taken when a guard does not hold. */
export function otherwiseWords(guard: unknown): Localized | undefined {
  return wordsOf(guard).find(({ otherwise }) => otherwise !== undefined)?.otherwise;
}

const wordsOf = (guard: unknown): readonly GuardWords[] => namesOf(guard).flatMap((name) => WORDS.get(name) ?? []);
