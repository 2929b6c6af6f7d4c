import { wordsOneFaultFrom } from '../name-query.js';
import type { Sex } from '../fact.js';

/** What of a person tells whether they are the same as another one. */
export interface PersonSketch {
  readonly id: string;
  readonly fullName: string;
  /** Folded: no accents, small letters. */
  readonly nameFolded: string;
  readonly sex: Sex;
  /** `YYYY-MM-DD`, or shorter where the register knows no more. */
  readonly birthDate: string | null;
  readonly personalId: string | null;
  readonly motherId: string | null;
  readonly fatherId: string | null;
  readonly phone: string | null;
  readonly communeCode: string | null;
}

/** What speaks for or against one person, with its weight. */
export const SIGNS = {
  'number-one-fault': 5,
  'number-differs': -150,
  'name-as-written': 30,
  'name-folded': 25,
  'name-in-other-order': 15,
  'name-near': 15,
  'name-differs': -60,
  'birth-day-same': 30,
  'birth-day-one-fault': 12,
  'birth-year-only': 10,
  'birth-unknown': 0,
  'birth-differs': -60,
  'mother-same': 20,
  'mother-differs': -40,
  'father-same': 15,
  'father-differs': -30,
  'sex-differs': -60,
  'phone-same': 10,
  'commune-same': 8,
} as const;

export type Sign = keyof typeof SIGNS;

/** From here on people are asked: the same name and birthday reach it, a near name needs parents or commune beside. */
export const DOUBTFUL = 50;

/**
 * How much speaks for two records being one person, and what. Each person has one number, so two whole numbers that differ by more than a slip
 * settle it: twins, and bearers of one name in one village, are left alone. The order of the two does not matter.
 */
export function scorePair(one: PersonSketch, other: PersonSketch): { readonly score: number; readonly signs: readonly Sign[] } {
  const signs = [
    compareNumbers(one.personalId, other.personalId), compareNames(one, other), compareBirths(one.birthDate, other.birthDate),
    compareParents('mother', one.motherId, other.motherId), compareParents('father', one.fatherId, other.fatherId),
    one.sex === other.sex ? undefined : 'sex-differs', isShared(one.phone, other.phone) ? 'phone-same' : undefined, isShared(one.communeCode, other.communeCode) ? 'commune-same' : undefined,
  ].filter((sign) => sign !== undefined) as Sign[];
  return { score: signs.reduce((sum, sign) => sum + SIGNS[sign], 0), signs };
}

/** Whether people should decide on these two. */
export function isDoubtful(one: PersonSketch, other: PersonSketch): boolean {
  return one.id !== other.id && scorePair(one, other).score >= DOUBTFUL;
}

const isShared = (one: string | null, other: string | null): boolean => one !== null && one === other;

function compareNumbers(one: string | null, other: string | null): Sign | undefined {
  if (one === null || other === null) return undefined;
  return isOneSlip(one, other) ? 'number-one-fault' : 'number-differs';
}

function compareNames(one: PersonSketch, other: PersonSketch): Sign {
  if (one.fullName.normalize('NFC').toLowerCase() === other.fullName.normalize('NFC').toLowerCase()) return 'name-as-written';
  if (one.nameFolded === other.nameFolded) return 'name-folded';
  const [words, others] = [one.nameFolded.split(' ').toSorted(), other.nameFolded.split(' ').toSorted()];
  if (words.join(' ') === others.join(' ')) return 'name-in-other-order';
  return isNear(words, others) ? 'name-near' : 'name-differs';
}

/** One word of the name with one typing fault, or one left out of at least three. */
function isNear(words: readonly string[], others: readonly string[]): boolean {
  const [left, right] = [without(words, others), without(others, words)];
  if (left.length === 1 && right.length === 1) return wordsOneFaultFrom(left[0]!).has(right[0]!);
  return left.length + right.length === 1 && Math.min(words.length, others.length) >= 2;
}

/** What is left of the words when each of the others has taken one away. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...words];
  for (const word of others) if (left.includes(word)) left.splice(left.indexOf(word), 1);
  return left;
}

function compareBirths(one: string | null, other: string | null): Sign {
  if (one === null || other === null) return 'birth-unknown';
  if (one === other) return one.length === 10 ? 'birth-day-same' : 'birth-year-only';
  if (one.length !== other.length) return one.startsWith(other) || other.startsWith(one) ? 'birth-year-only' : 'birth-differs';
  return one.length === 10 && (isOneSlip(one, other) || isDayForMonth(one, other)) ? 'birth-day-one-fault' : 'birth-differs';
}

/** The third of May for the fifth of March. */
const isDayForMonth = (one: string, other: string): boolean => other === `${one.slice(0, 5)}${one.slice(8)}-${one.slice(5, 7)}`;

/** Whether two texts of one length differ in one sign, or in two neighbours that changed places. */
function isOneSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const differing = [...one].flatMap((sign, at) => (sign === other[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  return differing.length <= 1 || (differing.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]);
}

function compareParents(parent: 'mother' | 'father', one: string | null, other: string | null): Sign | undefined {
  if (one === null || other === null) return undefined;
  return `${parent}-${one === other ? 'same' : 'differs'}`;
}
