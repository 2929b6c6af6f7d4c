import { DomainError, type Localized } from '@app/kernel';

/** What a clerk reads off a paper handed in, as far as it stands there. Days are `YYYY-MM-DD`. */
export interface PaperDetails {
  readonly number?: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  /** The last day it is good for. */
  readonly validUntil?: string;
}

const FAULTS = {
  issuedOn: { vi: 'Ngày cấp phải có thật và không ở tương lai.', en: 'The day of issue must exist and not lie ahead.' },
  validUntil: { vi: 'Ngày hết hạn phải có thật và không trước ngày cấp.', en: 'The last day must exist and not lie before the issue.' },
  expired: { vi: 'Giấy tờ đã hết hạn nên không thể đạt. Hãy đề nghị nộp giấy còn hạn.', en: 'The paper has expired and cannot pass. Ask for one that is in force.' },
} as const satisfies Record<string, Localized>;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/**
 * The details as they are kept: without what is empty; nothing where nothing was read off.
 * @param key the component they belong to
 * @param today local date: a paper that has expired does not pass
 * @throws DomainError request.invalid
 */
export function keptDetails(key: string, details: PaperDetails | undefined, state: string | undefined, today: string): PaperDetails | null {
  const entries = Object.entries(details ?? {}).flatMap(([name, text]: [string, unknown]) => (typeof text === 'string' && text.trim() !== '' ? [[name, text.normalize('NFC').trim()] as const] : []));
  if (entries.length === 0) return null;
  const kept: PaperDetails = Object.fromEntries(entries);
  const { issuedOn, validUntil } = kept;
  const refuse = (name: string, fault: Localized): never => {
    throw new DomainError('request.invalid', { fields: [{ pointer: `/components/${key}/paper/${name}`, ...fault }] });
  };
  if (issuedOn !== undefined && (!isDay(issuedOn) || issuedOn > today)) refuse('issuedOn', FAULTS.issuedOn);
  if (validUntil !== undefined && (!isDay(validUntil) || validUntil < (issuedOn ?? validUntil))) refuse('validUntil', FAULTS.validUntil);
  if (validUntil !== undefined && state === 'passed' && validUntil < today) refuse('validUntil', FAULTS.expired);
  return kept;
}
