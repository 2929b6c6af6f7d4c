import { DomainError } from '@app/kernel';
import type { LocalRule } from './local-rule.js';

/** A province's rules as one file: hers and those of her communes, in a fixed order, without ids and names of officers. */
export interface LocalRuleFile {
  readonly format: 'local-rules/1';
  readonly province: string;
  readonly rules: ReadonlyArray<Omit<LocalRule, 'id'>>;
}

const ORDER: ReadonlyArray<keyof LocalRule> = ['unitId', 'code', 'from', 'decision', 'communes', 'until', 'body'];

const orderText = (rule: Omit<LocalRule, 'id'>): string => JSON.stringify(ORDER.map((key) => (rule as LocalRule)[key] ?? null));

/** Writes rules as a file. The same rules always give the same bytes, whatever order they come in. */
export function writeLocalRules(province: string, rules: readonly LocalRule[]): string {
  const listed = rules.map(({ layer, unitId, code, communes, decision, from, until, body, base }): Omit<LocalRule, 'id'> => ({
    layer, unitId, code, communes: communes.toSorted(),
    decision: { number: decision.number, date: decision.date, issuedBy: decision.issuedBy }, from, ...(until !== undefined && { until }), body, base,
  }));
  const file: LocalRuleFile = { format: 'local-rules/1', province, rules: listed.toSorted((a, b) => (orderText(a) < orderText(b) ? -1 : 1)) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

const DAY = /^20\d{2}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/u;

/**
 * Reads a file of rules.
 * @throws DomainError local-rule.faulty where it is not such a file; what the rules say is checked when they are proposed
 */
export function parseLocalRules(text: string): LocalRuleFile {
  let file: Partial<LocalRuleFile>;
  try {
    file = (JSON.parse(text) ?? {}) as Partial<LocalRuleFile>;
  } catch {
    throw faulty('', 'Tệp không phải JSON.', 'The file is not JSON.');
  }
  if (file.format !== 'local-rules/1' || typeof file.province !== 'string' || !Array.isArray(file.rules)) throw faulty('', 'Tệp không phải tệp quy định của địa phương (local-rules/1).', 'This is no file of local rules (local-rules/1).');
  (file.rules as readonly unknown[]).forEach((rule, index) => {
    if (!isRule(rule)) throw faulty(`/rules/${index}`, `Quy định thứ ${index + 1} thiếu hoặc sai phần bắt buộc.`, `Rule ${index + 1} lacks a required part.`);
  });
  return file as LocalRuleFile;
}

function isRule(value: unknown): value is Omit<LocalRule, 'id'> {
  const rule = (value ?? {}) as { -readonly [Key in keyof LocalRule]?: LocalRule[Key] | null };
  const { decision, base } = rule;
  return (rule.layer === 'province' || rule.layer === 'commune') && typeof rule.unitId === 'string' && typeof rule.code === 'string' && Array.isArray(rule.communes)
    && typeof rule.from === 'string' && DAY.test(rule.from) && (rule.until === undefined || (typeof rule.until === 'string' && DAY.test(rule.until)))
    && typeof rule.body === 'object' && rule.body !== null && typeof base === 'object' && base !== null && typeof base.version === 'number' && typeof base.document === 'object'
    && typeof decision === 'object' && decision !== null && typeof decision.number === 'string' && decision.number !== '' && DAY.test(decision.date) && typeof decision.issuedBy === 'string';
}

const faulty = (pointer: string, vi: string, en: string): DomainError => new DomainError('local-rule.faulty', { params: { fault: { vi, en } }, fields: [{ pointer, vi, en }] });
