import type { Localized } from '@app/kernel';
import type { Sex } from './fact.js';

/** Something odd about a personal ID. It warns and never stops: registers hold honest exceptions. */
export interface PersonalIdWarning extends Localized {
  readonly code: 'shape' | 'prefix' | 'sex' | 'birth-year';
}

/**
 * The first three digits of the former 63 provinces: a number given at birth does not change with a merger.
 * From 100 on they stand for countries of birth.
 */
const PREFIXES = new Set(
  ('001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 ' +
    '045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 ' +
    '091 092 093 094 095 096').split(' '),
);

const WARNINGS = {
  shape: { vi: 'Số định danh cá nhân gồm đúng 12 chữ số. Hãy kiểm tra lại trên thẻ căn cước.', en: 'A personal ID has exactly 12 digits. Check the card.' },
  prefix: { vi: 'Ba chữ số đầu không thuộc mã tỉnh hay quốc gia đã biết. Hãy kiểm tra lại trên thẻ căn cước.', en: 'The first three digits are no known province or country. Check the card.' },
  sex: { vi: 'Chữ số thứ tư không khớp với giới tính hoặc thế kỷ sinh đã khai. Hãy kiểm tra lại trên thẻ căn cước.', en: 'The fourth digit does not fit the sex or the century of birth. Check the card.' },
  'birth-year': { vi: 'Chữ số thứ năm và thứ sáu không khớp với năm sinh đã khai. Hãy kiểm tra lại trên thẻ căn cước.', en: 'The fifth and sixth digits do not fit the year of birth. Check the card.' },
} as const satisfies Record<PersonalIdWarning['code'], Localized>;

/**
 * What is odd about a personal ID: its length, its prefix, or that it does not fit sex and year of birth (3 digits
 * place of registration, 1 century and sex, 2 year, 6 random; there is no check digit). Unknown facts are not compared.
 */
export function checkPersonalId(id: string, known: { sex?: Sex | null; birthYear?: number | null } = {}): PersonalIdWarning[] {
  const warn = (code: PersonalIdWarning['code']): PersonalIdWarning => ({ code, ...WARNINGS[code] });
  if (!/^\d{12}$/.test(id)) return [warn('shape')];
  const warnings: PersonalIdWarning[] = [];
  if (id < '100' && !PREFIXES.has(id.slice(0, 3))) warnings.push(warn('prefix'));
  const centuryAndSex = Number(id[3]);
  const sexFits = !known.sex || (centuryAndSex % 2 === 0) === (known.sex === 'male');
  const centuryFits = !known.birthYear || Math.floor(centuryAndSex / 2) === Math.floor(known.birthYear / 100) - 19;
  if (!sexFits || !centuryFits) warnings.push(warn('sex'));
  if (known.birthYear && Number(id.slice(4, 6)) !== known.birthYear % 100) warnings.push(warn('birth-year'));
  return warnings;
}

/** A personal ID as lists show it: enough to tell two people apart, not enough to use: `0750******12`. */
export function maskPersonalId(id: string): string {
  return id.length < 8 ? '*'.repeat(id.length) : id.slice(0, 4) + '*'.repeat(id.length - 6) + id.slice(-2);
}
