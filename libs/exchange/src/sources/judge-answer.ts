import { canonicalText } from '@app/kernel';
import { ExchangeError } from '../exchange-error.js';
import type { SourceOutcome, SourceQuestion, SourceRecord, SourceSubject, SourceValue } from './source.js';

/** What came of a question: how it ended, and the values to offer, of a match only. */
export interface Judged {
  readonly outcome: SourceOutcome;
  readonly values: Readonly<Record<string, SourceValue>>;
}

const nothing = (outcome: SourceOutcome): Judged => ({ outcome, values: {} });

/**
 * Judges an answer. The same record told twice counts once; an answer that speaks of anybody else is worth nothing at all, since
 * what went wrong at the source is unknown. Only wanted values pass.
 * @param today local day, `YYYY-MM-DD`
 */
export function judgeAnswer(question: Pick<SourceQuestion, 'subject' | 'wanted'>, records: readonly SourceRecord[], today: string): Judged {
  if (records.some(({ subject }) => !isSame(subject, question.subject))) return nothing('wrong-person');
  const told = new Map<string, SourceRecord>();
  for (const record of records) {
    const before = told.get(record.id);
    if (before !== undefined && canonicalText(before) !== canonicalText(record)) return nothing('malformed');
    told.set(record.id, record);
  }
  const distinct = [...told.values()];
  if (distinct.length === 0) return nothing('no-match');
  const inForce = distinct.filter(({ state, validUntil }) => state === 'in-force' && (validUntil === undefined || validUntil >= today));
  const [only] = inForce;
  if (inForce.length > 1) return nothing('several-matches');
  if (only === undefined) return nothing(distinct.some(({ state }) => state === 'revoked') ? 'revoked' : 'expired');
  return { outcome: 'matched', values: Object.fromEntries(Object.entries(only.values).filter(([path]) => question.wanted.includes(path))) };
}

/** How a question ended that got no answer. Anything but a fault of the exchange is thrown on. */
export function outcomeOfFault(error: unknown): SourceOutcome {
  if (!(error instanceof ExchangeError)) throw error;
  if (error.isLate) return 'timeout';
  switch (error.fault) {
    case 'refused': return 'refused';
    case 'malformed': case 'wrong-digest': return 'malformed';
    case 'unreachable': case 'not-connected': return 'down';
  }
}

/** A name may be written in capitals or with another composition of its accents and still be the same. */
const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('vi');

function isSame(one: SourceSubject, other: SourceSubject): boolean {
  return one.personalId === other.personalId && one.birthDate === other.birthDate && plain(one.fullName) === plain(other.fullName);
}
