import type { Offer } from '../api/types';

/** Whether what is declared says something else than an offer. Capitals, blanks and the composition of accents are no difference. */
export function differs(answer: unknown, offer: Pick<Offer, 'value'>): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('vi');
  return answer !== undefined && answer !== null && answer !== '' && plain(String(answer)) !== plain(offer.value);
}
