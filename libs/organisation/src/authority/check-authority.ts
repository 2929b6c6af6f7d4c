import { DomainError } from '@app/kernel';
import { agencyOf } from '@app/workflow';
import type { Unit } from '../unit.js';
import type { AuthorityRule, AuthorityRuleBody } from './authority-rule.js';

const SEATS: ReadonlySet<Unit['kind']> = new Set(['nation', 'province', 'commune']);
const PLAUSIBLE = /^20\d{2}-\d{2}-\d{2}$/;
const OFFICE = /^(commune|province)\/[a-z]+(-[a-z]+)*$/;

/**
 * Refuses a rule that could not be applied, naming the faulty part.
 * @throws DomainError request.invalid
 */
export function checkAuthorityRule(unit: Unit, { level, office, from, until }: AuthorityRuleBody): void {
  const faults: Array<{ pointer: string; vi: string; en: string }> = [];
  const fault = (pointer: string, vi: string, en: string): void => void faults.push({ pointer, vi, en });
  if (!SEATS.has(unit.kind)) fault('/unitId', 'Hãy chọn cả nước, một tỉnh, thành phố hoặc một xã, phường, đặc khu.', 'Choose the nation, a province or a commune.');
  if (!isDate(from)) fault('/from', 'Ngày bắt đầu chưa đúng.', 'The first day is no date.');
  if (until !== undefined && !isDate(until)) fault('/until', 'Ngày kết thúc chưa đúng.', 'The last day is no date.');
  else if (until !== undefined && until < from) fault('/until', 'Ngày kết thúc đứng trước ngày bắt đầu.', 'The last day is before the first.');
  if (office !== undefined && (!OFFICE.test(office) || agencyOf(office) !== level)) fault('/office', 'Cơ quan phải thuộc cấp đã chọn.', 'The office must belong to the level chosen.');
  if (faults.length > 0) throw new DomainError('request.invalid', { fields: faults });
}

/**
 * Refuses an end that could not be entered: a day gone by, or not before the last day the rule has already. A rule that has
 * not begun ends on the day before its first at the earliest: then it never comes into force.
 * @throws DomainError request.invalid, authority.not-endable
 */
export function checkAuthorityEnd({ from, until: known }: AuthorityRule, until: string, today: string): void {
  if (!isDate(until)) throw new DomainError('request.invalid', { fields: [{ pointer: '/until', vi: 'Ngày kết thúc chưa đúng.', en: 'The last day is no date.' }] });
  const earliest = dayBefore(from > today ? from : today);
  if (until < earliest || (known !== undefined && until >= known)) throw new DomainError('authority.not-endable', { params: { date: until } });
}

/** The local day before. */
export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** The local day after. */
export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function isDate(text: string): boolean {
  if (!PLAUSIBLE.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
