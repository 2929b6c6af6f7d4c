import type { Localized } from '@app/kernel';

/** The national sources a desk may ask, each through a port of its own. */
export const SOURCES = ['population-register', 'civil-status-register', 'land-register', 'social-insurance', 'welfare-register'] as const;
export type SourceKey = (typeof SOURCES)[number];

export const SOURCE_NAMES: Readonly<Record<SourceKey, Localized>> = {
  'population-register': { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
  'civil-status-register': { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'Electronic civil-status database' },
  'land-register': { vi: 'Cơ sở dữ liệu đất đai', en: 'Land database' },
  'social-insurance': { vi: 'Cơ sở dữ liệu bảo hiểm xã hội', en: 'Social-insurance database' },
  'welfare-register': { vi: 'Cơ sở dữ liệu quốc gia về an sinh xã hội', en: 'National welfare database' },
};

/**
 * What each source can say, as the paths that forms name (`x-source`). Contacts are in none of them: they are the person's own to give.
 * A path is matched whole, or by what stands before `*`. Notices of health facilities reach the state through the social-insurance
 * database, which settles their treatments; that each entry holds just this is assumed (docs/once-only.md).
 */
const PROVIDES: Readonly<Record<SourceKey, readonly string[]>> = {
  'population-register': [
    'owner.fullName', 'owner.personalId', 'owner.sex', 'owner.birthDate', 'owner.birthYear', 'owner.isAdult', 'owner.ethnicity', 'owner.nationality', 'owner.birthPlace', 'owner.homeTown',
    'owner.permanentAddress.*', ...papers('identity-card', 'residence-confirmation', 'welfare-account'),
  ],
  'civil-status-register': [
    'owner.maritalStatus', 'owner.isMarried', 'owner.spouse.*', 'owner.formerSpouse.*', 'owner.father.*', 'owner.mother.*', 'owner.child.*',
    ...papers('birth-certificate', 'child-birth-certificate', 'marriage-certificate', 'marital-status-certificate', 'divorce-judgment', 'death-extract', 'spouse-death-extract', 'parents-death-extract', 'guardianship-extract'),
  ],
  'land-register': papers('land-certificate', 'land-registration-notice', 'land-allocation-record', 'land-book-entry', 'cadastral-record', 'cadastral-extract'),
  'social-insurance': papers('health-insurance-card', 'pension-record', 'relative-insurance-book', 'student-record', 'birth-proof', 'death-notice'),
  'welfare-register': papers(
    'poor-household-certificate', 'household-survey', 'disability-certificate', 'allowance-decision', 'relative-allowance-decision', 'social-assistance-record', 'care-record',
    'fatherland-merit-certificate', 'worship-decision', 'merit-allowance-record'),
};

function papers(...kinds: readonly string[]): string[] {
  return kinds.map((kind) => `owner.papers.${kind}.*`);
}

/** Whether a source can say what a path names. */
export function provides(source: SourceKey, path: string): boolean {
  return PROVIDES[source].some((each) => (each.endsWith('*') ? path.startsWith(each.slice(0, -1)) && path.length >= each.length : path === each));
}

/**
 * How a question ended.
 *
 * - `matched`: one record in force, of the person asked about
 * - `no-match`, `several-matches`: nobody, or more than one record in force
 * - `expired`, `revoked`: there is a record, but none in force
 * - `wrong-person`: it spoke of somebody else; nothing of the answer is kept
 * - `timeout`, `down`: no answer in time; nobody there, or not asked after several failures
 * - `malformed`: not what was agreed
 * - `refused`: the source understood and said no, such as for want of a licence
 * - `declined`: the person did not agree, so nothing was asked
 */
export const OUTCOMES = ['matched', 'no-match', 'several-matches', 'expired', 'revoked', 'wrong-person', 'timeout', 'down', 'malformed', 'refused', 'declined'] as const;
export type SourceOutcome = (typeof OUTCOMES)[number];

/** Whom a question is about: a source answers only to all three together. */
export interface SourceSubject {
  readonly personalId: string;
  readonly fullName: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the registers know no more. */
  readonly birthDate: string;
}

/** One question to a source. The same id always means the same question, however often it is sent. */
export interface SourceQuestion {
  readonly id: string;
  /** The dossier, or the draft that becomes one. */
  readonly caseId: string;
  readonly procedureCode: string;
  /** Under which document the source's owner lets this procedure ask. */
  readonly licence: string;
  /** Why, in words. */
  readonly purpose: string;
  /** The unit that asks; `citizen` where people ask about themselves. */
  readonly asker: string;
  readonly subject: SourceSubject;
  /** The paths wanted, and no others are answered. */
  readonly wanted: readonly string[];
}

export type SourceValue = string | number | boolean;

/** One entry of a source. */
export interface SourceRecord {
  readonly id: string;
  readonly subject: SourceSubject;
  readonly state: 'in-force' | 'expired' | 'revoked';
  /** Last day it is good for, `YYYY-MM-DD`; without end when left out. */
  readonly validUntil?: string;
  /** Values by path. */
  readonly values: Readonly<Record<string, SourceValue>>;
}

/** A source, as the desk sees it. */
export interface SourcePort {
  /** Asks once and waits no longer than agreed. @throws ExchangeError */
  ask(question: SourceQuestion): Promise<readonly SourceRecord[]>;
}
